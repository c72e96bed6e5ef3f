// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code turn/steer}. */
public final class TurnSteerResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnSteerResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
