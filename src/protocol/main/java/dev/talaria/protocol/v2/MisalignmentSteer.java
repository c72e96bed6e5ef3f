// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code MisalignmentSteer} of the protocol. */
public final class MisalignmentSteer extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MisalignmentSteer(JsonNode json) {
    super(json);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }
}
