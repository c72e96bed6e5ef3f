// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code OtelToolResultLogConfig} of the protocol. */
public final class OtelToolResultLogConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public OtelToolResultLogConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code max_bytes}} */
  public long maxBytes() {
    return Wire.required(json(), "max_bytes", Wire::longInteger);
  }
}
