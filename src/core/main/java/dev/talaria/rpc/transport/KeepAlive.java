package dev.talaria.rpc.transport;

import dev.talaria.base.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds out that the other side of a socket is gone without a word: asks for a sign of life, and
 * gives the connection up when it gets none for too long.
 *
 * <p>Safe for use by many threads. Its own thread neither reads nor writes, so that nothing that is
 * stuck keeps it from looking.
 */
final class KeepAlive {

  private final long interval;
  private final long lostAfter;
  private final Consumer<String> giveUp;
  private long lastSign = System.nanoTime();
  private boolean pingDue;
  private boolean ending;
  private long endBy;
  private boolean over;

  /**
   * Waits for {@link #start}.
   *
   * @param giveUp ends the connection for the reason that it is given; must not block
   */
  KeepAlive(SocketOptions options, Consumer<String> giveUp) {
    this.interval = options.pingInterval().toNanos();
    this.lostAfter = options.lostAfter().toNanos();
    this.giveUp = giveUp;
  }

  /**
   * Begins.
   *
   * @param wake lets the writer look at {@link #takePing}
   */
  void start(Runnable wake) {
    heard();
    DaemonThreads.named("talaria-rpc-keepalive").newThread(() -> watch(wake)).start();
  }

  /** Something has arrived. */
  synchronized void heard() {
    lastSign = System.nanoTime();
  }

  /** Something was written: a sign of life as long as it keeps a ping from being sent. */
  synchronized void wrote() {
    if (pingDue) {
      lastSign = System.nanoTime();
    }
  }

  /** Whether a ping is to be sent; once for each. */
  synchronized boolean takePing() {
    boolean due = pingDue;
    pingDue = false;
    return due;
  }

  /** The connection is to be over after this time, regardless of the other side. */
  synchronized void endWithin(Duration limit) {
    if (!ending) {
      ending = true;
      endBy = System.nanoTime() + limit.toNanos();
      notifyAll();
    }
  }

  /** The connection is over. */
  synchronized void stop() {
    over = true;
    notifyAll();
  }

  private void watch(Runnable wake) {
    long nextPing = System.nanoTime() + interval;
    String reason = null;
    while (reason == null) {
      if (!awaitUntil(nextPing)) {
        return;
      }
      long now = System.nanoTime();
      reason = reasonToGiveUp(now);
      if (reason == null && now - nextPing >= 0) {
        nextPing = now + interval;
        synchronized (this) {
          pingDue = true;
        }
        wake.run();
      }
    }
    giveUp.accept(reason);
  }

  /** Until the ping, a limit or the end, which is {@code false}. */
  private synchronized boolean awaitUntil(long nextPing) {
    try {
      long rest = rest(nextPing);
      while (!over && rest > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, rest);
        rest = rest(nextPing);
      }
      if (-rest > interval) {
        // This program stood still for so long that it could not have noticed a sign of life.
        lastSign = System.nanoTime();
      }
      return !over;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long rest(long nextPing) {
    long now = System.nanoTime();
    long rest = Math.min(nextPing - now, lastSign + lostAfter - now);
    return ending ? Math.min(rest, endBy - now) : rest;
  }

  private synchronized String reasonToGiveUp(long now) {
    if (ending && now - endBy >= 0) {
      return "did not take part in the end of the connection in time";
    }
    return now - lastSign >= lostAfter
        ? "gave no sign of life for "
            + TimeUnit.NANOSECONDS.toMillis(lostAfter)
            + " ms, not even to a ping"
        : null;
  }
}
