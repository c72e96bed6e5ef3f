package dev.talaria.durable;

/**
 * How a step and its engine are notified of each other while the step runs. Called by a timer's
 * thread, one call at a time, and for the first time before Codex is reached.
 */
public interface Progress {

  /** Nobody listens, and nobody cancels. */
  Progress NONE = (threadId, turnId) -> true;

  /**
   * The step is alive.
   *
   * @param threadId the thread
   * @param turnId the turn; empty until Codex has named it
   * @return whether to continue; {@code false} interrupts the turn, which then ends as interrupted
   */
  boolean beat(String threadId, String turnId);
}
