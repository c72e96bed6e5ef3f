package dev.talaria.codex;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one of Codex's commands that end by themselves, such as {@code codex features list}.
 *
 * <p>Stateless. Blocks its caller for at most the time given, plus a moment to end a process that
 * would not; the process and what it started end with the call.
 */
public final class CodexCommand {

  private static final Logger LOG = LoggerFactory.getLogger(CodexCommand.class);
  private static final Duration GRACE = Duration.ofMillis(200);

  /**
   * What a command that ended left behind.
   *
   * @param exit its exit code
   * @param stdout its last lines, without colours and blank lines and with secrets masked
   * @param stderr the same of its other output
   */
  public record Outcome(int exit, String stdout, String stderr) {}

  private CodexCommand() {}

  /**
   * Runs {@code codex} with these arguments and nothing on its stdin.
   *
   * @param options its environment and working directory; configuration overrides are not added
   * @throws CodexNotFoundException if the file is not there any more
   * @throws TalariaException if it cannot be started, takes too long, or the caller is interrupted
   */
  public static Outcome run(
      CodexExecutable codex, CodexOptions options, List<String> arguments, Duration limit) {
    List<String> command = new ArrayList<>(List.of(codex.path().toString()));
    command.addAll(arguments);
    String what = Redaction.redact("'" + String.join(" ", command) + "'");
    Path directory = options.workingDirectory().orElse(Path.of("."));
    try (OwnedChild child =
        OwnedChild.launch(
            command, ChildEnvironment.of(System.getenv(), options), directory, limit, GRACE)) {
      OutputTail stdout = OutputTail.of(child.stdout(), "codex-command");
      closeStdin(child);
      int exit = child.exit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      child.stderr().awaitEnd(OwnedChild.LAST_WORDS);
      stdout.awaitEnd(OwnedChild.LAST_WORDS);
      return new Outcome(exit, child.shown(stdout), child.shown(child.stderr()));
    } catch (TimeoutException e) {
      throw new TalariaException(what + " took more than " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new TalariaException(what + " ended in disorder", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while " + what + " ran", e);
    }
  }

  private static void closeStdin(OwnedChild child) {
    try {
      child.stdin().close();
    } catch (IOException e) {
      LOG.debug("the process had closed its stdin before we did", e);
    }
  }
}
