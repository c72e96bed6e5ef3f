package dev.talaria.host;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.CodexCommand;
import dev.talaria.host.probe.ScratchConfig;
import dev.talaria.migration.ConfigVerifier;
import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the installed Codex whether it loads a configuration, by {@code codex features list} in a
 * scratch {@code CODEX_HOME}; that judges as {@code thread/start} does, without network and without
 * starting an MCP server (measured, 0.125.0 to 0.169.0: 30 ms).
 *
 * <p>Safe for use by many threads. Blocks for at most 20 seconds and a moment; an interrupt ends
 * the wait. The scratch folder (mode 0700, its file 0600) is in the temporary directory and gone
 * afterwards, unless the JVM is killed meanwhile.
 *
 * <p>The scratch folder has the configuration and the files that it names relative to its own
 * folder, as long as they are at most four folders up. It has nothing else of the user's: no login,
 * and with it no settings that an organisation's account imposes; no {@code rules}, {@code
 * AGENTS.md}, profiles in files of their own ({@code --profile}) or a project's {@code
 * .codex/config.toml}. None of these is looked at by the check, so a fault in them is not found. An
 * agent's {@code config_file} is not read by it either. What holds for the whole machine, such as a
 * configuration that its administrator set, applies as always.
 */
public final class CodexVerifier implements ConfigVerifier {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int REFUSED = 1;
  private static final String ERROR = "Error:";
  private static final String CAUSE = "Caused by:";
  private static final String BACKTRACE = "Stack backtrace:";
  private static final int SHOWN = 2_000;

  private final CodexOptions options;
  private final Duration limit;
  private CodexExecutable executable;

  private CodexVerifier(CodexOptions options, Duration limit) {
    this.options = options;
    this.limit = limit;
  }

  /**
   * {@return a verifier that asks the Codex of these options, in their environment}
   *
   * @param options their {@code CODEX_HOME}, working directory and overrides are not used
   */
  public static CodexVerifier of(CodexOptions options) {
    return of(options, LIMIT);
  }

  static CodexVerifier of(CodexOptions options, Duration limit) {
    return new CodexVerifier(options, limit);
  }

  /**
   * {@inheritDoc}
   *
   * @throws MigrationException if there is no Codex or it is too old
   */
  @Override
  public String version() {
    return executable().version().toString();
  }

  @Override
  public Optional<String> refusal(byte[] config, Path codexHome) {
    CodexExecutable codex = executable();
    try (ScratchConfig scratch = ScratchConfig.write(config, codexHome)) {
      CodexCommand.Outcome outcome =
          CodexCommand.run(codex, in(scratch.home()), List.of("features", "list"), limit);
      if (outcome.exit() == 0) {
        return Optional.empty();
      }
      Optional<String> reason = reason(outcome.stderr()).filter(text -> outcome.exit() == REFUSED);
      if (reason.isEmpty()) {
        throw failure(
            "'codex features list' exited with " + outcome.exit() + ": " + outcome.stderr(), null);
      }
      return reason.map(scratch::asIfReal).map(Redaction::redact);
    } catch (MigrationException e) {
      throw e;
    } catch (TalariaException e) {
      throw failure(e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      throw failure("a folder for the check cannot be made or removed: " + e, e);
    }
  }

  /**
   * The reason as Codex says it; empty if this is not a refusal. Measured, 0.125.0 to 0.169.0: a
   * line {@code Error: …}, then for most reasons {@code Caused by:} with the reason in full, then
   * perhaps a backtrace; warnings may stand before.
   */
  static Optional<String> reason(String stderr) {
    List<String> lines = stderr.lines().toList();
    int error = first(lines, ERROR, 0);
    if (error == lines.size()) {
      return Optional.empty();
    }
    int end = first(lines, BACKTRACE, error);
    int cause = first(lines, CAUSE, error);
    String reason =
        cause < end
            ? String.join("\n", lines.subList(cause + 1, end)).stripIndent()
            : String.join("\n", lines.subList(error, end)).substring(ERROR.length());
    return Optional.of(shortened(reason.strip())).filter(text -> !text.isEmpty());
  }

  private static int first(List<String> lines, String beginning, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).startsWith(beginning)) {
        return i;
      }
    }
    return lines.size();
  }

  private static String shortened(String reason) {
    return reason.length() <= SHOWN ? reason : reason.substring(0, SHOWN) + "…";
  }

  private synchronized CodexExecutable executable() {
    if (executable == null) {
      try {
        executable = CodexExecutable.locate(options);
      } catch (TalariaException e) {
        throw failure(e.getMessage(), e);
      }
    }
    return executable;
  }

  private CodexOptions in(Path home) {
    return options.toBuilder()
        .workingDirectory(home)
        .codexHome(home)
        // Variables win over the folder, so the folder is given as one, too.
        .environment("CODEX_HOME", home.toString())
        .environment("RUST_LOG", "error")
        .environment("RUST_BACKTRACE", "0")
        .environment("RUST_LIB_BACKTRACE", "0")
        .build();
  }

  private static MigrationException failure(String reason, Throwable cause) {
    return new MigrationException(
        "Codex cannot judge the configuration: " + Redaction.redact(reason), cause);
  }
}
