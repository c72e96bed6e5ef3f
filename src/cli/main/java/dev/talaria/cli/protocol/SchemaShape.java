package dev.talaria.cli.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON Schema seen as what a value may look like: its fields and its forms.
 *
 * <p>Immutable as long as nobody modifies the nodes. References and unions are looked through.
 *
 * @param node the schema
 * @param definitions what its references name
 */
record SchemaShape(JsonNode node, JsonNode definitions) {

  private static final String ARRAY = "array of ";

  /** The names of the fields that an object of this shape may have. */
  Set<String> fields() {
    Set<String> names = new TreeSet<>();
    for (JsonNode alternative : alternatives()) {
      alternative.path("properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** The fields that every object of this shape has. */
  Set<String> required() {
    Set<String> names = new TreeSet<>(fields());
    for (JsonNode alternative : alternatives()) {
      if (alternative.has("properties")) {
        Set<String> here = new HashSet<>();
        alternative.path("required").forEach(name -> here.add(name.asText()));
        names.retainAll(here);
      }
    }
    return names;
  }

  /** The shape at a path of field names joined by dots; the elements of an array are gone into. */
  Optional<SchemaShape> at(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    for (JsonNode alternative : alternatives()) {
      JsonNode field = alternative.path("properties").path(first);
      if (!field.isMissingNode()) {
        SchemaShape shape = new SchemaShape(field, definitions);
        return dot < 0 ? Optional.of(shape) : shape.at(path.substring(dot + 1));
      }
      if (alternative.has("items")) {
        Optional<SchemaShape> inside =
            new SchemaShape(alternative.get("items"), definitions).at(path);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What a value may be, in words: {@code string}, {@code 'accept'} for an allowed text, {@code
   * {text}} for an object tagged so, {@code array of …}.
   */
  Set<String> forms() {
    Set<String> forms = new TreeSet<>();
    for (JsonNode alternative : alternatives()) {
      addForms(alternative, forms);
    }
    return forms;
  }

  private void addForms(JsonNode schema, Set<String> forms) {
    if (schema.has("enum")) {
      schema.path("enum").forEach(value -> forms.add("'" + value.asText() + "'"));
    } else if (schema.path("type").isArray()) {
      schema.path("type").forEach(type -> addForms(type.asText(), schema, forms));
    } else {
      addForms(schema.path("type").asText("any"), schema, forms);
    }
  }

  private void addForms(String type, JsonNode schema, Set<String> forms) {
    if (type.equals("array")) {
      Set<String> elements = new SchemaShape(schema.path("items"), definitions).forms();
      elements.forEach(element -> forms.add(ARRAY + element));
    } else {
      forms.add(form(type, schema));
    }
  }

  /**
   * The type behind a form: {@code string} for an allowed text, {@code object} for a tagged one.
   */
  static String base(String form) {
    if (form.startsWith(ARRAY)) {
      return ARRAY + base(form.substring(ARRAY.length()));
    }
    return form.startsWith("'") ? "string" : form.startsWith("{") ? "object" : form;
  }

  private static String form(String type, JsonNode schema) {
    if (!type.equals("object")) {
      return type;
    }
    JsonNode tag = schema.path("properties").path("type").path("enum");
    if (tag.size() == 1) {
      return "{" + tag.get(0).asText() + "}";
    }
    boolean oneKey = schema.path("properties").size() == 1 && schema.path("required").size() == 1;
    return oneKey ? "{" + schema.path("required").get(0).asText() + "}" : "object";
  }

  /** The schemas of which a value has to match one, without references and unions. */
  private List<JsonNode> alternatives() {
    List<JsonNode> found = new ArrayList<>();
    collect(node, found, new HashSet<>());
    return found;
  }

  private void collect(JsonNode schema, List<JsonNode> found, Set<String> seen) {
    String reference = schema.path("$ref").asText("");
    if (!reference.isEmpty()) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (seen.add(name)) {
        collect(definitions.path(name), found, seen);
      }
      return;
    }
    boolean union = false;
    for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
      for (JsonNode part : schema.path(keyword)) {
        union = true;
        collect(part, found, seen);
      }
    }
    if (!union || schema.has("properties")) {
      found.add(schema);
    }
  }

  /** The shape of nothing: no fields. */
  static SchemaShape none() {
    return new SchemaShape(MissingNode.getInstance(), MissingNode.getInstance());
  }
}
