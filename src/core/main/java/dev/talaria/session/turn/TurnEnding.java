package dev.talaria.session.turn;

import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.v2.TurnInterruptParams;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one turn comes to its end: what stops it, what Codex says of its end, and what of it is still
 * awaited.
 *
 * <p>An interrupt is sent again while Codex refuses it, and given up after a while. Mailbox only.
 */
final class TurnEnding {

  private static final Logger log = LoggerFactory.getLogger(TurnEnding.class);

  /** How long Codex may take to confirm an interrupt. */
  private static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(5);

  /** When an interrupt that Codex refused is sent again. */
  private static final Duration INTERRUPT_AGAIN = Duration.ofMillis(50);

  /** How long a command may end after its turn and still be part of the result. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How long after a final error the end of the turn may follow. */
  private static final Duration END_AFTER_ERROR = Duration.ofSeconds(3);

  private final ActiveTurn turn;
  private final ThreadTurns thread;
  private final TurnWatchdog watchdog;
  private boolean interrupted;
  private TurnError stoppedBy;
  private TurnCompleted completion;

  TurnEnding(ActiveTurn turn, ThreadTurns thread, TurnWatchdog watchdog) {
    this.turn = turn;
    this.thread = thread;
    this.watchdog = watchdog;
  }

  /** Whether the turn is to stop, as soon as it has an id. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Whether Codex has ended the turn. */
  boolean isCompleted() {
    return completion != null;
  }

  void interrupt(String reason) {
    if (isOver() || interrupted) {
      return;
    }
    interrupted = true;
    thread.withdrawRequestsOf(turn, reason);
    if (!turn.isSent()) {
      turn.end(TurnEnd.BEFORE_IT_BEGAN);
      return;
    }
    if (turn.isNamed()) {
      sendInterrupt();
    }
    turn.changeTo(TurnState.ENDING, reason);
  }

  /** Codex has named the turn. */
  void named() {
    if (interrupted && !isOver()) {
      sendInterrupt();
    }
  }

  /** Codex has begun the turn; 0.125.0 never answers an interrupt that comes before this. */
  void begun() {
    if (interrupted && !isOver()) {
      requestInterrupt();
    }
  }

  private void sendInterrupt() {
    requestInterrupt();
    watchdog.after(
        INTERRUPT_LIMIT,
        () -> turn.end(TurnEnd.cutOff(stoppedBy, "Codex did not confirm the interrupt")));
  }

  /** A goal would begin the next turn: it is paused first. */
  private void requestInterrupt() {
    thread.goal().pause().thenRun(this::requestInterruptNow);
  }

  /** Codex refuses to interrupt a turn that it has named but not begun: then it is asked again. */
  private void requestInterruptNow() {
    thread
        .server()
        .interruptTurn(TurnInterruptParams.of(thread.threadId(), turn.turnId()), INTERRUPT_LIMIT)
        .whenComplete(
            (reply, error) -> {
              log.debug("interrupt: {}", reply, error);
              if (error instanceof RpcException) {
                thread.post(() -> watchdog.after(INTERRUPT_AGAIN, this::requestInterrupt));
              }
            });
  }

  /** A limit is reached, and Codex has not ended the turn. */
  void overdue(TurnError reason) {
    if (!turn.isSent()) {
      turn.end(new TurnEnd(TurnStatus.INTERRUPTED, reason, false, reason.message()));
    } else if (!turn.isNamed()) {
      turn.end(TurnEnd.cutOff(reason, reason.message()));
    } else if (!interrupted) {
      stoppedBy = reason;
      interrupt(reason.message());
    }
  }

  void errorRaised(ErrorRaised raised) {
    TurnError error = thread.errorOf(raised.error());
    turn.tell(to -> to.onError(error, raised.willRetry()));
    if (!raised.willRetry() && !isOver()) {
      stoppedBy = error;
      // Old versions end some turns with nothing but this.
      watchdog.after(
          END_AFTER_ERROR,
          () -> watchdog.look(() -> turn.end(TurnEnd.failed(error, "Codex gave it up"))));
    }
  }

  /** An item of the turn has ended; it may be the last one that is awaited. */
  void itemCompleted(Item item) {
    if (isCompleted() && !isOver() && !turn.record().commandIsOpen()) {
      endAsCodexSays("its last command ended");
    } else if (item instanceof Item.AgentMessage message && isAbortMarker(message.text())) {
      interrupt("Codex reported turn_aborted");
    }
  }

  /**
   * The mark that Codex puts where it cut a turn off. It belongs into the next request as a message
   * of the user's; some versions of some models answered with it and never ended the turn.
   */
  private static boolean isAbortMarker(String text) {
    return text.contains("<turn_aborted>") || text.contains("<turn_aborted/>");
  }

  /** Codex has ended the turn. */
  void completed(TurnCompleted completed, String reason) {
    if (isOver() || isCompleted() || completed.turnId().isEmpty()) {
      return;
    }
    completion = completed;
    turn.record().noMoreAwaited();
    thread.withdrawRequestsOf(turn, "the turn ended");
    if (completed.status().equals("completed") && turn.record().commandIsOpen()) {
      // A command's end may come after its turn's.
      turn.changeTo(TurnState.ENDING, "its last command is awaited");
      thread.ended().refresh();
      watchdog.after(LATE_ITEMS, () -> endAsCodexSays(reason));
    } else {
      endAsCodexSays(reason);
    }
  }

  /** The thread can go no further on this connection. */
  void failAtOnce(TurnError reason) {
    if (isCompleted()) {
      endAsCodexSays("Codex ended it");
    } else {
      turn.end(TurnEnd.lost(reason));
    }
  }

  /**
   * The host closes the session.
   *
   * @param calm completes when nothing begins another turn
   */
  void closeAtOnce(CompletableFuture<Void> calm) {
    if (turn.isNamed() && !isOver()) {
      calm.thenRun(this::requestInterruptNow);
    }
    turn.end(TurnEnd.CLOSED);
  }

  private boolean isOver() {
    return turn.state().isOver();
  }

  private void endAsCodexSays(String reason) {
    turn.end(
        switch (completion.status()) {
          case "completed" -> new TurnEnd(TurnStatus.COMPLETED, null, false, reason);
          case "interrupted" -> {
            TurnError error = interrupted ? stoppedBy : null;
            yield new TurnEnd(
                TurnStatus.INTERRUPTED, error, error != null && TurnEnd.retires(error), reason);
          }
          default -> TurnEnd.failed(failure(), reason);
        });
  }

  private TurnError failure() {
    if (completion.error() != null) {
      return thread.errorOf(completion.error());
    }
    return stoppedBy != null
        ? stoppedBy
        : new TurnError(
            TurnError.Kind.OTHER,
            "Codex ended the turn with status '" + completion.status() + "' and gave no reason");
  }
}
