// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** EXPERIMENTAL - response for appending realtime text input. */
@Experimental
public final class ThreadRealtimeAppendTextResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeAppendTextResponse(JsonNode json) {
    super(json);
  }
}
