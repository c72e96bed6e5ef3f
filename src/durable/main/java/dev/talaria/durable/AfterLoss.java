package dev.talaria.durable;

/**
 * Whether a decision still counts when the Codex that asked for it has ended during the turn. The
 * model asks again under a new item then, and nothing says whether what was allowed has happened.
 */
public enum AfterLoss {
  /** The person is asked again. */
  ASK_AGAIN,
  /**
   * What was decided holds for the same request of the turn that continues. What had been allowed
   * may then happen twice.
   */
  CARRY_SAME
}
