package dev.talaria.llm;

import dev.talaria.base.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time that a governor lives in; tests bring their own.
 *
 * <p>Safe for use by many threads. Waits count {@link #nanos}, so that a clock that is set does not
 * change them; {@link #now} is for what a provider or a person says.
 */
interface GovernorTime {

  /** A count that only grows, as {@link System#nanoTime}. */
  long nanos();

  /** What the clock on the wall shows. */
  Instant now();

  /** Runs an action later, on a thread of the time's; the returned one takes it back. */
  Runnable after(Duration delay, Runnable action);

  /** The real time, with one daemon thread that goes when it has had no work for some seconds. */
  static GovernorTime system() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-rate-limit"));
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(5, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return new GovernorTime() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public Runnable after(Duration delay, Runnable action) {
        Future<?> later = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> later.cancel(false);
      }
    };
  }
}
