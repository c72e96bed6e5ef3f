package dev.talaria.llm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON Schema in one form: definitions in {@code $defs} of the root, and every {@code $ref} to
 * one of them. Pure functions.
 */
final class SchemaForm {

  static final String DEFS = "$defs";
  private static final String REFERENCE = "#/" + DEFS + "/";
  private static final String OLD_REFERENCE = "#/definitions/";
  private static final String ROOT = "Root";

  private SchemaForm() {}

  /**
   * The schema in that form; the one given is not changed.
   *
   * @throws IllegalArgumentException if it refers to something other than its own definitions
   */
  static ObjectNode of(ObjectNode schema) {
    ObjectNode root = schema.deepCopy();
    ObjectNode defs = WireJson.mapper().createObjectNode();
    for (String name : new String[] {"definitions", DEFS}) {
      if (root.remove(name) instanceof ObjectNode found) {
        defs.setAll(found);
      }
    }
    boolean[] recursive = new boolean[1];
    rewrite(root, recursive);
    rewrite(defs, recursive);
    ObjectNode result = root;
    if (recursive[0]) {
      defs.set(ROOT, root);
      result = WireJson.mapper().createObjectNode().put("$ref", REFERENCE + ROOT);
    }
    if (!defs.isEmpty()) {
      result.set(DEFS, defs);
    }
    check(result, defs);
    return result;
  }

  private static void rewrite(JsonNode node, boolean[] recursive) {
    if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
      String reference = object.path("$ref").textValue();
      if (reference.equals("#")) {
        recursive[0] = true;
        object.put("$ref", REFERENCE + ROOT);
      } else if (reference.startsWith(OLD_REFERENCE)) {
        object.put("$ref", REFERENCE + reference.substring(OLD_REFERENCE.length()));
      }
    }
    node.forEach(part -> rewrite(part, recursive));
  }

  private static void check(JsonNode node, ObjectNode defs) {
    JsonNode reference = node.path("$ref");
    if (reference instanceof TextNode text && !defs.has(name(text.textValue()))) {
      throw new IllegalArgumentException(
          "the schema refers to "
              + text.textValue()
              + ", and only its own $defs can be sent to the model");
    }
    node.forEach(part -> check(part, defs));
  }

  private static String name(String reference) {
    String name =
        reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : reference;
    return name.replace("~1", "/").replace("~0", "~");
  }

  /** The schema that a schema's {@code $ref} leads to, or the schema itself. */
  static JsonNode resolved(JsonNode schema, ObjectNode root) {
    JsonNode now = schema;
    // As often as there are definitions: a circle of references leads nowhere.
    for (int hop = root.path(DEFS).size(); hop >= 0 && now.path("$ref").isTextual(); hop--) {
      now = root.path(DEFS).path(name(now.path("$ref").textValue()));
    }
    return now;
  }

  /** The types that a schema names. */
  static List<String> types(JsonNode schema) {
    List<String> types = new ArrayList<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    type.forEach(one -> types.add(one.asText()));
    return types;
  }

  /** Whether {@code null} is valid, as far as that can be seen. */
  static boolean takesNull(JsonNode schema, ObjectNode root) {
    JsonNode target = resolved(schema, root);
    if (target.has("const")) {
      return target.path("const").isNull();
    } else if (target.path("enum") instanceof ArrayNode values) {
      for (JsonNode value : values) {
        if (value.isNull()) {
          return types(target).isEmpty() || types(target).contains("null");
        }
      }
      return false;
    } else if (target.has("type")) {
      return types(target).contains("null");
    }
    for (String keyword : new String[] {"anyOf", "oneOf"}) {
      for (JsonNode branch : target.path(keyword)) {
        if (takesNull(branch, root)) {
          return true;
        }
      }
    }
    return StrictSchema.isFree(target);
  }
}
