package dev.talaria.llm.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.schema.StrictAnswer;
import dev.talaria.llm.schema.TypeSchema;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.internal.SchemaCheck;
import java.lang.reflect.Type;

/**
 * What an object request wants, and the reading of an answer to it. Immutable.
 *
 * @param form how the model is asked
 * @param check the original schema
 */
public record ObjectAnswer<T>(JavaType type, StrictAnswer form, SchemaCheck check) {

  /**
   * Prepares a request.
   *
   * @throws LlmException with {@link LlmException.Kind#REFUSED} if the schema cannot be used
   */
  public static <T> ObjectAnswer<T> of(Type type, ObjectNode schema) {
    try {
      return new ObjectAnswer<>(
          WireJson.mapper().constructType(type), StrictAnswer.of(schema), SchemaCheck.of(schema));
    } catch (IllegalArgumentException e) {
      throw CallFailure.ofSchema(e);
    }
  }

  /** What the model is sent. */
  public ObjectNode strictSchema() {
    return form.sent();
  }

  /**
   * Reads an answer.
   *
   * @throws LlmException with {@link LlmException.Kind#INVALID_OUTPUT} if it is not valid
   */
  public T read(String text) {
    JsonNode answer;
    try {
      answer = StrictAnswer.WHOLE.readTree(text);
    } catch (JsonProcessingException e) {
      throw invalid("it is not JSON: " + e.getOriginalMessage());
    }
    if (answer.isMissingNode()) {
      throw invalid("it is empty");
    }
    JsonNode value = form.restored(answer);
    check
        .problem(value)
        .ifPresent(
            problem -> {
              throw invalid(problem);
            });
    try {
      return TypeSchema.MAPPER.treeToValue(value, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw invalid(
          "it cannot be read as "
              + type.toCanonical()
              + ": "
              + (e instanceof JsonProcessingException json
                  ? json.getOriginalMessage()
                  : e.getMessage()));
    }
  }

  private static LlmException invalid(String why) {
    return new LlmException(
        LlmException.Kind.INVALID_OUTPUT,
        "Codex structured output failed validation: " + Redaction.redact(why));
  }
}
