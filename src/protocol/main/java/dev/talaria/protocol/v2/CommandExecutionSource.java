// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code CommandExecutionSource} of the protocol. */
public enum CommandExecutionSource implements WireEnum {
  /** {@code agent}. */
  AGENT("agent"),
  /** {@code userShell}. */
  USER_SHELL("userShell"),
  /** {@code unifiedExecStartup}. */
  UNIFIED_EXEC_STARTUP("unifiedExecStartup"),
  /** {@code unifiedExecInteraction}. */
  UNIFIED_EXEC_INTERACTION("unifiedExecInteraction"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CommandExecutionSource(String wire) {
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
  public static CommandExecutionSource read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
