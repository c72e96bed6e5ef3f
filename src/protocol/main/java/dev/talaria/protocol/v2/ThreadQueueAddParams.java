// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** The params of {@code thread/queue/add}. */
@Experimental
public final class ThreadQueueAddParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueAddParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param clientUserMessageId {@code clientUserMessageId}
   * @param input {@code input}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadQueueAddParams of(String clientUserMessageId, List<UserInput> input, String threadId) {
    return new ThreadQueueAddParams(Wire.object("clientUserMessageId", clientUserMessageId, "input", input, "threadId", threadId));
  }

  /** {@return {@code clientUserMessageId}} */
  public String clientUserMessageId() {
    return Wire.text(json(), "clientUserMessageId");
  }

  /** {@return {@code input}} */
  public List<UserInput> input() {
    return Wire.list(json(), "input", UserInput::read);
  }

  /**
   * ResponsesAPI metadata captured from the client submitting this input.
   *
   * @return {@code responsesapiClientMetadata}; empty also when absent or null
   */
  public Map<String, String> responsesapiClientMetadata() {
    return Wire.map(json(), "responsesapiClientMetadata", Wire::text);
  }

  /**
   * Sets {@code responsesapiClientMetadata}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadQueueAddParams responsesapiClientMetadata(Map<String, String> value) {
    return new ThreadQueueAddParams(Wire.with(json(), "responsesapiClientMetadata", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
