package dev.talaria.llm.ratelimit;

import dev.talaria.llm.ratelimit.RateLimitSettings.Retry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a refusal that does not say how long: twice as long each time, up to a
 * cap.
 *
 * <p>For one thread at a time: the governor's lock guards it.
 */
final class Backoff {

  private final Retry retry;
  private final DoubleSupplier random;
  private final Map<String, Integer> attempts = new HashMap<>();

  /**
   * @param random gives numbers from 0 to 1
   */
  Backoff(Retry retry, DoubleSupplier random) {
    this.retry = retry;
    this.random = random;
  }

  /** The wait after one more refusal by this provider; never longer than the cap. */
  Duration next(String provider) {
    int before = attempts.getOrDefault(provider, 0);
    attempts.put(provider, Math.min(before + 1, retry.maxAttempts()));
    double cap = nanos(retry.maxDelay());
    int doublings = Math.min(before, retry.maxAttempts() - 1);
    double delay = Math.min(cap, nanos(retry.baseDelay()) * Math.pow(2, doublings));
    double varied = retry.jitter() ? delay * (0.75 + random.getAsDouble() * 0.5) : delay;
    return Duration.ofNanos(Math.round(Math.min(cap, varied)));
  }

  /** The provider lets requests pass: the next wait is a short one again. */
  void reset(String provider) {
    attempts.remove(provider);
  }

  private static double nanos(Duration duration) {
    return duration.getSeconds() * 1e9 + duration.getNano();
  }
}
