package dev.talaria.codex;

import java.util.List;
import java.util.Objects;

/**
 * One {@code -c key=value} of the Codex command line, which overrides the user's {@code
 * config.toml}.
 *
 * <p>Immutable. Codex merges a table with what the file has; a wrong override makes it refuse every
 * thread, as a wrong file does (Codex 0.125 to 0.169).
 *
 * @param key dotted path of the setting; Codex splits it at every dot and knows no quotes in it, so
 *     that a name with a dot can only stand in an inline table of the value
 * @param value the value as TOML; what is not TOML is taken as a plain string
 */
public record ConfigOverride(String key, String value) {

  public ConfigOverride {
    if (key.isBlank() || key.contains("=")) {
      throw new IllegalArgumentException(
          "a config key must be neither blank nor contain '=': " + key);
    }
    Objects.requireNonNull(value, "value");
  }

  /** The two command-line arguments. */
  List<String> arguments() {
    return List.of("-c", key + "=" + value);
  }
}
