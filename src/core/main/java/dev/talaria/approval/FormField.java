package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field of an {@link ApprovalRequest.Elicitation}'s form, read from its schema: one of the flat
 * schemas of the Model Context Protocol. Immutable as long as its node is not modified.
 *
 * @param name the key in the answer
 * @param title what the server calls it; the name when it does not
 * @param description what the server says about it; may be empty
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code array} or
 *     another word of the server
 * @param choices the values that are allowed; empty for any
 * @param labels what the choices are called, one for each
 * @param fallback the value to use when nothing is entered; a missing node for none
 * @param required whether the server insists on it
 */
public record FormField(
    String name,
    String title,
    String description,
    String type,
    List<String> choices,
    List<String> labels,
    JsonNode fallback,
    boolean required) {

  /**
   * For the tests of a host; {@link #of} reads a form that Codex sent.
   *
   * @param name the key in the answer
   * @param title empty to show nothing
   * @param description empty for none
   * @param type a JSON Schema type
   * @param choices copied; empty for any value
   * @param labels copied; as many as there are choices
   * @param fallback a missing node for none
   * @param required whether a value must be entered
   */
  public FormField {
    choices = List.copyOf(choices);
    labels = List.copyOf(labels);
  }

  /**
   * {@return the fields of a form, in the order of the schema; empty for a schema without any}
   *
   * @param schema the {@code schema} of an {@link ApprovalRequest.Elicitation}; other JSON has no
   *     fields
   */
  public static List<FormField> of(JsonNode schema) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    List<FormField> fields = new ArrayList<>();
    for (var property : schema.path("properties").properties()) {
      fields.add(of(property.getKey(), property.getValue(), required.contains(property.getKey())));
    }
    return List.copyOf(fields);
  }

  private static FormField of(String name, JsonNode schema, boolean required) {
    List<String> choices = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    JsonNode values = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
    values.path("enum").forEach(value -> choices.add(value.asText()));
    values.path("enumNames").forEach(label -> labels.add(label.asText()));
    for (String union : List.of("oneOf", "anyOf")) {
      for (JsonNode value : values.path(union)) {
        choices.add(value.path("const").asText());
        labels.add(value.path("title").asText(value.path("const").asText()));
      }
    }
    return new FormField(
        name,
        schema.path("title").asText(name),
        schema.path("description").asText(""),
        schema.path("type").asText(choices.isEmpty() ? "any" : "string"),
        choices,
        labels.size() == choices.size() ? labels : choices,
        schema.path("default"),
        required);
  }

  /**
   * {@return the field in one line that is safe to show: name, type, choices and whether it is
   * required}
   */
  public String describe() {
    return describe(SafeText.BRIEF);
  }

  String describe(SafeText safe) {
    StringBuilder line = new StringBuilder(safe.name(title));
    if (!title.equals(name)) {
      line.append(" [").append(safe.name(name)).append(']');
    }
    line.append(" (").append(safe.name(type)).append(required ? ", required" : ", optional");
    if (!fallback.isMissingNode()) {
      line.append(", default ").append(safe.name(fallback.asText(fallback.toString())));
    }
    line.append(')');
    if (!choices.isEmpty()) {
      line.append(": ").append(safe.line(String.join(" | ", labels), SafeText.FACT));
    }
    if (!description.isBlank()) {
      line.append(" - ").append(safe.line(description, SafeText.FACT));
    }
    return line.toString();
  }

  /**
   * {@return the value that a text means; empty when it means none of this type or choice}
   *
   * @param text what a person typed; surrounding blanks count in a plain string only
   */
  public Optional<JsonNode> read(String text) {
    String word = text.strip();
    if (type.equals("array")) {
      return readList(word);
    } else if (!choices.isEmpty()) {
      return choice(word).map(JsonNodeFactory.instance::textNode);
    }
    return switch (type) {
      case "boolean" -> readBoolean(word);
      case "integer", "number" -> readNumber(word);
      default -> Optional.of(JsonNodeFactory.instance.textNode(text));
    };
  }

  private static Optional<JsonNode> readBoolean(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "y", "yes", "true" -> Optional.of(JsonNodeFactory.instance.booleanNode(true));
      case "n", "no", "false" -> Optional.of(JsonNodeFactory.instance.booleanNode(false));
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> readNumber(String word) {
    if (!word.matches("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(word);
    if (type.equals("number")) {
      return Optional.of(JsonNodeFactory.instance.numberNode(number));
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    BigInteger integer = number.toBigInteger();
    return whole ? Optional.of(JsonNodeFactory.instance.numberNode(integer)) : Optional.empty();
  }

  /** Several values, with commas between them. */
  private Optional<JsonNode> readList(String word) {
    var values = JsonNodeFactory.instance.arrayNode();
    for (String part : word.isEmpty() ? new String[0] : word.split(",")) {
      Optional<String> value = choices.isEmpty() ? Optional.of(part.strip()) : choice(part.strip());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /** A choice by itself, its label or its number. */
  private Optional<String> choice(String word) {
    int exact = choices.indexOf(word);
    int index = exact >= 0 ? exact : labels.indexOf(word);
    if (index < 0 && word.matches("[0-9]{1,6}")) {
      index = Integer.parseInt(word) - 1;
    }
    return index >= 0 && index < choices.size()
        ? Optional.of(choices.get(index))
        : Optional.empty();
  }
}
