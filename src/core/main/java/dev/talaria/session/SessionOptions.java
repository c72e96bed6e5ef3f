package dev.talaria.session;

import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.HostServices;
import dev.talaria.protocol.ApprovalsReviewer;
import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.ReasoningSummary;
import dev.talaria.protocol.SandboxMode;
import dev.talaria.protocol.wire.ThreadStartParams;
import dev.talaria.session.request.HostHandlers;
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

  /** No longer changed. */
  private final Values set;

  private SessionOptions(Values set) {
    this.set = set;
  }

  /** Starts from the defaults: the process' working directory, everything declined. */
  public static Builder builder() {
    return new Builder();
  }

  /** The working directory, absolute. */
  public Path cwd() {
    return set.cwd;
  }

  /** Who answers what the policy does not decide; empty for none. */
  public Optional<ApprovalHandler> approvals() {
    return Optional.ofNullable(set.approvals);
  }

  /** The policy that decides first: the one that was set or the default, with the own tools. */
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

  /** How long a tool of the host may take. */
  public Duration toolTimeout() {
    return set.toolTimeout;
  }

  /** How long a turn may take; empty for no limit. */
  public Optional<Duration> turnTimeout() {
    return Optional.ofNullable(set.turnTimeout);
  }

  /** How long a turn may be silent; empty for no limit. */
  public Optional<Duration> idleTimeout() {
    return Optional.ofNullable(set.idleTimeout);
  }

  /** After what silence Codex is asked whether the turn still runs. */
  public Duration quietTime() {
    return set.quietTime;
  }

  /** How long an approval may be pending before it counts as declined. */
  public Duration approvalTimeout() {
    return set.approvalTimeout;
  }

  /** How many code points of a command's output the transcript keeps. */
  public int maxCommandOutput() {
    return set.maxCommandOutput;
  }

  /** The thread to go on with; empty for a new one. */
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
    return new ThreadStartParams(
        set.cwd.toString(),
        set.model,
        set.modelProvider,
        set.sandbox,
        null,
        set.approvalPolicy,
        set.approvalsReviewer,
        set.serviceTier,
        set.baseInstructions,
        set.developerInstructions,
        set.ephemeral ? Boolean.TRUE : null,
        set.dynamicTools.isEmpty() ? null : set.dynamicTools,
        set.config.isEmpty() ? null : set.config);
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

  static Duration positive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
    return value;
  }

  /** Collects options; not safe for use by many threads. */
  public static final class Builder {

    private final Values set = new Values();

    private Builder() {}

    /** Where commands run and files are changed; must be an existing directory. */
    public Builder cwd(Path directory) {
      set.cwd = directory.toAbsolutePath().normalize();
      return this;
    }

    /**
     * Goes on with an existing thread, by its id ({@link CodexSession#threadId}), in the same
     * {@code CODEX_HOME}. The other options hold for it as for a new one, but for {@link
     * #developerInstructions} and {@link #dynamicTool}: those of its start stay. {@code null} for a
     * new thread.
     */
    public Builder resume(String threadId) {
      if (threadId != null && threadId.isBlank()) {
        throw new IllegalArgumentException("a thread's id must not be blank");
      }
      set.resume = threadId;
      return this;
    }

    /**
     * The host's own record of the conversation, the oldest row first. Asked for only when Codex no
     * longer has the thread: then a new one is started, and the newest 32,000 characters of this
     * are among its instructions. Called on a worker thread.
     */
    public Builder history(Supplier<List<Message>> record) {
      set.history = record;
      return this;
    }

    /** The model's id. */
    public Builder model(String id) {
      set.model = id;
      return this;
    }

    /** The id of a provider in Codex's configuration. */
    public Builder modelProvider(String id) {
      set.modelProvider = id;
      return this;
    }

    /** The reasoning effort, such as {@code low} or {@code high}. */
    public Builder effort(String level) {
      set.effort = level;
      return this;
    }

    /** How the model is to sum up its reasoning. */
    public Builder summary(ReasoningSummary kind) {
      set.summary = kind;
      return this;
    }

    /** The service tier, such as {@code fast} or {@code flex}. */
    public Builder serviceTier(String tier) {
      set.serviceTier = tier;
      return this;
    }

    /** The sandbox of commands; excludes {@link #permissionProfile}. */
    public Builder sandbox(SandboxMode mode) {
      set.sandbox = mode;
      return this;
    }

    /**
     * The permission profile: {@code :read-only}, {@code :workspace}, {@code :danger-full-access},
     * or one of the user's own that {@code config.toml} defines as {@code [permissions.<id>]}.
     *
     * <p>Where Codex has no profiles (0.125.0, or without the experimental API), the three become
     * their sandbox mode, and {@link Codex#openSession} refuses others. {@code :danger-no-sandbox},
     * as 0.130.0 calls the third, is good on every version.
     */
    public Builder permissionProfile(String id) {
      if (id != null && id.isBlank()) {
        throw new IllegalArgumentException("a permission profile's id must not be blank");
      }
      set.permissionProfile = id;
      return this;
    }

    /** The permission profile and the approval policy of a host's security mode. */
    public Builder securityMode(SecurityMode mode) {
      return permissionProfile(mode.permissionProfile()).approvalPolicy(mode.approvalPolicy());
    }

    /** When Codex asks. */
    public Builder approvalPolicy(AskForApproval policy) {
      set.approvalPolicy = policy;
      return this;
    }

    /**
     * Whom Codex asks; {@link ApprovalsReviewer#USER}, which is the policy and the handler, by
     * default, also when Codex's configuration says otherwise. {@code null} leaves it to that.
     */
    public Builder approvalsReviewer(ApprovalsReviewer reviewer) {
      set.approvalsReviewer = reviewer;
      return this;
    }

    /** Who answers the approvals that the policy does not decide. */
    public Builder approvals(ApprovalHandler handler) {
      set.approvals = Objects.requireNonNull(handler, "handler");
      return this;
    }

    /** What decides approvals before the handler is asked. */
    public Builder policy(ApprovalPolicy decidesFirst) {
      set.policy = Objects.requireNonNull(decidesFirst, "policy");
      return this;
    }

    /**
     * The MCP servers that the host itself serves: their tools run unasked, unless a rule denies
     * them or asks. None by default; see {@link ApprovalPolicy#allowOwnHostTools}.
     */
    public Builder hostToolServers(String... names) {
      set.hostToolServers =
          Stream.concat(set.hostToolServers.stream(), Stream.of(names))
              .collect(Collectors.toUnmodifiableSet());
      return this;
    }

    /**
     * Is told how each approval ended. Called as a {@link TurnListener} is, and for approvals that
     * belong to no turn, too; what it throws is logged.
     */
    public Builder audit(Consumer<ApprovalOutcome> listener) {
      set.audit = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /** What the host does for Codex besides decisions: its tools, and the time. */
    public Builder services(HostServices host) {
      set.services = Objects.requireNonNull(host, "host");
      return this;
    }

    /** Offers a tool of the host to the model; {@link HostServices#callTool} runs it. */
    public Builder dynamicTool(DynamicTool tool) {
      set.dynamicTools = plus(set.dynamicTools, Objects.requireNonNull(tool, "tool"));
      return this;
    }

    /**
     * Closes something with the session: what serves it alone, such as its tools. What that throws
     * is logged. A session that could not be opened closes nothing.
     */
    public Builder closeWithSession(AutoCloseable resource) {
      set.closedWithSession =
          plus(set.closedWithSession, Objects.requireNonNull(resource, "resource"));
      return this;
    }

    /** How long a tool of the host may take; 10 minutes by default. */
    public Builder toolTimeout(Duration limit) {
      set.toolTimeout = positive("toolTimeout", limit);
      return this;
    }

    /** Replaces Codex's own instructions to the model, which it knows its tools from. */
    public Builder baseInstructions(String text) {
      set.baseInstructions = text;
      return this;
    }

    /** Instructions of the host for the model, beside Codex's own. */
    public Builder developerInstructions(String text) {
      set.developerInstructions = text;
      return this;
    }

    /** Whether Codex keeps the thread off the disk; it cannot be resumed then. */
    public Builder ephemeral(boolean value) {
      set.ephemeral = value;
      return this;
    }

    /** Overrides one key of Codex's {@code config.toml} for this thread; dots separate tables. */
    public Builder config(String key, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(set.config);
      more.put(key, Objects.requireNonNull(value, "value"));
      set.config = Collections.unmodifiableMap(more);
      return this;
    }

    /**
     * Overrides many keys at once, such as those of {@code ScopedServers.config()}: MCP servers for
     * this session alone. A key that was given before is replaced.
     */
    public Builder config(Map<String, ?> overrides) {
      overrides.forEach(this::config);
      return this;
    }

    /** How long a turn may take; 10 minutes by default. */
    public Builder turnTimeout(Duration limit) {
      set.turnTimeout = positive("turnTimeout", limit);
      return this;
    }

    /** Turns may take as long as they like; the idle limit must hold then. */
    public Builder noTurnTimeout() {
      set.turnTimeout = null;
      return this;
    }

    /**
     * How long a turn may be silent; 30 minutes by default. The time in which the host decides
     * about an approval does not count.
     */
    public Builder idleTimeout(Duration limit) {
      set.idleTimeout = positive("idleTimeout", limit);
      return this;
    }

    /** Turns may be silent as long as they like; the turn's time limit must hold then. */
    public Builder noIdleTimeout() {
      set.idleTimeout = null;
      return this;
    }

    /**
     * After what silence, with no item open, Codex is asked whether the turn still runs; 20 seconds
     * by default. A turn that still runs goes on: this is not a limit.
     */
    public Builder quietTime(Duration silence) {
      set.quietTime = positive("quietTime", silence);
      return this;
    }

    /** How long an approval may be pending before it counts as declined; 10 minutes by default. */
    public Builder approvalTimeout(Duration limit) {
      set.approvalTimeout = positive("approvalTimeout", limit);
      return this;
    }

    /**
     * How many code points of a command's output the transcript keeps; of a longer one the middle
     * is left out and marked. 65,536 by default.
     */
    public Builder maxCommandOutput(int codePoints) {
      if (codePoints < 1) {
        throw new IllegalArgumentException("maxCommandOutput must be positive, not " + codePoints);
      }
      set.maxCommandOutput = codePoints;
      return this;
    }

    /**
     * The options as they are now.
     *
     * @throws IllegalArgumentException if both a sandbox and a permission profile are set
     */
    public SessionOptions build() {
      if (set.turnTimeout == null && set.idleTimeout == null) {
        throw new IllegalArgumentException(
            "a turn needs a limit: leave the turn timeout or the idle timeout on");
      }
      if (set.sandbox != null && set.permissionProfile != null) {
        throw new IllegalArgumentException(
            "give either the sandbox '"
                + set.sandbox.wireName()
                + "' or the permission profile '"
                + set.permissionProfile
                + "': a profile says what its sandbox is");
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
    private String model;
    private String modelProvider;
    private SandboxMode sandbox;
    private String permissionProfile;
    private AskForApproval approvalPolicy;
    private ApprovalsReviewer approvalsReviewer = ApprovalsReviewer.USER;
    private String serviceTier;
    private String baseInstructions;
    private String developerInstructions;
    private boolean ephemeral;
    private Map<String, Object> config = Map.of();
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
