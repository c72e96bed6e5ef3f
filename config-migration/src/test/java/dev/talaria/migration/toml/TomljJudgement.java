package dev.talaria.migration.toml;

import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** What tomlj alone says of a whole document. Stateless. */
public final class TomljJudgement {

  private TomljJudgement() {}

  /** Empty for what is not TOML; tomlj 2.2.0 throws on some of it. */
  public static Optional<TomlTable> of(String document) {
    TomlParseResult parsed;
    try {
      parsed = Toml.parse(document);
    } catch (RuntimeException | AssertionError noToml) {
      return Optional.empty();
    }
    return parsed.hasErrors() ? Optional.empty() : Optional.of(parsed);
  }
}
