// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code HookRunStatus} of the protocol. */
public enum HookRunStatus implements WireEnum {
  /** {@code running}. */
  RUNNING("running"),
  /** {@code completed}. */
  COMPLETED("completed"),
  /** {@code failed}. */
  FAILED("failed"),
  /** {@code blocked}. */
  BLOCKED("blocked"),
  /** {@code stopped}. */
  STOPPED("stopped"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  HookRunStatus(String wire) {
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
  public static HookRunStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
