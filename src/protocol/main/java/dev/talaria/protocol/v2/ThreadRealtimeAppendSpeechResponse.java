// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** EXPERIMENTAL - response for appending realtime speech. */
@Experimental
public final class ThreadRealtimeAppendSpeechResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeAppendSpeechResponse(JsonNode json) {
    super(json);
  }
}
