package dev.talaria.appserver;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * A bounded mailbox: tasks run one at a time, in order, on a shared executor, which gives up a
 * thread only while there is something to do. While many wait, what can be joined is.
 *
 * <p>{@link #offer} and {@link #post} may be called by any thread and never block. A task that
 * throws is logged and does not stop the ones after it. Each hand-over between threads costs some
 * 0.1 ms, so what follows a task ({@link #afterwards}) and what comes back from there ({@link
 * #postOrRun}) stay on the thread where they can.
 */
public final class SerialQueue {

  /** Enough for the bursts of a fast model with a host that stops for a moment. */
  public static final int DEFAULT_CAPACITY = 100_000;

  /**
   * A task that may take over what the one right after it would do. Called under the mailbox's
   * lock, and never once it runs.
   */
  public interface Joinable extends Runnable {

    /** Takes over the next task; false if the two have to stay apart. */
    boolean join(Joinable next);

    /** How many characters it holds. */
    int size();
  }

  /** So many tasks may wait before any are joined: a host that keeps up gets each alone. */
  static final int JOINED_FROM = 64;

  /** So many characters may wait in tasks that can be joined. */
  static final int MOST_CHARACTERS = 32 * 1024 * 1024;

  private static final int BATCH = 256;

  private final Executor executor;
  private final int capacity;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private long characters;
  private boolean running;
  private volatile Thread runner;

  /** What {@link #afterwards} was given; of the thread that runs tasks. */
  private Runnable after;

  public SerialQueue(Executor executor, int capacity) {
    this.executor = executor;
    this.capacity = capacity;
  }

  /** Queues a task unless the mailbox is full; says whether it did. */
  public boolean offer(Runnable task) {
    synchronized (tasks) {
      if (task instanceof Joinable joinable) {
        if (characters + joinable.size() > MOST_CHARACTERS) {
          return false;
        }
        if (tasks.size() >= JOINED_FROM
            && tasks.peekLast() instanceof Joinable last
            && last.join(joinable)) {
          characters += joinable.size();
          return true;
        }
      }
      if (tasks.size() >= capacity) {
        return false;
      }
      if (task instanceof Joinable joinable) {
        characters += joinable.size();
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

  /** How many tasks wait. */
  public int waiting() {
    synchronized (tasks) {
      return tasks.size();
    }
  }

  /** Queues a task of this side's own, such as a timer's; these are few and always fit. */
  public void post(Runnable task) {
    if (add(task)) {
      schedule();
    }
  }

  /**
   * As {@link #post}, but while nothing runs or waits the task runs here and now. For threads that
   * may do this mailbox' work, so never for the reader's or the host's.
   */
  public void postOrRun(Runnable task) {
    Runnable rest = add(task) ? runSome() : null;
    if (rest != null) {
      // Not here: what follows a task of its own would pile up on this stack.
      execute(rest);
    }
  }

  /** Adds a task; true if the queue does not run yet, which the caller has to see to. */
  private boolean add(Runnable task) {
    synchronized (tasks) {
      tasks.addLast(task);
      boolean first = !running;
      running = true;
      return first;
    }
  }

  /**
   * Runs something that may block outside of the mailbox, which continues meanwhile: when the task
   * that calls this has ended, on its thread if no other task waits, else on another one of the
   * executor's. What is not within a task has it run at once, on one of those.
   */
  public void afterwards(Runnable blocking) {
    if (isCurrent() && after == null) {
      after = blocking;
    } else {
      execute(blocking);
    }
  }

  /** Whether the calling thread is within a task of this mailbox. */
  public boolean isCurrent() {
    return Thread.currentThread() == runner;
  }

  private void schedule() {
    boolean begun = false;
    try {
      execute(
          () -> {
            Runnable rest = runSome();
            if (rest != null) {
              run(rest);
            }
          });
      begun = true;
    } finally {
      if (!begun) {
        // No thread could be had: the next task tries again.
        synchronized (tasks) {
          running = false;
        }
      }
    }
  }

  private void execute(Runnable work) {
    DaemonThreads.run(executor, work);
  }

  /** Runs tasks until none is left, or others shall have the thread; gives what is to follow. */
  private Runnable runSome() {
    for (int i = 0; i < BATCH; i++) {
      Runnable task;
      synchronized (tasks) {
        task = tasks.pollFirst();
        if (task == null) {
          running = false;
          return null;
        }
        if (task instanceof Joinable joinable) {
          characters -= joinable.size();
        }
      }
      runner = Thread.currentThread();
      run(task);
      runner = null;
      Runnable next = after;
      if (next != null) {
        after = null;
        synchronized (tasks) {
          if (tasks.isEmpty()) {
            running = false;
            return next;
          }
        }
        execute(next);
      }
    }
    schedule();
    return null;
  }

  /**
   * The thread moves on to other work: a flag that host code has set on it is over with the task.
   */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      Guard.of("a task in a mailbox").report(failure);
    }
    Thread.interrupted();
  }
}
