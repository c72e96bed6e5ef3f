package dev.talaria.protocol.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes documents of a schema, and such as a newer Codex may send: more members, other constants.
 */
final class RandomJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Behind this depth what may be left out is left out. */
  private static final int DEPTH = 8;

  private final WireSchema schema;
  private final Random random;
  private final boolean newer;

  RandomJson(WireSchema schema, long seed, boolean newer) {
    this.schema = schema;
    this.random = new Random(seed);
    this.newer = newer;
  }

  JsonNode of(String definition) {
    return value(schema.all.get(definition), 0);
  }

  private JsonNode value(JsonNode one, int depth) {
    if (one.has("$ref")) {
      return value(schema.all.get(WireSchema.refName(one)), depth);
    }
    for (String wrapper : List.of("allOf", "anyOf", "oneOf")) {
      if (one.has(wrapper)) {
        return united(one, one.path(wrapper), depth);
      }
    }
    if (one.has("enum")) {
      return newer && one.path("enum").size() > 1 && random.nextInt(20) == 0
          ? NODES.textNode("notKnownYet")
          : one.path("enum").get(random.nextInt(one.path("enum").size()));
    }
    List<String> types = new ArrayList<>();
    if (one.path("type").isArray()) {
      one.path("type").forEach(type -> types.add(type.asText()));
    } else {
      types.add(one.path("type").asText());
    }
    return switch (types.get(random.nextInt(types.size()))) {
      case "string" -> NODES.textNode(Integer.toString(random.nextInt(), 36) + "é\n\"");
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> integer(one.path("format").asText());
      case "number" -> NODES.numberNode(random.nextInt() / 8.0);
      case "array" -> array(one, depth);
      case "object" -> object(one, depth);
      case "null" -> NODES.nullNode();
      default -> NODES.objectNode().put("any", random.nextInt());
    };
  }

  private JsonNode integer(String format) {
    return switch (format) {
      case "int32" -> NODES.numberNode(random.nextInt());
      case "uint8", "uint16" -> NODES.numberNode(random.nextInt(256));
      case "int64" -> NODES.numberNode(random.nextLong());
      default -> NODES.numberNode(random.nextLong() >>> 1);
    };
  }

  /** One of the alternatives, with the members that stand beside them. */
  private JsonNode united(JsonNode one, JsonNode alternatives, int depth) {
    int which = random.nextInt(alternatives.size());
    if (depth > DEPTH) {
      which = alternatives.size() - 1; // null, where it may be null
    }
    JsonNode value = value(alternatives.get(which), depth);
    if (value.isObject() && one.has("properties")) {
      ((ObjectNode) value).setAll((ObjectNode) object(one, depth));
    }
    return value;
  }

  private JsonNode array(JsonNode one, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int left = depth > DEPTH ? 0 : random.nextInt(3); left > 0; left--) {
      array.add(value(one.path("items"), depth + 1));
    }
    return array;
  }

  private JsonNode object(JsonNode one, int depth) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    one.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : one.path("properties").properties()) {
      if (required.contains(property.getKey()) || depth <= DEPTH && random.nextBoolean()) {
        object.set(property.getKey(), value(property.getValue(), depth + 1));
      }
    }
    if (one.path("additionalProperties").isObject() && depth <= DEPTH) {
      object.set("key " + random.nextInt(9), value(one.path("additionalProperties"), depth + 1));
    } else if (newer && one.has("properties") && random.nextInt(4) == 0) {
      object.putObject("not known yet").put("deep", 1);
    }
    return object;
  }
}
