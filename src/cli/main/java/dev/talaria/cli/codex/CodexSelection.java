package dev.talaria.cli.codex;

import dev.talaria.codex.CodexOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which Codex to run, and with which configuration. */
public final class CodexSelection {

  @Option(
      names = "--codex",
      paramLabel = "PATH",
      description =
          "The Codex executable; else $TALARIA_CODEX, else codex on the path, else the one of"
              + " 'talaria codex install'.")
  private Path codex;

  @Option(
      names = "--codex-home",
      paramLabel = "DIR",
      description = "Codex's home with config.toml and login; else $CODEX_HOME, else ~/.codex.")
  private Path codexHome;

  @Option(
      names = "--config",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of Codex's configuration; the value is TOML. Repeatable.")
  private final Map<String, String> config = new LinkedHashMap<>();

  @Option(
      names = "--record-to",
      paramLabel = "FILE",
      description = "Writes every message, scrubbed, to a new file; see 'talaria record'.")
  private Path recording;

  /** The executable that was asked for; {@code null} for none. */
  public Path codex() {
    return codex;
  }

  /** The home that was asked for; {@code null} for none. */
  public Path codexHome() {
    return codexHome;
  }

  public CodexOptions.Builder options() {
    CodexOptions.Builder options = CodexOptions.builder();
    if (recording != null) {
      options.recordTo(recording);
    }
    if (codex != null) {
      options.executable(codex);
    }
    if (codexHome != null) {
      options.codexHome(codexHome.toAbsolutePath());
    }
    config.forEach(options::config);
    return options;
  }
}
