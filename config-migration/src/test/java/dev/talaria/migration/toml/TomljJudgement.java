package dev.talaria.migration.toml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** What tomlj alone says of a whole document. For one thread. */
public final class TomljJudgement {

  /**
   * The last documents: a test asks of the same text whether it is valid and what it says, and
   * tomlj takes most of the time of thousands of migrations.
   */
  private static final Map<String, Optional<TomlTable>> LAST =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<TomlTable>> eldest) {
          return size() > 4;
        }
      };

  private TomljJudgement() {}

  /** Empty for what is not TOML; tomlj 2.2.0 throws on some of it. */
  public static Optional<TomlTable> of(String document) {
    return LAST.computeIfAbsent(document, TomljJudgement::judge);
  }

  private static Optional<TomlTable> judge(String document) {
    TomlParseResult parsed;
    try {
      parsed = Toml.parse(document);
    } catch (RuntimeException | AssertionError noToml) {
      return Optional.empty();
    }
    return parsed.hasErrors() ? Optional.empty() : Optional.of(parsed);
  }
}
