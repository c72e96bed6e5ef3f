package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads members that must have a certain JSON type, and says where one has not.
 *
 * <p>Immutable.
 *
 * @param place the path of the value that is read, such as {@code messages[3]}
 */
record JsonShape(String place) {

  JsonShape at(String member) {
    return new JsonShape(place + "." + member);
  }

  JsonNode array(JsonNode value) {
    return require(value, value != null && value.isArray(), "an array");
  }

  JsonNode object(JsonNode value) {
    return require(value, value != null && value.isObject(), "an object");
  }

  String text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return at(member).require(value, value.isTextual(), "a string").textValue();
  }

  /** Null and absence are the empty string. */
  String optionalText(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isMissingNode() || value.isNull() ? "" : text(object, member);
  }

  /** The texts of the parts of a type, joined by line feeds; parts of other types have none. */
  String texts(JsonNode parts, String member, String type) {
    List<String> texts = new ArrayList<>();
    int index = 0;
    for (JsonNode part : parts) {
      JsonShape shape = at(member + "[" + index + "]");
      shape.object(part);
      if (type.equals(part.path("type").asText())) {
        texts.add(shape.text(part, "text"));
      }
      index++;
    }
    return String.join("\n", texts);
  }

  IllegalArgumentException wrong(String member, String expected, String found) {
    return at(member).wrong(expected, found);
  }

  private JsonNode require(JsonNode value, boolean fits, String expected) {
    if (!fits) {
      String found =
          value == null || value.isMissingNode()
              ? "nothing"
              : "a JSON " + value.getNodeType().name().toLowerCase(Locale.ROOT);
      throw wrong(expected, found);
    }
    return value;
  }

  private IllegalArgumentException wrong(String expected, String found) {
    return new IllegalArgumentException(place + " must be " + expected + ", but there is " + found);
  }
}
