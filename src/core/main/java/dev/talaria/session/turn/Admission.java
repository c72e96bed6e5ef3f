package dev.talaria.session.turn;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.QueueChanged;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.TurnAdmission;
import dev.talaria.session.result.TurnError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * When a turn of the host's may begin: not while another one runs, for Codex would give its input
 * to that one.
 *
 * <p>The end of a turn may be the start of the next in the same moment, by a goal or the queue.
 * Where anybody but the host has moved the thread, Codex is asked before the turn is sent. Mailbox
 * only.
 */
final class Admission {

  /** When is asked again while a turn runs that has not been announced. */
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final ThreadTurns thread;
  private ActiveTurn waiting;
  private boolean othersMove;
  private boolean asking;

  Admission(ThreadTurns thread) {
    this.thread = thread;
  }

  void accept(ServerNotification notification) {
    othersMove |= notification instanceof QueueChanged;
  }

  /** A turn runs that the host did not start. */
  void otherStarted() {
    othersMove = true;
  }

  /** Has a turn of the host's begin as soon as it may. */
  void admit(ActiveTurn turn, TurnAdmission how) {
    if (!othersMove && !thread.goal().isActive()) {
      turn.begin();
      return;
    }
    List<ActiveTurn> running = thread.open();
    if (!running.isEmpty() && how == TurnAdmission.REFUSE) {
      TurnError refusal =
          new TurnError(
              TurnError.Kind.REFUSED,
              "the thread runs a turn of origin " + running.get(0).origin() + "; start it later");
      turn.end(TurnEnd.failed(refusal));
    } else if (!running.isEmpty() && how == TurnAdmission.STEER) {
      turn.join(running.get(0));
    } else {
      wait(turn, how);
    }
  }

  private void wait(ActiveTurn turn, TurnAdmission how) {
    waiting = turn;
    turn.startLimits();
    CompletableFuture<Void> paused = thread.goal().pauseForHost();
    if (how == TurnAdmission.INTERRUPT) {
      thread.open().forEach(one -> one.ending().interrupt("the host starts a turn"));
    }
    paused.thenRun(() -> thread.post(this::next));
  }

  /** A turn has ended. */
  void ended(ActiveTurn turn) {
    if (turn == waiting) {
      waiting = null;
    }
    if (turn.isHosts()) {
      thread.goal().resume();
    }
    next();
  }

  /** The thread is left: nothing waits any more. */
  void close() {
    waiting = null;
  }

  /** Asks Codex whether a turn runs, for the end of one may have been lost. */
  private void next() {
    if (waiting != null && !asking) {
      asking = true;
      thread
          .latest()
          .whenComplete(
              (turns, error) -> thread.post(() -> told(error == null ? turns : List.of())));
    }
  }

  private void told(List<ThreadTurn> latest) {
    asking = false;
    if (waiting == null) {
      return;
    }
    if (latest.stream().anyMatch(turn -> turn.status().equals("inProgress"))) {
      // Its end calls this again, if it is one of those that are known here.
      if (thread.open().isEmpty()) {
        thread.later(AGAIN, this::next);
      }
      return;
    }
    thread.open().forEach(turn -> turn.hasNotToldItsEnd(latest));
    if (waiting != null && thread.open().isEmpty()) {
      ActiveTurn turn = waiting;
      waiting = null;
      turn.begin();
    }
  }
}
