package dev.talaria.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an approval request ended. Immutable.
 *
 * @param request the request
 * @param decider who decided
 * @param by the rule that decided, or why there was no decision; one line
 * @param decision what was decided; empty when the request was withdrawn
 * @param applied what Codex was answered, which is safer than the decision where Codex cannot
 *     express it; empty when the request was withdrawn
 * @param note why {@code applied} differs from the decision; empty when it does not
 * @param askedAt when Codex asked
 * @param took from the request to its end
 */
public record ApprovalOutcome(
    ApprovalRequest request,
    DecisionSource decider,
    String by,
    Optional<ApprovalDecision> decision,
    Optional<ApprovalDecision.Kind> applied,
    String note,
    Instant askedAt,
    Duration took) {}
