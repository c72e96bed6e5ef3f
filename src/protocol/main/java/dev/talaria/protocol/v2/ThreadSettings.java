// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code ThreadSettings} of the protocol. */
public final class ThreadSettings extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSettings(JsonNode json) {
    super(json);
  }

  /** {@return {@code activePermissionProfile}; empty when absent or null} */
  public Optional<ActivePermissionProfile> activePermissionProfile() {
    return Wire.optional(json(), "activePermissionProfile", ActivePermissionProfile::new);
  }

  /** {@return {@code approvalPolicy}} */
  public AskForApproval approvalPolicy() {
    return Wire.required(json(), "approvalPolicy", AskForApproval::read);
  }

  /** {@return {@code approvalsReviewer}} */
  public ApprovalsReviewer approvalsReviewer() {
    return Wire.required(json(), "approvalsReviewer", ApprovalsReviewer::read);
  }

  /** {@return {@code collaborationMode}} */
  public CollaborationMode collaborationMode() {
    return Wire.required(json(), "collaborationMode", CollaborationMode::new);
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /**
   * Saved list of disabled plugin IDs. Does not yet filter plugin capabilities.
   *
   * @return {@code disabledPluginIds}; empty also when absent or null
   */
  public List<String> disabledPluginIds() {
    return Wire.list(json(), "disabledPluginIds", Wire::text);
  }

  /** {@return {@code effort}; empty when absent or null} */
  public Optional<String> effort() {
    return Wire.optionalText(json(), "effort");
  }

  /**
   * Environments configured for future turns, in priority order, primary first. `null` means the
   * server does not expose the selection; [] means none are selected.
   *
   * @return {@code environments}; empty also when absent or null
   */
  @Experimental
  public List<ThreadEnvironment> environments() {
    return Wire.list(json(), "environments", ThreadEnvironment::new);
  }

  /** {@return {@code model}} */
  public String model() {
    return Wire.text(json(), "model");
  }

  /** {@return {@code modelProvider}} */
  public String modelProvider() {
    return Wire.text(json(), "modelProvider");
  }

  /**
   * Deprecated by Codex. Always `explicitRequestOnly`. Use `effort` for Ultra behavior.
   *
   * @return {@code multiAgentMode}; empty when absent or null
   */
  @Experimental
  public Optional<MultiAgentMode> multiAgentMode() {
    return Wire.optional(json(), "multiAgentMode", MultiAgentMode::read);
  }

  /**
   * Deprecated by Codex. Reports the saved setting; `friendly` and `pragmatic` no longer select
   * a style.
   *
   * @return {@code personality}; empty when absent or null
   */
  public Optional<Personality> personality() {
    return Wire.optional(json(), "personality", Personality::read);
  }

  /** {@return {@code sandboxPolicy}} */
  public SandboxPolicy sandboxPolicy() {
    return Wire.required(json(), "sandboxPolicy", SandboxPolicy::read);
  }

  /** {@return {@code serviceTier}; empty when absent or null} */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "serviceTier");
  }

  /** {@return {@code summary}; empty when absent or null} */
  public Optional<ReasoningSummary> summary() {
    return Wire.optional(json(), "summary", ReasoningSummary::read);
  }
}
