package dev.talaria.codex;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.SurveyTable;
import java.util.List;

/**
 * What differs between the versions of Codex that are tested: the table of {@code
 * docs/protocol.md}, as the survey of all releases has found it. The real-Codex tests show it
 * again, and {@link CodexCapability} has those of them that Talaria acts upon.
 */
public enum MeasuredFact {
  PERMISSIONS_BY_ID("`permissions` is a profile's id, such as `\":workspace\"`"),
  PERMISSIONS_AS_OBJECT("`permissions` is `{\"type\":\"profile\",\"id\":…}`"),
  INLINE_PERMISSION_PROFILE("`thread/start` takes a whole `permissionProfile`"),
  BUILT_IN_PROFILES("there are built-in permission profiles"),
  FULL_ACCESS_PROFILE_RENAMED(
      "the profile without a sandbox is `:danger-full-access`, before `:danger-no-sandbox`"),
  PERMISSION_PROFILE_LIST("`permissionProfile/list` is there"),
  ON_FAILURE_APPROVALS("`approvalPolicy` may be `on-failure`"),
  UNTRUSTED_IN_CONFIG("`config.toml` may say `approval_policy = \"untrusted\"`, else Codex exits"),
  TRUSTS_WRITABLE_WORKSPACES(
      "`thread/start` with a writable sandbox writes the project's trust into `config.toml`, also outside a Git working tree"),
  LEAVES_CODEX_FILE("a workspace-write session leaves an empty file `.codex` in its directory"),
  ANSWERS_EVERY_INTERRUPT("`turn/interrupt` without a running turn is answered"),
  CHECKS_INTERRUPTED_TURN("`turn/interrupt` checks the turn's id"),
  SECOND_START_NAMES_RUNNING_TURN("a second `turn/start` returns the id of the turn that runs"),
  STEER_CUTS_STREAM("`turn/steer` does not wait for the model's stream to end"),
  RESUME_RESTORES_SETTINGS("`thread/resume` restores sandbox, approval policy and directory"),
  UNLOADS_AT_ONCE("a closed session's thread is unloaded at once (`thread_unload_delay_secs`)"),
  THREAD_ROLLBACK("`thread/rollback` is there, later `thread/revert`"),
  PLAN_TOOL("the model gpt-5.5 has the tool `update_plan`"),
  MCP_TOOLS_BEHIND_SEARCH(
      "MCP tools are behind `tool_search` in `mcp__<server>`, else listed in `mcp__<server>__`"),
  TOOL_NAME_IN_QUESTION("an MCP tool's approval has `_meta.tool_name`"),
  LEGACY_REFUSAL_AS_OBJECT(
      "`execCommandApproval` and `applyPatchApproval` are refused by an object"),
  HOST_CLOCK("Codex can ask the host for the time"),
  ATTESTATION("Codex can ask the host for an attestation"),
  ASKS_BEFORE_TYPING("`write_stdin` into a terminal outside the sandbox is asked about"),
  BACKGROUND_TERMINAL_LIST("`thread/backgroundTerminals/list` is there"),
  CODE_MODE("the default model calls tools from code (`exec`)"),
  SUB_AGENTS_SWITCH("`agents.enabled = false` turns sub-agents off, else it is refused"),
  SUB_AGENTS_LIMIT(
      "`features.multi_agent_v2.max_concurrent_threads_per_session` may be 1, so that no sub-agent begins"),
  VIEW_IMAGE_SWITCH("`features.view_image = false` takes the tool for pictures away"),
  EMITTED_AT("notifications have `emittedAtMs`"),
  ITEM_TIMES("item notifications have `startedAtMs` and `completedAtMs`"),
  FINAL_MESSAGE_IN_TURN("`turn/completed` holds the last agent message"),
  LATE_COMMAND_ENDS("a command's end may come after its turn's"),
  RETRIES_RATE_LIMIT("a 429 of the model is tried again"),
  RETRIES_REFUSED_CONNECTION("a refused connection is tried again forever"),
  ANY_EFFORT("`effort` may be any word"),
  ANY_SERVICE_TIER("`serviceTier` may be any word"),
  SEARCHES_NAMES_AND_TEXTS(
      "`thread/list` finds a named thread by its name and by its first message"),
  REMOTE_IMAGES("an `image` may have an `http(s):` URL"),
  PROMPT_KEYS("`clientUserMessageId` of a prompt comes back as `clientId`"),
  FETCHES_PLUGINS_AT_START(
      "a plugin that is switched on is fetched at start, else only looked for"),
  GOALS("`thread/goal/*` is there; up to 0.132.0 goals are switched off"),
  THREAD_SETTINGS("`thread/settings/update` is there"),
  PROMPT_QUEUE("`thread/queue/*` is there"),
  THREAD_REVERT("`thread/revert` is there"),
  ADDITIONAL_CONTEXT("`turn/start` takes `additionalContext`"),
  RUNTIME_WORKSPACE_ROOTS("`thread/start` and `turn/start` take `runtimeWorkspaceRoots`"),
  SERVICE_TIER_FOR_TURN("`turn/start` takes `serviceTierForTurn`"),
  AUDIO_INPUT("an input may be `audio` or `localAudio`"),
  THREAD_DELETE("`thread/delete` is there"),
  THREAD_SEARCH("`thread/search` is there"),
  THREAD_ITEMS("`thread/items/list` is there"),
  FORK_OPTIONS("`thread/fork` ends at a turn, and the copy keeps its settings"),
  PERSONALITY_SELECTS_A_STYLE("the personality `friendly` changes the instructions"),
  CLEAN_EXIT_ON_SIGTERM("SIGTERM gives exit code 0");

  private static final SurveyTable SURVEY = SurveyTable.checkedIn();

  private final String what;

  MeasuredFact(String what) {
    this.what = what;
  }

  /** Whether it holds in this version, which is one of those that were measured. */
  public boolean isIn(CodexVersion version) {
    if (this == LATE_COMMAND_ENDS) {
      // A race, which a survey would have to be lucky to see: known of two old versions, and over.
      return !version.isAtLeast(CodexVersion.parse("0.169.0").orElseThrow());
    }
    String measured = SURVEY.value(version.toString(), name());
    if (measured.isEmpty()) {
      throw new IllegalStateException(this + " was not measured on " + version);
    }
    return measured.equals("yes");
  }

  /** The versions with a column of their own. */
  static List<CodexVersion> versions() {
    return PinnedCodex.versions().stream()
        .map(version -> CodexVersion.parse(version).orElseThrow())
        .toList();
  }

  /** A Markdown table of all, with a column for each version. */
  static String table() {
    StringBuilder table = new StringBuilder("| difference | what |");
    versions().forEach(version -> table.append(' ').append(version).append(" |"));
    table.append("\n|---|---|").append("---|".repeat(versions().size())).append('\n');
    for (MeasuredFact fact : values()) {
      table.append("| `").append(fact).append("` | ").append(fact.what).append(" |");
      versions().forEach(version -> table.append(fact.isIn(version) ? " yes |" : " – |"));
      table.append('\n');
    }
    return table.toString();
  }
}
