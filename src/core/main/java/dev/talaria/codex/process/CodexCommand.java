package dev.talaria.codex.process;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one of Codex's commands that end by themselves, such as {@code codex features list}.
 *
 * <p>Stateless. Blocks its caller for at most the time given, plus a moment to end a process that
 * would not; the process and what it started end with the call. What it writes is read in bounded
 * memory.
 */
public final class CodexCommand {

  private static final Logger LOG = LoggerFactory.getLogger(CodexCommand.class);
  private static final Duration GRACE = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** What shells and {@code env} exit with. */
  private static final int COMMAND_NOT_FOUND = 127;

  /**
   * What a command that ended left behind.
   *
   * @param exit its exit code
   * @param stdout its last lines, without colours and blank lines and with secrets masked
   * @param stderr the same of its other output
   */
  public record Outcome(int exit, String stdout, String stderr) {}

  /** Reads what a command leaves after that has just ended; its outputs may still be open. */
  private interface Reader<T> {
    T read(int exit, OutputTail stdout, CodexProcess child);
  }

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
    return run(
        command,
        ChildEnvironment.of(System.getenv(), options),
        options.workingDirectory().orElse(Path.of(".")),
        limit,
        "took more than ",
        (what, cause) -> new TalariaException(shown(command) + " " + what, cause),
        (exit, stdout, child) -> {
          child.stderr().awaitEnd(CodexProcess.LAST_OUTPUT);
          stdout.awaitEnd(CodexProcess.LAST_OUTPUT);
          return new Outcome(exit, child.shown(stdout), child.shown(child.stderr()));
        });
  }

  /**
   * Asks an executable for its version. No error repeats what it writes: the file may be another
   * program than Codex. That is in the log at debug level.
   *
   * @throws CodexVersionException if it does not report one
   */
  public static CodexVersion version(Path file, Map<String, String> environment, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    return run(
        List.of(file.toString(), "--version"),
        environment,
        Path.of("."),
        timeout,
        "did not answer within ",
        (what, cause) -> InstallHint.noVersion(file, what, cause),
        (exit, stdout, child) -> {
          if (exit != 0) {
            child.stderr().awaitEnd(CodexProcess.LAST_OUTPUT);
            LOG.debug("{} --version wrote {}", file, child.shown(child.stderr()));
            throw InstallHint.noVersion(file, exited(exit), null);
          }
          return reported(stdout, end)
              .orElseThrow(
                  () -> {
                    LOG.debug("{} --version wrote {}", file, child.shown(stdout));
                    return InstallHint.noVersion(file, "did not report a version", null);
                  });
        });
  }

  private static <T> T run(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      Duration limit,
      String late,
      BiFunction<String, Throwable, TalariaException> failure,
      Reader<T> reader) {
    try (CodexProcess child = CodexProcess.launch(command, environment, directory, limit, GRACE)) {
      OutputTail stdout = OutputTail.of(child.stdout(), "codex-command");
      closeStdin(child);
      int exit = child.exit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return reader.read(exit, stdout, child);
    } catch (TimeoutException e) {
      throw failure.apply(late + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw failure.apply("ended in disorder", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while " + shown(command) + " ran", e);
    }
  }

  private static String shown(List<String> command) {
    return Redaction.redact("'" + String.join(" ", command) + "'");
  }

  /** The version, as soon as it was read: on a busy machine that may be long after the exit. */
  public static Optional<CodexVersion> reported(OutputTail stdout, long end) {
    boolean more;
    Optional<CodexVersion> version;
    do {
      more = !stdout.awaitEnd(LOOK) && System.nanoTime() < end;
      version = CodexVersion.parse(String.join("\n", stdout.lines()));
    } while (version.isEmpty() && more);
    return version;
  }

  private static void closeStdin(CodexProcess child) {
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
