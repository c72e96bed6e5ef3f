package dev.talaria.codex;

import dev.talaria.fixtures.PinnedCodex;
import java.util.List;

/**
 * What differs between the versions of Codex that are tested: the table of {@code
 * docs/protocol.md}. The real-Codex tests measure it, and {@link CodexCapability} has those of them
 * that Talaria acts upon.
 */
public enum MeasuredFact {
  PERMISSIONS_BY_ID("`permissions` is a profile's id, such as `\":workspace\"`", "0.169.0", ""),
  PERMISSIONS_AS_OBJECT("`permissions` is `{\"type\":\"profile\",\"id\":…}`", "0.130.0", "0.169.0"),
  INLINE_PERMISSION_PROFILE("`thread/start` takes a whole `permissionProfile`", "", "0.130.0"),
  BUILT_IN_PROFILES("there are built-in permission profiles", "0.130.0", ""),
  FULL_ACCESS_PROFILE_RENAMED(
      "the profile without a sandbox is `:danger-full-access`, before `:danger-no-sandbox`",
      "0.169.0",
      ""),
  PERMISSION_PROFILE_LIST("`permissionProfile/list` is there", "0.169.0", ""),
  ON_FAILURE_APPROVALS("`approvalPolicy` may be `on-failure`", "", "0.169.0"),
  UNTRUSTED_IN_CONFIG(
      "`config.toml` may say `approval_policy = \"untrusted\"`, else Codex exits", "", "0.169.0"),
  TRUSTS_WRITABLE_WORKSPACES(
      "`thread/start` with a writable sandbox writes the project's trust into `config.toml`",
      "",
      "0.169.0"),
  LEAVES_CODEX_FILE(
      "a workspace-write session leaves an empty file `.codex` in its directory", "", "0.130.0"),
  ANSWERS_EVERY_INTERRUPT("`turn/interrupt` without a running turn is answered", "0.130.0", ""),
  CHECKS_INTERRUPTED_TURN("`turn/interrupt` checks the turn's id", "0.130.0", ""),
  SECOND_START_NAMES_RUNNING_TURN(
      "a second `turn/start` returns the id of the turn that runs", "0.169.0", ""),
  STEER_CUTS_STREAM("`turn/steer` does not wait for the model's stream to end", "0.169.0", ""),
  RESUME_RESTORES_SETTINGS(
      "`thread/resume` restores sandbox, approval policy and directory", "0.169.0", ""),
  UNLOADS_AT_ONCE(
      "a closed session's thread is unloaded at once (`thread_unload_delay_secs`)", "0.169.0", ""),
  THREAD_ROLLBACK("`thread/rollback` is there, later `thread/revert`", "", "0.169.0"),
  PLAN_TOOL("the model gpt-5.5 has the tool `update_plan`", "", "0.169.0"),
  MCP_TOOLS_BEHIND_SEARCH(
      "MCP tools are behind `tool_search` in `mcp__<server>`, else listed in `mcp__<server>__`",
      "0.169.0",
      ""),
  TOOL_NAME_IN_QUESTION("an MCP tool's approval has `_meta.tool_name`", "0.169.0", ""),
  LEGACY_REFUSAL_AS_OBJECT(
      "`execCommandApproval` and `applyPatchApproval` are refused by an object", "0.169.0", ""),
  HOST_CLOCK("Codex can ask the host for the time", "0.169.0", ""),
  ATTESTATION("Codex can ask the host for an attestation", "0.169.0", ""),
  ASKS_BEFORE_TYPING(
      "`write_stdin` into a terminal outside the sandbox is asked about", "0.169.0", ""),
  BACKGROUND_TERMINAL_LIST("`thread/backgroundTerminals/list` is there", "0.169.0", ""),
  CODE_MODE("the default model calls tools from code (`exec`)", "0.169.0", ""),
  SUB_AGENTS_SWITCH(
      "`agents.enabled = false` turns sub-agents off, else it is refused", "0.169.0", ""),
  EMITTED_AT("notifications have `emittedAtMs`", "0.169.0", ""),
  ITEM_TIMES("item notifications have `startedAtMs` and `completedAtMs`", "0.130.0", ""),
  FINAL_MESSAGE_IN_TURN("`turn/completed` holds the last agent message", "0.169.0", ""),
  LATE_COMMAND_ENDS("a command's end may come after its turn's", "", "0.169.0"),
  RETRIES_RATE_LIMIT("a 429 of the model is tried again", "0.169.0", ""),
  RETRIES_REFUSED_CONNECTION("a refused connection is tried again for ever", "0.169.0", ""),
  ANY_EFFORT("`effort` may be any word", "0.169.0", ""),
  ANY_SERVICE_TIER("`serviceTier` may be any word", "0.130.0", ""),
  SEARCHES_NAMES_AND_TEXTS(
      "`thread/list` finds a named thread by its name and by its first message", "0.169.0", ""),
  REMOTE_IMAGES("an `image` may have an `http(s):` URL", "", "0.169.0"),
  PROMPT_KEYS("`clientUserMessageId` of a prompt comes back as `clientId`", "0.140.0", ""),
  FETCHES_PLUGINS_AT_START(
      "a plugin that is switched on is fetched at start, else only looked for", "0.169.0", ""),
  GOALS("`thread/goal/*` is there; 0.130.0 has goals switched off", "0.130.0", ""),
  THREAD_SETTINGS("`thread/settings/update` is there", "0.169.0", ""),
  PROMPT_QUEUE("`thread/queue/*` is there", "0.169.0", ""),
  THREAD_REVERT("`thread/revert` is there", "0.169.0", ""),
  ADDITIONAL_CONTEXT("`turn/start` takes `additionalContext`", "0.140.0", ""),
  RUNTIME_WORKSPACE_ROOTS(
      "`thread/start` and `turn/start` take `runtimeWorkspaceRoots`", "0.140.0", ""),
  SERVICE_TIER_FOR_TURN("`turn/start` takes `serviceTierForTurn`", "0.153.4", ""),
  AUDIO_INPUT("an input may be `audio` or `localAudio`", "0.153.4", ""),
  THREAD_DELETE("`thread/delete` is there", "0.140.0", ""),
  THREAD_SEARCH("`thread/search` is there", "0.140.0", ""),
  THREAD_ITEMS("`thread/items/list` is there", "0.153.4", ""),
  FORK_OPTIONS("`thread/fork` ends at a turn, and the copy keeps its settings", "0.153.4", ""),
  PERSONALITY_SELECTS_A_STYLE("the personality `friendly` changes the instructions", "", "0.169.0"),
  CLEAN_EXIT_ON_SIGTERM("SIGTERM gives exit code 0", "0.169.0", "");

  private final String what;
  private final String since;
  private final String until;

  MeasuredFact(String what, String since, String until) {
    this.what = what;
    this.since = since;
    this.until = until;
  }

  /** Whether it holds in this version. */
  public boolean isIn(CodexVersion version) {
    return (since.isEmpty() || version.isAtLeast(parsed(since)))
        && (until.isEmpty() || !version.isAtLeast(parsed(until)));
  }

  /** The versions with a column of their own. */
  static List<CodexVersion> versions() {
    return PinnedCodex.versions().stream().map(MeasuredFact::parsed).toList();
  }

  private static CodexVersion parsed(String version) {
    return CodexVersion.parse(version).orElseThrow();
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
