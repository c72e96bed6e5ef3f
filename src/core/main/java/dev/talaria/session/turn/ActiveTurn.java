package dev.talaria.session.turn;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.base.Guard;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnAdmission;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.request.RequestOwner;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn from the call to its end: the one place that changes its state.
 *
 * <p>Runs in its thread's mailbox; the methods of {@link Turn} may be called by any thread. Events
 * that come before Codex has named the turn wait until it has. What Codex does not tell in time is
 * asked for: the turn ends when Codex says so, or when Codex no longer answers.
 */
public final class ActiveTurn implements Turn, RequestOwner {

  private static final Logger log = LoggerFactory.getLogger(ActiveTurn.class);

  /** More sub-agents of a turn are followed, and not listed. */
  private static final int MOST_AGENTS = 256;

  private final ThreadTurns thread;
  private final TurnListeners listeners;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final TurnRecord record;

  /** How the host has it begun; {@code null} for one that the host did not start. */
  private final TurnStart start;

  private final TurnWatchdog watchdog;
  private final TurnEnding ending;
  private final List<Runnable> early = new ArrayList<>();
  private final List<SubAgent> agents = new CopyOnWriteArrayList<>();
  private final long startNanos = System.nanoTime();

  private volatile TurnState state = TurnState.STARTING;
  private volatile String turnId = "";
  private volatile TurnOrigin origin;
  private volatile ActiveTurn joined;
  private volatile ReviewFindings findings;
  private boolean isKnownToHost;
  private boolean startTold;
  private boolean hasItems;

  /** How much of what Codex asked in it the host has still to do. */
  private int asked;

  private ActiveTurn(
      ThreadTurns thread,
      TurnRequest request,
      TurnOrigin origin,
      String id,
      TurnListeners listeners) {
    this.thread = thread;
    this.listeners = listeners;
    this.origin = origin;
    this.turnId = id;
    this.isKnownToHost = request != null;
    this.record = new TurnRecord(listeners, thread.options().maxCommandOutput());
    this.start = request == null ? null : new TurnStart(this, thread, request);
    this.watchdog = new TurnWatchdog(this, thread);
    this.ending = new TurnEnding(this, thread, watchdog);
  }

  /** A turn that the host starts. */
  static ActiveTurn ofHost(ThreadTurns thread, TurnRequest request, TurnListeners listeners) {
    return new ActiveTurn(thread, request, request.origin(), "", listeners);
  }

  /** A turn that runs already and that the host did not start. */
  static ActiveTurn ofOther(ThreadTurns thread, String id, TurnOrigin origin) {
    TurnListeners listeners = new TurnListeners(thread.threadId());
    listeners.named(thread.threadId(), id);
    return new ActiveTurn(thread, null, origin, id, listeners);
  }

  // --- the host's side, any thread

  @Override
  public String turnId() {
    return joined != null ? joined.turnId() : turnId;
  }

  @Override
  public TurnOrigin origin() {
    return joined != null ? joined.origin() : origin;
  }

  @Override
  public Optional<ReviewFindings> findings() {
    return joined != null ? joined.findings() : Optional.ofNullable(findings);
  }

  boolean isHosts() {
    return start != null;
  }

  public boolean isNamed() {
    return !turnId.isEmpty();
  }

  @Override
  public List<SubAgent> subAgents() {
    return joined != null ? joined.subAgents() : List.copyOf(agents);
  }

  @Override
  public TurnState state() {
    return joined != null ? joined.state() : state;
  }

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    thread.post(() -> (joined != null ? joined : this).ending.interrupt("the host interrupted it"));
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    thread.post(() -> steer(more, taken));
    return taken;
  }

  private void steer(TurnInput more, CompletableFuture<Boolean> taken) {
    if (joined != null) {
      joined.steer(more, taken);
    } else if (state.isOver()) {
      taken.complete(false);
    } else if (!isNamed()) {
      holdUntilNamed(() -> steer(more, taken));
      result.thenRun(() -> thread.post(() -> neverBegan(taken)));
    } else {
      try {
        within("", () -> sendSteer(more, taken));
      } catch (IllegalArgumentException unwritable) {
        taken.completeExceptionally(unwritable);
      }
    }
  }

  private void sendSteer(TurnInput more, CompletableFuture<Boolean> taken) {
    thread
        .server()
        .steerTurn(TurnLookup.steer(thread.threadId(), turnId, more))
        .thenAccept(taken::complete);
  }

  private void neverBegan(CompletableFuture<Boolean> steer) {
    if (!isNamed()) {
      steer.complete(false);
    }
  }

  /**
   * Whether a delta of this turn need not be read, which then counts as activity. Reader thread.
   */
  public boolean notedUnread(DeltaLine.Kind kind, String ofTurn) {
    if (!isKnownToHost || listeners.want(kind) || !turnId.equals(ofTurn)) {
      return false;
    }
    watchdog.unreadActivity();
    return true;
  }

  // --- from the start to the end, mailbox only

  void begin() {
    if (ending.isInterrupted()) {
      end(TurnEnd.BEFORE_IT_BEGAN);
    } else if (!state.isOver()) {
      startLimits();
      within("", start::send);
    }
  }

  /** The time counts from now on; once. */
  void startLimits() {
    watchdog.start(limit());
  }

  /** How long it may take. */
  Optional<Duration> limit() {
    return Optional.ofNullable(start).flatMap(TurnStart::timeout).or(thread::turnLimit);
  }

  /** Whether Codex was asked to begin it, or has begun it by itself. */
  boolean isSent() {
    return start == null || start.isSent();
  }

  boolean isReview() {
    return origin == TurnOrigin.REVIEW;
  }

  /**
   * The host's input goes into a turn that runs, and this one is that turn from now on; if Codex
   * does not take it there, it waits for a turn of its own.
   */
  void join(ActiveTurn other) {
    TurnInput input = start.input();
    if (input.hasSettings()) {
      TurnError refused =
          new TurnError(
              TurnError.Kind.REFUSED,
              "a turn of origin " + other.origin() + " runs, and takes input without settings");
      end(TurnEnd.failed(refused));
      return;
    }
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    other.steer(input, taken);
    taken.whenComplete((yes, error) -> thread.post(() -> joined(other, Boolean.TRUE.equals(yes))));
  }

  private void joined(ActiveTurn other, boolean taken) {
    if (state.isOver()) {
      return;
    }
    if (!taken) {
      thread.admit(this, TurnAdmission.WAIT);
      return;
    }
    isPartOf(other);
  }

  /** Codex has given the input to a turn that runs: this one is that turn from now on. */
  void isPartOf(ActiveTurn other) {
    if (state.isOver()) {
      return;
    }
    joined = other;
    watchdog.stop();
    listeners.moveTo(other.listeners, other);
    thread.joined(this);
    other.result.thenAccept(result::complete);
    runHeld();
  }

  /** Codex has begun it without the host. */
  void adopted() {
    startLimits();
    if (origin == TurnOrigin.GOAL || origin == TurnOrigin.AGENT) {
      introduce();
    }
  }

  /** The host is notified of a turn that it did not start, as soon as its origin is known. */
  private void introduce() {
    if (isKnownToHost) {
      return;
    }
    log.debug("turn {} of origin {} runs in {}", turnId, origin, thread.threadId());
    thread.introduce(this, listeners);
    isKnownToHost = true;
    changeTo(TurnState.RUNNING, "Codex began it");
    runHeld();
  }

  /** Codex has named the turn: what was held back follows. */
  void named(String id) {
    if (isNamed() || state.isOver()) {
      return;
    }
    turnId = id;
    listeners.named(thread.threadId(), id);
    thread.named(this, id);
    changeTo(TurnState.RUNNING, "Codex took it");
    runHeld();
    ending.named();
  }

  /** Only Codex's history named the turn: what it said of it until then may be lost. */
  void foundAs(String id) {
    named(id);
    watchdog.look(() -> {});
  }

  /** Keeps an event until the turn has its id. */
  public void holdUntilNamed(Runnable event) {
    early.add(event);
    if (early.size() > SerialQueue.DEFAULT_CAPACITY) {
      end(
          TurnEnd.lost(
              new TurnError(
                  TurnError.Kind.OVERFLOW,
                  "too many events arrived before Codex had named the turn")));
    }
  }

  private void runHeld() {
    List<Runnable> held = List.copyOf(early);
    early.clear();
    held.forEach(Runnable::run);
  }

  /**
   * Changes the state, if it may be changed so ({@link TurnState}).
   *
   * @param reason why, for people
   * @return whether it was changed
   */
  boolean changeTo(TurnState next, String reason) {
    TurnState previous = state;
    boolean back = previous == TurnState.WAITING_ON_HOST && next == TurnState.RUNNING;
    if (previous.isOver() || next.compareTo(previous) <= 0 && !back) {
      return false;
    }
    state = next;
    tell(to -> to.onStateChanged(previous, next, reason));
    return true;
  }

  /** Something of a turn that has no name here yet; it may be this one's. */
  void heard(ServerNotification event) {
    if (event instanceof TurnStarted begun && !start.namedByReply()) {
      named(begun.turnId());
    }
  }

  /**
   * Codex gives a command of the user's to the turn that runs, if one does: then this is that turn.
   */
  void heardIn(ActiveTurn other, ServerNotification event) {
    if (origin == TurnOrigin.SHELL
        && event instanceof ItemStarted begun
        && isUserCommand(begun.item())) {
      joined(other, true);
    }
  }

  void accept(ServerNotification notification) {
    if (!notification.turnId().isEmpty()) {
      activity();
      if (!isKnownToHost && !tellsOrigin(notification)) {
        early.add(() -> accept(notification));
        return;
      }
      introduce();
    }
    if (thread.hasCaughtUp() && isToldAlready(notification)) {
      return;
    }
    tell(to -> to.onNotification(notification));
    if (notification instanceof TurnStarted) {
      started();
    } else if (notification instanceof ItemStarted item) {
      noteFirst(item.item());
      record.started(item.item());
    } else if (notification instanceof ItemCompleted item) {
      completeItem(item.item());
    } else if (notification instanceof ErrorRaised raised) {
      ending.errorRaised(raised);
    } else if (notification instanceof TurnCompleted completed) {
      ending.completed(completed, "Codex ended it");
    } else {
      record.progress(notification);
    }
  }

  /**
   * Another client of the server has started it at the same moment, and Codex has given the host's
   * input to it.
   */
  private void noteFirst(Item item) {
    if (isHosts() && !hasItems && start.isNotBegunWith(item)) {
      origin = TurnOrigin.OTHER_CLIENT;
      log.info("the input went into turn {}, which another client started just before", turnId);
    }
    hasItems = true;
  }

  /** What a sub-agent does is a sign of life of the turn that waits for it. */
  private void activity() {
    watchdog.activity();
    spawner().ifPresent(ActiveTurn::activity);
  }

  /** The turn that began the sub-agent whose turn this is. */
  private Optional<ActiveTurn> spawner() {
    return thread.agent().map(AgentThread::spawner);
  }

  /** It has begun a sub-agent. */
  void began(SubAgent agent) {
    if (agents.size() < MOST_AGENTS) {
      agents.add(agent);
    }
  }

  /** The listeners that the host gives to the turns of a sub-agent. */
  List<TurnListener> listenersOf(SubAgent agent) {
    return listeners.ofAgent(agent);
  }

  /** Its transcript continues with a row of a sub-agent. */
  void addRowOfAgent(Message row) {
    if (!state.isOver()) {
      record.add(row);
    }
  }

  /** Whether it is known who started it. Its first item tells, if nothing did before. */
  private boolean tellsOrigin(ServerNotification notification) {
    if (notification instanceof TurnStarted) {
      return false;
    }
    Item item = notification instanceof ItemStarted first ? first.item() : null;
    if (item instanceof ActivityItem.EnteredReviewMode) {
      origin = TurnOrigin.REVIEW;
    } else if (item instanceof Item.ContextCompaction) {
      origin = TurnOrigin.COMPACTION;
    } else if (isUserCommand(item)) {
      origin = TurnOrigin.SHELL;
    } else if (item instanceof Item.UserMessage) {
      origin = origin == TurnOrigin.QUEUE ? origin : TurnOrigin.OTHER_CLIENT;
    } else {
      // Only a goal has the model begin without a message.
      origin = thread.goal().isActive() ? TurnOrigin.GOAL : TurnOrigin.UNKNOWN;
    }
    return true;
  }

  private static boolean isUserCommand(Item item) {
    return item instanceof Item.CommandExecution command
        && command.raw().path("source").asText("").equals("userShell");
  }

  void started() {
    if (!startTold) {
      startTold = true;
      thread.begun(this);
      tell(to -> to.onStarted(turnId));
      ending.begun();
    }
  }

  private void completeItem(Item item) {
    record.completed(item, thread.threadId(), turnId);
    if (state.isOver()) {
      thread.ended().refresh();
    }
    ending.itemCompleted(item);
  }

  // --- what the watchdog finds, mailbox only

  /** Codex says that no turn runs. */
  void hasNotToldItsEnd(List<ThreadTurn> latest) {
    TurnLookup.find(latest, turnId)
        .ifPresentOrElse(
            this::hadEnded,
            () ->
                end(
                    TurnEnd.failed(
                        new TurnError(
                            TurnError.Kind.OTHER, "Codex no longer runs it and did not say why"))));
  }

  /** Codex cannot be reached. */
  void disconnected() {
    watchdog.disconnected();
  }

  /** Codex can be reached again: takes over what was missed, in order. */
  void caughtUp(ThreadTurn truth) {
    if (state.isOver()) {
      return;
    }
    introduceAs(truth);
    started();
    for (Item item : truth.items()) {
      if (item.raw().path("status").asText().equals("inProgress")) {
        if (!record.isOpen(item.id()) && !record.hasEnded(item.id())) {
          record.started(item);
        }
      } else if (item instanceof Item.UserMessage
          ? !record.hasEnded(item.id())
          : record.misses(item)) {
        completeItem(item);
      }
    }
    watchdog.reconnected();
    if (!truth.status().equals("inProgress")) {
      ending.completed(
          new TurnCompleted(thread.threadId(), turnId, truth.status(), truth.error()),
          "Codex ended it while the connection was lost");
    }
  }

  /** The first item tells who started it. */
  private void introduceAs(ThreadTurn truth) {
    if (!isKnownToHost) {
      truth.items().stream()
          .findFirst()
          .ifPresent(first -> tellsOrigin(new ItemStarted(thread.threadId(), truth.id(), first)));
      introduce();
    }
  }

  /** What is told again, because it was also read: it was told already. */
  private boolean isToldAlready(ServerNotification notification) {
    return notification instanceof ItemStarted begun && record.hasEnded(begun.item().id())
        || notification instanceof ItemCompleted done && record.hasEnded(done.item().id());
  }

  TurnStart start() {
    return start;
  }

  /** Codex has ended the turn, and that was not received: takes over what was missed. */
  void hadEnded(ThreadTurn truth) {
    log.info("turn {} had ended as {}, but the notification was lost", turnId, truth.status());
    truth.items().stream().filter(record::misses).forEach(this::completeItem);
    ending.completed(
        new TurnCompleted(thread.threadId(), turnId, truth.status(), truth.error()),
        "Codex had ended it; its notification was lost");
  }

  // --- the end, mailbox only

  void end(TurnEnd end) {
    if (state.isOver()) {
      return;
    }
    introduce();
    watchdog.stop();
    thread.withdrawRequestsOf(this, "the turn ended");
    if (!ending.isCompleted()) {
      record.noMoreAwaited();
    }
    record.tellLeftOpen();
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    TurnResult ended = record.result(thread.threadId(), turnId, end, allRunningCommands(), took);
    changeTo(end.state(), end.reason());
    tell(to -> to.onCompleted(ended));
    TurnLog.ended(ended, origin);
    if (end.retire() && !isHosts() && origin != TurnOrigin.AGENT) {
      thread.retire(end);
    }
    thread.ended(this);
    String reviewed = end.status() == TurnStatus.COMPLETED ? record.reviewed() : null;
    thread.workers().run(() -> complete(ended, reviewed));
    runHeld();
    if (end.state() == TurnState.INTERRUPTED && isSent()) {
      thread.interruptAgents("the turn that it works for was interrupted");
    }
  }

  /** Its own, and those of the sub-agents that it has begun. */
  private List<BackgroundCommand> allRunningCommands() {
    return Stream.concat(
            runningCommands().stream(),
            thread.agents().stream()
                .filter(agent -> agent.spawner() == this)
                .flatMap(AgentThread::runningCommands))
        .toList();
  }

  /** On a worker: reads a file after a review. */
  private void complete(TurnResult ended, String reviewed) {
    try {
      findings = reviewed == null ? null : ReviewReader.read(thread.rollout(), reviewed);
    } finally {
      result.complete(ended);
    }
  }

  // --- for its parts and its thread, mailbox only

  /** Whether the host is to be asked what Codex asks in this turn. */
  public boolean takesRequests() {
    introduce();
    return !state.isOver() && !ending.isInterrupted() && !ending.isCompleted();
  }

  /** The items that have started and not ended, as they were when they started. */
  public Collection<Item> openItems() {
    return record.open();
  }

  TurnEnding ending() {
    return ending;
  }

  /** What it has brought so far. */
  TurnRecord record() {
    return record;
  }

  /** The commands that it started and that have not ended. */
  List<BackgroundCommand> runningCommands() {
    return record.runningCommands(thread.threadId(), turnId);
  }

  // --- what Codex asks in the turn, mailbox only

  void tell(Guard.Event<TurnListener> event) {
    listeners.tell(event);
  }

  @Override
  public void within(String itemId, Runnable task) {
    listeners.within(itemId, task);
  }

  @Override
  public void tellOfRequest(String itemId, Guard.Event<TurnListener> event) {
    listeners.tellObservers(event);
    tellHostOfRequest(itemId, event);
  }

  private void tellHostOfRequest(String itemId, Guard.Event<TurnListener> event) {
    thread
        .agent()
        .filter(agent -> !agent.hasListeners())
        .map(AgentThread::spawner)
        .ifPresentOrElse(
            instead -> instead.tellHostOfRequest(itemId, event),
            () -> listeners.tellHost(itemId, event));
  }

  @Override
  public void hostAsked() {
    asked++;
    watchdog.hostAsked();
    spawner().ifPresent(ActiveTurn::hostAsked);
  }

  @Override
  public void hostDone() {
    watchdog.hostDone();
    doneForSpawner();
  }

  private void doneForSpawner() {
    if (asked > 0) {
      asked--;
      spawner().ifPresent(ActiveTurn::hostDone);
    }
  }

  /** What Codex asked in it is void; the turn that waits for this one continues. */
  void requestsWithdrawn() {
    while (asked > 0) {
      doneForSpawner();
    }
  }

  /** A command that waited for its approval never runs. */
  @Override
  public void withdrawn(ApprovalRequest request) {
    if (request instanceof ApprovalRequest.Command command
        && command.kind() == ApprovalKind.COMMAND
        && command.what() != ApprovalRequest.CommandKind.TYPE) {
      record.commandDoesNotRun(command.origin().itemId());
    }
  }
}
