package dev.talaria.migration.toml;

import java.util.HashSet;
import java.util.Set;

/**
 * Recognises values that are valid TOML beyond doubt: on one line, made of strings without escapes,
 * decimal integers, booleans, arrays and inline tables. Any other value is for tomlj to judge. One
 * use, one thread.
 */
final class PlainValue {

  /** Deeper values, which no person writes, are for tomlj to judge. */
  private static final int DEEPEST = 16;

  /** Any number of so many digits fits into 64 bits. */
  private static final int DIGITS = 18;

  private final String text;
  private int at;

  private PlainValue(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** The end of the plain value that begins at {@code start}; -1 if there is none. */
  static int end(String text, int start) {
    PlainValue value = new PlainValue(text, start);
    return value.value(0) ? value.at : -1;
  }

  /** The end of the plain key that begins at {@code start}, bare or in quotes; -1 if none does. */
  static int endOfKey(String text, int start) {
    PlainValue key = new PlainValue(text, start);
    return key.key() ? key.at : -1;
  }

  /** Whether TOML allows a character in any comment or string. */
  static boolean isText(char c) {
    return c == '\t' || (c >= ' ' && c != 0x7f && !Character.isSurrogate(c));
  }

  private boolean value(int depth) {
    if (at >= text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '"', '\'' -> string();
      case '[' -> array(depth);
      case '{' -> inlineTable(depth);
      case 't' -> literal("true");
      case 'f' -> literal("false");
      default -> integer();
    };
  }

  private boolean key() {
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      return string();
    }
    int start = at;
    while (at < text.length() && isBare(text.charAt(at))) {
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

  /** Three quotes are left to tomlj. */
  private boolean string() {
    char quote = text.charAt(at++);
    int start = at;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (!isText(c) || (c == '\\' && quote == '"')) {
        return false;
      }
    }
    boolean isLong = at == start && at + 1 < text.length() && text.charAt(at + 1) == quote;
    return !isLong && take(quote);
  }

  private boolean literal(String literal) {
    boolean found = text.startsWith(literal, at);
    at += literal.length();
    return found && isValueEnd();
  }

  private boolean integer() {
    take('-');
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    int digits = at - start;
    boolean leadingZero = digits > 1 && text.charAt(start) == '0';
    return digits > 0 && digits <= DIGITS && !leadingZero && isValueEnd();
  }

  /** Otherwise it is the beginning of something longer, such as a date. */
  private boolean isValueEnd() {
    return at >= text.length() || " \t\r\n,]}#".indexOf(text.charAt(at)) >= 0;
  }

  private boolean array(int depth) {
    at++;
    skipBlanks();
    if (take(']')) {
      return true;
    }
    do {
      skipBlanks();
      if (!value(depth + 1)) {
        return false;
      }
      skipBlanks();
    } while (take(','));
    return take(']');
  }

  private boolean inlineTable(int depth) {
    at++;
    skipBlanks();
    if (take('}')) {
      return true;
    }
    Set<String> keys = new HashSet<>();
    do {
      skipBlanks();
      int start = at;
      if (!key() || !keys.add(unquoted(start))) {
        return false;
      }
      skipBlanks();
      if (!take('=')) {
        return false;
      }
      skipBlanks();
      if (!value(depth + 1)) {
        return false;
      }
      skipBlanks();
    } while (take(','));
    return take('}');
  }

  private String unquoted(int start) {
    char first = text.charAt(start);
    return first == '"' || first == '\''
        ? text.substring(start + 1, at - 1)
        : text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }
}
