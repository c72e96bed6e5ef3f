package dev.talaria.appserver;

import dev.talaria.base.DaemonThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The threads of one connection: workers for everything that may call the host, and a timer.
 *
 * <p>Threads are daemons, made when needed and gone after a minute without work. The owner closes
 * it after the connection.
 *
 * @param executor runs futures, sessions and handlers; grows with what blocks
 * @param timer only hands over to {@code executor}
 */
public record Workers(ExecutorService executor, ScheduledExecutorService timer)
    implements AutoCloseable {

  /** Workers of their own for one connection. */
  public static Workers create() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-timer"));
    timer.setRemoveOnCancelPolicy(true);
    return new Workers(Executors.newCachedThreadPool(DaemonThreads.named("talaria-worker")), timer);
  }

  /** Takes no more work; what runs may end, and every thread is a daemon. */
  @Override
  public void close() {
    timer.shutdownNow();
    executor.shutdown();
  }
}
