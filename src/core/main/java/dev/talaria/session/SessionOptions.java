package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.HostServices;
import dev.talaria.base.internal.ExtraFields;
import dev.talaria.base.internal.Limits;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.v2.ApprovalsReviewer;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.Personality;
import dev.talaria.protocol.v2.ReasoningSummary;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.protocol.v2.TurnEnvironmentParams;
import dev.talaria.protocol.wire.RequestFields;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.request.HostHandlers;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a session is opened. Immutable; what is not set is left to Codex's configuration.
 *
 * <p>Approvals are decided by the policy, else by the approval handler, else declined; without both
 * everything is declined.
 */
public final class SessionOptions {

  private static final String SANDBOX = "sandbox";

  /** The names for {@link Builder#extra}. */
  static final ExtraFields EXTRA =
      new ExtraFields(
          "SessionOptions.Builder",
          RequestFields.THREAD_START,
          Map.of(
              "permissions", "permissionProfile",
              "dynamicTools", "dynamicTool",
              "threadId", "resume",
              "excludeTurns", ""));

  /** No longer changed. */
  private final Values set;

  private SessionOptions(Values set) {
    this.set = set;
  }

  /** {@return a builder with the defaults: the process's working directory, everything declined} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the working directory, absolute} */
  public Path cwd() {
    return set.cwd;
  }

  /** {@return who answers what the policy does not decide; empty for none} */
  public Optional<ApprovalHandler> approvals() {
    return Optional.ofNullable(set.approvals);
  }

  /**
   * {@return the policy that decides first: the one that was set or the default, with the own
   * tools}
   */
  public ApprovalPolicy policy() {
    ApprovalPolicy host = set.policy;
    if (host == null) {
      host = set.approvals == null ? ApprovalPolicy.denyAll() : ApprovalPolicy.none();
    }
    return host.withOwnHostTools(set.hostToolServers);
  }

  /** What of the host answers Codex's requests. */
  HostHandlers handlers() {
    return new HostHandlers(
        policy(), approvals(), set.approvalTimeout, set.audit, set.services, set.toolTimeout);
  }

  /** {@return how long a tool of the host may take} */
  public Duration toolTimeout() {
    return set.toolTimeout;
  }

  /** {@return how long a turn may take; empty for no limit} */
  public Optional<Duration> turnTimeout() {
    return Optional.ofNullable(set.turnTimeout);
  }

  /** {@return how long a turn may be silent; empty for no limit} */
  public Optional<Duration> idleTimeout() {
    return Optional.ofNullable(set.idleTimeout);
  }

  /** {@return after what silence Codex is asked whether the turn still runs} */
  public Duration quietTime() {
    return set.quietTime;
  }

  /** {@return how long an approval may be pending before it counts as declined} */
  public Duration approvalTimeout() {
    return set.approvalTimeout;
  }

  /** {@return who is notified of what moves the thread besides the host's own turns} */
  public SessionListener listener() {
    return set.listener;
  }

  /**
   * {@return the observers that watch the session: those of its {@link Codex} or {@link CodexPool}}
   */
  public List<TalariaObserver> observers() {
    return set.observers;
  }

  /** The same, watched. */
  SessionOptions observedBy(List<TalariaObserver> observers) {
    Values observed = set.clone();
    observed.observers = observers;
    return new SessionOptions(observed);
  }

  /** {@return whether a close clears an active goal, instead of pausing it} */
  public boolean clearsGoal() {
    return set.clearsGoal;
  }

  /** {@return how many code points of a command's output the transcript keeps} */
  public int maxCommandOutput() {
    return set.maxCommandOutput;
  }

  /** {@return the thread to continue with; empty for a new one} */
  public Optional<String> resume() {
    return Optional.ofNullable(set.resume);
  }

  /** The host's record of the conversation; empty when it gave none. */
  Optional<Supplier<List<Message>>> history() {
    return Optional.ofNullable(set.history);
  }

  /** What ends with the session. */
  List<AutoCloseable> closedWithSession() {
    return set.closedWithSession;
  }

  /** What {@code thread/start} sends, but for the permission profile. */
  ThreadStartParams params() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("cwd", set.cwd.toString());
    params.put("config", config());
    params.putAll(set.fields);
    if (!set.dynamicTools.isEmpty()) {
      params.put("dynamicTools", set.dynamicTools);
    }
    return new ThreadStartParams(Wire.tree(params));
  }

  /** {@return whether a turn's transcript has the rows of its sub-agents} */
  public boolean subAgentMessages() {
    return set.subAgentMessages;
  }

  /** With goals switched off or on: by default Codex offers them to the model. */
  private Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("features.goals", set.goals);
    config.putAll(set.config);
    return config;
  }

  /** Whether Codex may work on goals. */
  boolean allowsGoals() {
    return set.goals;
  }

  /** The permission profile's id; {@code null} for what Codex's configuration says. */
  String permissionProfile() {
    return set.permissionProfile;
  }

  String effort() {
    return set.effort;
  }

  ReasoningSummary summary() {
    return set.summary;
  }

  /**
   * Those of all turns that do not set their own; {@code null} for the app-server's own machine.
   */
  Object environments() {
    return set.fields.get(TurnInput.ENVIRONMENTS);
  }

  static List<String> absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList();
  }

  /** Collects options; not safe for use by many threads. */
  public static final class Builder {

    private final Values set = new Values();

    private Builder() {}

    /**
     * Sets where commands run and files are changed.
     *
     * @param directory an existing directory; the JVM's own by default
     * @return this builder
     */
    public Builder cwd(Path directory) {
      set.cwd = directory.toAbsolutePath().normalize();
      return this;
    }

    /**
     * Continues with an existing thread in the same {@code CODEX_HOME}. The other options hold for
     * it as for a new one, but for {@link #developerInstructions} and {@link #dynamicTool}: those
     * of its start stay.
     *
     * @param threadId the thread's id ({@link CodexSession#threadId}); {@code null} for a new
     *     thread
     * @return this builder
     * @throws IllegalArgumentException if the id is blank
     */
    public Builder resume(String threadId) {
      if (threadId != null && threadId.isBlank()) {
        throw new IllegalArgumentException("a thread's id must not be blank");
      }
      set.resume = threadId;
      return this;
    }

    /**
     * Gives the host's own record of the conversation. It is asked for only when Codex no longer
     * has the thread: then a new one is started, and the newest 32,000 characters of the record are
     * among its instructions.
     *
     * @param record gives the rows, the oldest first; called on a worker thread
     * @return this builder
     */
    public Builder history(Supplier<List<Message>> record) {
      set.history = record;
      return this;
    }

    /**
     * Sets the model.
     *
     * @param id the model's id; {@code null} leaves it to Codex's configuration
     * @return this builder
     */
    public Builder model(String id) {
      return field("model", id);
    }

    /**
     * Sets the provider of the model.
     *
     * @param id the id of a provider in Codex's configuration; {@code null} leaves it to that
     * @return this builder
     */
    public Builder modelProvider(String id) {
      return field("modelProvider", id);
    }

    /**
     * Sets the reasoning effort of all turns that do not set their own.
     *
     * @param level such as {@code low} or {@code high}; {@code null} leaves it to Codex's
     *     configuration
     * @return this builder
     */
    public Builder effort(String level) {
      set.effort = level;
      return this;
    }

    /**
     * Sets how the model summarizes its reasoning.
     *
     * @param kind how much; {@code null} leaves it to Codex's configuration
     * @return this builder
     */
    public Builder summary(ReasoningSummary kind) {
      set.summary = kind;
      return this;
    }

    /**
     * Sets the service tier.
     *
     * @param tier such as {@code fast} or {@code flex}; {@code null} leaves it to Codex's
     *     configuration
     * @return this builder
     */
    public Builder serviceTier(String tier) {
      return field("serviceTier", tier);
    }

    /**
     * Sets the sandbox of commands; excludes {@link #permissionProfile}.
     *
     * @param mode what commands may write; {@code null} leaves it to Codex's configuration
     * @return this builder
     */
    public Builder sandbox(SandboxMode mode) {
      return field(SANDBOX, mode);
    }

    /**
     * Sets the permission profile; excludes {@link #sandbox}.
     *
     * <p>Where Codex has no profiles (0.125.0, or without the experimental API), the three built-in
     * ones become their sandbox mode, and {@link Codex#openSession} refuses others. {@code
     * :danger-no-sandbox}, as it is called up to 0.130.0, is good on every version.
     *
     * @param id {@code :read-only}, {@code :workspace}, {@code :danger-full-access}, or one of the
     *     user's own that {@code config.toml} defines as {@code [permissions.<id>]}; {@code null}
     *     leaves it to Codex's configuration
     * @return this builder
     * @throws IllegalArgumentException if the id is blank
     */
    public Builder permissionProfile(String id) {
      if (id != null && id.isBlank()) {
        throw new IllegalArgumentException("a permission profile's id must not be blank");
      }
      set.permissionProfile = id;
      return this;
    }

    /**
     * Sets the permission profile and the approval policy of a host's security mode.
     *
     * @param mode how freely the agent may act
     * @return this builder
     */
    public Builder securityMode(SecurityMode mode) {
      return permissionProfile(mode.permissionProfile()).approvalPolicy(mode.approvalPolicy());
    }

    /**
     * Sets when Codex asks.
     *
     * @param policy before which actions; {@code null} leaves it to Codex's configuration
     * @return this builder
     */
    public Builder approvalPolicy(AskForApproval policy) {
      return field("approvalPolicy", policy);
    }

    /**
     * Sets whom Codex asks.
     *
     * @param reviewer {@link ApprovalsReviewer#USER}, which is the policy and the handler, by
     *     default, also when Codex's configuration says otherwise; {@code null} leaves it to that
     * @return this builder
     */
    public Builder approvalsReviewer(ApprovalsReviewer reviewer) {
      return field("approvalsReviewer", reviewer);
    }

    /**
     * Sets who answers the approvals that the policy does not decide.
     *
     * @param handler not null; called on workers, also for several requests at once
     * @return this builder
     */
    public Builder approvals(ApprovalHandler handler) {
      set.approvals = Objects.requireNonNull(handler, "handler");
      return this;
    }

    /**
     * Sets what decides approvals before the handler is asked.
     *
     * @param decidesFirst not null; by default nothing with a handler, and everything is declined
     *     without one
     * @return this builder
     */
    public Builder policy(ApprovalPolicy decidesFirst) {
      set.policy = Objects.requireNonNull(decidesFirst, "policy");
      return this;
    }

    /**
     * Adds MCP servers that the host itself serves: their tools run unasked, unless a rule denies
     * them or asks. None by default; see {@link ApprovalPolicy#allowOwnHostTools}.
     *
     * @param names the servers' names in Codex's configuration
     * @return this builder
     */
    public Builder hostToolServers(String... names) {
      set.hostToolServers =
          Stream.concat(set.hostToolServers.stream(), Stream.of(names))
              .collect(Collectors.toUnmodifiableSet());
      return this;
    }

    /**
     * Sets a listener that is told how each approval ended. It is called as a {@link TurnListener}
     * is, and for approvals that belong to no turn, too; what it throws is logged.
     *
     * @param listener not null; for instance an {@link dev.talaria.approval.AuditFile}
     * @return this builder
     */
    public Builder audit(Consumer<ApprovalOutcome> listener) {
      set.audit = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Sets what the host does for Codex besides decisions: its tools, and the time.
     *
     * @param host not null; {@link HostServices#NONE} by default
     * @return this builder
     */
    public Builder services(HostServices host) {
      set.services = Objects.requireNonNull(host, "host");
      return this;
    }

    /**
     * Offers a tool of the host to the model; {@link HostServices#callTool} runs it.
     *
     * @param tool its name, its description and the schema of its arguments
     * @return this builder
     */
    public Builder dynamicTool(DynamicTool tool) {
      set.dynamicTools = plus(set.dynamicTools, Objects.requireNonNull(tool, "tool"));
      return this;
    }

    /**
     * Closes something with the session: what serves it alone, such as its tools. What that throws
     * is logged. A session that could not be opened closes nothing.
     *
     * @param resource what to close; several are closed in the order given
     * @return this builder
     */
    public Builder closeWithSession(AutoCloseable resource) {
      set.closedWithSession =
          plus(set.closedWithSession, Objects.requireNonNull(resource, "resource"));
      return this;
    }

    /**
     * Sets how long a tool of the host may take.
     *
     * @param limit longer than zero; 10 minutes by default
     * @return this builder
     */
    public Builder toolTimeout(Duration limit) {
      set.toolTimeout = Limits.positive("toolTimeout", limit);
      return this;
    }

    /**
     * Replaces Codex's own instructions to the model, which it knows its tools from.
     *
     * @param text the instructions; {@code null} for Codex's own
     * @return this builder
     */
    public Builder baseInstructions(String text) {
      return field("baseInstructions", text);
    }

    /**
     * Gives the model instructions of the host, beside Codex's own.
     *
     * @param text the instructions; {@code null} for none
     * @return this builder
     */
    public Builder developerInstructions(String text) {
      return field("developerInstructions", text);
    }

    /**
     * Sets whether Codex keeps the thread off the disk; it cannot be resumed then.
     *
     * @param value false by default
     * @return this builder
     */
    public Builder ephemeral(boolean value) {
      return field("ephemeral", value ? Boolean.TRUE : null);
    }

    /**
     * Overrides one key of Codex's {@code config.toml} for this thread.
     *
     * @param key the key; dots separate tables
     * @param value a text, a number, a boolean, a list or a map of these; not null
     * @return this builder
     */
    public Builder config(String key, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(set.config);
      more.put(key, Objects.requireNonNull(value, "value"));
      set.config = Collections.unmodifiableMap(more);
      return this;
    }

    /**
     * Overrides many keys at once, such as those of {@code ScopedServers.config()}: MCP servers for
     * this session alone. A key that was given before is replaced.
     *
     * @param overrides values by key, none of them null
     * @return this builder
     */
    public Builder config(Map<String, ?> overrides) {
      overrides.forEach(this::config);
      return this;
    }

    /**
     * Sets the tone in which the model writes.
     *
     * @param tone {@code null} leaves it to Codex's configuration
     * @return this builder
     */
    public Builder personality(Personality tone) {
      return field("personality", tone);
    }

    /**
     * Sets where commands run, with the experimental API; for an empty list the model can run none.
     * It holds for all turns of the session that do not set their own.
     *
     * @param choice the current one first, as {@link TurnInput#environments} has it; {@code null}
     *     for the app-server's own machine
     * @return this builder
     */
    public Builder environments(List<TurnEnvironmentParams> choice) {
      return field(TurnInput.ENVIRONMENTS, choice == null ? null : List.copyOf(choice));
    }

    /**
     * Sets the directories that count as the workspace, which a workspace-write sandbox lets
     * commands write; since 0.131.0, with the experimental API.
     *
     * @param roots directories instead of the working directory; {@code null} for that
     * @return this builder
     */
    public Builder runtimeWorkspaceRoots(List<Path> roots) {
      return field("runtimeWorkspaceRoots", roots == null ? null : absolute(roots));
    }

    /**
     * Names the host's service in Codex's telemetry; only for a new thread.
     *
     * @param name the service; {@code null} for none
     * @return this builder
     */
    public Builder serviceName(String name) {
      return field("serviceName", name);
    }

    /**
     * Sends a field of {@code thread/start} and {@code thread/resume} for which there is no option,
     * as it is. Codex ignores a field that it does not know.
     *
     * @param field the field's name in the protocol
     * @param value any JSON, copied; {@code null} takes the field out again
     * @return this builder
     * @throws IllegalArgumentException if there is an option for it, which the message names, or
     *     Talaria sets it itself
     */
    public Builder extra(String field, JsonNode value) {
      return field(EXTRA.checked(field), value == null ? null : value.deepCopy());
    }

    private Builder field(String name, Object value) {
      set.fields = ExtraFields.with(set.fields, name, value);
      return this;
    }

    /**
     * Sets how long a turn may take.
     *
     * @param limit longer than zero; 10 minutes by default
     * @return this builder
     */
    public Builder turnTimeout(Duration limit) {
      set.turnTimeout = Limits.positive("turnTimeout", limit);
      return this;
    }

    /**
     * Removes the time limit of turns; their idle limit must stay then.
     *
     * @return this builder
     */
    public Builder noTurnTimeout() {
      set.turnTimeout = null;
      return this;
    }

    /**
     * Sets how long a turn may be silent. The time in which the host decides about an approval does
     * not count.
     *
     * @param limit longer than zero; 30 minutes by default
     * @return this builder
     */
    public Builder idleTimeout(Duration limit) {
      set.idleTimeout = Limits.positive("idleTimeout", limit);
      return this;
    }

    /**
     * Removes the idle limit of turns; their time limit must stay then.
     *
     * @return this builder
     */
    public Builder noIdleTimeout() {
      set.idleTimeout = null;
      return this;
    }

    /**
     * Sets after what silence, with no item open, Codex is asked whether the turn still runs. A
     * turn that still runs continues: this is not a limit.
     *
     * @param silence longer than zero; 20 seconds by default
     * @return this builder
     */
    public Builder quietTime(Duration silence) {
      set.quietTime = Limits.positive("quietTime", silence);
      return this;
    }

    /**
     * Sets how long an approval may be pending before it counts as declined.
     *
     * @param limit longer than zero; 10 minutes by default
     * @return this builder
     */
    public Builder approvalTimeout(Duration limit) {
      set.approvalTimeout = Limits.positive("approvalTimeout", limit);
      return this;
    }

    /**
     * Sets how much of a command's output the transcript keeps; of a longer one the middle is left
     * out and marked.
     *
     * @param codePoints how many code points, at least 1; 65,536 by default
     * @return this builder
     */
    public Builder maxCommandOutput(int codePoints) {
      if (codePoints < 1) {
        throw new IllegalArgumentException("maxCommandOutput must be positive, not " + codePoints);
      }
      set.maxCommandOutput = codePoints;
      return this;
    }

    /**
     * Sets who is told what moves the thread besides the host's own turns. Default: nobody; the
     * approvals of such turns go to policy and handler anyway.
     *
     * @param told not null
     * @return this builder
     */
    public Builder listener(SessionListener told) {
      set.listener = Objects.requireNonNull(told, "told");
      return this;
    }

    /**
     * Sets whether the thread may have a goal, for which Codex starts turn after turn by itself.
     * Default: no; the model is offered no tools for goals then, and an active goal of a resumed
     * thread stands still. Sent as {@code features.goals} of the thread's configuration; measured
     * with 0.133.0 to 0.169.0, earlier versions have no goals by default.
     *
     * @param allowed whether Codex may continue by itself
     * @return this builder
     */
    public Builder goals(boolean allowed) {
      set.goals = allowed;
      return this;
    }

    /**
     * Puts the rows of sub-agents into the transcript of the turn that began them, in the order of
     * their arrival, as long as that turn runs; {@link Message#agent} says whose a row is. Default:
     * no; {@link SubAgent#messages} has them in any case.
     *
     * @param included whether they are rows of {@link TurnResult#messages}, and reported to {@link
     *     TurnListener#onMessage}
     * @return this
     */
    public Builder subAgentMessages(boolean included) {
      set.subAgentMessages = included;
      return this;
    }

    /**
     * Sets what closing the session does with an active goal. Default: it is paused, so that a
     * session that resumes the thread can continue with it.
     *
     * @param clear whether it is cleared instead
     * @return this builder
     */
    public Builder clearGoalAtClose(boolean clear) {
      set.clearsGoal = clear;
      return this;
    }

    /**
     * {@return the options as they are now}
     *
     * @throws IllegalArgumentException if both a sandbox and a permission profile are set, or
     *     neither a time limit of turns nor an idle limit
     */
    public SessionOptions build() {
      if (set.turnTimeout == null && set.idleTimeout == null) {
        throw new IllegalArgumentException(
            "a turn needs a limit: leave the turn timeout or the idle timeout on");
      }
      if (set.fields.get(SANDBOX) instanceof SandboxMode mode && set.permissionProfile != null) {
        throw new IllegalArgumentException(
            "give either the sandbox '%s' or the permission profile '%s': a profile says what its sandbox is"
                .formatted(mode.wire(), set.permissionProfile));
      }
      return new SessionOptions(set.clone());
    }
  }

  private static <T> List<T> plus(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /** What can be set, and the defaults. */
  private static final class Values implements Cloneable {

    private Path cwd = Path.of("").toAbsolutePath().normalize();
    private String permissionProfile;
    private Map<String, Object> config = Map.of();

    /** Those that are only passed on, by their names on the wire. */
    private Map<String, Object> fields = Map.of("approvalsReviewer", ApprovalsReviewer.USER);

    private ApprovalHandler approvals;
    private ApprovalPolicy policy;
    private Set<String> hostToolServers = Set.of();
    private Consumer<ApprovalOutcome> audit = outcome -> {};
    private HostServices services = HostServices.NONE;
    private List<DynamicTool> dynamicTools = List.of();
    private Duration toolTimeout = Duration.ofMinutes(10);
    private String effort;
    private ReasoningSummary summary;
    private Duration turnTimeout = Duration.ofMinutes(10);
    private Duration idleTimeout = Duration.ofMinutes(30);
    private Duration quietTime = Duration.ofSeconds(20);
    private Duration approvalTimeout = Duration.ofMinutes(10);
    private int maxCommandOutput = ItemProjector.DEFAULT_MAX_COMMAND_OUTPUT;
    private String resume;
    private Supplier<List<Message>> history;
    private List<AutoCloseable> closedWithSession = List.of();
    private SessionListener listener = SessionListener.NONE;
    private List<TalariaObserver> observers = List.of();
    private boolean goals;
    private boolean clearsGoal;
    private boolean subAgentMessages;

    @Override
    protected Values clone() {
      try {
        return (Values) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
