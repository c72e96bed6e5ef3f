// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code thread/status/changed} tells. */
public final class ThreadStatusChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadStatusChangedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public ThreadStatus status() {
    return Wire.required(json(), "status", ThreadStatus::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
