package dev.talaria.migration.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a TOML document: a table header, a key with its value, a comment line or a blank
 * line. Immutable.
 *
 * @param start where its first line begins, in characters
 * @param end behind its last line end
 * @param line of its start, from 1
 * @param keyStart where the key begins, or the bracket of a header
 * @param valueStart where the value of a {@link Kind#KEY_VALUE} begins
 * @param valueEnd after that value
 * @param key the key or the header's path as written
 * @param table the path of the table that it stands in; its own path for a header
 */
public record TomlStatement(
    Kind kind,
    int start,
    int end,
    int line,
    int keyStart,
    int valueStart,
    int valueEnd,
    List<String> key,
    List<String> table) {

  /** What a statement can be. */
  public enum Kind {
    BLANK,
    COMMENT,
    TABLE,
    ARRAY_TABLE,
    KEY_VALUE
  }

  public boolean isHeader() {
    return kind == Kind.TABLE || kind == Kind.ARRAY_TABLE;
  }

  public boolean isKeyValue() {
    return kind == Kind.KEY_VALUE;
  }

  /** A key that stands in no table. */
  public boolean isRootKey() {
    return isKeyValue() && table.isEmpty();
  }

  /** The first segment of what it defines; {@code null} for a comment or a blank line. */
  String rootKey() {
    if (!isKeyValue() && !isHeader()) {
      return null;
    }
    return (table.isEmpty() ? key : table).get(0);
  }

  /** The whole path of what it defines; empty for a comment or a blank line. */
  public List<String> path() {
    if (!isKeyValue()) {
      return isHeader() ? key : List.of();
    }
    if (table.isEmpty()) {
      return key;
    }
    List<String> path = new ArrayList<>(table);
    path.addAll(key);
    return path;
  }

  /** Whether what it defines is {@code prefix} or below it. */
  public boolean isUnder(List<String> prefix) {
    List<String> path = path();
    return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
  }

  String text(String document) {
    return document.substring(start, end);
  }
}
