// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code error} tells. */
public final class ErrorNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ErrorNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code error}} */
  public CodexTurnError error() {
    return Wire.required(json(), "error", CodexTurnError::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }

  /** {@return {@code willRetry}} */
  public boolean willRetry() {
    return Wire.required(json(), "willRetry", Wire::flag);
  }
}
