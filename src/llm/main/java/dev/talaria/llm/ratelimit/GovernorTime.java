package dev.talaria.llm.ratelimit;

import dev.talaria.base.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time that a governor lives in, with one daemon thread that ends when it has had no work for
 * some seconds. Open for tests.
 *
 * <p>Safe for use by many threads. Waits count {@link #nanos}, so that a clock that is set does not
 * change them; {@link #now} is for what a provider or a person says.
 */
class GovernorTime {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-rate-limit"));

  GovernorTime() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(5, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /** A count that only grows, as {@link System#nanoTime}. */
  long nanos() {
    return System.nanoTime();
  }

  /** The time of day. */
  Instant now() {
    return Instant.now();
  }

  /** Runs an action later, on a thread of its own; the returned one takes it back. */
  Runnable after(Duration delay, Runnable action) {
    Future<?> later = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> later.cancel(false);
  }
}
