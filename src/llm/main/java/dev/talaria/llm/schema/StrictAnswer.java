package dev.talaria.llm.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.internal.SchemaCheck;
import java.util.Map;

/**
 * Asks for an answer in the strict form of a schema, and turns it back into the form of the schema
 * itself. Pure; what does not fit is left as it is, so that a check against the schema reports it.
 *
 * @param root the original schema, in the form of {@link SchemaForm}
 * @param sent the schema that the model is given
 */
public record StrictAnswer(ObjectNode root, ObjectNode sent) {

  /** Reads one value and nothing after it. */
  public static final ObjectReader WHOLE =
      WireJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * The strict form of a schema.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static StrictAnswer of(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      throw new IllegalArgumentException("it is not a JSON object");
    }
    ObjectNode form = SchemaForm.of(object);
    return new StrictAnswer(form, StrictSchema.of(form));
  }

  /** Whether the model's text is not yet the answer, so that its deltas are not useful. */
  public boolean isChanged() {
    ObjectNode plain = root.deepCopy();
    plain.remove("$schema");
    return !sent.equals(plain);
  }

  /** The answer in the schema's own form; text that is not JSON is left as it is. */
  public String restored(String text) {
    try {
      return isChanged() ? restored(WireJson.mapper().readTree(text)).toString() : text;
    } catch (JsonProcessingException notJson) {
      return text;
    }
  }

  /** The answer in the schema's own form. */
  public JsonNode restored(JsonNode answer) {
    if (StrictSchema.isWrapped(root)) {
      return answer.has(StrictSchema.VALUE)
          ? restored(root, answer.get(StrictSchema.VALUE))
          : answer;
    }
    return restored(root, answer);
  }

  private JsonNode restored(JsonNode schema, JsonNode answer) {
    return switch (StrictSchema.kind(schema)) {
      case REFERENCE -> {
        JsonNode target = SchemaForm.resolved(schema, root);
        yield target.has("$ref") ? answer : restored(target, answer);
      }
      case CHOICE, TYPES -> chosen(schema, answer);
      case OBJECT -> answer instanceof ObjectNode object ? object(schema, object) : answer;
      case MAP -> map(schema, answer);
      case ARRAY -> {
        if (!answer.isArray()) {
          yield answer;
        }
        var items = WireJson.mapper().createArrayNode();
        answer.forEach(item -> items.add(restored(schema.path("items"), item)));
        yield items;
      }
      case FREE -> free(answer);
      case VALUES, SCALAR, NULL -> answer;
    };
  }

  private JsonNode object(JsonNode schema, ObjectNode answer) {
    ObjectNode object = WireJson.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> member : answer.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      JsonNode property = schema.path("properties").path(name);
      if (property.isMissingNode()) {
        object.set(name, value);
      } else if (!value.isNull() || !StrictSchema.isOptional(schema, name, root)) {
        object.set(name, restored(property, value));
      }
    }
    return object;
  }

  private JsonNode map(JsonNode schema, JsonNode answer) {
    if (!answer.isArray()) {
      return answer;
    }
    ObjectNode map = WireJson.mapper().createObjectNode();
    for (JsonNode entry : answer) {
      if (!entry.path(StrictSchema.KEY).isTextual() || !entry.has(StrictSchema.VALUE)) {
        return answer;
      }
      map.set(
          entry.get(StrictSchema.KEY).textValue(),
          restored(schema.get("additionalProperties"), entry.get(StrictSchema.VALUE)));
    }
    return map;
  }

  /** By the first branch that takes the answer. */
  private JsonNode chosen(JsonNode schema, JsonNode answer) {
    for (JsonNode branch : StrictSchema.branches(schema)) {
      JsonNode candidate = restored(branch, answer);
      ObjectNode check = branch.deepCopy();
      if (root.has(SchemaForm.DEFS)) {
        check.set(SchemaForm.DEFS, root.get(SchemaForm.DEFS));
      }
      if (SchemaCheck.of(check).problems(candidate).isEmpty()) {
        return candidate;
      }
    }
    return answer;
  }

  private static JsonNode free(JsonNode answer) {
    if (!answer.isTextual()) {
      return answer;
    }
    try {
      JsonNode value = WHOLE.readTree(answer.textValue());
      return value.isMissingNode() ? answer : value;
    } catch (JsonProcessingException plainText) {
      return answer;
    }
  }
}
