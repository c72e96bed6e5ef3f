package dev.talaria.durable;

/**
 * What a decision is worth after the Codex that had asked for it has ended in the turn. The model
 * asks again under a new item then, and nothing says whether what was allowed has happened.
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
