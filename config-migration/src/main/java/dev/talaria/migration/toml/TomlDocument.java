package dev.talaria.migration.toml;

import dev.talaria.migration.MigrationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A valid TOML document: its statements with their places, and the values of the keys that a
 * migration reads. Immutable, safe for use by many threads.
 */
public final class TomlDocument {

  /** The root keys of which a migration moves, compares or reads values. */
  static final Set<String> READ =
      Set.of("mcp_servers", "plugins", "default_permissions", "sandbox_mode", "permissions");

  private final String name;
  private final String text;
  private final List<TomlStatement> statements;
  private final TomlTable values;

  private TomlDocument(String name, String text) {
    this.name = name;
    this.text = text;
    this.statements = TomlScan.of(text, name);
    this.values = new TomlJudge(name, text, statements).values();
  }

  /**
   * Reads {@code text}.
   *
   * @param name what errors call it
   * @throws MigrationException if it is not TOML, with line and column
   */
  public static TomlDocument parse(String text, String name) {
    return new TomlDocument(name, text);
  }

  /** The document of the same name with another text; this one if it is the same. */
  public TomlDocument with(String next) {
    return with(next, this);
  }

  /** As {@link #with(String)}; {@code likely} if the text is that one's: it is not read again. */
  public TomlDocument with(String next, TomlDocument likely) {
    if (next.equals(text)) {
      return this;
    }
    return next.equals(likely.text) ? likely : new TomlDocument(name, next);
  }

  /** What errors call it. */
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public List<TomlStatement> statements() {
    return statements;
  }

  public String text(TomlStatement statement) {
    return statement.text(text);
  }

  /** The first line end; {@code \n} where there is none. */
  public String lineEnd() {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /**
   * The plain value at a path, see {@link #plain}; {@code null} if there is none, or if its root
   * key is not among {@link #READ}.
   */
  public Object value(List<String> path) {
    if (!READ.contains(path.get(0))) {
      return null;
    }
    // tomlj's own look-up throws where something on the path is not a table
    Object value = values;
    for (String key : path) {
      value = value instanceof TomlTable inner ? inner.get(List.of(key)) : null;
    }
    return plain(value);
  }

  /** The table at a key as a map; empty if there is none or if it is not a table. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> table(String key) {
    return value(List.of(key)) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /**
   * One of tomlj's values as a plain Java value, which can be compared: a map, a list, or what
   * tomlj gives: String, Long, Double, Boolean, or a date or time of {@code java.time}.
   */
  public static Object plain(Object value) {
    if (value instanceof TomlTable table) {
      Map<String, Object> map = new LinkedHashMap<>();
      table.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (value instanceof TomlArray array) {
      List<Object> list = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        list.add(plain(array.get(i)));
      }
      return list;
    }
    return value;
  }
}
