package dev.talaria.session.result;

/**
 * Where a turn is.
 *
 * <p>{@code STARTING -> RUNNING <-> WAITING_ON_HOST -> ENDING -> COMPLETED | INTERRUPTED | FAILED}.
 * Each state may be skipped; none is entered again after a later one, but {@link #RUNNING} after
 * {@link #WAITING_ON_HOST}.
 */
public enum TurnState {
  /** Codex has not named the turn yet. */
  STARTING,
  /** Codex works on it. */
  RUNNING,
  /** Codex waits for an answer of the host; the idle limit stands still. */
  WAITING_ON_HOST,
  /** It is being interrupted, or Codex has ended it and the last items are awaited. */
  ENDING,
  /** {@link TurnStatus#COMPLETED}. */
  COMPLETED,
  /** {@link TurnStatus#INTERRUPTED}. */
  INTERRUPTED,
  /** {@link TurnStatus#FAILED}. */
  FAILED;

  /** {@return whether nothing follows} */
  public boolean isOver() {
    return compareTo(COMPLETED) >= 0;
  }
}
