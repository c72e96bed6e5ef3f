// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - emitted when thread realtime encounters an error. */
public final class ThreadRealtimeErrorNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeErrorNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
