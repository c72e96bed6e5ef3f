package dev.talaria.migration.translate;

import dev.talaria.base.VisibleText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads the typed values of a server out of what YAML gave.
 *
 * <p>Stateless and safe for use by many threads. A wrong value is an {@link
 * IllegalArgumentException} that names the place and the type and never holds the value. YAML's
 * lists may contain themselves: nothing here walks deeper than it must.
 */
public final class HostValues {

  private static final int LONGEST_NAME = 80;
  private static final double LONGEST_SECONDS = 1e9;
  private static final Pattern NUMERIC =
      Pattern.compile("[+-]?[0-9]{1,100}(?:\\.[0-9]{0,100})?(?:[eE][+-]?[0-9]{1,5})?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private HostValues() {}

  /** What a value is, in words for the user. */
  public static String type(Object value) {
    if (value == null) {
      return "nothing (null)";
    } else if (value instanceof String) {
      return "a text";
    } else if (value instanceof Boolean) {
      return "a boolean";
    } else if (value instanceof Number) {
      return "a number";
    } else if (value instanceof List) {
      return "a list";
    }
    return value instanceof Map ? "a map" : "something else";
  }

  /** A name from the file, fit for a message. */
  public static String shown(String name) {
    return VisibleText.onOneLine(name, LONGEST_NAME);
  }

  static IllegalArgumentException wrong(String place, Object value, String wanted) {
    return new IllegalArgumentException(place + " is " + type(value) + ", must be " + wanted);
  }

  static String text(String place, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(place, value, "a text");
  }

  /** A text that is there for a reason. */
  public static String filledText(String place, Object value) {
    String text = text(place, value);
    if (text.isBlank()) {
      throw new IllegalArgumentException(place + " is empty");
    }
    return text;
  }

  /** A text, or the decimal text of a number. */
  public static String textOrNumber(String place, Object value) {
    if (value instanceof String text) {
      return text;
    } else if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return value.toString();
    } else if (value instanceof Double number && Double.isFinite(number)) {
      return new BigDecimal(number.toString()).toPlainString();
    } else if (value instanceof Double) {
      throw new IllegalArgumentException(
          place + " is not a finite number; quote it if it is a text");
    }
    throw wrong(place, value, "a text or a number; quote it if it is a text");
  }

  static boolean bool(String place, Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(place, value, "true or false, without quotes");
  }

  public static Map<?, ?> map(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(place, value, "a map of names to values");
  }

  /** A list, each entry read by {@code entry} with its place, such as {@code args[0]}. */
  public static List<Object> list(
      String place, Object value, BiFunction<String, Object, Object> entry) {
    if (!(value instanceof List<?> list)) {
      throw wrong(place, value, "a list");
    }
    List<Object> result = new ArrayList<>(list.size());
    for (Object each : list) {
      result.add(entry.apply(place + "[" + result.size() + "]", each));
    }
    return Collections.unmodifiableList(result);
  }

  /** A map, each value read by {@code entry} with its place, such as {@code env.HOME}. */
  public static Map<String, Object> map(
      String place, Object value, BiFunction<String, Object, Object> entry) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : map(place, value).entrySet()) {
      if (!(each.getKey() instanceof String name) || name.isEmpty()) {
        throw new IllegalArgumentException(
            place + " has a name that is not a text, or is empty: put the name in quotes");
      }
      result.put(name, entry.apply(place + "." + shown(name), each.getValue()));
    }
    return Collections.unmodifiableMap(result);
  }

  /** Whether a text spells a finite or infinite number, so that it can stand for seconds. */
  static boolean isNumeric(String text) {
    return NUMERIC.matcher(text.strip()).matches();
  }

  /** Seconds that Codex can count with: finite, not negative, not longer than thirty years. */
  static Double seconds(String place, Object value) {
    double seconds;
    if (value instanceof String text && isNumeric(text)) {
      seconds = Double.parseDouble(text.strip());
    } else if (value instanceof Number number) {
      seconds = number.doubleValue();
    } else {
      throw wrong(place, value, "a number of seconds");
    }
    if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(place + " must be from 0 to 1000000000 seconds");
    }
    return seconds + 0.0;
  }

  static Long milliseconds(String place, Object value) {
    if (!(value instanceof Integer || value instanceof Long)) {
      throw wrong(place, value, "a whole number of milliseconds");
    }
    long millis = ((Number) value).longValue();
    if (millis < 0 || millis > LONGEST_SECONDS * 1000) {
      throw new IllegalArgumentException(place + " must be from 0 to 1000000000000 milliseconds");
    }
    return millis;
  }

  /** One of a few words. */
  static String word(String place, Object value, Set<String> words) {
    if (value instanceof String text && words.contains(text)) {
      return text;
    }
    throw new IllegalArgumentException(
        place + " must be one of " + String.join(", ", words.stream().sorted().toList()));
  }

  /** The name of an environment variable; a token put here by mistake is rarely one. */
  static String variable(String place, Object value) {
    if (value instanceof String text && VARIABLE.matcher(text).matches()) {
      return text;
    }
    throw new IllegalArgumentException(
        place + " must be the name of an environment variable (letters, digits, _)");
  }
}
