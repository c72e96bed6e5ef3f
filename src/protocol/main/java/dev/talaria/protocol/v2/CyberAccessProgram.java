// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/**
 * Requested cyber treatment for an OpenAI model turn. Authorization and model-tier restrictions
 * remain server-owned.
 */
public enum CyberAccessProgram implements WireEnum {
  /** {@code standard}. */
  STANDARD("standard"),
  /** {@code daybreakBlue}. */
  DAYBREAK_BLUE("daybreakBlue"),
  /** {@code daybreakRed}. */
  DAYBREAK_RED("daybreakRed"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CyberAccessProgram(String wire) {
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
  public static CyberAccessProgram read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
