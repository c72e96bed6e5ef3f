package dev.talaria.llm.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link RateLimitGovernor} reports to its subscribers, for a display and a log.
 *
 * <p>Immutable. After a signal they come in this order: {@link Observed}; then, if the signal
 * begins or extends a wait, {@link WaitStarted} and the first {@link WaitTick}; then {@link
 * ConcurrencyAdjusted} if the limit changed.
 */
public sealed interface RateLimitState {

  /** {@return whose limit it is, such as {@code codex}} */
  String provider();

  /**
   * A signal arrived.
   *
   * @param signal as it was reported
   */
  record Observed(RateLimitSignal signal) implements RateLimitState {

    @Override
    public String provider() {
      return signal.provider();
    }
  }

  /**
   * More or fewer work units may run from now on. Those that run are never stopped for it.
   *
   * @param provider whose limit it is
   * @param from the previous limit
   * @param to the current limit
   * @param reason why it changed
   */
  record ConcurrencyAdjusted(String provider, int from, int to, Reason reason)
      implements RateLimitState {}

  /** Why the number of work units changed. */
  enum Reason {
    /** The provider warned, or so much of a limit is used that the threshold is reached. */
    PRESSURE("provider pressure"),
    /** The provider lets requests pass again. */
    RECOVERED("provider recovered"),
    /** The provider refused a request. */
    REJECTED("provider rejected");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** {@return the reason for people, such as {@code provider pressure}} */
    public String text() {
      return text;
    }
  }

  /**
   * A wait began, or became longer.
   *
   * @param provider whose limit it is
   * @param type which limit it is, if the provider said so
   * @param resumeAt when it is over
   * @param remaining how long that is from now
   */
  record WaitStarted(String provider, Optional<String> type, Instant resumeAt, Duration remaining)
      implements RateLimitState {}

  /**
   * A wait continues.
   *
   * @param provider whose limit it is
   * @param type which limit it is, if the provider said so
   * @param resumeAt when it is over
   * @param remaining how long that is from now
   */
  record WaitTick(String provider, Optional<String> type, Instant resumeAt, Duration remaining)
      implements RateLimitState {}

  /**
   * A wait is over.
   *
   * @param provider whose limit it was
   * @param type which limit it was, if the provider said so
   * @param resumeAt when it was to be over
   * @param remaining zero
   */
  record WaitFinished(String provider, Optional<String> type, Instant resumeAt, Duration remaining)
      implements RateLimitState {}
}
