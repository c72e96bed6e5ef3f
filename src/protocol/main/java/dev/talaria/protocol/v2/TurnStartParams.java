// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The params of {@code turn/start}. */
public final class TurnStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param input {@code input}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static TurnStartParams of(List<UserInput> input, String threadId) {
    return new TurnStartParams(Wire.object("input", input, "threadId", threadId));
  }

  /**
   * Optional client-provided context fragments keyed by an opaque source identifier.
   *
   * @return {@code additionalContext}; empty also when absent or null
   */
  @Experimental
  public Map<String, AdditionalContextEntry> additionalContext() {
    return Wire.map(json(), "additionalContext", AdditionalContextEntry::new);
  }

  /**
   * Sets {@code additionalContext}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams additionalContext(Map<String, AdditionalContextEntry> value) {
    return new TurnStartParams(Wire.with(json(), "additionalContext", value));
  }

  /**
   * Override the approval policy for this turn and subsequent turns.
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
  public TurnStartParams approvalPolicy(AskForApproval value) {
    return new TurnStartParams(Wire.with(json(), "approvalPolicy", value));
  }

  /**
   * Override where approval requests are routed for review on this turn and subsequent turns.
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
  public TurnStartParams approvalsReviewer(ApprovalsReviewer value) {
    return new TurnStartParams(Wire.with(json(), "approvalsReviewer", value));
  }

  /** {@return {@code clientUserMessageId}; empty when absent or null} */
  public Optional<String> clientUserMessageId() {
    return Wire.optionalText(json(), "clientUserMessageId");
  }

  /**
   * Sets {@code clientUserMessageId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams clientUserMessageId(String value) {
    return new TurnStartParams(Wire.with(json(), "clientUserMessageId", value));
  }

  /**
   * EXPERIMENTAL - Set a pre-set collaboration mode. Takes precedence over model,
   * reasoning_effort, and developer instructions if set.
   *
   * <p>For `collaboration_mode.settings.developer_instructions`, `null` means "use the built-in
   * instructions for the selected mode".
   *
   * @return {@code collaborationMode}; empty when absent or null
   */
  @Experimental
  public Optional<CollaborationMode> collaborationMode() {
    return Wire.optional(json(), "collaborationMode", CollaborationMode::new);
  }

  /**
   * Sets {@code collaborationMode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams collaborationMode(CollaborationMode value) {
    return new TurnStartParams(Wire.with(json(), "collaborationMode", value));
  }

  /**
   * Override the working directory for this turn and subsequent turns.
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
  public TurnStartParams cwd(String value) {
    return new TurnStartParams(Wire.with(json(), "cwd", value));
  }

  /**
   * EXPERIMENTAL - Request an authorized cyber program for this turn. Omission preserves
   * automatic behavior. This does not grant access.
   *
   * @return {@code cyberAccessProgram}; empty when absent or null
   */
  @Experimental
  public Optional<CyberAccessProgram> cyberAccessProgram() {
    return Wire.optional(json(), "cyberAccessProgram", CyberAccessProgram::read);
  }

  /**
   * Sets {@code cyberAccessProgram}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams cyberAccessProgram(CyberAccessProgram value) {
    return new TurnStartParams(Wire.with(json(), "cyberAccessProgram", value));
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
  public TurnStartParams disabledPluginIds(List<String> value) {
    return new TurnStartParams(Wire.with(json(), "disabledPluginIds", value));
  }

  /**
   * Override the reasoning effort for this turn and subsequent turns.
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
  public TurnStartParams effort(String value) {
    return new TurnStartParams(Wire.with(json(), "effort", value));
  }

  /**
   * Optional environments for this turn and subsequent turns.
   *
   * <p>Omitted uses the thread sticky environments. Empty disables environment access for this
   * turn. Non-empty selects the first environment as the current turn environment for this turn.
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
  public TurnStartParams environments(List<TurnEnvironmentParams> value) {
    return new TurnStartParams(Wire.with(json(), "environments", value));
  }

  /** {@return {@code input}} */
  public List<UserInput> input() {
    return Wire.list(json(), "input", UserInput::read);
  }

  /**
   * Override the model for this turn and subsequent turns.
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
  public TurnStartParams model(String value) {
    return new TurnStartParams(Wire.with(json(), "model", value));
  }

  /**
   * Deprecated by Codex. Ignored. Use `effort: "ultra"` for proactive multi-agent behavior.
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
  public TurnStartParams multiAgentMode(MultiAgentMode value) {
    return new TurnStartParams(Wire.with(json(), "multiAgentMode", value));
  }

  /**
   * Optional JSON Schema used to constrain the final assistant message for this turn.
   *
   * @return {@code outputSchema}; a missing node when absent
   */
  public JsonNode outputSchema() {
    return json().path("outputSchema");
  }

  /**
   * Sets {@code outputSchema}.
   *
   * @param value not null
   * @return a copy with it
   */
  public TurnStartParams outputSchema(JsonNode value) {
    return new TurnStartParams(Wire.with(json(), "outputSchema", value));
  }

  /**
   * ID of the turn that caused this new turn to start.
   *
   * <p>Set this when starting work on behalf of another turn, such as delegated work in a
   * different thread. Leave unset for work started directly by the user. Ignored when this
   * request adds input to an active turn.
   *
   * @return {@code parentTurnId}; empty when absent or null
   */
  public Optional<String> parentTurnId() {
    return Wire.optionalText(json(), "parentTurnId");
  }

  /**
   * Sets {@code parentTurnId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams parentTurnId(String value) {
    return new TurnStartParams(Wire.with(json(), "parentTurnId", value));
  }

  /**
   * Select a named permissions profile id for this turn and subsequent turns. Cannot be combined
   * with `sandboxPolicy`.
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
  public TurnStartParams permissions(String value) {
    return new TurnStartParams(Wire.with(json(), "permissions", value));
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
  public TurnStartParams personality(Personality value) {
    return new TurnStartParams(Wire.with(json(), "personality", value));
  }

  /**
   * Optional metadata to enrich Codex's ResponsesAPI turn metadata. Replaces unprotected
   * client-provided entries when supplied; an empty map clears them.
   *
   * <p>Entries are flattened into the JSON string sent as
   * `client_metadata["x-codex-turn-metadata"]` on ResponsesAPI HTTP and websocket requests.
   *
   * <p>They are not sent as top-level ResponsesAPI `client_metadata` keys, and reserved keys
   * such as `session_id`, `thread_id`, `turn_id`, and `window_id` cannot be overridden.
   *
   * @return {@code responsesapiClientMetadata}; empty also when absent or null
   */
  @Experimental
  public Map<String, String> responsesapiClientMetadata() {
    return Wire.map(json(), "responsesapiClientMetadata", Wire::text);
  }

  /**
   * Sets {@code responsesapiClientMetadata}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams responsesapiClientMetadata(Map<String, String> value) {
    return new TurnStartParams(Wire.with(json(), "responsesapiClientMetadata", value));
  }

  /**
   * Merge entries into the ResponsesAPI turn metadata without removing existing entries. Applied
   * after `responsesapiClientMetadata` if both are provided; reserved keys remain protected.
   *
   * @return {@code responsesapiClientMetadataPatch}; empty also when absent or null
   */
  @Experimental
  public Map<String, String> responsesapiClientMetadataPatch() {
    return Wire.map(json(), "responsesapiClientMetadataPatch", Wire::text);
  }

  /**
   * Sets {@code responsesapiClientMetadataPatch}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams responsesapiClientMetadataPatch(Map<String, String> value) {
    return new TurnStartParams(Wire.with(json(), "responsesapiClientMetadataPatch", value));
  }

  /**
   * ID of the first turn in the chain of work that led to this new turn.
   *
   * <p>When setting `parentTurnId`, set this to the parent turn's `rootTurnId` when known. This
   * keeps descendant work attributed to the original turn. If omitted, the new turn becomes its
   * own root. Ignored when this request adds input to an active turn.
   *
   * @return {@code rootTurnId}; empty when absent or null
   */
  public Optional<String> rootTurnId() {
    return Wire.optionalText(json(), "rootTurnId");
  }

  /**
   * Sets {@code rootTurnId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams rootTurnId(String value) {
    return new TurnStartParams(Wire.with(json(), "rootTurnId", value));
  }

  /**
   * Replace the thread's runtime workspace roots for this turn and subsequent turns. Paths must
   * be absolute.
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
  public TurnStartParams runtimeWorkspaceRoots(List<String> value) {
    return new TurnStartParams(Wire.with(json(), "runtimeWorkspaceRoots", value));
  }

  /**
   * Override the sandbox policy for this turn and subsequent turns.
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
  public TurnStartParams sandboxPolicy(SandboxPolicy value) {
    return new TurnStartParams(Wire.with(json(), "sandboxPolicy", value));
  }

  /**
   * Override the service tier for this turn and subsequent turns.
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
  public TurnStartParams serviceTier(String value) {
    return new TurnStartParams(Wire.with(json(), "serviceTier", value));
  }

  /**
   * Override the service tier only when this request starts a new turn. Use "default" for
   * standard speed. Omitted or null inherits the thread's tier. Does not change the thread's
   * tier or a turn being steered.
   *
   * @return {@code serviceTierForTurn}; empty when absent or null
   */
  public Optional<String> serviceTierForTurn() {
    return Wire.optionalText(json(), "serviceTierForTurn");
  }

  /**
   * Sets {@code serviceTierForTurn}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams serviceTierForTurn(String value) {
    return new TurnStartParams(Wire.with(json(), "serviceTierForTurn", value));
  }

  /**
   * Override the reasoning summary for this turn and subsequent turns.
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
  public TurnStartParams summary(ReasoningSummary value) {
    return new TurnStartParams(Wire.with(json(), "summary", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code toolOutput}; empty when absent or null} */
  public Optional<TurnToolOutput> toolOutput() {
    return Wire.optional(json(), "toolOutput", TurnToolOutput::new);
  }

  /**
   * Sets {@code toolOutput}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams toolOutput(TurnToolOutput value) {
    return new TurnStartParams(Wire.with(json(), "toolOutput", value));
  }

  /**
   * Optional source classification for the caller that starts this turn. Ignored when this
   * request steers an already-active turn.
   *
   * @return {@code turnTrigger}; empty when absent or null
   */
  public Optional<String> turnTrigger() {
    return Wire.optionalText(json(), "turnTrigger");
  }

  /**
   * Sets {@code turnTrigger}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnStartParams turnTrigger(String value) {
    return new TurnStartParams(Wire.with(json(), "turnTrigger", value));
  }
}
