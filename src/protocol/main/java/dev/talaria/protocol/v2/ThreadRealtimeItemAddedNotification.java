// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - raw non-audio thread realtime item emitted by the backend. */
public final class ThreadRealtimeItemAddedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeItemAddedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code item}; a missing node when absent} */
  public JsonNode item() {
    return json().path("item");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
