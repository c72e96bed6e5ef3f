package dev.talaria.codex.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at processes from outside, as the system's own process list shows them. */
public final class Processes {

  private static final long SIGINT_BIT = 1 << 1;

  private Processes() {}

  /** Whether the process runs; one that is dead but not collected by its parent does not. */
  public static boolean runs(long pid) {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException e) {
      return ProcessHandle.of(pid).isPresent() && !Files.exists(Path.of("/proc/self"));
    }
  }

  /**
   * Sends SIGINT, as Ctrl-C does. The test is left out where the processes ignore it from birth, as
   * those of a job in the background of a script do.
   */
  public static void interrupt(long... pids) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-INT"));
    for (long pid : pids) {
      assumeFalse(ignoresInterrupts(pid), "run this in the foreground: SIGINT is ignored here");
      command.add(Long.toString(pid));
    }
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }

  private static boolean ignoresInterrupts(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow()
            .substring("SigIgn:".length());
    return (Long.parseUnsignedLong(ignored.strip(), 16) & SIGINT_BIT) != 0;
  }

  public static void awaitEnd(long pid, Duration limit) {
    await().atMost(limit).pollInterval(Duration.ofMillis(10)).until(() -> !runs(pid));
  }

  /** The process number that a child prints as a line of its own. */
  static long readPid(InputStream in) {
    return Long.parseLong(readLine(in).strip());
  }

  /** The next line, read byte by byte so that nothing after it is consumed. */
  public static String readLine(InputStream in) {
    try {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.append((char) b);
      }
      return line.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
