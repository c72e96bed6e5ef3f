package dev.talaria.migration;

import dev.talaria.migration.TomlUnits.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlTable;

/**
 * A TOML document that tomlj has accepted: its statements with their places, and its values.
 * Immutable, safe for use by many threads.
 */
final class TomlDocument {

  private final String text;
  private final List<TomlStatement> statements;
  private final Map<List<String>, Unit> units;

  /** The units that say something of a root key. */
  private final Map<String, List<Unit>> byRoot = new HashMap<>();

  private TomlDocument(String text, List<TomlStatement> statements, Map<List<String>, Unit> units) {
    this.text = text;
    this.statements = statements;
    this.units = units;
    units.forEach(
        (key, unit) -> {
          if (!key.isEmpty()) {
            byRoot.computeIfAbsent(key.get(0), root -> new ArrayList<>()).add(unit);
          }
        });
  }

  /**
   * Reads {@code text}.
   *
   * @param name what errors call it
   * @throws MigrationException if it is no TOML, with line and column
   */
  static TomlDocument parse(String text, String name) {
    return parse(text, name, null);
  }

  /**
   * Reads {@code text}, of which much may be as in {@code before}: what has not changed is not
   * parsed again.
   */
  static TomlDocument parse(String text, String name, TomlDocument before) {
    if (before != null && before.text.equals(text)) {
      return before;
    }
    List<TomlStatement> statements = TomlScan.of(text, name);
    Map<List<String>, Unit> known = before == null ? Map.of() : before.units;
    return new TomlDocument(text, statements, TomlUnits.parse(text, statements, name, known));
  }

  String text() {
    return text;
  }

  List<TomlStatement> statements() {
    return statements;
  }

  String text(TomlStatement statement) {
    return statement.text(text);
  }

  /** The plain value at a path, see {@link TomlTree#plain}; {@code null} if there is none. */
  Object value(List<String> path) {
    Map<String, Object> merged = new LinkedHashMap<>();
    for (Unit unit : byRoot.getOrDefault(path.get(0), List.of())) {
      if (unit.mayHold(path)) {
        Object found = TomlTree.plain(at(unit.table(), path));
        if (!(found instanceof Map<?, ?> map)) {
          if (found != null) {
            return found;
          }
        } else if (unit.isWhole(path)) {
          return map;
        } else {
          map.forEach((key, value) -> merged.put((String) key, value));
        }
      }
    }
    return merged.isEmpty() ? null : merged;
  }

  /** tomlj's own look-up throws where something on the way is no table. */
  private static Object at(TomlTable table, List<String> path) {
    Object value = table;
    for (String key : path) {
      value = value instanceof TomlTable inner ? inner.get(List.of(key)) : null;
    }
    return value;
  }

  /** The table at a path as a map; empty if there is none or if it is no table. */
  @SuppressWarnings("unchecked")
  Map<String, Object> table(String key) {
    return value(List.of(key)) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
