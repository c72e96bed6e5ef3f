package dev.talaria.base;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes named daemon threads, so that a thread dump says whose they are and none of them keeps the
 * JVM alive.
 *
 * <p>Safe for use by many threads.
 */
public final class DaemonThreads implements ThreadFactory {

  private static final DaemonThreads LAST = named("talaria-last-tasks");

  private final String prefix;
  private final AtomicInteger next = new AtomicInteger(1);

  private DaemonThreads(String prefix) {
    this.prefix = prefix;
  }

  /**
   * {@return a factory whose threads are called {@code prefix-1}, {@code prefix-2}, …}
   *
   * @param prefix says in a thread dump whose threads they are
   */
  public static DaemonThreads named(String prefix) {
    return new DaemonThreads(prefix);
  }

  /**
   * Runs a task on an executor; on a thread of its own, if that is closed already.
   *
   * @param executor may be closed
   * @param task runs in either case
   */
  public static void run(Executor executor, Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException closed) {
      LAST.newThread(task).start();
    }
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, prefix + "-" + next.getAndIncrement());
    thread.setDaemon(true);
    return thread;
  }
}
