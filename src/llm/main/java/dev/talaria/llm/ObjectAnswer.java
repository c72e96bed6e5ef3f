package dev.talaria.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.SchemaCheck;
import java.util.List;

/**
 * What an object request wants, and the reading of an answer to it. Immutable.
 *
 * @param strictSchema what the model is sent
 */
record ObjectAnswer<T>(
    JavaType type, ObjectNode strictSchema, StrictAnswer form, SchemaCheck check) {

  private static final int MOST_PROBLEMS = 5;
  private static final ObjectReader WHOLE =
      WireJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Prepares a request.
   *
   * @throws LlmException with {@link LlmException.Kind#REFUSED} if its schema is none
   */
  static <T> ObjectAnswer<T> of(ObjectRequest<T> request) {
    try {
      ObjectNode original = request.schema();
      ObjectNode form = SchemaForm.of(original);
      return new ObjectAnswer<>(
          request.type(), StrictSchema.of(form), new StrictAnswer(form), SchemaCheck.of(original));
    } catch (IllegalArgumentException e) {
      throw new LlmException(
          LlmException.Kind.REFUSED, "the answer's schema cannot be used: " + e.getMessage());
    }
  }

  /**
   * Reads an answer.
   *
   * @throws LlmException with {@link LlmException.Kind#INVALID_OUTPUT} if it is not valid
   */
  T read(String text) {
    JsonNode answer;
    try {
      answer = WHOLE.readTree(text);
    } catch (JsonProcessingException e) {
      throw invalid("it is no JSON: " + e.getOriginalMessage());
    }
    if (answer.isMissingNode()) {
      throw invalid("it is empty");
    }
    JsonNode value = form.restored(answer);
    List<String> problems = check.problems(value);
    if (!problems.isEmpty()) {
      throw invalid(
          String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))));
    }
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
