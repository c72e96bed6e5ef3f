// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code AddCreditsNudgeEmailStatus} of the protocol. */
public enum AddCreditsNudgeEmailStatus implements WireEnum {
  /** {@code sent}. */
  SENT("sent"),
  /** {@code cooldown_active}. */
  COOLDOWN_ACTIVE("cooldown_active"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  AddCreditsNudgeEmailStatus(String wire) {
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
  public static AddCreditsNudgeEmailStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
