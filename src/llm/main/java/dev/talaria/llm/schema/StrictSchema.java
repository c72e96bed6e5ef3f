package dev.talaria.llm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON Schema as the API's strict mode takes it: an object at its top, every property required,
 * no others, optional ones nullable. Pure functions.
 *
 * <p>What strict mode cannot express is written differently, and {@link StrictAnswer} turns it
 * back: a top that is not an object is the property {@code value} of one, an open map is a list of
 * entries with {@code key} and {@code value}, and a value of any kind is a string of JSON text.
 * Limits that it does not know, such as {@code minLength}, are left out; the answer is checked
 * against the original.
 */
final class StrictSchema {

  static final String VALUE = "value";
  static final String KEY = "key";

  private static final Set<String> KEPT =
      Set.of(
          "title",
          "description",
          "pattern",
          "multipleOf",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minItems",
          "maxItems");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");
  private static final List<String> SCALARS = List.of("string", "number", "integer", "boolean");

  private StrictSchema() {}

  /**
   * The strict form.
   *
   * @param root a schema in the form of {@link SchemaForm}
   */
  static ObjectNode of(ObjectNode root) {
    ObjectNode strict;
    if (isWrapped(root)) {
      strict = object();
      ((ObjectNode) strict.get("properties")).set(VALUE, strict(withoutDefs(root), root));
      strict.putArray("required").add(VALUE);
    } else {
      strict = strict(withoutDefs(SchemaForm.resolved(root, root)), root);
    }
    if (root.path(SchemaForm.DEFS) instanceof ObjectNode defs) {
      ObjectNode strictDefs = strict.putObject(SchemaForm.DEFS);
      defs.properties().forEach(def -> strictDefs.set(def.getKey(), strict(def.getValue(), root)));
    }
    return strict;
  }

  /** Whether the top is not a plain object, and so becomes the property of one. */
  static boolean isWrapped(ObjectNode root) {
    return kind(SchemaForm.resolved(root, root)) != Kind.OBJECT;
  }

  private static ObjectNode withoutDefs(JsonNode schema) {
    ObjectNode bare = schema.deepCopy();
    bare.remove(SchemaForm.DEFS);
    return bare;
  }

  /** How a schema is written in strict mode. */
  enum Kind {
    REFERENCE,
    CHOICE,
    VALUES,
    TYPES,
    OBJECT,
    MAP,
    ARRAY,
    SCALAR,
    NULL,
    FREE
  }

  static Kind kind(JsonNode schema) {
    List<String> types = SchemaForm.types(schema);
    if (schema.has("$ref")) {
      return Kind.REFERENCE;
    } else if (schema.has("enum") || schema.has("const")) {
      return scalars(values(schema)) ? Kind.VALUES : Kind.FREE;
    } else if (types.size() > 1) {
      return Kind.TYPES;
    } else if (types.isEmpty() && (schema.has("anyOf") || schema.has("oneOf"))) {
      return Kind.CHOICE;
    }
    String type = types.isEmpty() ? schema.has("properties") ? "object" : "" : types.get(0);
    if (type.equals("object")) {
      if (schema.path("properties").isEmpty()) {
        return schema.path("additionalProperties").isObject() ? Kind.MAP : closedOrFree(schema);
      }
      return Kind.OBJECT;
    } else if (type.equals("array")) {
      return Kind.ARRAY;
    } else if (type.equals("null")) {
      return Kind.NULL;
    }
    return SCALARS.contains(type) ? Kind.SCALAR : Kind.FREE;
  }

  private static Kind closedOrFree(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isBoolean() && !others.booleanValue() ? Kind.OBJECT : Kind.FREE;
  }

  /** Whether a value of any kind is asked for, or one that strict mode cannot express. */
  static boolean isFree(JsonNode schema) {
    return kind(schema) == Kind.FREE;
  }

  private static ArrayNode values(JsonNode schema) {
    if (schema.path("enum") instanceof ArrayNode values) {
      return values;
    }
    return WireJson.mapper().createArrayNode().add(schema.path("const"));
  }

  /** Strict mode wants a type beside the values. */
  private static JsonNode typeOf(ArrayNode values) {
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode value : values) {
      types.add(
          switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> value.isIntegralNumber() ? "integer" : "number";
          });
    }
    if (types.size() == 1) {
      return WireJson.mapper().getNodeFactory().textNode(types.iterator().next());
    }
    ArrayNode several = WireJson.mapper().createArrayNode();
    types.forEach(several::add);
    return several;
  }

  private static boolean scalars(ArrayNode values) {
    for (JsonNode value : values) {
      if (value.isContainerNode()) {
        return false;
      }
    }
    return !values.isEmpty();
  }

  /** The strict form of a part. */
  static ObjectNode strict(JsonNode schema, ObjectNode root) {
    return switch (kind(schema)) {
      case REFERENCE ->
          WireJson.mapper().createObjectNode().put("$ref", schema.path("$ref").textValue());
      case CHOICE, TYPES -> choice(schema, root);
      case VALUES -> {
        ObjectNode strict = kept(schema);
        strict.set("type", typeOf(values(schema)));
        strict.set("enum", values(schema).deepCopy());
        yield strict;
      }
      case OBJECT -> object(schema, root);
      case MAP -> {
        ObjectNode entry = object();
        ObjectNode properties = (ObjectNode) entry.get("properties");
        properties.putObject(KEY).put("type", "string");
        properties.set(VALUE, strict(schema.get("additionalProperties"), root));
        entry.putArray("required").add(KEY).add(VALUE);
        ObjectNode strict = kept(schema).put("type", "array");
        strict.set("items", entry);
        yield strict;
      }
      case ARRAY -> {
        ObjectNode strict = kept(schema).put("type", "array");
        strict.set("items", strict(schema.path("items"), root));
        yield strict;
      }
      case SCALAR -> kept(schema).put("type", SchemaForm.types(schema).get(0));
      case NULL -> WireJson.mapper().createObjectNode().put("type", "null");
      case FREE ->
          WireJson.mapper()
              .createObjectNode()
              .put("type", "string")
              .put(
                  "description",
                  (schema.path("description").asText("") + " Any JSON value, as JSON text.")
                      .trim());
    };
  }

  /** The schemas of which one must hold: of {@code anyOf}, {@code oneOf}, or of several types. */
  static List<JsonNode> branches(JsonNode schema) {
    List<JsonNode> branches = new ArrayList<>();
    if (kind(schema) == Kind.TYPES) {
      for (String type : SchemaForm.types(schema)) {
        ObjectNode branch = schema.deepCopy();
        branches.add(branch.put("type", type));
      }
    } else {
      schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").forEach(branches::add);
    }
    return branches;
  }

  private static ObjectNode choice(JsonNode schema, ObjectNode root) {
    ObjectNode strict = WireJson.mapper().createObjectNode();
    // with several types each branch has it
    if (kind(schema) == Kind.CHOICE && schema.path("description").isTextual()) {
      strict.set("description", schema.get("description"));
    }
    ArrayNode choices = strict.putArray("anyOf");
    branches(schema).forEach(branch -> choices.add(strict(branch, root)));
    return strict;
  }

  private static ObjectNode object(JsonNode schema, ObjectNode root) {
    ObjectNode strict = kept(schema).setAll(object());
    ObjectNode properties = (ObjectNode) strict.get("properties");
    ArrayNode required = strict.putArray("required");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      ObjectNode part = strict(property.getValue(), root);
      properties.set(name, isOptional(schema, name, root) ? nullable(part) : part);
      required.add(name);
    }
    return strict;
  }

  /** Whether a property may be absent and may not be null: then null stands for its absence. */
  static boolean isOptional(JsonNode schema, String name, ObjectNode root) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(name)) {
        return false;
      }
    }
    JsonNode property = schema.path("properties").path(name);
    return isFree(SchemaForm.resolved(property, root)) || !SchemaForm.takesNull(property, root);
  }

  private static ObjectNode nullable(ObjectNode part) {
    if (part.path("type").isTextual() && !part.has("enum")) {
      String type = part.get("type").textValue();
      part.putArray("type").add(type).add("null");
      return part;
    }
    ObjectNode either = WireJson.mapper().createObjectNode();
    either.putArray("anyOf").add(part).addObject().put("type", "null");
    return either;
  }

  private static ObjectNode object() {
    ObjectNode strict = WireJson.mapper().createObjectNode().put("type", "object");
    strict.putObject("properties");
    return strict.put("additionalProperties", false);
  }

  private static ObjectNode kept(JsonNode schema) {
    ObjectNode strict = WireJson.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      String name = keyword.getKey();
      boolean format = name.equals("format") && FORMATS.contains(keyword.getValue().asText());
      if (KEPT.contains(name) || format) {
        strict.set(name, keyword.getValue());
      }
    }
    return strict;
  }
}
