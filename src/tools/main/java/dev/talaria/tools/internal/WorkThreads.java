package dev.talaria.tools.internal;

import dev.talaria.base.TaskThreads;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Daemon threads for work that may block: work beyond the threads waits in its order. Idle threads
 * go after 30 seconds.
 *
 * <p>Safe for use by many threads. The thread that became idle last works first: a pool with a
 * queue wakes the one that slept longest, which made 50 calls at once take twice as long.
 */
public final class WorkThreads implements Executor, AutoCloseable {

  private static final long IDLE_SECONDS = 30;

  private final int mostAtOnce;
  private final int mostWaiting;
  private final ExecutorService pool;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int working;
  private boolean closed;

  /**
   * @param name of the threads
   * @param mostAtOnce how much work runs at once
   * @param mostWaiting how much waits; more is rejected
   */
  public WorkThreads(String name, int mostAtOnce, int mostWaiting) {
    this.mostAtOnce = mostAtOnce;
    this.mostWaiting = mostWaiting;
    // Not more than run at once, and for a moment those that are about to become idle.
    pool = TaskThreads.named(name, IDLE_SECONDS);
  }

  /**
   * Does some work, now or when a thread is free.
   *
   * @throws RejectedExecutionException when too much waits or this is closed
   */
  @Override
  public void execute(Runnable work) {
    synchronized (this) {
      if (closed) {
        throw new RejectedExecutionException("these threads are closed");
      }
      if (working == mostAtOnce) {
        if (waiting.size() >= mostWaiting) {
          throw new RejectedExecutionException("too much work waits");
        }
        waiting.add(work);
        return;
      }
      working++;
    }
    begin(work);
  }

  private void begin(Runnable work) {
    boolean begun = false;
    try {
      pool.execute(() -> run(work));
      begun = true;
    } finally {
      if (!begun) {
        ended();
      }
    }
  }

  private void run(Runnable first) {
    Runnable work = first;
    while (work != null) {
      boolean whole = false;
      try {
        work.run();
        whole = true;
      } finally {
        work = ended();
        if (!whole && work != null) {
          // This thread ends with what was thrown.
          begin(work);
        }
      }
    }
  }

  /** Some work is over: the next in its place. */
  private synchronized Runnable ended() {
    Runnable next = waiting.poll();
    working -= next == null ? 1 : 0;
    return next;
  }

  /** Interrupts what runs, and forgets what waits. Idempotent; does not wait. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      waiting.clear();
    }
    pool.shutdownNow();
  }
}
