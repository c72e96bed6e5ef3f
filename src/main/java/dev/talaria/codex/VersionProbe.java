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
 * answer. What the process writes is read in bounded memory, and it may keep its outputs open.
 */
final class VersionProbe {

  private static final Logger LOG = LoggerFactory.getLogger(VersionProbe.class);
  private static final Duration GRACE = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int SHOWN = 400;

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
        throw InstallHint.noVersion(
            file, "exited with " + exit + ": " + shown(child, child.stderr()), null);
      }
      return told(stdout, end)
          .orElseThrow(
              () ->
                  InstallHint.noVersion(
                      file, "told no version but: " + shown(child, stdout), null));
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

  private static String shown(OwnedChild child, OutputTail output) {
    String text = child.shown(output).strip();
    if (text.isEmpty()) {
      return "(nothing)";
    }
    return text.length() <= SHOWN ? text : "…" + text.substring(text.length() - SHOWN);
  }
}
