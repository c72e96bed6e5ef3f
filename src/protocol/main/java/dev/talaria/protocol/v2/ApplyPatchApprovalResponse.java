// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The answer to {@code applyPatchApproval}. */
public final class ApplyPatchApprovalResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ApplyPatchApprovalResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param decision {@code decision}
   * @return a value with these fields
   */
  public static ApplyPatchApprovalResponse of(ReviewDecision decision) {
    return new ApplyPatchApprovalResponse(Wire.object("decision", decision));
  }

  /** {@return {@code decision}} */
  public ReviewDecision decision() {
    return Wire.required(json(), "decision", ReviewDecision::read);
  }
}
