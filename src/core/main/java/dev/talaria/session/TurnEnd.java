package dev.talaria.session;

/**
 * How a turn ends. Immutable.
 *
 * @param error {@code null} for none
 * @param retire whether the child is of no more use
 * @param reason why, for people
 */
record TurnEnd(TurnStatus status, TurnError error, boolean retire, String reason) {

  /** The host interrupted the turn before Codex was asked to begin it. */
  static final TurnEnd BEFORE_IT_BEGAN =
      new TurnEnd(TurnStatus.INTERRUPTED, null, false, "interrupted before it began");

  /** The turn has failed, and the child with it. */
  static TurnEnd lost(TurnError error) {
    return new TurnEnd(TurnStatus.FAILED, error, true, error.message());
  }

  /** The turn has failed; its error says whether the child is of more use. */
  static TurnEnd failed(TurnError error, String reason) {
    return new TurnEnd(TurnStatus.FAILED, error, Retirement.after(error), reason);
  }

  /** The turn was cut off and Codex did not confirm it. */
  static TurnEnd cutOff(TurnError error, String reason) {
    return new TurnEnd(TurnStatus.INTERRUPTED, error, true, reason);
  }
}
