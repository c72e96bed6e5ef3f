// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Distinguishes a command approval from input sent to an existing terminal. */
public enum CommandExecutionApprovalKind implements WireEnum {
  /** {@code command}. */
  COMMAND("command"),
  /** {@code writeStdin}. */
  WRITE_STDIN("writeStdin"),
  /**
   * A managed checkpoint requiring a fresh human decision. Only `accept`, `decline`, and
   * `cancel` are valid. Requires the `requiredHumanApproval` initialize capability. This prompt
   * does not itself start a command execution item.
   */
  HUMAN_COMMAND("humanCommand"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CommandExecutionApprovalKind(String wire) {
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
  public static CommandExecutionApprovalKind read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
