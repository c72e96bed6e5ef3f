package dev.talaria.migration;

import java.nio.file.Path;
import java.util.Optional;

/** Lets Codex itself judge a configuration before it replaces the one that is there. */
public interface ConfigVerifier {

  /** {@return the version of the Codex that judges, such as {@code 0.169.0}} */
  String version();

  /**
   * Loads a configuration with Codex, in a folder of its own.
   *
   * @param config the text of a {@code config.toml}, in UTF-8
   * @param codexHome the folder that it is meant for, which is not touched
   * @return why Codex refuses it, as Codex says it, with secrets masked; empty if it loads
   * @throws MigrationException if Codex cannot be asked
   */
  Optional<String> refusal(byte[] config, Path codexHome);
}
