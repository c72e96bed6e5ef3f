// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code thread/start}. */
public final class ThreadStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadStartResponse(JsonNode json) {
    super(json);
  }

  /**
   * Named or implicit built-in profile that produced the active permissions, when known.
   *
   * @return {@code activePermissionProfile}; empty when absent or null
   */
  @Experimental
  public Optional<ActivePermissionProfile> activePermissionProfile() {
    return Wire.optional(json(), "activePermissionProfile", ActivePermissionProfile::new);
  }

  /** {@return {@code approvalPolicy}} */
  public AskForApproval approvalPolicy() {
    return Wire.required(json(), "approvalPolicy", AskForApproval::read);
  }

  /**
   * Reviewer currently used for approval requests on this thread.
   *
   * @return {@code approvalsReviewer}
   */
  public ApprovalsReviewer approvalsReviewer() {
    return Wire.required(json(), "approvalsReviewer", ApprovalsReviewer::read);
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

  /**
   * Environment-native paths to instruction source files currently loaded for this thread.
   *
   * @return {@code instructionSources}; empty also when absent or null
   */
  public List<String> instructionSources() {
    return Wire.list(json(), "instructionSources", Wire::text);
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
   * Deprecated by Codex. Always `explicitRequestOnly`. Use `reasoningEffort` for Ultra behavior.
   *
   * @return {@code multiAgentMode}; empty when absent or null
   */
  @Experimental
  public Optional<MultiAgentMode> multiAgentMode() {
    return Wire.optional(json(), "multiAgentMode", MultiAgentMode::read);
  }

  /** {@return {@code reasoningEffort}; empty when absent or null} */
  public Optional<String> reasoningEffort() {
    return Wire.optionalText(json(), "reasoningEffort");
  }

  /**
   * Thread-scoped runtime workspace roots used to materialize `:workspace_roots`.
   *
   * @return {@code runtimeWorkspaceRoots}; empty also when absent or null
   */
  @Experimental
  public List<String> runtimeWorkspaceRoots() {
    return Wire.list(json(), "runtimeWorkspaceRoots", Wire::text);
  }

  /**
   * Legacy sandbox policy retained for compatibility. Experimental clients should prefer
   * `activePermissionProfile` for profile provenance.
   *
   * @return {@code sandbox}
   */
  public SandboxPolicy sandbox() {
    return Wire.required(json(), "sandbox", SandboxPolicy::read);
  }

  /** {@return {@code serviceTier}; empty when absent or null} */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "serviceTier");
  }

  /** {@return {@code thread}} */
  public CodexThread thread() {
    return Wire.required(json(), "thread", CodexThread::new);
  }
}
