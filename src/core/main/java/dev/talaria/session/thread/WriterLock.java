package dev.talaria.session.thread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which process has a thread open, where the system says so: on Linux. Pure functions.
 *
 * <p>Source: 0.169.0 holds {@code thread-writer-locks/<thread>.lock} in its {@code CODEX_HOME} by
 * {@code flock}, which {@code /proc/locks} lists by the file's inode.
 */
public final class WriterLock {

  private static final Path LOCKS = Path.of("/proc/locks");
  private static final Logger log = LoggerFactory.getLogger(WriterLock.class);

  private WriterLock() {}

  /** Whose it is, for people. */
  public static String holder(String codexHome, String threadId) {
    return pid(Path.of(codexHome, "thread-writer-locks", threadId + ".lock"))
        .map(pid -> "another process (process " + pid + command(pid) + ")")
        .orElse("another process");
  }

  private static Optional<Long> pid(Path lock) {
    try {
      if (!Files.exists(LOCKS) || !Files.exists(lock)) {
        return Optional.empty();
      }
      String inode = ":" + Files.getAttribute(lock, "unix:ino");
      // 1: FLOCK  ADVISORY  WRITE 4766 fe:00:2154501 0 EOF
      return Files.readAllLines(LOCKS).stream()
          .map(line -> line.split("\\s+"))
          .filter(part -> part.length > 5 && part[5].endsWith(inode))
          .map(part -> Long.valueOf(part[4]))
          .filter(pid -> pid > 0)
          .findFirst();
    } catch (IOException | RuntimeException e) {
      log.debug("the holder of {} is unknown", lock, e);
      return Optional.empty();
    }
  }

  private static String command(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(path -> ", " + Path.of(path).getFileName())
        .orElse("");
  }
}
