// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Multi-agent runtime supported by a model. */
public enum MultiAgentVersion implements WireEnum {
  /** {@code disabled}. */
  DISABLED("disabled"),
  /** {@code v1}. */
  V1("v1"),
  /** {@code v2}. */
  V2("v2"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  MultiAgentVersion(String wire) {
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
  public static MultiAgentVersion read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
