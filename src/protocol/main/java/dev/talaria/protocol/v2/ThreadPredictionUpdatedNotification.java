// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code thread/prediction/updated} tells. */
public final class ThreadPredictionUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadPredictionUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code result}} */
  public ThreadPredictionResult result() {
    return Wire.required(json(), "result", ThreadPredictionResult::read);
  }

  /** {@return {@code sourceTurnId}} */
  public String sourceTurnId() {
    return Wire.text(json(), "sourceTurnId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
