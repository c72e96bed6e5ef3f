package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireFormatException;
import dev.talaria.protocol.WireValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the generated types read their fields and are changed. */
public final class Wire {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Wire() {}

  /** An object with these fields: names and values in turn. */
  public static JsonNode object(Object... fields) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < fields.length; i += 2) {
      object.set((String) fields[i], tree(fields[i + 1]));
    }
    return object;
  }

  /** A copy of an object with one more field, or another value of it. */
  public static JsonNode with(JsonNode json, String field, Object value) {
    ObjectNode copy = NODES.objectNode();
    copy.setAll((ObjectNode) json);
    copy.set(field, tree(value));
    return copy;
  }

  /** What is to be sent for a value of Java. */
  public static JsonNode tree(Object value) {
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof WireValue wire) {
      return wire.json();
    } else if (value instanceof WireEnum constant) {
      return NODES.textNode(constant.wire());
    } else if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof List<?> list) {
      return NODES.arrayNode().addAll(list.stream().map(Wire::tree).toList());
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, one) -> object.set((String) key, tree(one)));
      return object;
    }
    return WireJson.mapper().valueToTree(value);
  }

  /** The value of a field that has to be there. */
  public static <T> T required(JsonNode json, String field, Function<JsonNode, T> read) {
    JsonNode value = json.get(field);
    if (value == null) {
      throw new WireFormatException("the field \"" + field + "\" is missing");
    }
    return named(value, field, read);
  }

  /** The value of a field; empty when it is absent or null. */
  public static <T> Optional<T> optional(JsonNode json, String field, Function<JsonNode, T> read) {
    JsonNode value = json.get(field);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(named(value, field, read));
  }

  /** The elements of a field; none when it is absent or null. */
  public static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
    return optional(json, field, node -> list(node, read)).orElse(List.of());
  }

  /** The entries of a field in the order of the JSON; none when it is absent or null. */
  public static <T> Map<String, T> map(JsonNode json, String field, Function<JsonNode, T> read) {
    return optional(json, field, node -> map(node, read)).orElse(Map.of());
  }

  /** The elements of an array. */
  public static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
    expect(json.isArray(), "an array", json);
    List<T> list = new ArrayList<>(json.size());
    for (JsonNode element : json) {
      list.add(read.apply(element));
    }
    return Collections.unmodifiableList(list);
  }

  /** The entries of an object. */
  public static <T> Map<String, T> map(JsonNode json, Function<JsonNode, T> read) {
    expect(json.isObject(), "an object", json);
    Map<String, T> map = new LinkedHashMap<>();
    json.properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
    return Collections.unmodifiableMap(map);
  }

  private static <T> T named(JsonNode value, String field, Function<JsonNode, T> read) {
    try {
      return read.apply(value);
    } catch (WireFormatException e) {
      throw new WireFormatException("\"" + field + "\": " + e.getMessage());
    }
  }

  /** The text of a required field. */
  public static String text(JsonNode json, String field) {
    return required(json, field, Wire::text);
  }

  /** The text of a field; empty when it is absent or null. */
  public static Optional<String> optionalText(JsonNode json, String field) {
    return optional(json, field, Wire::text);
  }

  public static String text(JsonNode json) {
    expect(json.isTextual(), "a string", json);
    return json.textValue();
  }

  public static boolean flag(JsonNode json) {
    expect(json.isBoolean(), "a boolean", json);
    return json.booleanValue();
  }

  public static int integer(JsonNode json) {
    expect(json.canConvertToInt() && json.canConvertToExactIntegral(), "an integer", json);
    return json.intValue();
  }

  public static long longInteger(JsonNode json) {
    expect(json.canConvertToLong() && json.canConvertToExactIntegral(), "an integer", json);
    return json.longValue();
  }

  public static double number(JsonNode json) {
    expect(json.isNumber(), "a number", json);
    return json.doubleValue();
  }

  /** Anything. */
  public static JsonNode node(JsonNode json) {
    return json;
  }

  /** The constant with this wire text; {@code other} when it is not one of them. */
  public static <E extends WireEnum> E constant(JsonNode json, E[] constants, E other) {
    String text = text(json);
    for (E constant : constants) {
      if (constant != other && constant.wire().equals(text)) {
        return constant;
      }
    }
    return other;
  }

  /** What tells the kinds of a union apart. */
  public static String kind(JsonNode json, String field) {
    return WireJson.text(json, field);
  }

  /** What tells the kinds of a union of names and of objects with one key apart. */
  public static String kind(JsonNode json) {
    return json.isObject() && json.size() > 0 ? json.fieldNames().next() : "";
  }

  /** The string of a constant; that of what is not known is in the JSON that it was read from. */
  public static String sent(String wire) {
    if (wire == null) {
      throw new IllegalStateException(
          "UNRECOGNIZED stands for what was received; it is never sent");
    }
    return wire;
  }

  private static void expect(boolean right, String expected, JsonNode json) {
    if (!right) {
      throw new WireFormatException(
          "expected " + expected + ", got " + json.getNodeType().name().toLowerCase(Locale.ROOT));
    }
  }
}
