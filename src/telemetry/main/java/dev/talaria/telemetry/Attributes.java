package dev.talaria.telemetry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What is said of a span or a measurement: texts, whole numbers, seconds, truths and lists of
 * texts. For one thread. What is empty or negative is not known, and not put.
 */
final class Attributes {

  private final Map<Attribute, Object> values = new EnumMap<>(Attribute.class);

  static Attributes of(Attribute attribute, String value) {
    return new Attributes().put(attribute, value);
  }

  Attributes put(Attribute attribute, String value) {
    if (!value.isEmpty()) {
      values.put(attribute, value);
    }
    return this;
  }

  Attributes put(Attribute attribute, long value) {
    if (value >= 0) {
      values.put(attribute, value);
    }
    return this;
  }

  Attributes putTrue(Attribute attribute) {
    values.put(attribute, true);
    return this;
  }

  Attributes putSeconds(Attribute attribute, double seconds) {
    values.put(attribute, seconds);
    return this;
  }

  Attributes put(Attribute attribute, List<String> value) {
    values.put(attribute, value);
    return this;
  }

  Attributes putAll(Attributes more) {
    values.putAll(more.values);
    return this;
  }

  Object get(Attribute attribute) {
    return values.get(attribute);
  }

  /** In the order of their declaration; a String, Long, Double, Boolean or List of Strings each. */
  void forEach(BiConsumer<Attribute, Object> to) {
    values.forEach(to);
  }
}
