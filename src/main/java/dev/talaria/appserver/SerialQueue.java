package dev.talaria.appserver;

import dev.talaria.base.DaemonThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded mailbox: tasks run one at a time, in order, on a shared executor, which gives up a
 * thread only while there is something to do.
 *
 * <p>{@link #offer} and {@link #post} may be called by any thread and never block. A task that
 * throws is logged and does not stop the ones behind it.
 */
public final class SerialQueue {

  /** Enough for the bursts of a fast model with a host that stops for a moment. */
  public static final int DEFAULT_CAPACITY = 100_000;

  private static final Logger log = LoggerFactory.getLogger(SerialQueue.class);
  private static final int BATCH = 256;

  private final Executor executor;
  private final int capacity;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  public SerialQueue(Executor executor, int capacity) {
    this.executor = executor;
    this.capacity = capacity;
  }

  /** Queues a task unless the mailbox is full; says whether it did. */
  public boolean offer(Runnable task) {
    synchronized (tasks) {
      if (tasks.size() >= capacity) {
        return false;
      }
      tasks.addLast(task);
      if (running) {
        return true;
      }
      running = true;
    }
    schedule();
    return true;
  }

  /** Queues a task of this side's own, such as a timer's; these are few and always fit. */
  public void post(Runnable task) {
    synchronized (tasks) {
      tasks.addLast(task);
      if (running) {
        return;
      }
      running = true;
    }
    schedule();
  }

  private void schedule() {
    try {
      executor.execute(this::runSome);
    } catch (RejectedExecutionException e) {
      log.debug("the executor is closed; the last tasks get a thread of their own", e);
      DaemonThreads.named("talaria-last-tasks").newThread(this::runSome).start();
    }
  }

  private void runSome() {
    for (int i = 0; i < BATCH; i++) {
      Runnable task;
      synchronized (tasks) {
        task = tasks.pollFirst();
        if (task == null) {
          running = false;
          return;
        }
      }
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        log.error("a task in a mailbox failed", e);
      }
    }
    schedule();
  }
}
