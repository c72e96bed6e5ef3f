// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * There are three ways to resume a thread: 1. By thread_id: load the thread from disk by
 * thread_id and resume it. 2. By history: instantiate the thread from memory and resume it. 3.
 * By path: load the thread from disk by path and resume it.
 *
 * <p>For non-running threads, the precedence is: history &gt; non-empty path &gt; thread_id. If
 * using history or a non-empty path for a non-running thread, the thread_id param will be
 * ignored.
 *
 * <p>If thread_id identifies a running thread, app-server rejoins that thread and treats a
 * non-empty path as a consistency check against the active rollout path. Empty string path
 * values are treated as absent.
 *
 * <p>Prefer using thread_id whenever possible.
 */
public final class ThreadResumeParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadResumeParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadResumeParams of(String threadId) {
    return new ThreadResumeParams(Wire.object("threadId", threadId));
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
  public ThreadResumeParams approvalPolicy(AskForApproval value) {
    return new ThreadResumeParams(Wire.with(json(), "approvalPolicy", value));
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
  public ThreadResumeParams approvalsReviewer(ApprovalsReviewer value) {
    return new ThreadResumeParams(Wire.with(json(), "approvalsReviewer", value));
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
  public ThreadResumeParams baseInstructions(String value) {
    return new ThreadResumeParams(Wire.with(json(), "baseInstructions", value));
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
  public ThreadResumeParams config(JsonNode value) {
    return new ThreadResumeParams(Wire.with(json(), "config", value));
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
  public ThreadResumeParams cwd(String value) {
    return new ThreadResumeParams(Wire.with(json(), "cwd", value));
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
  public ThreadResumeParams developerInstructions(String value) {
    return new ThreadResumeParams(Wire.with(json(), "developerInstructions", value));
  }

  /**
   * When true, return only thread metadata and live-resume state without populating
   * `thread.turns`. This is useful when the client plans to call `thread/turns/list` immediately
   * after resuming. Full-history hydration is deprecated for paginated threads; use this with
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
  public ThreadResumeParams excludeTurns(boolean value) {
    return new ThreadResumeParams(Wire.with(json(), "excludeTurns", value));
  }

  /**
   * [UNSTABLE] FOR CODEX CLOUD - DO NOT USE. If specified, the thread will be resumed with the
   * provided history instead of loaded from disk.
   *
   * @return {@code history}; empty also when absent or null
   */
  @Experimental
  public List<ResponseItem> history() {
    return Wire.list(json(), "history", ResponseItem::read);
  }

  /**
   * Sets {@code history}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadResumeParams history(List<ResponseItem> value) {
    return new ThreadResumeParams(Wire.with(json(), "history", value));
  }

  /**
   * When present, include a `thread/turns/list` page in the resume response so clients can
   * bootstrap recent turns without a second request.
   *
   * @return {@code initialTurnsPage}; empty when absent or null
   */
  @Experimental
  public Optional<ThreadResumeInitialTurnsPageParams> initialTurnsPage() {
    return Wire.optional(json(), "initialTurnsPage", ThreadResumeInitialTurnsPageParams::new);
  }

  /**
   * Sets {@code initialTurnsPage}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadResumeParams initialTurnsPage(ThreadResumeInitialTurnsPageParams value) {
    return new ThreadResumeParams(Wire.with(json(), "initialTurnsPage", value));
  }

  /**
   * Configuration overrides for the resumed thread, if any.
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
  public ThreadResumeParams model(String value) {
    return new ThreadResumeParams(Wire.with(json(), "model", value));
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
  public ThreadResumeParams modelProvider(String value) {
    return new ThreadResumeParams(Wire.with(json(), "modelProvider", value));
  }

  /**
   * [UNSTABLE] Specify the rollout path to resume from. If specified for a non-running thread,
   * the thread_id param will be ignored. If thread_id identifies a running thread, the path must
   * match the active rollout path.
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
  public ThreadResumeParams path(String value) {
    return new ThreadResumeParams(Wire.with(json(), "path", value));
  }

  /**
   * Named profile id for the resumed thread. Cannot be combined with `sandbox`.
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
  public ThreadResumeParams permissions(String value) {
    return new ThreadResumeParams(Wire.with(json(), "permissions", value));
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
  public ThreadResumeParams personality(Personality value) {
    return new ThreadResumeParams(Wire.with(json(), "personality", value));
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
  public ThreadResumeParams runtimeWorkspaceRoots(List<String> value) {
    return new ThreadResumeParams(Wire.with(json(), "runtimeWorkspaceRoots", value));
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
  public ThreadResumeParams sandbox(SandboxMode value) {
    return new ThreadResumeParams(Wire.with(json(), "sandbox", value));
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
  public ThreadResumeParams serviceTier(String value) {
    return new ThreadResumeParams(Wire.with(json(), "serviceTier", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
