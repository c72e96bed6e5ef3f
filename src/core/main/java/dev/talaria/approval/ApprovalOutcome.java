package dev.talaria.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a question of Codex ended. Immutable.
 *
 * @param request the question
 * @param decider who decided
 * @param by the rule that decided, or why nobody else did; one line
 * @param decision what was decided; empty when the question was withdrawn
 * @param applied what Codex was told, which is safer than the decision where Codex cannot express
 *     it; empty when the question was withdrawn
 * @param note why {@code applied} differs from the decision; empty when it does not
 * @param askedAt when Codex asked
 * @param took from the question to its end
 */
public record ApprovalOutcome(
    ApprovalRequest request,
    DecisionSource decider,
    String by,
    Optional<ApprovalDecision> decision,
    Optional<ApprovalDecision.Kind> applied,
    String note,
    Instant askedAt,
    Duration took) {

  public ApprovalOutcome {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(decider, "decider");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(askedAt, "askedAt");
    Objects.requireNonNull(took, "took");
  }
}
