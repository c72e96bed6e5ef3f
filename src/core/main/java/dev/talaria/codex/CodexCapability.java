package dev.talaria.codex;

/**
 * A named difference between versions of Codex that Talaria acts on; {@code docs/protocol.md} lists
 * all that are known.
 *
 * <p>Immutable. Each was measured with every release that npm serves, as {@code
 * docs/protocol-versions.md} tells. A version between two that were measured, such as a
 * pre-release, counts as the later one, and a version after the last one has what that one has.
 */
public enum CodexCapability {
  /** {@code thread/start} and {@code turn/start}: {@code permissions} is the id of a profile. */
  PERMISSIONS_BY_ID("0.130.0", "0.131.0"),
  /** The same member is {@code {"type":"profile","id":…}} instead. */
  PERMISSIONS_AS_OBJECT("0.125.0", "0.128.0", "0.132.0"),
  /** Profiles whose ids begin with a colon need no definition in {@code config.toml}. */
  BUILT_IN_PROFILES("0.125.0", "0.128.0"),
  /** The built-in profile without a sandbox is {@code :danger-full-access}; before, another. */
  FULL_ACCESS_PROFILE_RENAMED("0.130.0", "0.131.0"),
  /** The method {@code permissionProfile/list}. */
  PERMISSION_PROFILE_LIST("0.132.0", "0.133.0"),
  /** {@code thread_unload_delay_secs = 0} unloads a thread without a subscriber. */
  UNLOADS_AT_ONCE("0.153.4", "0.154.0"),
  /**
   * A refusal in the forms before the v2 protocol is {@code {"denied":{"rejection":…}}}; before,
   * the word {@code denied}. From the schemas: no version asks in these forms.
   */
  LEGACY_REFUSAL_AS_OBJECT("0.144.6", "0.145.0"),
  /** The method {@code thread/backgroundTerminals/list}. */
  BACKGROUND_TERMINAL_LIST("0.139.0", "0.140.0"),
  /** {@code agents.enabled} in the configuration; before, {@code agents} holds roles only. */
  SUB_AGENTS_SWITCH("0.144.6", "0.145.0"),
  /** {@code features.multi_agent_v2.max_concurrent_threads_per_session} in the configuration. */
  SUB_AGENTS_LIMIT("0.125.0", "0.128.0"),
  /** An {@code image} may have an {@code http(s):} URL, which the model's server fetches. */
  REMOTE_IMAGES("", "", "0.142.0"),
  /** {@code turn/start} takes {@code clientUserMessageId}, and the message has it as its key. */
  PROMPT_KEYS("0.135.0", "0.136.0"),
  /** A plugin that is switched on and not in the cache is fetched when the app-server starts. */
  FETCHES_PLUGINS_AT_START("0.142.5", "0.143.0"),
  /** The methods {@code thread/goal/*}; up to 0.132.0 goals are switched off by default. */
  GOALS("0.125.0", "0.128.0"),
  /** The method {@code thread/settings/update}. */
  THREAD_SETTINGS("0.132.0", "0.133.0"),
  /** The methods {@code thread/queue/*}. */
  PROMPT_QUEUE("0.147.0", "0.148.0"),
  /** The method {@code thread/revert}, which 0.148.0 to 0.150.1 list and refuse. */
  THREAD_REVERT("0.150.1", "0.151.0"),
  /** {@code turn/start}: {@code additionalContext}. */
  ADDITIONAL_CONTEXT("0.134.0", "0.135.0"),
  /** {@code thread/start} and {@code turn/start}: {@code runtimeWorkspaceRoots}. */
  RUNTIME_WORKSPACE_ROOTS("0.130.0", "0.131.0"),
  /** {@code turn/start}: {@code serviceTierForTurn}. */
  SERVICE_TIER_FOR_TURN("0.150.1", "0.151.0"),
  /** Input parts {@code audio} and {@code localAudio}. */
  AUDIO_INPUT("0.144.6", "0.145.0"),
  /** The method {@code thread/delete}. */
  THREAD_DELETE("0.139.0", "0.140.0"),
  /** The method {@code thread/search}. */
  THREAD_SEARCH("0.133.0", "0.134.0"),
  /** The method {@code thread/items/list}, which 0.143.0 to 0.150.1 list and refuse. */
  THREAD_ITEMS("0.150.1", "0.151.0"),
  /** {@code thread/fork}: an end of the copy, and settings that it keeps when it is unloaded. */
  FORK_OPTIONS("0.144.6", "0.145.0");

  private final String before;
  private final String since;
  private final String last;

  CodexCapability(String before, String since) {
    this(before, since, "");
  }

  /**
   * @param before the last release that was measured without it; empty where all had it at first
   * @param since the first one with it
   * @param last the last one with it, if it is gone again; else empty
   */
  CodexCapability(String before, String since, String last) {
    this.before = before;
    this.since = since;
    this.last = last;
  }

  /**
   * {@return whether it holds in this version}
   *
   * @param version a version; a pre-release comes before its release
   */
  public boolean isIn(CodexVersion version) {
    return (before.isEmpty() || isAfter(version, before))
        && (last.isEmpty() || !isAfter(version, last));
  }

  /** {@return the first release that was measured with it; empty where all had it at first} */
  public String since() {
    return since;
  }

  /**
   * {@return what to say where it is missing: the version, and which one is needed}
   *
   * @param version a version that does not have it
   * @param what what the host asked for
   */
  public String missingIn(CodexVersion version, String what) {
    return "Codex %s does not have %s%s"
        .formatted(
            version,
            what,
            since.isEmpty()
                ? " (newer versions removed it)"
                : ": it needs Codex " + since + " or newer");
  }

  /**
   * Refuses what cannot be done with a version.
   *
   * @param version a version
   * @param what what the host asked for
   * @throws CodexVersionException if it is missing; the message says which version is needed
   */
  public void require(CodexVersion version, String what) {
    if (!isIn(version)) {
      throw new CodexVersionException(missingIn(version, what));
    }
  }

  private static boolean isAfter(CodexVersion version, String release) {
    return !CodexVersion.parse(release).orElseThrow().isAtLeast(version);
  }
}
