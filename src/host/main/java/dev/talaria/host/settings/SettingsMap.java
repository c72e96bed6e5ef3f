package dev.talaria.host.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys and values of a configuration, read with errors that say where and what.
 *
 * @param name where it is, such as {@code approvals: rule 3}
 */
record SettingsMap(String name, Map<?, ?> values) {

  static SettingsMap of(String name, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(name + " must hold keys with values, not " + value);
    }
    return new SettingsMap(name, map);
  }

  IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(name + ": '" + key + "' " + what);
  }

  /** Refuses every other key: a mistyped rule must not vanish. */
  void only(String... keys) {
    for (Object key : values.keySet()) {
      if (!Arrays.asList(keys).contains(String.valueOf(key))) {
        throw wrong(
            String.valueOf(key), "is not allowed here; allowed are " + String.join(", ", keys));
      }
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Object value(String key) {
    return values.get(key);
  }

  Optional<String> text(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (value(key) instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    throw wrong(key, "must be a text, not " + value(key) + "; put it in quotes");
  }

  /** The one of these that {@code value}, which is under {@code key}, is the word for. */
  <T> T choice(String key, Object value, T[] choices, Function<T, String> word) {
    for (T choice : choices) {
      if (word.apply(choice).equals(value)) {
        return choice;
      }
    }
    throw wrong(
        key,
        "is "
            + value
            + "; write "
            + Stream.of(choices).map(word).collect(Collectors.joining(", ")));
  }

  /** A list of texts; empty when the key is missing. */
  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(value(key) instanceof List<?> list) || list.isEmpty()) {
      throw wrong(key, "must be a list such as [one, two], not " + value(key));
    }
    List<String> texts = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof String text) || text.isEmpty()) {
        throw wrong(key, "must hold texts only, not " + element + "; put it in quotes");
      }
      texts.add(text);
    }
    return texts;
  }

  boolean yes(String key) {
    if (!has(key)) {
      return false;
    }
    if (Boolean.TRUE.equals(value(key))) {
      return true;
    }
    throw wrong(key, "can only be true; leave it out otherwise");
  }
}
