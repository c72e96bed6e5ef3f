package dev.talaria.tools;

import dev.talaria.base.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve HTTP requests, each with a time limit for what it waits for a client.
 *
 * <p>The JDK's server reads the request line and the headers before it calls a handler, without a
 * limit that is this server's alone. Its socket channel closes when the thread that reads is
 * interrupted: so the limit is set where the thread comes from. Safe for use by many threads.
 */
final class RequestThreads implements Executor, AutoCloseable {

  private static final int MOST = 128;

  private final Duration limit;
  private final WorkThreads threads;
  private final ScheduledThreadPoolExecutor clock;
  private final ThreadLocal<Patience> current = new ThreadLocal<>();

  /**
   * @param limit how long a client may take to send a request, or to take an answer
   */
  RequestThreads(Duration limit) {
    this.limit = limit;
    threads = new WorkThreads("talaria-tools-http", MOST, Integer.MAX_VALUE);
    clock = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-tools-http-clock"));
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void execute(Runnable request) {
    threads.execute(
        () -> {
          current.set(new Patience());
          waitsForClient();
          try {
            request.run();
          } finally {
            worksItself();
            current.remove();
            Thread.interrupted();
          }
        });
  }

  /** From here on the request's thread waits for the client, and not longer than the limit. */
  void waitsForClient() {
    Patience patience = current.get();
    patience.set(clock.schedule(patience::end, limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** From here on it does not. */
  void worksItself() {
    current.get().set(null);
  }

  @Override
  public void close() {
    threads.close();
    clock.shutdownNow();
  }

  /** The limit of one request's thread. */
  private static final class Patience {

    private final Thread thread = Thread.currentThread();
    private Future<?> alarm;

    synchronized void set(Future<?> next) {
      if (alarm != null) {
        alarm.cancel(false);
      }
      alarm = next;
    }

    synchronized void end() {
      if (alarm != null) {
        thread.interrupt();
      }
    }
  }
}
