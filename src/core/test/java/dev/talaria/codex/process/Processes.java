package dev.talaria.codex.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Looks at processes from outside, as the system's own process list shows them. */
public final class Processes {

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
