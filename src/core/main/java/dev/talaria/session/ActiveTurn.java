package dev.talaria.session;

import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.Guard;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.protocol.wire.TurnInterruptParams;
import dev.talaria.protocol.wire.TurnSteerParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn from the call to its end.
 *
 * <p>Runs in its session's mailbox; the methods of {@link Turn} may be called by any thread. Events
 * that come before Codex has named the turn wait until it has. What Codex does not tell in time is
 * asked for: the turn ends when Codex says so, or when Codex does not answer any more.
 */
final class ActiveTurn implements Turn, TurnStart.Outcome, TurnWatchdog.Outcome {

  private static final Logger log = LoggerFactory.getLogger(ActiveTurn.class);

  /** How long a command may end after its turn and still be part of the result. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How long after a final error the end of the turn may follow. */
  private static final Duration END_AFTER_ERROR = Duration.ofSeconds(3);

  private final ThreadSession session;
  private final TurnInput input;
  private final GuardedListener listener;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final TurnRecord record;
  private final TurnStates states;
  private final TurnProgress progress;
  private final UnreadActivity passedOver;
  private final TurnWatchdog watch;
  private final TurnStart start;
  private final TurnInterrupt interrupt;
  private final TurnItems items;
  private final TurnOutcome verdict;
  private final long startNanos = System.nanoTime();

  private boolean told;

  ActiveTurn(ThreadSession session, TurnInput input, TurnListener listener) {
    this.session = session;
    this.input = input;
    this.listener = new GuardedListener(listener);
    this.record = new TurnRecord(session.options().maxCommandOutput());
    this.states =
        new TurnStates((from, to, reason) -> tell(heard -> heard.onStateChanged(from, to, reason)));
    this.progress = new TurnProgress(record, this.listener);
    this.items = new TurnItems(record, this.listener);
    this.verdict = new TurnOutcome(this::errorOf);
    this.passedOver = new UnreadActivity(() -> session.post(this::heardUnread));
    this.watch = new TurnWatchdog(session, this::turnId, states, items, passedOver, this);
    this.interrupt =
        new TurnInterrupt(this::requestInterrupt, watch::after, session::post, this::unconfirmed);
    this.start =
        new TurnStart(
            new TurnRequest(session.server(), session.threadId(), input, session.options()),
            session.lookup(),
            turn -> TurnLookup.beganWith(turn, input.parts()) && session.isNew(turn.id()),
            states,
            session::post,
            this);
  }

  /** The turn's id; empty until Codex has named it. */
  String turnId() {
    return start.turnId();
  }

  // --- the host's side, any thread

  @Override
  public TurnState state() {
    return states.now();
  }

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    session.post(() -> interruptNow("the host interrupted it"));
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    session.post(() -> steer(more, taken));
    return taken;
  }

  private void steer(TurnInput more, CompletableFuture<Boolean> taken) {
    if (states.isOver()) {
      taken.complete(false);
    } else if (!start.isNamed()) {
      start.hold(() -> steer(more, taken));
      result.thenRun(() -> session.post(() -> neverBegan(taken)));
    } else {
      try {
        session
            .server()
            .steerTurn(new TurnSteerParams(session.threadId(), more.parts(), turnId()))
            .thenAccept(taken::complete);
      } catch (IllegalArgumentException unwritable) {
        taken.completeExceptionally(unwritable);
      }
    }
  }

  private void neverBegan(CompletableFuture<Boolean> steer) {
    if (!start.isNamed()) {
      steer.complete(false);
    }
  }

  /** Whether a piece of text of this turn need not be read. Reader thread. */
  boolean passOver(DeltaLine.Kind kind, String ofTurn) {
    if (ListenerInterests.of(listener.listener()).contains(kind) || !turnId().equals(ofTurn)) {
      return false;
    }
    passedOver.note();
    return true;
  }

  // --- the way of the turn, mailbox only

  private void heardUnread() {
    if (!states.isOver()) {
      watch.heard();
    }
  }

  void begin() {
    if (interrupt.isWanted()) {
      end(TurnEnd.BEFORE_IT_BEGAN);
      return;
    }
    watch.start(input.timeout().or(session.options()::turnTimeout));
    start.send();
  }

  @Override
  public void named(List<Runnable> early) {
    early.forEach(Runnable::run);
    if (interrupt.isWanted() && !states.isOver()) {
      interrupt.send();
    }
  }

  @Override
  public void found() {
    watch.look(() -> {});
  }

  @Override
  public void notTaken(TurnEnd end) {
    end(end);
  }

  void holdUntilNamed(Runnable event) {
    start.hold(event);
  }

  void accept(ServerNotification notification) {
    if (notification instanceof TurnStarted) {
      start.begun(notification.turnId());
    }
    if (!start.isNamed() && !notification.turnId().isEmpty()) {
      start.hold(() -> session.accept(notification));
      return;
    }
    if (!notification.turnId().isEmpty()) {
      watch.heard();
    }
    tell(heard -> heard.onNotification(notification));
    if (notification instanceof TurnStarted) {
      startedNow();
    } else if (notification instanceof ItemStarted item) {
      items.started(item.item());
    } else if (notification instanceof ItemCompleted item) {
      completeItem(item);
    } else if (notification instanceof ErrorRaised raised) {
      errorRaised(raised);
    } else if (notification instanceof TurnCompleted completed) {
      complete(completed, "Codex ended it");
    } else {
      progress.take(notification);
    }
  }

  private void startedNow() {
    if (!told) {
      told = true;
      tell(heard -> heard.onStarted(turnId()));
      if (interrupt.isWanted() && !states.isOver()) {
        // 0.125.0 never answers an interrupt that comes before this.
        interrupt.ask();
      }
    }
  }

  private void completeItem(ItemCompleted completed) {
    items.completed(completed);
    if (states.isOver()) {
      session.itemEndedLate();
    }
    if (verdict.isGiven() && !states.isOver() && !items.commandIsOpen()) {
      endAsCodexSays("its last command ended");
    } else if (completed.item() instanceof ThreadItem.AgentMessage message
        && AbortMarker.isIn(message.text())) {
      interruptNow("Codex reported turn_aborted");
    }
  }

  private void errorRaised(ErrorRaised raised) {
    TurnError error = errorOf(raised.error());
    tell(heard -> heard.onError(error, raised.willRetry()));
    if (!raised.willRetry() && !states.isOver()) {
      verdict.stoppedBy(error);
      // Old versions end some turns with nothing but this.
      watch.after(END_AFTER_ERROR, () -> endAfterError(error));
    }
  }

  private void endAfterError(TurnError error) {
    watch.look(() -> end(TurnEnd.failed(error, "Codex gave it up")));
  }

  private TurnError errorOf(CodexError error) {
    return LoginAdvice.on(TurnError.of(error, session.server().limitsResetAt()));
  }

  private void complete(TurnCompleted completed, String reason) {
    if (states.isOver() || verdict.isGiven() || completed.turnId().isEmpty()) {
      return;
    }
    verdict.completed(completed);
    items.noMoreAwaited();
    session.withdrawQuestionsOf(this, "the turn ended", completed.status().equals("interrupted"));
    if (completed.status().equals("completed") && items.commandIsOpen()) {
      // A command's end may come after its turn's.
      states.to(TurnState.ENDING, "its last command is awaited");
      watch.after(LATE_ITEMS, () -> endAsCodexSays(reason));
    } else {
      endAsCodexSays(reason);
    }
  }

  private void endAsCodexSays(String reason) {
    end(verdict.end(interrupt.isWanted(), reason));
  }

  // --- what the watch finds

  @Override
  public void overdue(TurnError reason) {
    if (!start.isNamed()) {
      end(TurnEnd.cutOff(reason, reason.message()));
    } else if (!interrupt.isWanted()) {
      verdict.stoppedBy(reason);
      interruptNow(reason.message());
    }
  }

  @Override
  public void hung(TurnError reason) {
    failAtOnce(reason);
  }

  /** Takes over what was missed. */
  @Override
  public void hadEnded(ThreadTurn truth) {
    log.info("turn {} had ended unheard as {}", turnId(), truth.status());
    for (ThreadItem item : truth.items()) {
      if (record.misses(item)) {
        completeItem(ItemCompleted.of(session.threadId(), turnId(), item));
      }
    }
    complete(
        new TurnCompleted(session.threadId(), turnId(), truth.status(), truth.error()),
        "Codex had ended it; its word of that was lost");
  }

  // --- the end

  private void interruptNow(String reason) {
    if (states.isOver() || interrupt.isWanted()) {
      return;
    }
    interrupt.want();
    session.withdrawQuestionsOf(this, reason, true);
    if (start.isNamed()) {
      interrupt.send();
    }
    states.to(TurnState.ENDING, reason);
  }

  private CompletableFuture<?> requestInterrupt() {
    return session
        .server()
        .interruptTurn(new TurnInterruptParams(session.threadId(), turnId()), TurnInterrupt.LIMIT);
  }

  private void unconfirmed() {
    end(TurnEnd.cutOff(verdict.stopReason(), "Codex did not confirm the interrupt"));
  }

  /** The session can go no further. */
  void failAtOnce(TurnError reason) {
    if (verdict.isGiven()) {
      endAsCodexSays("Codex ended it");
    } else {
      end(TurnEnd.lost(reason));
    }
  }

  /** The host closes the session. */
  void closeAtOnce() {
    if (start.isNamed() && !states.isOver()) {
      interrupt.ask();
    }
    TurnError closed =
        new TurnError(TurnError.Kind.CLOSED, "the session was closed while the turn ran");
    end(TurnEnd.cutOff(closed, "the session was closed"));
  }

  private void end(TurnEnd end) {
    if (states.isOver()) {
      return;
    }
    watch.stop();
    session.withdrawQuestionsOf(this, "the turn ended", false);
    if (!verdict.isGiven()) {
      items.noMoreAwaited();
    }
    items.tellLeftOpen();
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    TurnResult ended = record.result(session.threadId(), turnId(), end, runningCommands(), took);
    states.to(TurnState.of(end.status()), end.reason());
    tell(heard -> heard.onCompleted(ended));
    session.ended(this);
    session.workers().run(() -> result.complete(ended));
  }

  // --- what others ask and tell

  boolean takesQuestions() {
    return !states.isOver() && !interrupt.isWanted() && !verdict.isGiven();
  }

  TurnItems items() {
    return items;
  }

  /** The commands that it started and that have not ended. */
  List<BackgroundCommand> runningCommands() {
    return items.runningCommands(session.threadId(), turnId());
  }

  /** A question of the turn was withdrawn: a command that waited for it never runs. */
  void withdrawn(ApprovalRequest request) {
    if (request instanceof ApprovalRequest.Command command
        && command.kind() == ApprovalKind.COMMAND
        && command.what() != ApprovalRequest.CommandKind.TYPE) {
      items.commandDoesNotRun(command.origin().itemId());
    }
  }

  TurnWatchdog watch() {
    return watch;
  }

  void tell(Guard.Event<TurnListener> event) {
    listener.tell(event);
  }
}
