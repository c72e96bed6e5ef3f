package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads members of a wire object that may have any JSON type.
 *
 * <p>Stateless; no method throws and none returns null.
 */
final class ItemFields {

  private ItemFields() {}

  static JsonNode member(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null ? NullNode.getInstance() : value;
  }

  /** A string as it is, null and absence as the empty string, anything else as JSON text. */
  static String text(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    return isAbsent(value) ? "" : value.toString();
  }

  static String text(JsonNode object, String name) {
    return text(member(object, name));
  }

  /** Like {@link #text(JsonNode, String)}, but an array or object counts as absent. */
  static String scalar(JsonNode object, String name) {
    JsonNode value = member(object, name);
    return value.isContainerNode() ? "" : text(value);
  }

  static Optional<String> optionalText(JsonNode object, String name) {
    JsonNode value = member(object, name);
    return isAbsent(value) ? Optional.empty() : Optional.of(text(value));
  }

  static Optional<JsonNode> optional(JsonNode object, String name) {
    JsonNode value = member(object, name);
    return isAbsent(value) ? Optional.empty() : Optional.of(value);
  }

  /** The elements of an array; nothing for null and absence; any other value stands for itself. */
  static List<JsonNode> elements(JsonNode object, String name) {
    JsonNode value = member(object, name);
    List<JsonNode> elements = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(elements::add);
    } else if (!isAbsent(value)) {
      elements.add(value);
    }
    return elements;
  }

  static boolean isAbsent(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }
}
