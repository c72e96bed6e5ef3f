package dev.talaria.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;

/**
 * The form in which a chat call asks for JSON. Immutable.
 *
 * <p>What the model writes is not checked: the frameworks do that with what they make of it.
 */
final class ChatForm {

  private final ObjectNode sent;
  private final StrictAnswer answer;
  private final boolean changed;

  private ChatForm(ObjectNode sent, StrictAnswer answer, boolean changed) {
    this.sent = sent;
    this.answer = answer;
    this.changed = changed;
  }

  /**
   * The form of a schema.
   *
   * @throws LlmException if it is none
   */
  static ChatForm of(JsonNode schema) {
    try {
      if (!(schema instanceof ObjectNode object)) {
        throw new IllegalArgumentException("it is no JSON object");
      }
      ObjectNode form = SchemaForm.of(object);
      ObjectNode sent = StrictSchema.of(form);
      return new ChatForm(sent, new StrictAnswer(form), !isSame(sent, form));
    } catch (IllegalArgumentException e) {
      throw new LlmException(
          LlmException.Kind.REFUSED, "the answer's schema cannot be used: " + e.getMessage());
    }
  }

  private static boolean isSame(ObjectNode sent, ObjectNode form) {
    ObjectNode plain = form.deepCopy();
    plain.remove("$schema");
    return sent.equals(plain);
  }

  /** The schema that the model is given. */
  ObjectNode sent() {
    return sent;
  }

  /** Whether the model's text is not yet the answer, so that its pieces are of no use. */
  boolean changed() {
    return changed;
  }

  /** The answer as the caller's schema has it; what is no JSON is left as it is. */
  String restored(String text) {
    if (!changed) {
      return text;
    }
    try {
      return answer.restored(WireJson.mapper().readTree(text)).toString();
    } catch (JsonProcessingException noJson) {
      return text;
    }
  }
}
