package dev.talaria.appserver;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TaskThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The threads of one connection: workers for everything that may call the host, and a timer.
 *
 * <p>Threads are daemons, made when needed and gone after a minute without work, and the workers
 * are virtual where {@link TaskThreads} says so. The owner closes it after the connection.
 *
 * @param executor runs futures, sessions and handlers; grows with what blocks
 * @param timer only hands over to {@code executor}
 */
public record Workers(ExecutorService executor, ScheduledExecutorService timer)
    implements AutoCloseable {

  private static final long IDLE_SECONDS = 60;

  /** Workers of their own for one connection. */
  public static Workers create() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-timer"));
    timer.setRemoveOnCancelPolicy(true);
    return new Workers(TaskThreads.named("talaria-worker", IDLE_SECONDS), timer);
  }

  /** Runs something on a worker, also when this is closed. */
  public void run(Runnable task) {
    DaemonThreads.run(executor, task);
  }

  /** Takes no more work; what runs may end, and every thread is a daemon. */
  @Override
  public void close() {
    timer.shutdownNow();
    executor.shutdown();
  }
}
