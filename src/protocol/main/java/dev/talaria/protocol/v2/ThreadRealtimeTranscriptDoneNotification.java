// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - final transcript text emitted when realtime completes a transcript part. */
public final class ThreadRealtimeTranscriptDoneNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeTranscriptDoneNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code role}} */
  public String role() {
    return Wire.text(json(), "role");
  }

  /**
   * Final complete text for the transcript part.
   *
   * @return {@code text}
   */
  public String text() {
    return Wire.text(json(), "text");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
