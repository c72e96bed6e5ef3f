package dev.talaria.llm;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TaskThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that calls run on, all daemons: as many workers as are busy, and a clock. They go
 * after 30 seconds without work. Safe for use by many threads.
 */
record CallThreads(ExecutorService workers, ScheduledThreadPoolExecutor clock) {

  private static final long IDLE_SECONDS = 30;

  /** Threads of these names. */
  static CallThreads named(String name) {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named(name + "-clock"));
    clock.setRemoveOnCancelPolicy(true);
    clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
    return new CallThreads(TaskThreads.named(name, IDLE_SECONDS), clock);
  }
}
