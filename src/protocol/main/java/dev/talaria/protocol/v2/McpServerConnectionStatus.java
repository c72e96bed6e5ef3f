// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code McpServerConnectionStatus} of the protocol. */
public enum McpServerConnectionStatus implements WireEnum {
  /** {@code notStarted}. */
  NOT_STARTED("notStarted"),
  /** {@code starting}. */
  STARTING("starting"),
  /** {@code connected}. */
  CONNECTED("connected"),
  /** {@code authenticationRequired}. */
  AUTHENTICATION_REQUIRED("authenticationRequired"),
  /** {@code failed}. */
  FAILED("failed"),
  /** {@code cancelled}. */
  CANCELLED("cancelled"),
  /** {@code disabled}. */
  DISABLED("disabled"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  McpServerConnectionStatus(String wire) {
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
  public static McpServerConnectionStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
