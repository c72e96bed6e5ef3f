package dev.talaria.session.turn;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.base.Guard;
import dev.talaria.protocol.DeltaLine;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.TurnSteerParams;
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

  /** How long a command may end after its turn and still be part of the result. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How long after a final error the end of the turn may follow. */
  private static final Duration END_AFTER_ERROR = Duration.ofSeconds(3);

  private final ThreadTurns thread;
  private final Optional<Duration> limit;
  private final GuardedListener listener;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final TurnRecord record;
  private final TurnStart start;
  private final TurnWatchdog watchdog;
  private final TurnStop stop;
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
    this.stop = new TurnStop(this, thread);
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
    thread.post(() -> interruptNow("the host interrupted it"));
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
    if (stop.isWanted()) {
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
    if (stop.isWanted() && !state.isOver()) {
      stop.send();
    }
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
      errorRaised(raised);
    } else if (notification instanceof TurnCompleted completed) {
      complete(completed, "Codex ended it");
    } else {
      record.progress(notification);
    }
  }

  private void started() {
    if (!startTold) {
      startTold = true;
      tell(to -> to.onStarted(turnId));
      if (stop.isWanted() && !state.isOver()) {
        // 0.125.0 never answers an interrupt that comes before this.
        stop.request();
      }
    }
  }

  private void completeItem(ThreadItem item) {
    record.completed(item, thread.threadId(), turnId);
    if (state.isOver()) {
      thread.itemEndedLate();
    } else if (stop.isCompleted() && !record.commandIsOpen()) {
      endAsCodexSays("its last command ended");
      return;
    }
    if (item instanceof ThreadItem.AgentMessage message && isAbortMarker(message.text())) {
      interruptNow("Codex reported turn_aborted");
    }
  }

  /**
   * The mark that Codex puts where it cut a turn off. It belongs into the next request as a message
   * of the user's; some versions of some models answered with it and never ended the turn.
   */
  private static boolean isAbortMarker(String text) {
    return text.contains("<turn_aborted>") || text.contains("<turn_aborted/>");
  }

  private void errorRaised(ErrorRaised raised) {
    TurnError error = thread.errorOf(raised.error());
    tell(to -> to.onError(error, raised.willRetry()));
    if (!raised.willRetry() && !state.isOver()) {
      stop.because(error);
      // Old versions end some turns with nothing but this.
      after(
          END_AFTER_ERROR,
          () -> watchdog.look(() -> end(TurnEnd.failed(error, "Codex gave it up"))));
    }
  }

  private void complete(TurnCompleted completed, String reason) {
    if (state.isOver() || stop.isCompleted() || completed.turnId().isEmpty()) {
      return;
    }
    stop.completed(completed);
    record.noMoreAwaited();
    thread.withdrawRequestsOf(this, "the turn ended", completed.status().equals("interrupted"));
    if (completed.status().equals("completed") && record.commandIsOpen()) {
      // A command's end may come after its turn's.
      changeTo(TurnState.ENDING, "its last command is awaited");
      after(LATE_ITEMS, () -> endAsCodexSays(reason));
    } else {
      endAsCodexSays(reason);
    }
  }

  private void endAsCodexSays(String reason) {
    end(stop.end(reason));
  }

  // --- what the watchdog finds, mailbox only

  /** A limit is reached, and Codex has not ended the turn. */
  void overdue(TurnError reason) {
    if (!isNamed()) {
      end(TurnEnd.cutOff(reason, reason.message()));
    } else if (!stop.isWanted()) {
      stop.because(reason);
      interruptNow(reason.message());
    }
  }

  /** Codex has ended the turn, and that was not received: takes over what was missed. */
  void hadEnded(ThreadTurn truth) {
    log.info("turn {} had ended as {}, which was not received", turnId, truth.status());
    truth.items().stream().filter(record::misses).forEach(this::completeItem);
    complete(
        new TurnCompleted(thread.threadId(), turnId, truth.status(), truth.error()),
        "Codex had ended it; its notification was lost");
  }

  // --- the end, mailbox only

  private void interruptNow(String reason) {
    if (state.isOver() || stop.isWanted()) {
      return;
    }
    stop.want();
    thread.withdrawRequestsOf(this, reason, true);
    if (isNamed()) {
      stop.send();
    }
    changeTo(TurnState.ENDING, reason);
  }

  /** The thread can go no further on this connection. */
  void failAtOnce(TurnError reason) {
    if (stop.isCompleted()) {
      endAsCodexSays("Codex ended it");
    } else {
      end(TurnEnd.lost(reason));
    }
  }

  /** The host closes the session. */
  void closeAtOnce() {
    if (isNamed() && !state.isOver()) {
      stop.request();
    }
    TurnError closed =
        new TurnError(TurnError.Kind.CLOSED, "the session was closed while the turn ran");
    end(TurnEnd.cutOff(closed, "the session was closed"));
  }

  void end(TurnEnd end) {
    if (state.isOver()) {
      return;
    }
    watchdog.stop();
    thread.withdrawRequestsOf(this, "the turn ended", false);
    if (!stop.isCompleted()) {
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

  /** Runs a task in the mailbox, unless the turn ends before. */
  void after(Duration delay, Runnable task) {
    watchdog.after(delay, task);
  }

  /** Whether the host is to be asked what Codex asks in this turn. */
  public boolean takesRequests() {
    return !state.isOver() && !stop.isWanted() && !stop.isCompleted();
  }

  /** The items that have started and not ended, as they were when they started. */
  public Collection<ThreadItem> openItems() {
    return record.open();
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
