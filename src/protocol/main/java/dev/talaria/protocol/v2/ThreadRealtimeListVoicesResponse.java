// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - response for listing supported realtime voices. */
@Experimental
public final class ThreadRealtimeListVoicesResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeListVoicesResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code voices}} */
  public RealtimeVoicesList voices() {
    return Wire.required(json(), "voices", RealtimeVoicesList::new);
  }
}
