// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code LoginAppBrand} of the protocol. */
public enum LoginAppBrand implements WireEnum {
  /** {@code codex}. */
  CODEX("codex"),
  /** {@code chatgpt}. */
  CHATGPT("chatgpt"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  LoginAppBrand(String wire) {
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
  public static LoginAppBrand read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
