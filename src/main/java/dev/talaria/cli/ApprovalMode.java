package dev.talaria.cli;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;

/** Who answers Codex' questions in {@code talaria run}. */
enum ApprovalMode {
  ASK("ask"),
  ALLOW("allow"),
  ALLOW_SESSION("allow-session"),
  DENY("deny");

  private final String word;

  ApprovalMode(String word) {
    this.word = word;
  }

  /** The handler of this mode. */
  ApprovalHandler handler(ApprovalPrompt prompt) {
    return switch (this) {
      case ASK -> prompt;
      case ALLOW -> ApprovalHandler.of(request -> ApprovalDecision.allow());
      case ALLOW_SESSION -> ApprovalHandler.of(request -> ApprovalDecision.allowForSession());
      case DENY -> ApprovalHandler.declineAll();
    };
  }

  @Override
  public String toString() {
    return word;
  }
}
