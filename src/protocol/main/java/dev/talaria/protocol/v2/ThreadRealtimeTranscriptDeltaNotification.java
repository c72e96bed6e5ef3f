// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - flat transcript delta emitted whenever realtime transcript text changes. */
public final class ThreadRealtimeTranscriptDeltaNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeTranscriptDeltaNotification(JsonNode json) {
    super(json);
  }

  /**
   * Live transcript delta from the realtime event.
   *
   * @return {@code delta}
   */
  public String delta() {
    return Wire.text(json(), "delta");
  }

  /** {@return {@code role}} */
  public String role() {
    return Wire.text(json(), "role");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
