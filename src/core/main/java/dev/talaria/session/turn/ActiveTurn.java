package dev.talaria.session.turn;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.base.Guard;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.protocol.wire.TurnSteerParams;
import dev.talaria.session.BackgroundCommand;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnState;
import dev.talaria.session.request.RequestOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

  private final ThreadTurns thread;
  private final Optional<Duration> limit;
  private final GuardedListener listener;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final TurnRecord record;
  private final TurnStart start;
  private final TurnWatchdog watchdog;
  private final TurnEnding ending;
  private final List<Runnable> early = new ArrayList<>();
  private final long startNanos = System.nanoTime();

  private volatile TurnState state = TurnState.STARTING;
  private volatile String turnId = "";
  private boolean startTold;

  ActiveTurn(ThreadTurns thread, TurnRequest request, TurnListener listener) {
    this.thread = thread;
    this.limit = request.timeout().or(thread.options()::turnTimeout);
    this.listener = new GuardedListener(listener);
    this.record = new TurnRecord(this.listener, thread.options().maxCommandOutput());
    this.start = new TurnStart(this, thread, request);
    this.watchdog = new TurnWatchdog(this, thread);
    this.ending = new TurnEnding(this, thread, watchdog);
  }

  // --- the host's side, any thread

  /** The turn's id; empty until Codex has named it. */
  String turnId() {
    return turnId;
  }

  public boolean isNamed() {
    return !turnId.isEmpty();
  }

  @Override
  public TurnState state() {
    return state;
  }

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    thread.post(() -> ending.interrupt("the host interrupted it"));
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    thread.post(() -> steer(more, taken));
    return taken;
  }

  private void steer(TurnInput more, CompletableFuture<Boolean> taken) {
    if (state.isOver()) {
      taken.complete(false);
    } else if (!isNamed()) {
      holdUntilNamed(() -> steer(more, taken));
      result.thenRun(() -> thread.post(() -> neverBegan(taken)));
    } else {
      try {
        thread
            .server()
            .steerTurn(new TurnSteerParams(thread.threadId(), more.parts(), turnId))
            .thenAccept(taken::complete);
      } catch (IllegalArgumentException unwritable) {
        taken.completeExceptionally(unwritable);
      }
    }
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
    if (ListenerInterests.of(listener.listener()).contains(kind) || !turnId.equals(ofTurn)) {
      return false;
    }
    watchdog.unreadActivity();
    return true;
  }

  // --- from the start to the end, mailbox only

  void begin() {
    if (ending.isInterrupted()) {
      end(TurnEnd.BEFORE_IT_BEGAN);
      return;
    }
    watchdog.start(limit);
    start.send();
  }

  /** Codex has named the turn: what was held back follows. */
  void named(String id) {
    if (isNamed() || state.isOver()) {
      return;
    }
    turnId = id;
    changeTo(TurnState.RUNNING, "Codex took it");
    List<Runnable> held = List.copyOf(early);
    early.clear();
    held.forEach(Runnable::run);
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
                  "too many events came before Codex had named the turn")));
    }
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

  void accept(ServerNotification notification) {
    if (notification instanceof TurnStarted) {
      start.begun(notification.turnId());
    }
    if (!notification.turnId().isEmpty()) {
      if (!isNamed()) {
        holdUntilNamed(() -> thread.accept(notification));
        return;
      }
      watchdog.activity();
    }
    tell(to -> to.onNotification(notification));
    if (notification instanceof TurnStarted) {
      started();
    } else if (notification instanceof ItemStarted item) {
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

  private void started() {
    if (!startTold) {
      startTold = true;
      tell(to -> to.onStarted(turnId));
      ending.begun();
    }
  }

  private void completeItem(ThreadItem item) {
    record.completed(item, thread.threadId(), turnId);
    if (state.isOver()) {
      thread.ended().refresh();
    }
    ending.itemCompleted(item);
  }

  // --- what the watchdog finds, mailbox only

  /** Codex has ended the turn, and that was not received: takes over what was missed. */
  void hadEnded(ThreadTurn truth) {
    log.info("turn {} had ended as {}, which was not received", turnId, truth.status());
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
    watchdog.stop();
    thread.withdrawRequestsOf(this, "the turn ended", false);
    if (!ending.isCompleted()) {
      record.noMoreAwaited();
    }
    record.tellLeftOpen();
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    TurnResult ended = record.result(thread.threadId(), turnId, end, took);
    changeTo(end.state(), end.reason());
    tell(to -> to.onCompleted(ended));
    thread.ended(this);
    thread.workers().run(() -> result.complete(ended));
  }

  // --- for its parts and its thread, mailbox only

  /** Whether the host is to be asked what Codex asks in this turn. */
  public boolean takesRequests() {
    return !state.isOver() && !ending.isInterrupted() && !ending.isCompleted();
  }

  /** The items that have started and not ended, as they were when they started. */
  public Collection<ThreadItem> openItems() {
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

  @Override
  public void tell(Guard.Event<TurnListener> event) {
    listener.tell(event);
  }

  @Override
  public void hostAsked() {
    watchdog.hostAsked();
  }

  @Override
  public void hostDone() {
    watchdog.hostDone();
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
