package dev.talaria.cli.codex;

import dev.talaria.codex.CodexOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which Codex to run, and with which configuration. */
public class CodexSelection extends CodexPlace {

  @Option(
      names = "--config",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of Codex's configuration; the value is TOML. Repeatable.")
  private final Map<String, String> config = new LinkedHashMap<>();

  @Option(
      names = "--record-to",
      paramLabel = "FILE",
      description =
          "Writes every message, with secrets masked, to a new file; see 'talaria" + " record'.")
  private Path recording;

  @Override
  public CodexOptions.Builder options() {
    CodexOptions.Builder options = super.options();
    if (recording != null) {
      options.recordTo(recording);
    }
    config.forEach(options::config);
    return options;
  }
}
