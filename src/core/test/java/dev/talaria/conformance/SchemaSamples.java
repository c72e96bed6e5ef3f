package dev.talaria.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random messages: in the shape that the schema of Codex's server requests gives, or in none. */
public final class SchemaSamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;
  private static final List<String> TEXTS =
      List.of(
          "", "a", "accept", "rm -rf /", "/ws/a.txt", "\u202e\u001b[2J", "ü\ud83d\ude00", "null");

  private final JsonNode union;
  private final Random random;

  /** Samples of the union in this file, as {@link CodexSchema} has it written. */
  public SchemaSamples(Path serverRequestSchema, Random random) throws IOException {
    this(WireJson.mapper().readTree(serverRequestSchema.toFile()), random);
  }

  private SchemaSamples(JsonNode union, Random random) {
    this.union = union;
    this.random = random;
  }

  /** The same shapes from another source of chance. */
  public SchemaSamples with(Random other) {
    return new SchemaSamples(union, other);
  }

  /** A request of any method of the schema, with params in its shape. */
  public ObjectNode request() {
    JsonNode alternatives = union.path("oneOf");
    return (ObjectNode) sample(alternatives.get(random.nextInt(alternatives.size())), 0);
  }

  private JsonNode sample(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asText();
      return sample(union.at(name.substring(1)), depth);
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.has(choice)) {
        JsonNode options = schema.get(choice);
        return sample(options.get(random.nextInt(options.size())), depth + 1);
      }
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return ofType(schema, depth);
  }

  private JsonNode ofType(JsonNode schema, int depth) {
    JsonNode type = schema.path("type");
    String name =
        type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText("any");
    return switch (name) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
      case "integer" -> JSON.numberNode(random.nextInt(100_000));
      case "number" -> JSON.numberNode(random.nextDouble());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> noise(depth);
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (required.contains(property.getKey()) || depth < DEEPEST && random.nextInt(3) > 0) {
        object.set(property.getKey(), sample(property.getValue(), depth + 1));
      }
    }
    if (schema.path("additionalProperties").isObject() && depth < DEEPEST) {
      for (int i = random.nextInt(3); i > 0; i--) {
        object.set("/ws/" + i, sample(schema.get("additionalProperties"), depth + 1));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int i = depth < DEEPEST ? random.nextInt(4) : 0; i > 0; i--) {
      array.add(sample(schema.path("items"), depth + 1));
    }
    return array;
  }

  /** Any JSON at all. */
  public JsonNode noise(int depth) {
    switch (random.nextInt(depth < 3 ? 8 : 6)) {
      case 0:
        return JSON.nullNode();
      case 1:
        return JSON.booleanNode(random.nextBoolean());
      case 2:
        return JSON.numberNode(random.nextLong());
      case 3:
        return JSON.numberNode(random.nextDouble() * 1e30);
      case 4, 5:
        return JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
      case 6:
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(noise(depth + 1));
        }
        return array;
      default:
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(TEXTS.get(random.nextInt(TEXTS.size())), noise(depth + 1));
        }
        return object;
    }
  }

  /** The same object with one member, at any depth, replaced by noise or taken away. */
  public void spoil(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      object.set("x", noise(0));
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    if (object.get(name) instanceof ObjectNode inner && random.nextInt(3) > 0) {
      spoil(inner);
    } else if (random.nextInt(3) == 0) {
      object.remove(name);
    } else {
      object.set(name, noise(0));
    }
  }
}
