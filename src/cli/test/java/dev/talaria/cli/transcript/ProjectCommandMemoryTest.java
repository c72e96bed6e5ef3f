package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A recording that is made while it is read takes no more memory at its end than at its start. */
class ProjectCommandMemoryTest {

  private static final long MIB = 1024L * 1024;
  private static final long SIZE = 300 * MIB;
  private static final long MEASURED_EVERY = 50 * MIB;
  private static final long ALLOWED_GROWTH = 16 * MIB;

  @Test
  void a_huge_recording_is_projected_in_constant_memory() {
    EndlessTurns recording = new EndlessTurns();
    CountingWriter out = new CountingWriter();
    StringWriter err = new StringWriter();

    int exitCode =
        new CommandLine(new ProjectCommand(recording))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("-", "--json");

    assertEquals(0, exitCode, err.toString());
    assertTrue(err.toString().contains("tool iterations " + recording.turns + ","), err.toString());
    assertTrue(out.written > recording.turns * 100, "too little was written");
    long growth = recording.mostUsed - recording.usedAtFirst;
    assertTrue(growth < ALLOWED_GROWTH, "the heap grew by " + growth + " bytes");
  }

  /** Turn after turn, each with its own ids; measures the live heap now and then. */
  private static final class EndlessTurns extends InputStream {
    private static final String IDS = "\"threadId\":\"T\",\"turnId\":\"U%d\"";
    private static final String DELTA =
        "{\"method\":\"item/agentMessage/delta\",\"params\":{\"delta\":\""
            + "x".repeat(120)
            + "\"}}\n";
    private static final String TURN =
        "{\"method\":\"turn/started\",\"params\":{\"threadId\":\"T\",\"turn\":{\"id\":\"U%d\"}}}\n"
            + DELTA.repeat(100)
            + item("{\"type\":\"reasoning\",\"id\":\"r\",\"summary\":[\"why\"]}")
            + item(
                "{\"type\":\"commandExecution\",\"id\":\"c\",\"aggregatedOutput\":\""
                    + "y".repeat(3000)
                    + "\"}")
            + item("{\"type\":\"reasoning\",\"id\":\"s\",\"summary\":[\"never told\"]}")
            + "{\"method\":\"turn/completed\",\"params\":{\"threadId\":\"T\",\"turn\":{\"id\":\"U%d\"}}}\n";

    private byte[] current = new byte[0];
    private int at;
    private long served;
    private long nextMeasure = MEASURED_EVERY;
    private long usedAtFirst;
    private long mostUsed;
    private long turns;

    private static String item(String item) {
      return "{\"method\":\"item/completed\",\"params\":{\"item\":" + item + "," + IDS + "}}\n";
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (at == current.length) {
        if (served >= SIZE) {
          return -1;
        }
        current = TURN.replace("%d", Long.toString(turns++)).getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      int count = Math.min(length, current.length - at);
      System.arraycopy(current, at, target, from, count);
      at += count;
      served += count;
      if (served >= nextMeasure) {
        measure();
      }
      return count;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("a recording is read in blocks");
    }

    private void measure() {
      nextMeasure += MEASURED_EVERY;
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      long used = runtime.totalMemory() - runtime.freeMemory();
      usedAtFirst = usedAtFirst == 0 ? used : usedAtFirst;
      mostUsed = Math.max(mostUsed, used);
    }
  }

  private static final class CountingWriter extends Writer {
    private long written;

    @Override
    public void write(char[] chars, int from, int length) {
      written += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
