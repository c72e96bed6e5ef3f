package dev.talaria.cli;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.cli.prompt.ApprovalPrompt;

/** Who answers Codex's questions in {@code talaria run}. */
enum ApprovalMode {
  ASK,
  ALLOW,
  ALLOW_SESSION,
  DENY;

  /** The handler of this mode. */
  ApprovalHandler handler(ApprovalPrompt prompt) {
    return switch (this) {
      case ASK -> prompt;
      case ALLOW -> ApprovalHandler.of(request -> ApprovalDecision.allow());
      case ALLOW_SESSION -> ApprovalHandler.of(request -> ApprovalDecision.allowForSession());
      case DENY -> ApprovalHandler.declineAll();
    };
  }
}
