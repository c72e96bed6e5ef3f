// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code AppConfig} of the protocol. */
public final class AppConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppConfig(JsonNode json) {
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

  /** {@return {@code default_tools_enabled}; empty when absent or null} */
  public Optional<Boolean> defaultToolsEnabled() {
    return Wire.optional(json(), "default_tools_enabled", Wire::flag);
  }

  /** {@return {@code destructive_enabled}; empty when absent or null} */
  public Optional<Boolean> destructiveEnabled() {
    return Wire.optional(json(), "destructive_enabled", Wire::flag);
  }

  /** {@return {@code enabled}; empty when absent or null} */
  public Optional<Boolean> enabled() {
    return Wire.optional(json(), "enabled", Wire::flag);
  }

  /**
   * Per-account approval settings keyed by link ID.
   *
   * @return {@code links}; empty when absent or null
   */
  public Optional<AppLinksConfig> links() {
    return Wire.optional(json(), "links", AppLinksConfig::new);
  }

  /**
   * Additional model-facing surfaces omitted for this connector's tools.
   *
   * @return {@code omit_tools_from}; empty also when absent or null
   */
  public List<ToolExposureSurface> omitToolsFrom() {
    return Wire.list(json(), "omit_tools_from", ToolExposureSurface::read);
  }

  /** {@return {@code open_world_enabled}; empty when absent or null} */
  public Optional<Boolean> openWorldEnabled() {
    return Wire.optional(json(), "open_world_enabled", Wire::flag);
  }

  /** {@return {@code tools}; empty when absent or null} */
  public Optional<AppToolsConfig> tools() {
    return Wire.optional(json(), "tools", AppToolsConfig::new);
  }
}
