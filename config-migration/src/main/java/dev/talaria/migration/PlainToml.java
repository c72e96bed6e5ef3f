package dev.talaria.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises statements that are valid TOML beyond doubt, so that tomlj need not be asked before
 * one of their values is.
 *
 * <p>It accepts a part of TOML only: headers of plain tables, undotted keys, and values on one line
 * made of strings without escapes, decimal integers, booleans, arrays and inline tables. Whatever
 * else there is, valid or not, is for tomlj to judge. One use, one thread.
 */
final class PlainToml {

  /** What has been said of a path. */
  private enum Said {
    /** Only that there is something below it. */
    ABOVE,
    TABLE,
    VALUE
  }

  /** A depth that no person writes; tomlj may say what it thinks of more. */
  private static final int DEEPEST = 16;

  /** The digits that fit into 64 bits whatever they are. */
  private static final int DIGITS = 18;

  private final String text;
  private final Map<List<String>, Said> said = new HashMap<>();
  private int at;
  private int end;

  private PlainToml(String text) {
    this.text = text;
  }

  /** Whether all of these statements of {@code text}, in their order, are plain and valid. */
  static boolean isPlain(String text, List<TomlStatement> statements) {
    PlainToml plain = new PlainToml(text);
    for (TomlStatement statement : statements) {
      if (!plain.accepts(statement)) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(TomlStatement statement) {
    at = statement.start();
    end = statement.end();
    boolean written =
        switch (statement.kind()) {
          case BLANK, COMMENT -> true;
          case TABLE -> header() && define(statement.key(), Said.TABLE);
          case KEY_VALUE -> keyValue() && define(statement.path(), Said.VALUE);
          case ARRAY_TABLE -> false;
        };
    return written && restOfLine();
  }

  /** Nothing may be said twice, and nothing may be below a value. */
  private boolean define(List<String> path, Said what) {
    for (int length = path.size() - 1; length > 0; length--) {
      Said above = said.putIfAbsent(path.subList(0, length), Said.ABOVE);
      if (above == Said.VALUE) {
        return false;
      } else if (above != null) {
        break;
      }
    }
    Said before = said.put(path, what);
    return before == null || (before == Said.ABOVE && what == Said.TABLE);
  }

  private boolean header() {
    blanks();
    if (!take('[')) {
      return false;
    }
    do {
      blanks();
      if (!key()) {
        return false;
      }
      blanks();
    } while (take('.'));
    return take(']');
  }

  private boolean keyValue() {
    blanks();
    if (!key()) {
      return false;
    }
    blanks();
    return take('=') && value(0);
  }

  private boolean key() {
    if (at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      return string();
    }
    int start = at;
    while (at < end && isBare(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private boolean value(int depth) {
    blanks();
    if (at >= end || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '"', '\'' -> string();
      case '[' -> array(depth);
      case '{' -> inlineTable(depth);
      case 't' -> word("true");
      case 'f' -> word("false");
      default -> integer();
    };
  }

  /** On one line and without escapes; three quotes are left to tomlj. */
  private boolean string() {
    char quote = text.charAt(at++);
    int start = at;
    while (at < end && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (!isText(c) || c == '\\') {
        return false;
      }
    }
    boolean isLong = at == start && at + 1 < end && text.charAt(at + 1) == quote;
    return !isLong && take(quote);
  }

  private static boolean isText(char c) {
    return c == '\t' || (c >= ' ' && c != 0x7f && !Character.isSurrogate(c));
  }

  private boolean word(String word) {
    boolean found = text.startsWith(word, at) && at + word.length() <= end;
    at += word.length();
    return found && isValueEnd();
  }

  private boolean integer() {
    if (text.charAt(at) == '-') {
      at++;
    }
    int start = at;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    int digits = at - start;
    boolean leadingZero = digits > 1 && text.charAt(start) == '0';
    return digits > 0 && digits <= DIGITS && !leadingZero && isValueEnd();
  }

  /** Else it is the beginning of something longer, such as a date. */
  private boolean isValueEnd() {
    return at >= end || " \t\r\n,]}#".indexOf(text.charAt(at)) >= 0;
  }

  private boolean array(int depth) {
    at++;
    blanks();
    if (take(']')) {
      return true;
    }
    do {
      if (!value(depth + 1)) {
        return false;
      }
      blanks();
    } while (take(','));
    return take(']');
  }

  private boolean inlineTable(int depth) {
    at++;
    blanks();
    if (take('}')) {
      return true;
    }
    Set<String> keys = new HashSet<>();
    do {
      blanks();
      int start = at;
      if (!key() || !keys.add(unquoted(start))) {
        return false;
      }
      blanks();
      if (!take('=') || !value(depth + 1)) {
        return false;
      }
      blanks();
    } while (take(','));
    return take('}');
  }

  private String unquoted(int start) {
    char first = text.charAt(start);
    return first == '"' || first == '\''
        ? text.substring(start + 1, at - 1)
        : text.substring(start, at);
  }

  /** A comment, if there is one, and the line end. */
  private boolean restOfLine() {
    blanks();
    if (take('#')) {
      while (at < end && isText(text.charAt(at))) {
        at++;
      }
    }
    if (at < end && text.charAt(at) == '\r') {
      at++;
      return take('\n') && at == end;
    }
    return at == end || (take('\n') && at == end);
  }

  private void blanks() {
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean take(char c) {
    boolean there = at < end && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }
}
