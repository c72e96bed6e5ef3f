// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** What {@code execCommandApproval} asks. */
public final class ExecCommandApprovalParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExecCommandApprovalParams(JsonNode json) {
    super(json);
  }

  /**
   * Identifier for this specific approval callback.
   *
   * @return {@code approvalId}; empty when absent or null
   */
  public Optional<String> approvalId() {
    return Wire.optionalText(json(), "approvalId");
  }

  /**
   * Use to correlate this with [codex_protocol::protocol::ExecCommandBeginEvent] and
   * [codex_protocol::protocol::ExecCommandEndEvent].
   *
   * @return {@code callId}
   */
  public String callId() {
    return Wire.text(json(), "callId");
  }

  /** {@return {@code command}} */
  public List<String> command() {
    return Wire.list(json(), "command", Wire::text);
  }

  /** {@return {@code conversationId}} */
  public String conversationId() {
    return Wire.text(json(), "conversationId");
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code parsedCmd}} */
  public List<ParsedCommand> parsedCmd() {
    return Wire.list(json(), "parsedCmd", ParsedCommand::read);
  }

  /** {@return {@code reason}; empty when absent or null} */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }
}
