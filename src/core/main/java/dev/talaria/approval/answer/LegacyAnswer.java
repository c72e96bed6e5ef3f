package dev.talaria.approval.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.answer.ApprovalAnswer.LegacyRefusal;

/**
 * Answers to {@code execCommandApproval} and {@code applyPatchApproval}. Pure functions. Source:
 * the schemas; no version that was measured asks in this form.
 */
final class LegacyAnswer {

  private LegacyAnswer() {}

  static ApprovalAnswer of(Kind kind, LegacyRefusal refusal) {
    Kind applied = kind == Kind.ALLOW_ALWAYS ? Kind.ALLOW_FOR_SESSION : kind;
    ObjectNode result = ApprovalAnswer.JSON.objectNode();
    switch (applied) {
      case ALLOW -> result.put("decision", "approved");
      case ALLOW_FOR_SESSION, ALLOW_ALWAYS -> result.put("decision", "approved_for_session");
      case CANCEL -> result.put("decision", "abort");
      case DECLINE -> {
        if (refusal == LegacyRefusal.WORD) {
          result.put("decision", "denied");
        } else {
          result.putObject("decision").putObject("denied").put("rejection", "rejected by user");
        }
      }
    }
    return ApprovalAnswer.answer(
        result, kind, applied, "Codex proposes nothing to remember permanently");
  }
}
