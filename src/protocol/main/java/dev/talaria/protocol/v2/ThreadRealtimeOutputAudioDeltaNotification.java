// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - streamed output audio emitted by thread realtime. */
public final class ThreadRealtimeOutputAudioDeltaNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeOutputAudioDeltaNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code audio}} */
  public ThreadRealtimeAudioChunk audio() {
    return Wire.required(json(), "audio", ThreadRealtimeAudioChunk::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
