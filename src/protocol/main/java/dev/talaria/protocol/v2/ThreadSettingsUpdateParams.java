// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code thread/settings/update}. */
@Experimental
public final class ThreadSettingsUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSettingsUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadSettingsUpdateParams of(String threadId) {
    return new ThreadSettingsUpdateParams(Wire.object("threadId", threadId));
  }

  /**
   * Override the approval policy for subsequent turns.
   *
   * @return {@code approvalPolicy}; empty when absent or null
   */
  public Optional<AskForApproval> approvalPolicy() {
    return Wire.optional(json(), "approvalPolicy", AskForApproval::read);
  }

  /**
   * Sets {@code approvalPolicy}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams approvalPolicy(AskForApproval value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "approvalPolicy", value));
  }

  /**
   * Override where approval requests are routed for subsequent turns.
   *
   * @return {@code approvalsReviewer}; empty when absent or null
   */
  public Optional<ApprovalsReviewer> approvalsReviewer() {
    return Wire.optional(json(), "approvalsReviewer", ApprovalsReviewer::read);
  }

  /**
   * Sets {@code approvalsReviewer}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams approvalsReviewer(ApprovalsReviewer value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "approvalsReviewer", value));
  }

  /**
   * EXPERIMENTAL - Set a pre-set collaboration mode for subsequent turns.
   *
   * <p>For `collaboration_mode.settings.developer_instructions`, `null` means "use the built-in
   * instructions for the selected mode".
   *
   * @return {@code collaborationMode}; empty when absent or null
   */
  public Optional<CollaborationMode> collaborationMode() {
    return Wire.optional(json(), "collaborationMode", CollaborationMode::new);
  }

  /**
   * Sets {@code collaborationMode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams collaborationMode(CollaborationMode value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "collaborationMode", value));
  }

  /**
   * Override the working directory for subsequent turns.
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams cwd(String value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "cwd", value));
  }

  /**
   * Replace this thread's disabled plugin IDs. Omitted/null preserves the list; [] clears it.
   *
   * @return {@code disabledPluginIds}; empty also when absent or null
   */
  public List<String> disabledPluginIds() {
    return Wire.list(json(), "disabledPluginIds", Wire::text);
  }

  /**
   * Sets {@code disabledPluginIds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams disabledPluginIds(List<String> value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "disabledPluginIds", value));
  }

  /**
   * Override the reasoning effort for subsequent turns.
   *
   * @return {@code effort}; empty when absent or null
   */
  public Optional<String> effort() {
    return Wire.optionalText(json(), "effort");
  }

  /**
   * Sets {@code effort}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams effort(String value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "effort", value));
  }

  /**
   * Replace the environments for future turns without changing the running turn. Omitted/null
   * preserves the selection unless `cwd` is also provided, which selects the default
   * environments for that directory. [] clears the selection.
   *
   * @return {@code environments}; empty also when absent or null
   */
  public List<TurnEnvironmentParams> environments() {
    return Wire.list(json(), "environments", TurnEnvironmentParams::new);
  }

  /**
   * Sets {@code environments}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams environments(List<TurnEnvironmentParams> value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "environments", value));
  }

  /**
   * Override the model for subsequent turns.
   *
   * @return {@code model}; empty when absent or null
   */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /**
   * Sets {@code model}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams model(String value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "model", value));
  }

  /**
   * Deprecated by Codex. Ignored. Use `effort: "ultra"` for proactive multi-agent behavior.
   *
   * @return {@code multiAgentMode}; empty when absent or null
   */
  public Optional<MultiAgentMode> multiAgentMode() {
    return Wire.optional(json(), "multiAgentMode", MultiAgentMode::read);
  }

  /**
   * Sets {@code multiAgentMode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams multiAgentMode(MultiAgentMode value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "multiAgentMode", value));
  }

  /**
   * Select a named permissions profile id for subsequent turns. Cannot be combined with
   * `sandboxPolicy`.
   *
   * @return {@code permissions}; empty when absent or null
   */
  public Optional<String> permissions() {
    return Wire.optionalText(json(), "permissions");
  }

  /**
   * Sets {@code permissions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams permissions(String value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "permissions", value));
  }

  /**
   * Deprecated by Codex. `friendly` and `pragmatic` no longer select a style. Changing this does
   * not rewrite the thread's existing instructions.
   *
   * @return {@code personality}; empty when absent or null
   */
  public Optional<Personality> personality() {
    return Wire.optional(json(), "personality", Personality::read);
  }

  /**
   * Sets {@code personality}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams personality(Personality value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "personality", value));
  }

  /**
   * Override the sandbox policy for subsequent turns.
   *
   * @return {@code sandboxPolicy}; empty when absent or null
   */
  public Optional<SandboxPolicy> sandboxPolicy() {
    return Wire.optional(json(), "sandboxPolicy", SandboxPolicy::read);
  }

  /**
   * Sets {@code sandboxPolicy}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams sandboxPolicy(SandboxPolicy value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "sandboxPolicy", value));
  }

  /**
   * Override the service tier for subsequent turns. `null` clears the current service tier;
   * omission leaves it unchanged.
   *
   * @return {@code serviceTier}; empty when absent or null
   */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "serviceTier");
  }

  /**
   * Sets {@code serviceTier}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams serviceTier(String value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "serviceTier", value));
  }

  /**
   * Override the reasoning summary for subsequent turns.
   *
   * @return {@code summary}; empty when absent or null
   */
  public Optional<ReasoningSummary> summary() {
    return Wire.optional(json(), "summary", ReasoningSummary::read);
  }

  /**
   * Sets {@code summary}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSettingsUpdateParams summary(ReasoningSummary value) {
    return new ThreadSettingsUpdateParams(Wire.with(json(), "summary", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
