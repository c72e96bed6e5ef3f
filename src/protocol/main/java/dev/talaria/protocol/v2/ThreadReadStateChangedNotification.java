// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code thread/readState/changed} tells. */
public final class ThreadReadStateChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadReadStateChangedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code readState}} */
  public ThreadReadState readState() {
    return Wire.required(json(), "readState", ThreadReadState::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
