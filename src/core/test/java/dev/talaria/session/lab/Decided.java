package dev.talaria.session.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.DecisionSource;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;

/** What the tests of decisions share. */
public final class Decided {

  private Decided() {}

  /** The decision of this kind, without content. */
  public static ApprovalDecision decision(Kind kind) {
    return switch (kind) {
      case ALLOW -> ApprovalDecision.allow();
      case ALLOW_FOR_SESSION -> ApprovalDecision.allowForSession();
      case ALLOW_ALWAYS -> ApprovalDecision.allowAlways();
      case DECLINE -> ApprovalDecision.decline();
      case CANCEL -> ApprovalDecision.cancel();
    };
  }

  /** The same call twice in one thread, then once in another. */
  public static ModelScript threeTimes(OutputItem first, OutputItem second, OutputItem third) {
    return ModelScript.builder()
        .reply(first)
        .reply(second)
        .text("done")
        .reply(third)
        .text("done")
        .build();
  }

  /** Each question was decided by the handler, and Codex was told what it could be told. */
  public static void assertAsDecided(CodexLab lab, Kind decided, Kind applied) {
    assertEquals(lab.asked.size(), lab.outcomes.size());
    for (ApprovalOutcome outcome : lab.outcomes) {
      assertEquals(DecisionSource.HANDLER, outcome.decider());
      assertEquals(decided, outcome.decision().orElseThrow().kind());
      assertEquals(applied, outcome.applied().orElseThrow(), outcome.note());
      assertEquals(decided == applied, outcome.note().isEmpty(), outcome.note());
      assertFalse(outcome.took().isNegative());
    }
  }
}
