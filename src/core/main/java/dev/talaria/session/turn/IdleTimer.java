package dev.talaria.session.turn;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;

/**
 * Rings when nothing has happened for a while.
 *
 * <p>Mailbox only. {@link #activity} is cheap: it notes the time, and the timer looks at the note
 * when it fires. Time is that of {@link System#nanoTime}, so that a clock that jumps changes
 * nothing.
 */
final class IdleTimer {

  private final Duration limit;
  private final BiFunction<Duration, Runnable, Future<?>> timer;
  private final LongUnaryOperator unread;
  private final Runnable rings;
  private long latest = System.nanoTime();
  private Future<?> pending;
  private boolean paused;
  private boolean rung;
  private boolean stopped;

  /**
   * @param timer runs a task in the mailbox after a delay
   * @param unread the time that it is given, or the later one of what arrived and was not read
   * @param rings what to do; the timer is set again when something happens
   */
  IdleTimer(
      Duration limit,
      BiFunction<Duration, Runnable, Future<?>> timer,
      LongUnaryOperator unread,
      Runnable rings) {
    this.limit = limit;
    this.unread = unread;
    this.timer = timer;
    this.rings = rings;
  }

  /** Counts from now on. */
  void restart() {
    latest = System.nanoTime();
    schedule(limit);
  }

  /** Something happened. */
  void activity() {
    latest = System.nanoTime();
    if (rung) {
      rung = false;
      schedule(limit);
    }
  }

  /** Stands still until {@link #resume}. */
  void pause() {
    paused = true;
  }

  /** Continues, from zero. */
  void resume() {
    if (paused) {
      paused = false;
      restart();
    }
  }

  void stop() {
    stopped = true;
    if (pending != null) {
      pending.cancel(false);
    }
  }

  private void schedule(Duration delay) {
    if (pending != null) {
      pending.cancel(false);
    }
    if (!stopped) {
      pending = timer.apply(delay, this::look);
    }
  }

  private void look() {
    if (stopped || paused) {
      return;
    }
    latest = unread.applyAsLong(latest);
    long silent = System.nanoTime() - latest;
    if (silent >= limit.toNanos()) {
      rung = true;
      rings.run();
    } else {
      schedule(limit.minusNanos(silent));
    }
  }
}
