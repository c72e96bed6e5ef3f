// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code CodexThread} of the protocol. */
public final class CodexThread extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CodexThread(JsonNode json) {
    super(json);
  }

  /**
   * Optional random unique nickname assigned to an AgentControl-spawned sub-agent.
   *
   * @return {@code agentNickname}; empty when absent or null
   */
  public Optional<String> agentNickname() {
    return Wire.optionalText(json(), "agentNickname");
  }

  /**
   * Optional role (agent_role) assigned to an AgentControl-spawned sub-agent.
   *
   * @return {@code agentRole}; empty when absent or null
   */
  public Optional<String> agentRole() {
    return Wire.optionalText(json(), "agentRole");
  }

  /**
   * Parent that owns this persisted attached thread, independent of fork or spawn lineage.
   *
   * @return {@code attachedToThreadId}; empty when absent or null
   */
  @Experimental
  public Optional<String> attachedToThreadId() {
    return Wire.optionalText(json(), "attachedToThreadId");
  }

  /**
   * Whether the app server accepts direct turn input for this loaded thread. `None` means the
   * capability is unavailable, such as for an unloaded stored thread.
   *
   * @return {@code canAcceptDirectInput}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> canAcceptDirectInput() {
    return Wire.optional(json(), "canAcceptDirectInput", Wire::flag);
  }

  /**
   * Version of the CLI that created the thread.
   *
   * @return {@code cliVersion}
   */
  public String cliVersion() {
    return Wire.text(json(), "cliVersion");
  }

  /**
   * Unix timestamp (in seconds) when the thread was created.
   *
   * @return {@code createdAt}
   */
  public long createdAt() {
    return Wire.required(json(), "createdAt", Wire::longInteger);
  }

  /**
   * Working directory captured for the thread.
   *
   * @return {@code cwd}
   */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /**
   * Saved Daybreak choice, independent of turn execution. Null if unset.
   *
   * @return {@code daybreakEnabled}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> daybreakEnabled() {
    return Wire.optional(json(), "daybreakEnabled", Wire::flag);
  }

  /**
   * Current environments for a loaded thread, in priority order, primary first. `null` means the
   * thread is not loaded or the server does not expose its selection. An empty list means no
   * environments are selected. This does not report connection status.
   *
   * @return {@code environments}; empty also when absent or null
   */
  @Experimental
  public List<ThreadEnvironment> environments() {
    return Wire.list(json(), "environments", ThreadEnvironment::new);
  }

  /**
   * Whether the thread is ephemeral and should not be materialized on disk.
   *
   * @return {@code ephemeral}
   */
  public boolean ephemeral() {
    return Wire.required(json(), "ephemeral", Wire::flag);
  }

  /**
   * Optional implementation-specific thread data.
   *
   * @return {@code extra}; empty when absent or null
   */
  @Experimental
  public Optional<ThreadExtra> extra() {
    return Wire.optional(json(), "extra", ThreadExtra::new);
  }

  /**
   * Source thread id when this thread was created by forking another thread.
   *
   * @return {@code forkedFromId}; empty when absent or null
   */
  public Optional<String> forkedFromId() {
    return Wire.optionalText(json(), "forkedFromId");
  }

  /**
   * Optional Git metadata captured when the thread was created.
   *
   * @return {@code gitInfo}; empty when absent or null
   */
  public Optional<GitInfo> gitInfo() {
    return Wire.optional(json(), "gitInfo", GitInfo::new);
  }

  /**
   * Persisted thread history contract selected when this thread was created.
   *
   * @return {@code historyMode}; empty when absent or null
   */
  public Optional<ThreadHistoryMode> historyMode() {
    return Wire.optional(json(), "historyMode", ThreadHistoryMode::read);
  }

  /**
   * Identifier for this thread. Codex-generated thread IDs are UUIDv7.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }

  /**
   * Current configured model when loaded, otherwise the latest persisted model. Null when
   * unavailable. This is not per-turn execution telemetry.
   *
   * @return {@code model}; empty when absent or null
   */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /**
   * Model provider used for this thread (for example, 'openai').
   *
   * @return {@code modelProvider}
   */
  public String modelProvider() {
    return Wire.text(json(), "modelProvider");
  }

  /**
   * Optional user-facing thread title.
   *
   * @return {@code name}; empty when absent or null
   */
  public Optional<String> name() {
    return Wire.optionalText(json(), "name");
  }

  /**
   * Originator recorded when the thread was created, independent of its current client or
   * executor. Null when the recorded originator is unavailable.
   *
   * @return {@code originator}; empty when absent or null
   */
  public Optional<String> originator() {
    return Wire.optionalText(json(), "originator");
  }

  /**
   * The ID of the parent thread. This will only be set if this thread is a subagent.
   *
   * @return {@code parentThreadId}; empty when absent or null
   */
  public Optional<String> parentThreadId() {
    return Wire.optionalText(json(), "parentThreadId");
  }

  /**
   * [UNSTABLE] Path to the thread on disk.
   *
   * @return {@code path}; empty when absent or null
   */
  public Optional<String> path() {
    return Wire.optionalText(json(), "path");
  }

  /**
   * Usually the first user message in the thread, if available.
   *
   * @return {@code preview}
   */
  public String preview() {
    return Wire.text(json(), "preview");
  }

  /**
   * Canonical project assignment owned by app-server, if any.
   *
   * @return {@code projectId}; empty when absent or null
   */
  public Optional<String> projectId() {
    return Wire.optionalText(json(), "projectId");
  }

  /**
   * Current configured reasoning effort when loaded, otherwise the latest persisted effort. Null
   * when unset or unavailable. This is not per-turn execution telemetry.
   *
   * @return {@code reasoningEffort}; empty when absent or null
   */
  public Optional<String> reasoningEffort() {
    return Wire.optionalText(json(), "reasoningEffort");
  }

  /**
   * Unix timestamp (in seconds) used for thread recency ordering.
   *
   * @return {@code recencyAt}; empty when absent or null
   */
  public Optional<Long> recencyAt() {
    return Wire.optional(json(), "recencyAt", Wire::longInteger);
  }

  /**
   * The independently persisted section selected for this thread, if any.
   *
   * @return {@code section}; empty when absent or null
   */
  public Optional<ThreadSection> section() {
    return Wire.optional(json(), "section", ThreadSection::new);
  }

  /**
   * Unix timestamp in seconds when the thread entered its current section.
   *
   * @return {@code sectionEnteredAt}; empty when absent or null
   */
  public Optional<Long> sectionEnteredAt() {
    return Wire.optional(json(), "sectionEnteredAt", Wire::longInteger);
  }

  /**
   * Session id shared by threads that belong to the same session tree.
   *
   * @return {@code sessionId}
   */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }

  /**
   * Origin of the thread (CLI, VSCode, codex exec, codex app-server, etc.).
   *
   * @return {@code source}
   */
  public SessionSource source() {
    return Wire.required(json(), "source", SessionSource::read);
  }

  /**
   * Current runtime status for the thread.
   *
   * @return {@code status}
   */
  public ThreadStatus status() {
    return Wire.required(json(), "status", ThreadStatus::read);
  }

  /**
   * Optional analytics source classification for this thread.
   *
   * @return {@code threadSource}; empty when absent or null
   */
  public Optional<String> threadSource() {
    return Wire.optionalText(json(), "threadSource");
  }

  /**
   * Only populated on `thread/resume`, `thread/fork`, and `thread/read` (when `includeTurns` is
   * true) responses. For all other responses and notifications returning a Thread, the turns
   * field will be an empty list.
   *
   * @return {@code turns}
   */
  public List<CodexTurn> turns() {
    return Wire.list(json(), "turns", CodexTurn::new);
  }

  /**
   * Unix timestamp (in seconds) when the thread was last updated.
   *
   * @return {@code updatedAt}
   */
  public long updatedAt() {
    return Wire.required(json(), "updatedAt", Wire::longInteger);
  }
}
