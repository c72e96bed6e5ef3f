// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AppsDefaultConfig} of the protocol. */
public final class AppsDefaultConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsDefaultConfig(JsonNode json) {
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

  /** {@return {@code destructive_enabled}; empty when absent or null} */
  public Optional<Boolean> destructiveEnabled() {
    return Wire.optional(json(), "destructive_enabled", Wire::flag);
  }

  /** {@return {@code enabled}; empty when absent or null} */
  public Optional<Boolean> enabled() {
    return Wire.optional(json(), "enabled", Wire::flag);
  }

  /** {@return {@code open_world_enabled}; empty when absent or null} */
  public Optional<Boolean> openWorldEnabled() {
    return Wire.optional(json(), "open_world_enabled", Wire::flag);
  }
}
