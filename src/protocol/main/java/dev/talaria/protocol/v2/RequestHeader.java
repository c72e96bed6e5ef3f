// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code RequestHeader} of the protocol. */
public final class RequestHeader extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RequestHeader(JsonNode json) {
    super(json);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code value}} */
  public String value() {
    return Wire.text(json(), "value");
  }
}
