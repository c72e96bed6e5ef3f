package dev.talaria.approval;

import java.util.Optional;

/**
 * A rule that decides about questions of Codex before anybody is bothered.
 *
 * <p>Called on a worker, never on the path of events; may be called by many threads at once. A
 * policy that throws has declined: it may have been the rule that forbids.
 */
@FunctionalInterface
public interface ApprovalPolicy {

  /** What this policy says to a question. */
  Ruling rule(ApprovalRequest request);

  /**
   * What a policy says.
   *
   * @param decision the decision; empty for no opinion
   * @param rule the rule that says so, in one line
   */
  record Ruling(Optional<ApprovalDecision> decision, String rule) {

    private static final Ruling NONE = new Ruling(Optional.empty(), "");

    /** No opinion: somebody else decides. */
    public static Ruling none() {
      return NONE;
    }

    /** This decision, by this rule. */
    public static Ruling of(ApprovalDecision decision, String rule) {
      return new Ruling(Optional.of(decision), rule);
    }
  }

  /** A policy without an opinion: every question goes to the handler. */
  static ApprovalPolicy none() {
    return request -> Ruling.none();
  }

  /** Declines everything: the default of a session without a handler. */
  static ApprovalPolicy denyAll() {
    return request -> Ruling.of(ApprovalDecision.decline(), "deny all");
  }
}
