package dev.talaria.llm.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.tools.internal.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any schema becomes one that strict mode takes, and any answer to that becomes valid. */
class StrictSchemaPropertyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WORDS =
      new TreeSet<>(
          List.of(
              "type",
              "properties",
              "required",
              "additionalProperties",
              "items",
              "enum",
              "anyOf",
              "$ref",
              "$defs",
              "title",
              "description",
              "pattern",
              "format",
              "multipleOf",
              "minimum",
              "maximum",
              "exclusiveMinimum",
              "exclusiveMaximum",
              "minItems",
              "maxItems"));

  @Property(tries = 2000)
  void a_strict_schema_keeps_the_rules_and_its_answers_are_valid_when_turned_back(
      @ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode original = root(random);
    StrictAnswer form = StrictAnswer.of(original);
    ObjectNode strict = form.sent();
    keepsTheRules(strict, strict, true);

    JsonNode answer = answer(strict, strict, random, 6);
    assertEquals(
        List.of(), SchemaCheck.of(strict).problems(answer), () -> strict + " answered " + answer);
    JsonNode restored = form.restored(answer);
    assertEquals(
        List.of(),
        SchemaCheck.of(original).problems(restored),
        () -> original + "\nstrict " + strict + "\nanswer " + answer + "\nrestored " + restored);
  }

  /** The rules of the API's documentation for structured outputs. */
  private static void keepsTheRules(JsonNode schema, ObjectNode root, boolean top) {
    schema
        .fieldNames()
        .forEachRemaining(word -> assertTrue(WORDS.contains(word), () -> word + " in " + root));
    boolean object =
        schema.path("type").asText().equals("object")
            || schema.path("type").toString().contains("\"object\"");
    if (top) {
      assertEquals("object", schema.path("type").asText(), root::toString);
    }
    if (object) {
      assertTrue(schema.path("additionalProperties").isBoolean(), root::toString);
      assertEquals(false, schema.path("additionalProperties").booleanValue());
      Set<String> names = new TreeSet<>();
      schema.path("properties").fieldNames().forEachRemaining(names::add);
      Set<String> required = new TreeSet<>();
      schema.path("required").forEach(name -> required.add(name.asText()));
      assertEquals(names, required, root::toString);
    }
    boolean says = schema.has("type") || schema.has("anyOf") || schema.has("$ref");
    assertTrue(says, () -> "a schema of anything in " + root);
    schema.path("properties").forEach(part -> keepsTheRules(part, root, false));
    schema.path("anyOf").forEach(part -> keepsTheRules(part, root, false));
    schema.path("$defs").forEach(part -> keepsTheRules(part, root, false));
    if (schema.has("items")) {
      keepsTheRules(schema.path("items"), root, false);
    }
  }

  // --- schemas

  private static ObjectNode root(Random random) {
    List<String> defs = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      defs.add("D" + i);
    }
    ObjectNode root = random.nextInt(4) == 0 ? any(random, 3, defs) : object(random, 3, defs);
    if (!defs.isEmpty()) {
      ObjectNode held = root.putObject(random.nextBoolean() ? "$defs" : "definitions");
      String prefix = root.has("$defs") ? "#/$defs/" : "#/definitions/";
      for (String name : defs) {
        // What refers to itself does so where it may end.
        ObjectNode def = object(random, 1, List.of());
        ObjectNode list = ((ObjectNode) def.get("properties")).putObject("more");
        list.put("type", "array").putObject("items").put("$ref", prefix + name);
        held.set(name, def);
      }
      rename(root, prefix);
    }
    return root;
  }

  private static void rename(JsonNode node, String prefix) {
    if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith("@")) {
      object.put("$ref", prefix + object.path("$ref").asText().substring(1));
    }
    node.forEach(child -> rename(child, prefix));
  }

  private static ObjectNode any(Random random, int depth, List<String> defs) {
    ObjectNode schema = JSON.createObjectNode();
    int kind = random.nextInt(depth > 0 ? 14 : 7);
    switch (kind) {
      case 0 -> schema.put("type", "string");
      case 1 -> schema.put("type", "integer").put("minimum", random.nextInt(5));
      case 2 -> schema.put("type", "boolean").put("default", true);
      case 3 -> schema.putArray("enum").add("a").add("b");
      case 4 -> schema.putArray("type").add("number").add("null");
      case 5 -> {
        if (random.nextBoolean()) {
          schema.put("const", random.nextInt(3));
        } else {
          schema.putArray("enum").add("a").add(1).addNull();
        }
      }
      case 6 -> {
        if (!defs.isEmpty()) {
          schema.put("$ref", "@" + defs.get(random.nextInt(defs.size())));
        } else {
          schema.put("type", "null");
        }
      }
      case 7 -> schema.put("type", "array").set("items", any(random, depth - 1, defs));
      case 8 ->
          schema.put("type", "object").set("additionalProperties", any(random, depth - 1, defs));
      case 9 ->
          schema.putArray("anyOf").add(object(random, depth - 1, defs)).add(any(random, 0, defs));
      case 10 -> schema.put("description", "free");
      case 11 -> schema.put("type", "object");
      case 12 -> {
        schema = object(random, depth - 1, defs);
        schema.putArray("type").add("object").add("null");
      }
      default -> schema = object(random, depth - 1, defs);
    }
    return schema;
  }

  private static ObjectNode object(Random random, int depth, List<String> defs) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    schema.put("$comment", "left out").put("title", "T");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      properties.set("p" + i, any(random, depth, defs));
      if (random.nextBoolean()) {
        required.add("p" + i);
      }
    }
    if (random.nextBoolean()) {
      schema.put("additionalProperties", random.nextBoolean());
    }
    return schema;
  }

  // --- answers

  private static JsonNode answer(JsonNode schema, ObjectNode root, Random random, int depth) {
    if (schema.has("$ref")) {
      return answer(root.at(schema.get("$ref").asText().substring(1)), root, random, depth - 1);
    } else if (schema.has("enum")) {
      JsonNode values = schema.get("enum");
      return values.get(random.nextInt(values.size()));
    } else if (schema.has("anyOf")) {
      JsonNode choices = schema.get("anyOf");
      return answer(choices.get(random.nextInt(choices.size())), root, random, depth);
    }
    JsonNode type = schema.get("type");
    String name = type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText();
    return switch (name) {
      case "string" ->
          schema.path("description").asText().contains("as JSON text")
              ? JSON.getNodeFactory().textNode(random.nextBoolean() ? "{\"x\":[1]}" : "{}")
              : JSON.getNodeFactory().textNode("s" + random.nextInt(9));
      case "integer" -> JSON.getNodeFactory().numberNode(5 + random.nextInt(9));
      case "number" -> JSON.getNodeFactory().numberNode(random.nextInt(9) / 2.0);
      case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case "null" -> JSON.getNodeFactory().nullNode();
      case "array" -> {
        ArrayNode list = JSON.createArrayNode();
        for (int i = depth > 0 ? random.nextInt(3) : 0; i > 0; i--) {
          list.add(answer(schema.get("items"), root, random, depth - 1));
        }
        yield list;
      }
      default -> {
        ObjectNode object = JSON.createObjectNode();
        schema
            .path("properties")
            .properties()
            .forEach(
                part ->
                    object.set(part.getKey(), answer(part.getValue(), root, random, depth - 1)));
        yield object;
      }
    };
  }
}
