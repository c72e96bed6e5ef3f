// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** What {@code applyPatchApproval} asks. */
public final class ApplyPatchApprovalParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ApplyPatchApprovalParams(JsonNode json) {
    super(json);
  }

  /**
   * Use to correlate this with [codex_protocol::protocol::PatchApplyBeginEvent] and
   * [codex_protocol::protocol::PatchApplyEndEvent].
   *
   * @return {@code callId}
   */
  public String callId() {
    return Wire.text(json(), "callId");
  }

  /** {@return {@code conversationId}} */
  public String conversationId() {
    return Wire.text(json(), "conversationId");
  }

  /** {@return {@code fileChanges}} */
  public Map<String, FileChange> fileChanges() {
    return Wire.map(json(), "fileChanges", FileChange::read);
  }

  /**
   * When set, the agent is asking the user to allow writes under this root for the remainder of
   * the session (unclear if this is honored today).
   *
   * @return {@code grantRoot}; empty when absent or null
   */
  public Optional<String> grantRoot() {
    return Wire.optionalText(json(), "grantRoot");
  }

  /**
   * Optional explanatory reason (e.g. request for extra write access).
   *
   * @return {@code reason}; empty when absent or null
   */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }
}
