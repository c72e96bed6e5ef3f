// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The answer to {@code item/commandExecution/requestApproval}. */
public final class CommandExecutionRequestApprovalResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecutionRequestApprovalResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param decision {@code decision}
   * @return a value with these fields
   */
  public static CommandExecutionRequestApprovalResponse of(CommandExecutionApprovalDecision decision) {
    return new CommandExecutionRequestApprovalResponse(Wire.object("decision", decision));
  }

  /** {@return {@code decision}} */
  public CommandExecutionApprovalDecision decision() {
    return Wire.required(json(), "decision", CommandExecutionApprovalDecision::read);
  }
}
