// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code FileChangeApprovalDecision} of the protocol. */
public enum FileChangeApprovalDecision implements WireEnum {
  /** User approved the file changes. */
  ACCEPT("accept"),
  /**
   * User approved the file changes and future changes to the same files should run without
   * prompting.
   */
  ACCEPT_FOR_SESSION("acceptForSession"),
  /** User denied the file changes. The agent will continue the turn. */
  DECLINE("decline"),
  /** User denied the file changes. The turn will also be immediately interrupted. */
  CANCEL("cancel"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  FileChangeApprovalDecision(String wire) {
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
  public static FileChangeApprovalDecision read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
