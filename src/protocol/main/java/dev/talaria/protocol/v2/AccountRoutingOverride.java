// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Backend routing policy. Wire values match the accounts/check contract. */
public enum AccountRoutingOverride implements WireEnum {
  /** {@code NO_CONSTRAINT}. */
  NO_CONSTRAINT("NO_CONSTRAINT"),
  /** {@code us}. */
  US("us"),
  /** {@code us_cr}. */
  US_CR("us_cr"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  AccountRoutingOverride(String wire) {
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
  public static AccountRoutingOverride read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
