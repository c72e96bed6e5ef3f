package dev.talaria.llm;

/** Why a loop ended. */
public enum StopReason {
  /** The model had finished. */
  NATURAL,
  /** The step budget was used up; the turn was interrupted. */
  BUDGET,
  /** It failed; {@link LoopResult#error} says how. */
  ERROR,
  /** The host cancelled it. */
  CANCELLED
}
