// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code SubAgentActivityKind} of the protocol. */
public enum SubAgentActivityKind implements WireEnum {
  /** {@code started}. */
  STARTED("started"),
  /** {@code interacted}. */
  INTERACTED("interacted"),
  /** {@code interrupted}. */
  INTERRUPTED("interrupted"),
  /** {@code completed}. */
  COMPLETED("completed"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  SubAgentActivityKind(String wire) {
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
  public static SubAgentActivityKind read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
