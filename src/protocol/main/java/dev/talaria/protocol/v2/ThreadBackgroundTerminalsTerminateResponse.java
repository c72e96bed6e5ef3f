// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/backgroundTerminals/terminate}. */
@Experimental
public final class ThreadBackgroundTerminalsTerminateResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadBackgroundTerminalsTerminateResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code terminated}} */
  public boolean terminated() {
    return Wire.required(json(), "terminated", Wire::flag);
  }
}
