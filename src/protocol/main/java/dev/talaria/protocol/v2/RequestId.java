// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code RequestId} of the protocol. */
public final class RequestId extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RequestId(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static RequestId of() {
    return new RequestId(Wire.object());
  }
}
