package dev.talaria.session.listener;

import java.time.Duration;

/**
 * Is notified of what happens to one model call. What it throws is logged and harms nothing.
 *
 * <p>Called on the thread that makes the call and on its worker, one thing at a time.
 */
public interface ModelCallObserver {

  /** An observer that does nothing. */
  ModelCallObserver NONE = new ModelCallObserver() {};

  /**
   * Makes the call's context that of the calling thread while the call is worked on.
   *
   * @return what ends that; closed on the same thread
   */
  default ContextScope enter() {
    return ContextScope.NONE;
  }

  /**
   * An attempt begins.
   *
   * @param number from 1
   * @param waited how long the call has waited for the rate limit since the previous attempt
   */
  default void onAttempt(int number, Duration waited) {}

  /**
   * The call has ended; the last event that is reported for it.
   *
   * @param failure what kind of failure it was, such as {@code RATE_LIMITED} or {@code CANCELLED};
   *     empty when it succeeded
   */
  default void onEnded(String failure) {}
}
