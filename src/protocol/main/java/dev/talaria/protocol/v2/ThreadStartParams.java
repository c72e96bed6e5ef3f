// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code thread/start}. */
public final class ThreadStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadStartParams of() {
    return new ThreadStartParams(Wire.object());
  }

  /**
   * Allow a provider with an authoritative static model catalog to replace an unavailable
   * requested model with its default.
   *
   * @return {@code allowProviderModelFallback}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> allowProviderModelFallback() {
    return Wire.optional(json(), "allowProviderModelFallback", Wire::flag);
  }

  /**
   * Sets {@code allowProviderModelFallback}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadStartParams allowProviderModelFallback(boolean value) {
    return new ThreadStartParams(Wire.with(json(), "allowProviderModelFallback", value));
  }

  /** {@return {@code approvalPolicy}; empty when absent or null} */
  public Optional<AskForApproval> approvalPolicy() {
    return Wire.optional(json(), "approvalPolicy", AskForApproval::read);
  }

  /**
   * Sets {@code approvalPolicy}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams approvalPolicy(AskForApproval value) {
    return new ThreadStartParams(Wire.with(json(), "approvalPolicy", value));
  }

  /**
   * Override where approval requests are routed for review on this thread and subsequent turns.
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
  public ThreadStartParams approvalsReviewer(ApprovalsReviewer value) {
    return new ThreadStartParams(Wire.with(json(), "approvalsReviewer", value));
  }

  /** {@return {@code baseInstructions}; empty when absent or null} */
  public Optional<String> baseInstructions() {
    return Wire.optionalText(json(), "baseInstructions");
  }

  /**
   * Sets {@code baseInstructions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams baseInstructions(String value) {
    return new ThreadStartParams(Wire.with(json(), "baseInstructions", value));
  }

  /** {@return {@code config}; a missing node when absent} */
  public JsonNode config() {
    return json().path("config");
  }

  /**
   * Sets {@code config}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams config(JsonNode value) {
    return new ThreadStartParams(Wire.with(json(), "config", value));
  }

  /** {@return {@code cwd}; empty when absent or null} */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams cwd(String value) {
    return new ThreadStartParams(Wire.with(json(), "cwd", value));
  }

  /**
   * Initial Daybreak choice for this persistent thread. Omitted or null leaves it unset. This
   * does not select a turn's `cyberAccessProgram` or grant access. Not supported for ephemeral
   * threads.
   *
   * @return {@code daybreakEnabled}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> daybreakEnabled() {
    return Wire.optional(json(), "daybreakEnabled", Wire::flag);
  }

  /**
   * Sets {@code daybreakEnabled}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams daybreakEnabled(Boolean value) {
    return new ThreadStartParams(Wire.with(json(), "daybreakEnabled", value));
  }

  /** {@return {@code developerInstructions}; empty when absent or null} */
  public Optional<String> developerInstructions() {
    return Wire.optionalText(json(), "developerInstructions");
  }

  /**
   * Sets {@code developerInstructions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams developerInstructions(String value) {
    return new ThreadStartParams(Wire.with(json(), "developerInstructions", value));
  }

  /** {@return {@code dynamicTools}; empty also when absent or null} */
  @Experimental
  public List<DynamicToolSpec> dynamicTools() {
    return Wire.list(json(), "dynamicTools", DynamicToolSpec::read);
  }

  /**
   * Sets {@code dynamicTools}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams dynamicTools(List<DynamicToolSpec> value) {
    return new ThreadStartParams(Wire.with(json(), "dynamicTools", value));
  }

  /**
   * Optional sticky environments for this thread.
   *
   * <p>Omitted selects the default environment when environment access is enabled. Empty
   * disables environment access for turns that do not provide a turn override. Non-empty selects
   * the first environment as the current turn environment.
   *
   * @return {@code environments}; empty also when absent or null
   */
  @Experimental
  public List<TurnEnvironmentParams> environments() {
    return Wire.list(json(), "environments", TurnEnvironmentParams::new);
  }

  /**
   * Sets {@code environments}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams environments(List<TurnEnvironmentParams> value) {
    return new ThreadStartParams(Wire.with(json(), "environments", value));
  }

  /** {@return {@code ephemeral}; empty when absent or null} */
  public Optional<Boolean> ephemeral() {
    return Wire.optional(json(), "ephemeral", Wire::flag);
  }

  /**
   * Sets {@code ephemeral}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams ephemeral(Boolean value) {
    return new ThreadStartParams(Wire.with(json(), "ephemeral", value));
  }

  /**
   * If true, opt into emitting raw Responses API items on the event stream. This is for internal
   * use only (e.g. Codex Cloud).
   *
   * @return {@code experimentalRawEvents}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> experimentalRawEvents() {
    return Wire.optional(json(), "experimentalRawEvents", Wire::flag);
  }

  /**
   * Sets {@code experimentalRawEvents}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadStartParams experimentalRawEvents(boolean value) {
    return new ThreadStartParams(Wire.with(json(), "experimentalRawEvents", value));
  }

  /**
   * Persisted thread history contract to use for this new thread.
   *
   * @return {@code historyMode}; empty when absent or null
   */
  @Experimental
  public Optional<ThreadHistoryMode> historyMode() {
    return Wire.optional(json(), "historyMode", ThreadHistoryMode::read);
  }

  /**
   * Sets {@code historyMode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams historyMode(ThreadHistoryMode value) {
    return new ThreadStartParams(Wire.with(json(), "historyMode", value));
  }

  /**
   * Test-only experimental field used to validate experimental gating and schema filtering
   * behavior in a stable way.
   *
   * @return {@code mockExperimentalField}; empty when absent or null
   */
  @Experimental
  public Optional<String> mockExperimentalField() {
    return Wire.optionalText(json(), "mockExperimentalField");
  }

  /**
   * Sets {@code mockExperimentalField}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams mockExperimentalField(String value) {
    return new ThreadStartParams(Wire.with(json(), "mockExperimentalField", value));
  }

  /** {@return {@code model}; empty when absent or null} */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /**
   * Sets {@code model}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams model(String value) {
    return new ThreadStartParams(Wire.with(json(), "model", value));
  }

  /** {@return {@code modelProvider}; empty when absent or null} */
  public Optional<String> modelProvider() {
    return Wire.optionalText(json(), "modelProvider");
  }

  /**
   * Sets {@code modelProvider}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams modelProvider(String value) {
    return new ThreadStartParams(Wire.with(json(), "modelProvider", value));
  }

  /**
   * Deprecated by Codex. Ignored. Use Ultra reasoning effort for proactive multi-agent behavior.
   *
   * @return {@code multiAgentMode}; empty when absent or null
   */
  @Experimental
  public Optional<MultiAgentMode> multiAgentMode() {
    return Wire.optional(json(), "multiAgentMode", MultiAgentMode::read);
  }

  /**
   * Sets {@code multiAgentMode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams multiAgentMode(MultiAgentMode value) {
    return new ThreadStartParams(Wire.with(json(), "multiAgentMode", value));
  }

  /**
   * Named profile id for this thread. Cannot be combined with `sandbox`.
   *
   * @return {@code permissions}; empty when absent or null
   */
  @Experimental
  public Optional<String> permissions() {
    return Wire.optionalText(json(), "permissions");
  }

  /**
   * Sets {@code permissions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams permissions(String value) {
    return new ThreadStartParams(Wire.with(json(), "permissions", value));
  }

  /**
   * Deprecated by Codex. `friendly` and `pragmatic` no longer select a style.
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
  public ThreadStartParams personality(Personality value) {
    return new ThreadStartParams(Wire.with(json(), "personality", value));
  }

  /**
   * Optional project identity for this new thread. Durable threads persist the assignment;
   * ephemeral threads expose it only in live responses.
   *
   * @return {@code projectId}; empty when absent or null
   */
  @Experimental
  public Optional<String> projectId() {
    return Wire.optionalText(json(), "projectId");
  }

  /**
   * Sets {@code projectId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams projectId(String value) {
    return new ThreadStartParams(Wire.with(json(), "projectId", value));
  }

  /**
   * Replace the thread's runtime workspace roots. Paths must be absolute.
   *
   * @return {@code runtimeWorkspaceRoots}; empty also when absent or null
   */
  @Experimental
  public List<String> runtimeWorkspaceRoots() {
    return Wire.list(json(), "runtimeWorkspaceRoots", Wire::text);
  }

  /**
   * Sets {@code runtimeWorkspaceRoots}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams runtimeWorkspaceRoots(List<String> value) {
    return new ThreadStartParams(Wire.with(json(), "runtimeWorkspaceRoots", value));
  }

  /** {@return {@code sandbox}; empty when absent or null} */
  public Optional<SandboxMode> sandbox() {
    return Wire.optional(json(), "sandbox", SandboxMode::read);
  }

  /**
   * Sets {@code sandbox}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams sandbox(SandboxMode value) {
    return new ThreadStartParams(Wire.with(json(), "sandbox", value));
  }

  /**
   * Capability roots selected for this thread by the hosting platform.
   *
   * @return {@code selectedCapabilityRoots}; empty also when absent or null
   */
  @Experimental
  public List<SelectedCapabilityRoot> selectedCapabilityRoots() {
    return Wire.list(json(), "selectedCapabilityRoots", SelectedCapabilityRoot::new);
  }

  /**
   * Sets {@code selectedCapabilityRoots}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams selectedCapabilityRoots(List<SelectedCapabilityRoot> value) {
    return new ThreadStartParams(Wire.with(json(), "selectedCapabilityRoots", value));
  }

  /** {@return {@code serviceName}; empty when absent or null} */
  public Optional<String> serviceName() {
    return Wire.optionalText(json(), "serviceName");
  }

  /**
   * Sets {@code serviceName}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams serviceName(String value) {
    return new ThreadStartParams(Wire.with(json(), "serviceName", value));
  }

  /** {@return {@code serviceTier}; empty when absent or null} */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "serviceTier");
  }

  /**
   * Sets {@code serviceTier}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams serviceTier(String value) {
    return new ThreadStartParams(Wire.with(json(), "serviceTier", value));
  }

  /** {@return {@code sessionStartSource}; empty when absent or null} */
  public Optional<ThreadStartSource> sessionStartSource() {
    return Wire.optional(json(), "sessionStartSource", ThreadStartSource::read);
  }

  /**
   * Sets {@code sessionStartSource}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams sessionStartSource(ThreadStartSource value) {
    return new ThreadStartParams(Wire.with(json(), "sessionStartSource", value));
  }

  /**
   * Optional client-supplied analytics source classification for this thread.
   *
   * @return {@code threadSource}; empty when absent or null
   */
  public Optional<String> threadSource() {
    return Wire.optionalText(json(), "threadSource");
  }

  /**
   * Sets {@code threadSource}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadStartParams threadSource(String value) {
    return new ThreadStartParams(Wire.with(json(), "threadSource", value));
  }
}
