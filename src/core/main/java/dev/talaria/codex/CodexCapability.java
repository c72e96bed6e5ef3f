package dev.talaria.codex;

/**
 * A named difference between versions of Codex that a client has to know.
 *
 * <p>Immutable. Source of each: the app-server of 0.125.0, 0.130.0 and 0.169.0, measured. A fact
 * that changed between two of these counts as changed in the later one, so that a version between
 * them is taken for the older.
 */
public enum CodexCapability {
  /** {@code thread/start} and {@code turn/start}: {@code permissions} is the id of a profile. */
  PERMISSIONS_BY_ID("`permissions` is a profile's id, such as `\":workspace\"`", "0.169.0", ""),
  /** The same member is {@code {"type":"profile","id":…}} instead. */
  PERMISSIONS_AS_OBJECT("`permissions` is `{\"type\":\"profile\",\"id\":…}`", "0.130.0", "0.169.0"),
  /** {@code thread/start}: {@code permissionProfile} takes a whole profile; later refused. */
  INLINE_PERMISSION_PROFILE("`thread/start` takes a whole `permissionProfile`", "", "0.130.0"),
  /** Profiles whose ids begin with a colon need no definition in {@code config.toml}. */
  BUILT_IN_PROFILES("there are built-in permission profiles", "0.130.0", ""),
  /** The built-in profile without a sandbox is {@code :danger-full-access}; before, another. */
  FULL_ACCESS_PROFILE_RENAMED(
      "the profile without a sandbox is `:danger-full-access`, before `:danger-no-sandbox`",
      "0.169.0",
      ""),
  /** The method {@code permissionProfile/list}. */
  PERMISSION_PROFILE_LIST("`permissionProfile/list` is there", "0.169.0", ""),
  /** {@code approvalPolicy} may be {@code on-failure}. */
  ON_FAILURE_APPROVALS("`approvalPolicy` may be `on-failure`", "", "0.169.0"),
  /** {@code approval_policy = "untrusted"} in {@code config.toml}; later Codex exits at start. */
  UNTRUSTED_IN_CONFIG(
      "`config.toml` may say `approval_policy = \"untrusted\"`, else Codex exits", "", "0.169.0"),
  /** {@code thread/start} with a writable sandbox makes the directory a trusted project. */
  TRUSTS_WRITABLE_WORKSPACES(
      "`thread/start` with a writable sandbox writes the project's trust into `config.toml`",
      "",
      "0.169.0"),
  /** A workspace-write session leaves an empty file {@code .codex} in its directory. */
  LEAVES_CODEX_FILE(
      "a workspace-write session leaves an empty file `.codex` in its directory", "", "0.130.0"),
  /** {@code turn/interrupt} without a running turn is refused; before, it is never answered. */
  ANSWERS_EVERY_INTERRUPT("`turn/interrupt` without a running turn is answered", "0.130.0", ""),
  /** {@code turn/interrupt} with another turn's id is refused; before, it interrupts anyway. */
  CHECKS_INTERRUPTED_TURN("`turn/interrupt` checks the turn's id", "0.130.0", ""),
  /** A second {@code turn/start} while one runs returns the running turn's id, no phantom. */
  SECOND_START_NAMES_RUNNING_TURN(
      "a second `turn/start` returns the id of the turn that runs", "0.169.0", ""),
  /** {@code turn/steer} ends the model's stream at once; before, the stream ends first. */
  STEER_CUTS_STREAM("`turn/steer` does not wait for the model's stream to end", "0.169.0", ""),
  /** {@code thread/resume} restores sandbox, approval policy and directory. */
  RESUME_RESTORES_SETTINGS(
      "`thread/resume` restores sandbox, approval policy and directory", "0.169.0", ""),
  /** {@code thread_unload_delay_secs = 0} unloads a thread that nobody is subscribed to. */
  UNLOADS_AT_ONCE(
      "a closed session's thread is unloaded at once (`thread_unload_delay_secs`)", "0.169.0", ""),
  /** {@code thread/rollback}; later {@code thread/revert}. */
  THREAD_ROLLBACK("`thread/rollback` is there, later `thread/revert`", "", "0.169.0"),
  /** The model may call {@code update_plan}, which gives {@code turn/plan/updated}. */
  PLAN_TOOL("the model gpt-5.5 has the tool `update_plan`", "", "0.169.0"),
  /** MCP tools are found by {@code tool_search} in {@code mcp__<server>}; before, listed. */
  MCP_TOOLS_BEHIND_SEARCH(
      "MCP tools are behind `tool_search` in `mcp__<server>`, else listed in `mcp__<server>__`",
      "0.169.0",
      ""),
  /** The question whether an MCP tool may run has {@code _meta.tool_name}. */
  TOOL_NAME_IN_QUESTION("an MCP tool's approval has `_meta.tool_name`", "0.169.0", ""),
  /**
   * A refusal in the forms of before the v2 protocol is {@code {"denied":{"rejection":…}}}; before,
   * the word {@code denied}. From the schemas: no version asks in these forms.
   */
  LEGACY_REFUSAL_AS_OBJECT(
      "`execCommandApproval` and `applyPatchApproval` are refused by an object", "0.169.0", ""),
  /**
   * The host may be asked for the time ({@code currentTime/read}), if the configuration says so.
   */
  HOST_CLOCK("Codex can ask the host for the time", "0.169.0", ""),
  /** The host may be asked to attest what it is ({@code attestation/generate}). */
  ATTESTATION("Codex can ask the host for an attestation", "0.169.0", ""),
  /** Text for a terminal outside the sandbox is asked about each time. */
  ASKS_BEFORE_TYPING(
      "`write_stdin` into a terminal outside the sandbox is asked about", "0.169.0", ""),
  /** The method {@code thread/backgroundTerminals/list}. */
  BACKGROUND_TERMINAL_LIST("`thread/backgroundTerminals/list` is there", "0.169.0", ""),
  /** Newer models write code that calls the tools instead of calling them one by one. */
  CODE_MODE("the default model calls tools from code (`exec`)", "0.169.0", ""),
  /** {@code agents.enabled} in the configuration; before, {@code agents} holds roles only. */
  SUB_AGENTS_SWITCH(
      "`agents.enabled = false` turns sub-agents off, else it is refused", "0.169.0", ""),
  /** Notifications have {@code emittedAtMs} beside {@code params}. */
  EMITTED_AT("notifications have `emittedAtMs`", "0.169.0", ""),
  /** {@code item/started} and {@code item/completed} have times in their params. */
  ITEM_TIMES("item notifications have `startedAtMs` and `completedAtMs`", "0.130.0", ""),
  /** {@code turn/completed} has the last agent message in {@code turn.items}. */
  FINAL_MESSAGE_IN_TURN("`turn/completed` holds the last agent message", "0.169.0", ""),
  /** A command may end after its own turn although it does not run in the background. */
  LATE_COMMAND_ENDS("a command's end may come after its turn's", "", "0.169.0"),
  /** A plain 429 of the model is tried again, after its {@code Retry-After}. */
  RETRIES_RATE_LIMIT("a 429 of the model is tried again", "0.169.0", ""),
  /** A refused connection to the model is tried again without end. */
  RETRIES_REFUSED_CONNECTION("a refused connection is tried again for ever", "0.169.0", ""),
  /** {@code effort} may be any word; before, one that Codex knows. */
  ANY_EFFORT("`effort` may be any word", "0.169.0", ""),
  /** {@code serviceTier} may be any word; before, {@code fast} or {@code flex}. */
  ANY_SERVICE_TIER("`serviceTier` may be any word", "0.130.0", ""),
  /** {@code thread/list} finds a named thread by name and by first message; before, not always. */
  SEARCHES_NAMES_AND_TEXTS(
      "`thread/list` finds a named thread by its name and by its first message", "0.169.0", ""),
  /** An {@code image} may have an {@code http(s):} URL, which the model's server fetches. */
  REMOTE_IMAGES("an `image` may have an `http(s):` URL", "", "0.169.0"),
  /** A plugin that is switched on and not in the cache is fetched when the app-server starts. */
  FETCHES_PLUGINS_AT_START(
      "a plugin that is switched on is fetched at start, else only looked for", "0.169.0", ""),
  /** SIGTERM ends the app-server with exit code 0; before, it dies by the signal. */
  CLEAN_EXIT_ON_SIGTERM("SIGTERM gives exit code 0", "0.169.0", "");

  private final String what;
  private final String since;
  private final String until;

  CodexCapability(String what, String since, String until) {
    this.what = what;
    this.since = since;
    this.until = until;
  }

  /** The difference in one line of Markdown. */
  public String what() {
    return what;
  }

  /** Whether it holds in this version. */
  public boolean isIn(CodexVersion version) {
    return (since.isEmpty() || version.isAtLeast(parsed(since)))
        && (until.isEmpty() || !version.isAtLeast(parsed(until)));
  }

  private static CodexVersion parsed(String version) {
    return CodexVersion.parse(version).orElseThrow();
  }
}
