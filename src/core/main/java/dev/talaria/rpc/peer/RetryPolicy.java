package dev.talaria.rpc.peer;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When to repeat a request that the other side has refused temporarily. Immutable.
 *
 * <p>The waiting time doubles with each try up to the cap, and each is spread by half of itself to
 * either side. The request's own time limit holds over all tries.
 *
 * @param code the error that asks for another try; any other is final
 * @param first the waiting time after the first try, before it is spread
 * @param cap the longest waiting time, before it is spread
 * @param random gives numbers from 0 to below 1; called by any thread
 */
public record RetryPolicy(int code, Duration first, Duration cap, DoubleSupplier random) {

  /** No error asks for another try. */
  public static final RetryPolicy NONE = of(Integer.MIN_VALUE);

  public RetryPolicy {
    Objects.requireNonNull(random, "random");
    if (first.isZero() || first.isNegative() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "the first waiting time must be positive and not above the cap");
    }
  }

  /** Waits 100 ms, 200 ms, 400 ms and so on, at most 5 s. */
  public static RetryPolicy of(int code) {
    return new RetryPolicy(
        code,
        Duration.ofMillis(100),
        Duration.ofSeconds(5),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /** How long to wait after so many tries. */
  Duration delayAfter(int tries) {
    double doubled = first.toNanos() * Math.pow(2, tries - 1.0);
    double spread = 0.5 + random.getAsDouble();
    return Duration.ofNanos((long) (Math.min(doubled, cap.toNanos()) * spread));
  }
}
