package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A line of four times the length takes about four times the work, as a table and as JSON. */
class ProjectCommandLineLengthTest {

  private static final int MIB = 1 << 20;
  private static final double MOST = 6;
  private static final int RUNS = 3;

  @ParameterizedTest
  @CsvSource({
    "text, x",
    "text, 'word '",
    "text, é",
    "text, '{}\"'",
    "output, y",
    "command, 'cat x '"
  })
  void the_work_grows_as_the_line_does(String where, String piece) {
    byte[] small = recording(where, piece, MIB);
    byte[] large = recording(where, piece, 4 * MIB);
    for (String form : new String[] {"--json", ""}) {
      project(small, form);
      long one = Long.MAX_VALUE;
      long four = Long.MAX_VALUE;
      for (int run = 0; run < RUNS; run++) {
        one = Math.min(one, project(small, form));
        four = Math.min(four, project(large, form));
      }
      double ratio = (double) four / one;
      assertTrue(ratio < MOST, where + " of '" + piece + "' " + form + ": " + ratio);
    }
  }

  /** Processor time of this thread: what the machine does besides does not count. */
  private static long project(byte[] recording, String form) {
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(new ProjectCommand(new ByteArrayInputStream(recording)))
            .setOut(new PrintWriter(Writer.nullWriter()))
            .setErr(new PrintWriter(err));
    String[] arguments = form.isEmpty() ? new String[] {"-"} : new String[] {"-", form};
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int exit = line.execute(arguments);
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertEquals(0, exit, err.toString());
    assertTrue(err.toString().contains("bad lines 0"), err.toString());
    return end - start;
  }

  private static byte[] recording(String where, String piece, int length) {
    String text = piece.repeat(length / piece.getBytes(StandardCharsets.UTF_8).length);
    ObjectNode item = JsonNodeFactory.instance.objectNode().put("id", "i");
    switch (where) {
      case "text" -> item.put("type", "agentMessage").put("text", text);
      case "output" -> item.put("type", "commandExecution").put("aggregatedOutput", text);
      default -> item.put("type", "commandExecution").put("command", text);
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("method", "item/completed");
    line.putObject("params").put("threadId", "T").put("turnId", "U").set("item", item);
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
