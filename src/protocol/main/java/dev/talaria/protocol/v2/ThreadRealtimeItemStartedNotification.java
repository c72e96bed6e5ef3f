// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - a realtime timeline item started before its content streams. */
public final class ThreadRealtimeItemStartedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeItemStartedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code item}} */
  public ThreadRealtimeItem item() {
    return Wire.required(json(), "item", ThreadRealtimeItem::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
