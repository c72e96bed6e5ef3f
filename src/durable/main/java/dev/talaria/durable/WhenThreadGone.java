package dev.talaria.durable;

/** What happens to a run whose thread is gone. */
public enum WhenThreadGone {
  /** The run ends. */
  STOP,
  /**
   * The prompt that was not done is given to a new thread, which begins with the host's history
   * ({@link TurnSteps.Builder#history}). What the lost turn had done so far may be done twice.
   */
  NEW_THREAD
}
