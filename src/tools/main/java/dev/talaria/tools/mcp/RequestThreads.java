package dev.talaria.tools.mcp;

import dev.talaria.base.DaemonThreads;
import dev.talaria.tools.internal.WorkThreads;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve HTTP requests: readers take the head of a request, from every client;
 * workers do the rest, for who has shown the token. Each has a time limit for what it waits for a
 * client.
 *
 * <p>The JDK's server reads the request line and the headers before it calls a handler, on the
 * thread that it is given, without a limit that is this server's alone. Its socket channel closes
 * when the thread that reads is interrupted: so the limit is set where the thread comes from. While
 * requests wait for a reader, the one whose head has been awaited longest makes room: a client that
 * sends half a head keeps others waiting for {@link #UNDISTURBED} at most, regardless of how many
 * of its kind there are on each reader. Safe for use by many threads.
 */
final class RequestThreads implements Executor, AutoCloseable {

  private static final int MOST_READERS = 256;
  private static final int MOST_WORKERS = 128;

  /** How long a head may take while others wait; a client on this machine sends it at once. */
  private static final Duration UNDISTURBED = Duration.ofMillis(200);

  private final Duration limit;
  private final WorkThreads readers;
  private final WorkThreads workers;
  private final ScheduledThreadPoolExecutor clock;
  private final ThreadLocal<Patience> current = new ThreadLocal<>();

  /** Those whose heads are read, the oldest first; under this object's lock, as all below. */
  private final Set<Patience> heads = new LinkedHashSet<>();

  private int waiting;
  private boolean looksAgain;

  /**
   * @param limit how long a client may take to send a request, or to take an answer
   */
  RequestThreads(Duration limit) {
    this.limit = limit;
    readers = new WorkThreads("talaria-tools-http", MOST_READERS, Integer.MAX_VALUE);
    workers = new WorkThreads("talaria-tools-call", MOST_WORKERS, Integer.MAX_VALUE);
    clock = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-tools-http-clock"));
    clock.setRemoveOnCancelPolicy(true);
  }

  /** Reads a request's head and lets the server's handler look at it. */
  @Override
  public void execute(Runnable request) {
    synchronized (this) {
      waiting++;
    }
    readers.execute(() -> patiently(() -> read(request)));
    makeRoom();
  }

  private void read(Runnable request) {
    Patience head = current.get();
    synchronized (this) {
      waiting--;
      heads.add(head);
    }
    try {
      request.run();
    } finally {
      removeHead(head);
    }
  }

  private synchronized void removeHead(Patience head) {
    heads.remove(head);
  }

  /** Continues with a request whose head shows that it may be served; its reader is free then. */
  void work(Runnable rest) {
    removeHead(current.get());
    workers.execute(() -> patiently(rest));
  }

  /** Runs something that begins with waiting for its client. */
  private void patiently(Runnable task) {
    current.set(new Patience());
    beginClientWait();
    try {
      task.run();
    } finally {
      endClientWait();
      current.remove();
      Thread.interrupted();
    }
  }

  /** Ends as many of the oldest heads as requests wait, and looks again when the next is due. */
  private synchronized void makeRoom() {
    int surplus = heads.size() + waiting - MOST_READERS;
    for (Patience head : heads) {
      if (surplus <= 0) {
        return;
      }
      long left = head.nanosLeft(UNDISTURBED);
      if (left > 0) {
        lookAgainIn(left);
        return;
      }
      head.end();
      surplus--;
    }
  }

  private void lookAgainIn(long nanos) {
    if (!looksAgain && !clock.isShutdown()) {
      looksAgain = true;
      clock.schedule(this::lookAgain, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void lookAgain() {
    looksAgain = false;
    makeRoom();
  }

  /** From here on the request's thread waits for the client, and not longer than the limit. */
  void beginClientWait() {
    Patience patience = current.get();
    patience.set(clock.schedule(patience::end, limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** From here on it does not. */
  void endClientWait() {
    current.get().set(null);
  }

  @Override
  public void close() {
    readers.close();
    workers.close();
    clock.shutdownNow();
  }

  /** The limit of one request's thread. */
  private static final class Patience {

    private final Thread thread = Thread.currentThread();
    private final long begun = System.nanoTime();
    private Future<?> alarm;

    synchronized void set(Future<?> next) {
      if (alarm != null) {
        alarm.cancel(false);
      }
      alarm = next;
    }

    /** How much is left of a time since the beginning; not more than zero when it is over. */
    long nanosLeft(Duration time) {
      return time.toNanos() - (System.nanoTime() - begun);
    }

    synchronized void end() {
      if (alarm != null) {
        thread.interrupt();
      }
    }
  }
}
