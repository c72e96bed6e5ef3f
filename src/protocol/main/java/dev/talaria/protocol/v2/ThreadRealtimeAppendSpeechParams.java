// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - append speakable text to thread realtime. */
@Experimental
public final class ThreadRealtimeAppendSpeechParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeAppendSpeechParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param text {@code text}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadRealtimeAppendSpeechParams of(String text, String threadId) {
    return new ThreadRealtimeAppendSpeechParams(Wire.object("text", text, "threadId", threadId));
  }

  /** {@return {@code text}} */
  public String text() {
    return Wire.text(json(), "text");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
