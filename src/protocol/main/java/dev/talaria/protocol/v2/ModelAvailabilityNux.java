// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ModelAvailabilityNux} of the protocol. */
public final class ModelAvailabilityNux extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelAvailabilityNux(JsonNode json) {
    super(json);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }
}
