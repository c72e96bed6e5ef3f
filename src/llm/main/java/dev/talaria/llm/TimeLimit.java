package dev.talaria.llm;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A limit that runs until it is closed, or over. Safe for use by many threads. */
record TimeLimit(ScheduledFuture<?> alarm) {

  static TimeLimit start(ScheduledExecutorService clock, Duration limit, Runnable late) {
    return new TimeLimit(clock.schedule(late, limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  void close() {
    alarm.cancel(false);
  }
}
