// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** The params of {@code thread/queue/update}. */
@Experimental
public final class ThreadQueueUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param input {@code input}
   * @param queuedSubmissionId {@code queuedSubmissionId}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadQueueUpdateParams of(List<UserInput> input, String queuedSubmissionId, String threadId) {
    return new ThreadQueueUpdateParams(Wire.object("input", input, "queuedSubmissionId", queuedSubmissionId, "threadId", threadId));
  }

  /** {@return {@code input}} */
  public List<UserInput> input() {
    return Wire.list(json(), "input", UserInput::read);
  }

  /** {@return {@code queuedSubmissionId}} */
  public String queuedSubmissionId() {
    return Wire.text(json(), "queuedSubmissionId");
  }

  /**
   * Non-empty metadata replaces the input's metadata; omission or an empty map preserves it.
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
  public ThreadQueueUpdateParams responsesapiClientMetadata(Map<String, String> value) {
    return new ThreadQueueUpdateParams(Wire.with(json(), "responsesapiClientMetadata", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
