package dev.talaria.codex;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Codex executable for its version.
 *
 * <p>Blocks its caller for at most the time given, plus a moment to end a process that would not
 * answer. What the process writes is read in bounded memory, and it may keep its outputs open. No
 * error repeats it: the file may be another program than Codex. It is in the log at debug level.
 */
final class VersionProbe {

  private static final Logger LOG = LoggerFactory.getLogger(VersionProbe.class);
  private static final Duration GRACE = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** What shells and {@code env} exit with. */
  private static final int COMMAND_NOT_FOUND = 127;

  private VersionProbe() {}

  static CodexVersion ask(Path file, Map<String, String> environment, Duration timeout) {
    List<String> command = List.of(file.toString(), "--version");
    long end = System.nanoTime() + timeout.toNanos();
    try (OwnedChild child = OwnedChild.launch(command, environment, Path.of("."), timeout, GRACE)) {
      OutputTail stdout = OutputTail.of(child.stdout(), "codex-version");
      closeStdin(child);
      int exit = child.exit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (exit != 0) {
        child.stderr().awaitEnd(OwnedChild.LAST_WORDS);
        LOG.debug("{} --version wrote {}", file, child.shown(child.stderr()));
        throw InstallHint.noVersion(file, exited(exit), null);
      }
      return told(stdout, end)
          .orElseThrow(
              () -> {
                LOG.debug("{} --version wrote {}", file, child.shown(stdout));
                return InstallHint.noVersion(file, "did not report a version", null);
              });
    } catch (TimeoutException e) {
      throw InstallHint.noVersion(file, "did not answer within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw InstallHint.noVersion(file, "ended in disorder", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while '" + file + " --version' ran", e);
    }
  }

  /** The version, as soon as it was read: on a busy machine that may be long after the exit. */
  static Optional<CodexVersion> told(OutputTail stdout, long end) {
    boolean more;
    Optional<CodexVersion> version;
    do {
      more = !stdout.awaitEnd(LOOK) && System.nanoTime() < end;
      version = CodexVersion.parse(String.join("\n", stdout.lines()));
    } while (version.isEmpty() && more);
    return version;
  }

  private static void closeStdin(OwnedChild child) {
    try {
      child.stdin().close();
    } catch (IOException e) {
      LOG.debug("the process had closed its stdin before we did", e);
    }
  }

  private static String exited(int exit) {
    return exit == COMMAND_NOT_FOUND
        ? "exited with 127: a program that it needs was not found, such as node for npm's script"
        : "exited with " + exit;
  }
}
