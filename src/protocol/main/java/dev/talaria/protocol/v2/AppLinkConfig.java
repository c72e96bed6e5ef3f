// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Approval settings for a connected account within an app. */
public final class AppLinkConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppLinkConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code approvals_reviewer}; empty when absent or null} */
  public Optional<ApprovalsReviewer> approvalsReviewer() {
    return Wire.optional(json(), "approvals_reviewer", ApprovalsReviewer::read);
  }

  /** {@return {@code default_tools_approval_mode}; empty when absent or null} */
  public Optional<AppToolApproval> defaultToolsApprovalMode() {
    return Wire.optional(json(), "default_tools_approval_mode", AppToolApproval::read);
  }
}
