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
 * Where anybody but the host has moved the thread, or may move it at any time, Codex is asked
 * before the turn is sent. The programs of one machine do so one after the other ({@link
 * TurnFence}). What a client elsewhere starts between the answer and the turn is not seen: Codex
 * then gives the input to that turn, which {@link ActiveTurn} finds out. Mailbox only.
 */
final class Admission {

  /** When is asked again while a turn runs that has not been announced. */
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final ThreadTurns thread;
  private ActiveTurn waiting;
  private TurnAdmission how;
  private boolean othersMove;
  private boolean asking;

  /** Made when it is first needed. */
  private TurnFence fence;

  Admission(ThreadTurns thread) {
    this.thread = thread;
  }

  /** Any client of a server that somebody else runs may start a turn, at any time. */
  private boolean mayBeMoved() {
    return othersMove || thread.goal().isActive() || thread.server().comesBack();
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
    if (!mayBeMoved()) {
      turn.begin();
      return;
    }
    List<ActiveTurn> running = thread.open();
    if (!running.isEmpty() && how == TurnAdmission.REFUSE) {
      refuse(turn, "a turn of origin " + running.get(0).origin());
    } else if (!running.isEmpty() && how == TurnAdmission.STEER) {
      turn.join(running.get(0));
    } else {
      wait(turn, how);
    }
  }

  private static void refuse(ActiveTurn turn, String what) {
    String reason = "the thread runs " + what + "; start it later";
    turn.end(TurnEnd.failed(new TurnError(TurnError.Kind.REFUSED, reason)));
  }

  private void wait(ActiveTurn turn, TurnAdmission admission) {
    waiting = turn;
    how = admission;
    turn.startLimits();
    CompletableFuture<Void> paused = thread.goal().pauseForHost();
    if (how == TurnAdmission.INTERRUPT) {
      interrupt(thread.open());
    }
    paused.thenRun(() -> thread.post(this::next));
  }

  /** A turn of the host's runs, and Codex tells it to every client that asks. */
  void begun(ActiveTurn turn) {
    if (turn.isHosts()) {
      leaveFence();
    }
  }

  private void leaveFence() {
    if (fence != null) {
      fence.leave();
    }
  }

  private boolean enterFence() {
    if (!thread.server().comesBack()) {
      return true;
    }
    if (fence == null) {
      fence = TurnFence.ofThread(thread.server(), thread.threadId());
    }
    return fence.tryEnter();
  }

  /** A turn has ended. */
  void ended(ActiveTurn turn) {
    if (turn.isHosts()) {
      leaveFence();
    }
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
    leaveFence();
  }

  /** Asks Codex whether a turn runs, for the end of one may have been lost. */
  private void next() {
    if (waiting == null || asking) {
      return;
    }
    if (!enterFence()) {
      if (how == TurnAdmission.REFUSE) {
        refuse(waiting, "a turn that another client starts at this moment");
      } else {
        thread.later(AGAIN, this::next);
      }
      return;
    }
    asking = true;
    List<ActiveTurn> running = thread.open();
    CompletableFuture<List<ThreadTurn>> latest =
        running.isEmpty()
            ? TurnLookup.statuses(thread.server(), thread.threadId())
            : thread.latest();
    latest.whenComplete((turns, error) -> thread.post(() -> told(running, turns, error)));
  }

  /**
   * @param running those that ran here when Codex was asked
   */
  private void told(List<ActiveTurn> running, List<ThreadTurn> answer, Throwable error) {
    asking = false;
    if (waiting == null) {
      return;
    }
    if (error != null && thread.server().comesBack() && !thread.server().isConnected()) {
      thread.later(AGAIN, this::next);
      return;
    }
    List<ThreadTurn> latest = error == null ? answer : List.of();
    if (latest.stream().anyMatch(turn -> turn.status().equals("inProgress"))) {
      whileOneRuns();
      return;
    }
    running.stream()
        .filter(turn -> !turn.state().isOver())
        .forEach(turn -> turn.hasNotToldItsEnd(latest));
    if (waiting != null && thread.open().isEmpty()) {
      ActiveTurn turn = waiting;
      waiting = null;
      turn.begin();
    } else {
      leaveFence();
    }
  }

  /** Its end asks again, if it is one of those that are known here. */
  private void whileOneRuns() {
    List<ActiveTurn> running = thread.open();
    leaveFence();
    if (how == TurnAdmission.REFUSE) {
      refuse(waiting, "a turn that the host did not start");
    } else if (running.isEmpty()) {
      thread.later(AGAIN, this::next);
    } else if (how == TurnAdmission.STEER) {
      ActiveTurn turn = waiting;
      waiting = null;
      turn.join(running.get(0));
    } else if (how == TurnAdmission.INTERRUPT) {
      interrupt(running);
    }
  }

  private static void interrupt(List<ActiveTurn> running) {
    running.forEach(one -> one.ending().interrupt("the host starts a turn"));
  }
}
