// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * There are two ways to fork a thread: 1. By thread_id: load the thread from disk by thread_id
 * and fork it into a new thread. 2. By path: load the thread from disk by path and fork it into
 * a new thread.
 *
 * <p>If using a non-empty path, the thread_id param will be ignored. Empty string path values
 * are treated as absent.
 *
 * <p>Prefer using thread_id whenever possible.
 */
public final class ThreadForkParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadForkParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadForkParams of(String threadId) {
    return new ThreadForkParams(Wire.object("threadId", threadId));
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
  public ThreadForkParams approvalPolicy(AskForApproval value) {
    return new ThreadForkParams(Wire.with(json(), "approvalPolicy", value));
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
  public ThreadForkParams approvalsReviewer(ApprovalsReviewer value) {
    return new ThreadForkParams(Wire.with(json(), "approvalsReviewer", value));
  }

  /**
   * Persist the fork as an attached thread of its resolved source, hidden from ordinary lists.
   * The source cannot be deleted while attached threads exist. Requires a paginated source and
   * local storage; incompatible with ephemeral and deferGoalContinuation. Omitted or false
   * creates an ordinary fork.
   *
   * @return {@code attachToSource}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> attachToSource() {
    return Wire.optional(json(), "attachToSource", Wire::flag);
  }

  /**
   * Sets {@code attachToSource}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadForkParams attachToSource(boolean value) {
    return new ThreadForkParams(Wire.with(json(), "attachToSource", value));
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
  public ThreadForkParams baseInstructions(String value) {
    return new ThreadForkParams(Wire.with(json(), "baseInstructions", value));
  }

  /**
   * Optional turn id to fork before, excluding that turn and all later turns. Cannot be combined
   * with `last_turn_id`.
   *
   * @return {@code beforeTurnId}; empty when absent or null
   */
  @Experimental
  public Optional<String> beforeTurnId() {
    return Wire.optionalText(json(), "beforeTurnId");
  }

  /**
   * Sets {@code beforeTurnId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadForkParams beforeTurnId(String value) {
    return new ThreadForkParams(Wire.with(json(), "beforeTurnId", value));
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
  public ThreadForkParams config(JsonNode value) {
    return new ThreadForkParams(Wire.with(json(), "config", value));
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
  public ThreadForkParams cwd(String value) {
    return new ThreadForkParams(Wire.with(json(), "cwd", value));
  }

  /**
   * When true, carry the source thread's current goal into the fork without starting its initial
   * automatic continuation. The next explicit turn owns the goal lifecycle, and normal automatic
   * continuation resumes after it.
   *
   * @return {@code deferGoalContinuation}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> deferGoalContinuation() {
    return Wire.optional(json(), "deferGoalContinuation", Wire::flag);
  }

  /**
   * Sets {@code deferGoalContinuation}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadForkParams deferGoalContinuation(boolean value) {
    return new ThreadForkParams(Wire.with(json(), "deferGoalContinuation", value));
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
  public ThreadForkParams developerInstructions(String value) {
    return new ThreadForkParams(Wire.with(json(), "developerInstructions", value));
  }

  /** {@return {@code ephemeral}; empty when absent or null} */
  public Optional<Boolean> ephemeral() {
    return Wire.optional(json(), "ephemeral", Wire::flag);
  }

  /**
   * Sets {@code ephemeral}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadForkParams ephemeral(boolean value) {
    return new ThreadForkParams(Wire.with(json(), "ephemeral", value));
  }

  /**
   * When true, return only thread metadata and live fork state without populating
   * `thread.turns`. This is useful when the client plans to call `thread/turns/list` immediately
   * after forking. Full-history hydration is deprecated for paginated threads; use this with
   * `thread/turns/list` and `thread/items/list` instead.
   *
   * @return {@code excludeTurns}; empty when absent or null
   */
  public Optional<Boolean> excludeTurns() {
    return Wire.optional(json(), "excludeTurns", Wire::flag);
  }

  /**
   * Sets {@code excludeTurns}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadForkParams excludeTurns(boolean value) {
    return new ThreadForkParams(Wire.with(json(), "excludeTurns", value));
  }

  /**
   * Disable MCP servers in prediction mode when the inherited window uses incremental tools on
   * Responses Lite. Requires `experimentalPredictionMode: true`.
   *
   * @return {@code experimentalDisablePredictionMcp}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> experimentalDisablePredictionMcp() {
    return Wire.optional(json(), "experimentalDisablePredictionMcp", Wire::flag);
  }

  /**
   * Sets {@code experimentalDisablePredictionMcp}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadForkParams experimentalDisablePredictionMcp(boolean value) {
    return new ThreadForkParams(Wire.with(json(), "experimentalDisablePredictionMcp", value));
  }

  /**
   * Start from the loaded parent's effective config, tools, environments, and persisted history
   * to maximize prompt-cache reuse. Requires a loaded, persisted parent and `ephemeral: true`.
   * Enables `features.reasoning_effort_override` on the fork. Only
   * `config.thread_unload_delay_secs` may override the inherited config. Cannot be combined with
   * `path`, `lastTurnId`, or `beforeTurnId`.
   *
   * @return {@code experimentalPredictionMode}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> experimentalPredictionMode() {
    return Wire.optional(json(), "experimentalPredictionMode", Wire::flag);
  }

  /**
   * Sets {@code experimentalPredictionMode}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadForkParams experimentalPredictionMode(boolean value) {
    return new ThreadForkParams(Wire.with(json(), "experimentalPredictionMode", value));
  }

  /**
   * Optional last turn id to fork through, inclusive.
   *
   * <p>When specified, turns after `last_turn_id` are omitted from the fork. The referenced turn
   * cannot be in progress.
   *
   * @return {@code lastTurnId}; empty when absent or null
   */
  public Optional<String> lastTurnId() {
    return Wire.optionalText(json(), "lastTurnId");
  }

  /**
   * Sets {@code lastTurnId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadForkParams lastTurnId(String value) {
    return new ThreadForkParams(Wire.with(json(), "lastTurnId", value));
  }

  /**
   * Configuration overrides for the forked thread, if any.
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
  public ThreadForkParams model(String value) {
    return new ThreadForkParams(Wire.with(json(), "model", value));
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
  public ThreadForkParams modelProvider(String value) {
    return new ThreadForkParams(Wire.with(json(), "modelProvider", value));
  }

  /**
   * [UNSTABLE] Specify the rollout path to fork from. If specified, the thread_id param will be
   * ignored.
   *
   * @return {@code path}; empty when absent or null
   */
  @Experimental
  public Optional<String> path() {
    return Wire.optionalText(json(), "path");
  }

  /**
   * Sets {@code path}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadForkParams path(String value) {
    return new ThreadForkParams(Wire.with(json(), "path", value));
  }

  /**
   * Named profile id for the forked thread. Cannot be combined with `sandbox`.
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
  public ThreadForkParams permissions(String value) {
    return new ThreadForkParams(Wire.with(json(), "permissions", value));
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
  public ThreadForkParams runtimeWorkspaceRoots(List<String> value) {
    return new ThreadForkParams(Wire.with(json(), "runtimeWorkspaceRoots", value));
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
  public ThreadForkParams sandbox(SandboxMode value) {
    return new ThreadForkParams(Wire.with(json(), "sandbox", value));
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
  public ThreadForkParams serviceTier(String value) {
    return new ThreadForkParams(Wire.with(json(), "serviceTier", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /**
   * Optional client-supplied analytics source classification for this forked thread.
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
  public ThreadForkParams threadSource(String value) {
    return new ThreadForkParams(Wire.with(json(), "threadSource", value));
  }
}
