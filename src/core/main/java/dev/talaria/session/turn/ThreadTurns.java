package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.internal.LogContext;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.GoalUpdated;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.QueueChanged;
import dev.talaria.protocol.ServerNotification.ServerRequestResolved;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CloseReport.EndedTurn;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnAdmission;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one thread on one connection, no matter who starts them: those that run, mostly one,
 * and those that have ended; with what they need of the connection.
 *
 * <p>A turn that Codex starts and the host did not ask for is adopted: reported to the session's
 * listener, and from then on a turn as any. Mailbox only, where it does not say otherwise.
 */
public final class ThreadTurns {

  private static final Logger log = LoggerFactory.getLogger(ThreadTurns.class);
  private static final Duration BRIEFLY = Duration.ofSeconds(1);

  /** So many ids are remembered, lest a late event of an old turn be mistaken for a new one's. */
  private static final int MOST_KNOWN = 1_000;

  private final AppServer server;
  private final Workers workers;
  private final SerialQueue mailbox;
  private final SessionOptions options;
  private final PendingRequests requests;
  private final Guard listenerGuard = Guard.of("the session's listener");
  private final AtomicReference<ActiveTurn> host = new AtomicReference<>();
  private final Map<String, ActiveTurn> open = new LinkedHashMap<>();
  private final Set<String> known =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_KNOWN;
            }
          });
  private final EndedTurns ended = new EndedTurns(this);
  private final GoalState goal = new GoalState(this);
  private final ThreadQueue queue = new ThreadQueue(this);
  private final Admission admission = new Admission(this);
  private final List<AgentThread> agents = new CopyOnWriteArrayList<>();

  /** The sub-agent whose thread it is; {@code null} for the session's own. */
  private final AgentThread agent;

  private volatile ActiveTurn newest;
  private volatile String threadId = "";
  private volatile String rollout = "";
  private volatile String model = "";
  private volatile TurnError unusable;

  /** What moved the thread last. */
  private ServerNotification latestMove;

  private boolean mayRun;
  private boolean closed;

  /** Whether events may be told that were also read. */
  private boolean caughtUp;

  /** Whether nothing that Codex says begins a turn any more. */
  private boolean over;

  /** The turns of a session's own thread. */
  public ThreadTurns(PendingRequests requests, Workers workers, SessionOptions options) {
    this(requests, workers, options, null);
  }

  /** The turns of a sub-agent's thread. */
  ThreadTurns(
      PendingRequests requests, Workers workers, SessionOptions options, AgentThread agent) {
    this.server = requests.server();
    this.workers = workers;
    this.mailbox = requests.mailbox();
    this.options = options;
    this.requests = requests;
    this.agent = agent;
  }

  /** Codex has opened the thread. */
  public void opened(String id, String rolloutPath, String withModel) {
    threadId = id;
    model = withModel;
    rollout = rolloutPath == null ? "" : rolloutPath;
  }

  /** Where Codex keeps the thread; empty if it does not. Any thread. */
  String rollout() {
    return rollout;
  }

  /**
   * Starts a turn of the host's. Any thread.
   *
   * @throws IllegalStateException if one runs already
   */
  public Turn start(TurnRequest request, TurnListeners listeners) {
    ActiveTurn turn = ActiveTurn.ofHost(this, request, listeners);
    if (!host.compareAndSet(null, turn)) {
      throw new IllegalStateException(
          "a turn runs already in this session; wait for its result, steer it or interrupt it");
    }
    post(
        () -> {
          if (unusable != null) {
            turn.ending().failAtOnce(unusable);
          } else {
            admit(turn, request.input().admission());
          }
        });
    return turn;
  }

  /** Has a turn of the host's begin as soon as it may. */
  void admit(ActiveTurn turn, TurnAdmission how) {
    admission.admit(turn, how);
  }

  /** Codex has named a turn: what it tells under this id is the turn's. */
  void named(ActiveTurn turn, String id) {
    known.add(id);
    open.put(id, turn);
    newest = turn;
  }

  /** The turn has ended. */
  void ended(ActiveTurn turn) {
    open.values().removeIf(one -> one == turn);
    ended.add(turn);
    mayRun |= turn.state() != TurnState.COMPLETED;
    host.compareAndSet(turn, null);
    goal.turnEnded();
    if (over) {
      goal.fail();
    }
    newest = open.values().stream().reduce((first, last) -> last).orElse(host.get());
    admission.ended(turn);
    agent().ifPresent(AgentThread::over);
  }

  /** The turn runs, as Codex tells it to every client that asks. */
  void begun(ActiveTurn turn) {
    admission.begun(turn);
  }

  /** The turn of the host's continues as another one. */
  void joined(ActiveTurn turn) {
    admission.begun(turn);
    host.compareAndSet(turn, null);
  }

  /** The turn that began last and runs; {@code null} between turns. Any thread. */
  public ActiveTurn running() {
    ActiveTurn turn = newest;
    return turn != null ? turn : host.get();
  }

  /** Those that run and are named. */
  List<ActiveTurn> open() {
    return open.values().stream().distinct().toList();
  }

  /** Those that run, the host's that is not named yet included. */
  private List<ActiveTurn> all() {
    List<ActiveTurn> all = new ArrayList<>(open());
    ActiveTurn own = host.get();
    if (own != null && !all.contains(own)) {
      all.add(own);
    }
    return all;
  }

  public EndedTurns ended() {
    return ended;
  }

  /** The thread's queue of prompts. */
  public ThreadQueue queue() {
    return queue;
  }

  /** The thread's goal. */
  public GoalState goal() {
    return goal;
  }

  /** The connection is lost, and may come back. */
  public void disconnected() {
    all().forEach(ActiveTurn::disconnected);
  }

  /**
   * The thread can be reached again, or for the first time: takes over what was missed.
   *
   * @param latest its turns, the newest first
   */
  public void caughtUp(List<ThreadTurn> latest) {
    caughtUp = true;
    ActiveTurn own = host.get();
    if (own != null) {
      own.start().reconnected(latest);
    }
    for (ThreadTurn turn : newSinceKnown(latest)) {
      // One that is not known may be the host's own, whose start was not answered.
      if (!open.containsKey(turn.id()) && (own == null || !own.start().isUnanswered())) {
        adopt(turn.id(), null);
      }
      ActiveTurn here = open.get(turn.id());
      if (here != null) {
        here.caughtUp(turn);
      }
    }
    goal.refresh();
  }

  /** The open turns and those that are newer than any that is known; else those that run. */
  private List<ThreadTurn> newSinceKnown(List<ThreadTurn> latest) {
    int end = 0;
    boolean any = false;
    for (int i = 0; i < latest.size(); i++) {
      boolean isOpen = open.containsKey(latest.get(i).id());
      if (isOpen || known.contains(latest.get(i).id())) {
        any = true;
        end = isOpen ? i + 1 : i;
        if (!isOpen) {
          break;
        }
      }
    }
    List<ThreadTurn> news =
        new ArrayList<>(
            any
                ? latest.subList(0, end)
                : latest.stream().filter(turn -> turn.status().equals("inProgress")).toList());
    Collections.reverse(news);
    return news;
  }

  boolean hasCaughtUp() {
    return caughtUp;
  }

  /** Whether a turn of this id was reported here. */
  boolean isKnown(String turnId) {
    return known.contains(turnId);
  }

  /** The turn that an id means; no id means the one that runs. {@code null} if it is not known. */
  public ActiveTurn of(String turnId) {
    if (turnId.isEmpty()) {
      return running();
    }
    ActiveTurn turn = open.get(turnId);
    return turn != null ? turn : ended.get(turnId);
  }

  /** Takes what the server told, in order. */
  public void accept(ServerNotification notification) {
    if (notification instanceof ServerRequestResolved resolved) {
      requests.resolved(resolved.requestId());
    }
    goal.accept(notification);
    queue.accept(notification);
    admission.accept(notification);
    if (agent == null && !isOfTurn(notification)) {
      tellHost(notification);
    }
    acceptOfTurn(notification);
    if (notification instanceof TurnCompleted
        || notification instanceof GoalUpdated
        || notification instanceof QueueChanged) {
      latestMove = notification;
    }
  }

  private void tellHost(ServerNotification event) {
    LogContext log = LogContext.enter(threadId, event.turnId(), "");
    try {
      listenerGuard.tell(options.listener(), to -> to.onEvent(event));
    } finally {
      log.close();
    }
  }

  private void acceptOfTurn(ServerNotification notification) {
    String turnId = notification.turnId();
    if (isHeld(turnId, notification, () -> acceptOfTurn(notification))) {
      return;
    }
    boolean begins = notification instanceof TurnStarted || notification instanceof ItemStarted;
    if (begins && isNew(turnId)) {
      adopt(turnId, notification);
    }
    ActiveTurn turn = of(turnId);
    ActiveTurn own = host.get();
    if (own != null && own.isSent() && !own.isNamed() && turn != null) {
      own.heardIn(turn, notification);
    }
    if (turn != null) {
      turn.accept(notification);
    } else {
      log.debug("ignored {} of a turn that is not known", notification.getClass());
    }
  }

  /** Runs the task of a request of Codex's as soon as it is known whose turn it is of. */
  public void accept(String turnId, Runnable request) {
    if (!isHeld(turnId, null, () -> accept(turnId, request))) {
      request.run();
    }
  }

  private boolean isNew(String turnId) {
    return !turnId.isEmpty() && of(turnId) == null && !known.contains(turnId);
  }

  /** Whether this may be of the host's turn, which Codex has not named yet: then it waits. */
  private boolean isHeld(String turnId, ServerNotification event, Runnable task) {
    ActiveTurn own = host.get();
    if (!isNew(turnId) || own == null || !own.isSent() || own.isNamed()) {
      return false;
    }
    own.heard(event);
    if (own.isNamed()) {
      return false;
    }
    own.holdUntilNamed(task);
    return true;
  }

  private void adopt(String turnId, ServerNotification event) {
    // What Codex said before the connection was lost counts, even if the loss is known already.
    if (over || closed) {
      return;
    }
    // A review's inner turn is announced, and never ends.
    ActiveTurn review =
        event instanceof TurnStarted
            ? open.values().stream().filter(ActiveTurn::isReview).findFirst().orElse(null)
            : null;
    if (review != null) {
      // Older versions say all that the reviewer does under this id.
      known.add(turnId);
      open.put(turnId, review);
      review.started();
      return;
    }
    if (agent != null) {
      adoptOfAgent(turnId, event);
      return;
    }
    admission.otherStarted();
    ActiveTurn turn = ActiveTurn.ofOther(this, turnId, originBehind(event));
    named(turn, turnId);
    turn.adopted();
  }

  /**
   * Who started a turn, if what came right before it tells: a goal continues after each turn that
   * has completed, and when it is made active; a prompt leaves the queue and begins. The first item
   * tells the rest.
   */
  private TurnOrigin originBehind(ServerNotification event) {
    if (!(event instanceof TurnStarted)) {
      return TurnOrigin.UNKNOWN;
    }
    if (latestMove instanceof QueueChanged) {
      return TurnOrigin.QUEUE;
    }
    boolean goalGoesOn =
        latestMove instanceof GoalUpdated
            || latestMove instanceof TurnCompleted end && end.status().equals("completed");
    return goalGoesOn && goal.isActive() ? TurnOrigin.GOAL : TurnOrigin.UNKNOWN;
  }

  private void adoptOfAgent(String turnId, ServerNotification event) {
    ActiveTurn turn = ActiveTurn.ofOther(this, turnId, TurnOrigin.AGENT);
    named(turn, turnId);
    agent.begins(turn);
    turn.adopted();
    if (!(event instanceof TurnStarted)) {
      // 0.125.0 may begin it before it names the agent.
      turn.started();
    }
    if (agent.isUnwanted(event)) {
      turn.ending().interrupt("the turn that it works for was interrupted");
    }
  }

  /** A turn that the host did not start is reported to the host's listener, and to the observer. */
  void introduce(ActiveTurn turn, TurnListeners to) {
    goal.turnBegan(turn);
    if (agent != null) {
      agent.listeners().forEach(to::add);
      return;
    }
    to.observedBy(options.observers(), new ObservedTurn(threadId, model, turn.origin()));
    to.within(
        "",
        () ->
            listenerGuard
                .call(
                    () -> Optional.ofNullable(options.listener().onTurn(turn)),
                    failure -> Optional.<TurnListener>empty())
                .ifPresent(to::add));
  }

  /** The sub-agents that turns of this thread have begun. Any thread. */
  List<AgentThread> agents() {
    return agents;
  }

  /** The sub-agent whose thread it is; empty for the session's own. Any thread. */
  Optional<AgentThread> agent() {
    return Optional.ofNullable(agent);
  }

  /** Interrupts what the sub-agents do, whichever turn has begun them. */
  void interruptAgents(String reason) {
    if (!closed) {
      agents.forEach(one -> one.interrupt(reason));
    }
  }

  /** How long a turn may take that has no limit of its own. */
  Optional<Duration> turnLimit() {
    return agent == null ? options.turnTimeout() : agent.turnLimit();
  }

  private static boolean isOfTurn(ServerNotification notification) {
    if (notification instanceof ServerNotification.Unknown other) {
      return other.method().startsWith("item/") || other.method().startsWith("turn/");
    }
    return !(notification instanceof GoalUpdated
        || notification instanceof ServerNotification.GoalCleared
        || notification instanceof QueueChanged
        || notification instanceof ServerNotification.NameUpdated
        || notification instanceof ServerNotification.SettingsUpdated
        || notification instanceof ServerNotification.StatusChanged
        || notification instanceof ServerNotification.WarningRaised
        || notification instanceof ServerNotification.TokenUsageUpdated
        || notification instanceof ErrorRaised && notification.turnId().isEmpty());
  }

  /** Why turns can no longer run here; {@code null} when they can. Any thread. */
  public TurnError unusable() {
    return unusable;
  }

  /** A turn that is not the host's has ended so that the connection goes with it. */
  void retire(TurnEnd end) {
    over = true;
    if (unusable == null) {
      unusable =
          end.error() != null
              ? end.error()
              : new TurnError(TurnError.Kind.CONNECTION_LOST, end.reason());
    }
  }

  /** The thread can go no further here: the turns that run fail, as every later one. Any thread. */
  public void fail(TurnError reason) {
    if (unusable == null) {
      unusable = reason;
    }
    post(
        () -> {
          over = true;
          all().forEach(turn -> turn.ending().failAtOnce(unusable));
          requests.withdrawAll("the connection was lost");
          goal.fail();
          ended.noMoreEvents();
          agent().ifPresent(AgentThread::over);
        });
  }

  /** The session is closed, and the thread's work continues for others: its turns end here only. */
  public void detach() {
    closed = true;
    over = true;
    admission.close();
    List<ActiveTurn> running = all();
    ended.leaving(endedOf(running));
    requests.withdrawAll("the session was closed; another client of the thread may decide");
    running.forEach(turn -> turn.end(TurnEnd.DETACHED));
    goal.leave();
    ended.noMoreEvents();
  }

  /**
   * The session is closed, or continues elsewhere: ends the thread's work here.
   *
   * @param forGood whether it is closed, so that what it queued is removed
   * @return completes when Codex may be left, within a second: its value says whether a turn may
   *     run there although none runs here
   */
  public CompletableFuture<Boolean> close(boolean forGood) {
    closed = true;
    admission.close();
    List<ActiveTurn> running = all();
    mayRun |= !running.isEmpty() || goal.isActive();
    ended.closing(endedOf(running), goal.latest().filter(one -> goal.isActive()).stream().toList());
    boolean lost = unusable != null;
    // The end of a turn would begin the next one.
    CompletableFuture<Void> emptied =
        lost || !forGood
            ? CompletableFuture.completedFuture(null)
            : queue.close().thenAccept(ended::unqueued);
    CompletableFuture<Void> calm =
        CompletableFuture.allOf(emptied, goal.close(options.clearsGoal(), lost));
    // Registered first, so that it completes last: an agent is interrupted behind its parent.
    CompletableFuture<Void> parentsFirst = calm.thenRun(() -> {});
    running.forEach(turn -> turn.ending().closeAtOnce(calm));
    agents.forEach(one -> one.close(parentsFirst));
    requests.refuseAll("the session was closed");
    return calm.thenApply(done -> mayRun);
  }

  private List<EndedTurn> endedOf(List<ActiveTurn> running) {
    return running.stream()
        .map(turn -> new EndedTurn(threadId, turn.turnId(), turn.origin()))
        .toList();
  }

  /** The session is closed, and this is a sub-agent's thread. */
  void closeOfAgent(CompletableFuture<Void> calm) {
    closed = true;
    List<ActiveTurn> running = all();
    ended.closing(endedOf(running), List.of());
    running.forEach(turn -> turn.ending().closeAtOnce(calm));
    agents.forEach(one -> one.close(calm));
  }

  /** The turn goes no further: what Codex asked in it is void. */
  void withdrawRequestsOf(ActiveTurn turn, String reason) {
    requests.withdrawOf(turn, reason);
    turn.requestsWithdrawn();
  }

  /** Queues a task of the thread's own. Any thread. */
  public void post(Runnable task) {
    mailbox.post(task);
  }

  /** Queues a task after a delay. Any thread. */
  public Future<?> later(Duration delay, Runnable task) {
    return workers
        .timer()
        .schedule(() -> mailbox.post(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Asks Codex for the thread's latest turns, the newest first. */
  CompletableFuture<List<ThreadTurn>> latest() {
    return TurnLookup.latest(server, threadId);
  }

  /** The parameters of a request about this thread. */
  public Map<String, Object> withThreadId(Map<String, ?> params) {
    Map<String, Object> all = new HashMap<>(params);
    all.put("threadId", threadId);
    return all;
  }

  /**
   * Asks Codex something that a close or an interrupt waits for: completes in any case, within a
   * second, with an empty object if Codex refused it or has not answered.
   */
  CompletableFuture<JsonNode> requestBriefly(String method, Map<String, String> params) {
    JsonNode nothing = WireJson.mapper().createObjectNode();
    return server
        .request(method, withThreadId(params), JsonNode.class, BRIEFLY)
        .exceptionally(
            error -> {
              log.warn("{} {} failed: {}", method, params, Guard.words(error));
              return nothing;
            })
        .completeOnTimeout(nothing, BRIEFLY.toMillis(), TimeUnit.MILLISECONDS);
  }

  TurnError errorOf(CodexError error) {
    return CodexErrorReader.read(error, server.limitsResetAt());
  }

  AppServer server() {
    return server;
  }

  Workers workers() {
    return workers;
  }

  public SessionOptions options() {
    return options;
  }

  public String threadId() {
    return threadId;
  }
}
