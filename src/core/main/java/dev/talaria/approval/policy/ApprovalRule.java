package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalDecision.Kind;

/**
 * What to do with the requests that match.
 *
 * @param verdict the answer; {@code null} to leave it to the handler
 * @param match which requests
 */
record ApprovalRule(Kind verdict, PartMatch match) {

  boolean denies() {
    return verdict == Kind.DECLINE;
  }

  boolean asks() {
    return verdict == null;
  }

  boolean allows() {
    return !denies() && !asks();
  }

  /** The place in the order of strictness. */
  int leniency() {
    return denies() ? 0 : asks() ? 1 : 2 + verdict.ordinal();
  }

  /** The rule as a sentence. */
  @Override
  public String toString() {
    if (asks()) {
      return "ask: " + match.describe();
    }
    return switch (verdict) {
      case ALLOW -> "allow: " + match.describe();
      case ALLOW_FOR_SESSION -> "allow for the session: " + match.describe();
      case ALLOW_ALWAYS -> "allow always: " + match.describe();
      case DECLINE, CANCEL -> "deny: " + match.describe();
    };
  }
}
