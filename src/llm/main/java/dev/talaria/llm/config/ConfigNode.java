package dev.talaria.llm.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map of a host's configuration with its path, that collects what is wrong in it.
 *
 * <p>For one thread. Messages have no values but those of keys that cannot be secrets.
 *
 * @param path where it is, such as {@code llm.models}; empty at the top
 * @param errors gets what cannot be used
 * @param warnings gets what is ignored
 */
record ConfigNode(String path, Map<?, ?> values, List<String> errors, List<String> warnings) {

  /** The path of a key. */
  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** Warns of every other key. */
  void only(List<String> known) {
    for (Object key : values.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        warnings.add("Unsupported " + at(String.valueOf(key)) + ": unknown field (ignored)");
      }
    }
  }

  void wrong(String key, String what) {
    errors.add("Unsupported " + at(key) + ": " + what);
  }

  /** The map under a key; an empty one if there is nothing. */
  ConfigNode child(String key) {
    Object value = values.get(key);
    if (value != null && !(value instanceof Map)) {
      wrong(key, "it must hold keys with values");
    }
    Map<?, ?> map = value instanceof Map<?, ?> inner ? inner : Map.of();
    return new ConfigNode(at(key), map, errors, warnings);
  }

  /** One of some texts. */
  String choice(String key, String otherwise, List<String> choices) {
    if (!has(key)) {
      return otherwise;
    }
    String choice = String.valueOf(values.get(key));
    if (values.get(key) instanceof String && choices.contains(choice)) {
      return choice;
    }
    wrong(key, choice + "; write " + String.join(" or ", choices));
    return otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    wrong(key, values.get(key) + "; write true or false");
    return otherwise;
  }

  /** A whole number above 0. */
  Optional<Integer> count(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof Integer number && number > 0) {
      return Optional.of(number);
    }
    wrong(key, values.get(key) + "; write a whole number greater than 0");
    return Optional.empty();
  }

  Optional<Duration> millis(String key) {
    return count(key).map(Duration::ofMillis);
  }

  /** A number from 0 to 1. */
  double share(String key, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (values.get(key) instanceof Number number
        && !(number instanceof BigInteger)
        && !(number instanceof BigDecimal)
        && number.doubleValue() >= 0
        && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    wrong(key, values.get(key) + "; write a number from 0 to 1");
    return otherwise;
  }

  /** The texts under keys that are known; a value of another type is an error. */
  Map<String, String> texts(List<String> known) {
    only(known);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : known) {
      if (values.get(key) instanceof String text) {
        texts.put(key, text);
      } else if (has(key)) {
        wrong(key, "it must be a text");
      }
    }
    return texts;
  }
}
