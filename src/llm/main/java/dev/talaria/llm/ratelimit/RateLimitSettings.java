package dev.talaria.llm.ratelimit;

import dev.talaria.base.internal.Limits;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How calls stay within the provider's limits ({@code ingest.rateLimit}). Immutable.
 *
 * @param enabled whether anything is paced and tried again
 * @param throttleThreshold from which utilization on concurrency goes down, 0 to 1
 * @param minConcurrencyUnderPressure how many work units run then, at least 1
 * @param maxWait the longest wait for a reset; empty for as long as it takes
 * @param retry how a failed call is tried again
 */
public record RateLimitSettings(
    boolean enabled,
    double throttleThreshold,
    int minConcurrencyUnderPressure,
    Optional<Duration> maxWait,
    Retry retry) {

  /**
   * How a failed call is retried. Immutable.
   *
   * @param maxAttempts how often, the first time included, at least 1
   * @param baseDelay the first wait where the provider does not say how long; each later one is
   *     twice as long
   * @param maxDelay the longest such wait
   * @param jitter whether such waits vary
   */
  public record Retry(int maxAttempts, Duration baseDelay, Duration maxDelay, boolean jitter) {

    /**
     * Checks the components.
     *
     * @param maxAttempts at least 1
     * @param baseDelay longer than zero
     * @param maxDelay longer than zero
     * @param jitter whether waits vary
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Retry {
      if (maxAttempts < 1) {
        throw new IllegalArgumentException("maxAttempts must be at least 1, not " + maxAttempts);
      }
      Limits.positive("baseDelay", baseDelay);
      Limits.positive("maxDelay", maxDelay);
    }
  }

  /**
   * Checks the components.
   *
   * @param enabled whether anything is paced and tried again
   * @param throttleThreshold from 0 to 1
   * @param minConcurrencyUnderPressure at least 1
   * @param maxWait empty or longer than zero
   * @param retry not null
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public RateLimitSettings {
    if (!(throttleThreshold >= 0 && throttleThreshold <= 1)) {
      throw new IllegalArgumentException(
          "throttleThreshold must be from 0 to 1, not " + throttleThreshold);
    }
    if (minConcurrencyUnderPressure < 1) {
      throw new IllegalArgumentException(
          "minConcurrencyUnderPressure must be at least 1, not " + minConcurrencyUnderPressure);
    }
    maxWait.ifPresent(wait -> Limits.positive("maxWait", wait));
    Objects.requireNonNull(retry, "retry");
  }

  /**
   * {@return the defaults: on, from 0.8, down to 1, as long as it takes; 6 attempts, 1 s to 60 s
   * with jitter}
   */
  public static RateLimitSettings defaults() {
    return new RateLimitSettings(
        true,
        0.8,
        1,
        Optional.empty(),
        new Retry(6, Duration.ofSeconds(1), Duration.ofSeconds(60), true));
  }
}
