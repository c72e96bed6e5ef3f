// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code CodexTurnStatus} of the protocol. */
public enum CodexTurnStatus implements WireEnum {
  /** {@code completed}. */
  COMPLETED("completed"),
  /** {@code interrupted}. */
  INTERRUPTED("interrupted"),
  /** {@code failed}. */
  FAILED("failed"),
  /** {@code inProgress}. */
  IN_PROGRESS("inProgress"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CodexTurnStatus(String wire) {
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
  public static CodexTurnStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
