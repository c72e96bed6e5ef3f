package dev.talaria.session;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.DecisionSource;
import dev.talaria.base.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One open question and what decides it. Safe for use by many threads. */
final class PendingApproval {

  final ApprovalRequest request;

  /** The turn that it belongs to; {@code null} for none. */
  final ActiveTurn turn;

  final Guard guard = Guard.of("the approval policy or handler");
  final HostWork work = new HostWork(guard);
  private final Instant askedAt = Instant.now();
  private final long askedNanos = System.nanoTime();

  PendingApproval(ApprovalRequest request, ActiveTurn turn) {
    this.request = request;
    this.turn = turn;
  }

  void tell(Guard.Event<TurnListener> event) {
    ofTurn(itsTurn -> itsTurn.tell(event));
  }

  void ofTurn(Consumer<ActiveTurn> action) {
    if (turn != null) {
      action.accept(turn);
    }
  }

  ApprovalOutcome outcome(
      DecisionSource decider,
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
