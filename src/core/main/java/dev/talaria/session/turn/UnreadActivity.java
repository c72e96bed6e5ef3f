package dev.talaria.session.turn;

import java.time.Duration;

/**
 * What arrived of a turn and was not read, because its listener does not want it: it is a sign of
 * life all the same.
 *
 * <p>{@link #note} belongs to the reader thread, {@link #orLater} may be called by any thread.
 */
final class UnreadActivity {

  /** The timers look at the time themselves, so that a report from time to time is enough. */
  private static final long REPORT_EVERY = Duration.ofMillis(50).toNanos();

  private final Runnable report;
  private volatile long latest;
  private volatile boolean any;
  private long reported;

  /**
   * @param report passes on that something arrived
   */
  UnreadActivity(Runnable report) {
    this.report = report;
  }

  void note() {
    long now = System.nanoTime();
    latest = now;
    if (!any || now - reported >= REPORT_EVERY) {
      any = true;
      reported = now;
      report.run();
    }
  }

  /** The later one of a time and of what was noted, by {@link System#nanoTime}. */
  long orLater(long time) {
    return any && latest - time > 0 ? latest : time;
  }
}
