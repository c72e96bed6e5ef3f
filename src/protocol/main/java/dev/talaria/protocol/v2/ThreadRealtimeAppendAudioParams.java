// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - append audio input to thread realtime. */
@Experimental
public final class ThreadRealtimeAppendAudioParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeAppendAudioParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param audio {@code audio}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadRealtimeAppendAudioParams of(ThreadRealtimeAudioChunk audio, String threadId) {
    return new ThreadRealtimeAppendAudioParams(Wire.object("audio", audio, "threadId", threadId));
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
