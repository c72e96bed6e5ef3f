package dev.talaria.session;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.Decider;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One open question and what has to be stopped when it is void. Safe for use by many threads. */
final class OpenQuestion {

  final ApprovalRequest request;

  /** The turn that it belongs to; {@code null} for none. */
  final TurnRun turn;

  private final Instant askedAt = Instant.now();
  private final long askedNanos = System.nanoTime();
  private Future<?> alarm;
  private Future<?> task;
  private CompletionStage<ApprovalDecision> stage;
  private boolean over;

  OpenQuestion(ApprovalRequest request, TurnRun turn) {
    this.request = request;
    this.turn = turn;
  }

  synchronized void alarm(Future<?> timer) {
    alarm = timer;
  }

  synchronized void task(Future<?> running) {
    task = running;
  }

  /** Remembers the handler's stage; cancels it when the question is over already. */
  synchronized void decideBy(CompletionStage<ApprovalDecision> decision) {
    stage = decision;
    if (over) {
      decision.toCompletableFuture().cancel(true);
    }
  }

  /**
   * The calling thread has asked policy and handler and goes on to other work: nobody interrupts it
   * from now on, and if somebody has, or the handler itself, that is over.
   */
  synchronized void decided() {
    task = null;
    Thread.interrupted();
  }

  /** Stops the clock and the handler. */
  void end() {
    CompletionStage<ApprovalDecision> asked;
    synchronized (this) {
      over = true;
      alarm.cancel(false);
      if (task != null) {
        task.cancel(true);
      }
      asked = stage;
    }
    if (asked != null) {
      asked.toCompletableFuture().cancel(true);
    }
  }

  void tell(Consumer<TurnListener> event) {
    ofTurn(itsTurn -> itsTurn.tell(event));
  }

  void ofTurn(Consumer<TurnRun> action) {
    if (turn != null) {
      action.accept(turn);
    }
  }

  ApprovalOutcome outcome(
      Decider decider,
      String by,
      Optional<ApprovalDecision> decision,
      Optional<ApprovalDecision.Kind> applied,
      String note) {
    return new ApprovalOutcome(
        request,
        decider,
        by,
        decision,
        applied,
        note,
        askedAt,
        Duration.ofNanos(System.nanoTime() - askedNanos));
  }
}
