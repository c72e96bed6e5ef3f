package dev.talaria.base.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes keys and values as TOML 1.0.
 *
 * <p>Stateless and safe for use by many threads. What TOML cannot hold, such as half of a surrogate
 * pair, is an {@link IllegalArgumentException} whose message never has the value in it.
 */
public final class TomlText {

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private TomlText() {}

  /** Whether {@code key} may stand without quotes. */
  public static boolean isBare(String key) {
    return BARE.matcher(key).matches();
  }

  /** One part of a key, in quotes where it needs them. */
  public static String key(String key) {
    return isBare(key) ? key : string(key);
  }

  /** A whole path, such as the name of a table. */
  public static String dotted(List<String> path) {
    return path.stream().map(TomlText::key).collect(Collectors.joining("."));
  }

  /** A basic string on one line. */
  public static String string(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        int point = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(point)) {
          throw new IllegalArgumentException("a text holds half of a surrogate pair");
        }
        out.appendCodePoint(point);
        i++;
      } else {
        escape(c, out);
      }
    }
    return out.append('"').toString();
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c < ' ' || c == 0x7f) {
          out.append("\\u00").append(Character.forDigit(c >> 4, 16));
          out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** A value on one line: text, path, boolean, whole number, finite float, list or map of these. */
  public static String value(Object value) {
    if (value instanceof CharSequence || value instanceof Path) {
      return string(value.toString());
    } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return value.toString();
    } else if (value instanceof Double number && Double.isFinite(number)) {
      return number.toString();
    } else if (value instanceof Collection<?> list) {
      return list.stream().map(TomlText::value).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return table(map);
    }
    throw new IllegalArgumentException(
        "TOML cannot hold " + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
  }

  private static String table(Map<?, ?> map) {
    return map.isEmpty()
        ? "{}"
        : map.entrySet().stream()
            .map(TomlText::entry)
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String entry(Map.Entry<?, ?> entry) {
    if (entry.getKey() instanceof String name) {
      return key(name) + " = " + value(entry.getValue());
    }
    throw new IllegalArgumentException("TOML cannot hold a key that is not a text");
  }
}
