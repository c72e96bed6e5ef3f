package dev.talaria.llm;

import dev.talaria.session.TurnError;

/**
 * The last error after which Codex tried again by itself: why a call may have run out of time.
 *
 * <p>Safe for use by many threads.
 */
final class RetriedError {

  private volatile String message = "";

  /** A turn of the call met an error. */
  void heard(TurnError error, boolean willRetry) {
    if (willRetry) {
      message = error.message();
    }
  }

  /**
   * The failure of a call that ran out of time.
   *
   * @param what did not happen in time, a sentence without its end
   */
  LlmException late(String what) {
    String retried = message;
    String advice =
        retried.isEmpty()
            ? "; give it a longer timeout"
            : ". Codex was trying again after: " + retried;
    return new LlmException(LlmException.Kind.TIMEOUT, what + advice);
  }
}
