// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code McpServerStatusDetail} of the protocol. */
public enum McpServerStatusDetail implements WireEnum {
  /** {@code full}. */
  FULL("full"),
  /** {@code toolsAndAuthOnly}. */
  TOOLS_AND_AUTH_ONLY("toolsAndAuthOnly"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  McpServerStatusDetail(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static McpServerStatusDetail read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
