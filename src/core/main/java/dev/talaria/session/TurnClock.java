package dev.talaria.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;

/**
 * The limits of one turn: how long it may take, how long it may be silent, and after what silence
 * Codex is asked how it stands.
 *
 * <p>Mailbox only.
 */
final class TurnClock {

  /** What is to be done when a limit is reached. */
  interface Alarms {
    /** The turn has taken its time. */
    void timeIsOver(Duration limit);

    /** Nothing of the turn was heard for so long. */
    void tooSilent(Duration limit);

    /** Nothing was heard for a while: look whether the turn still runs. */
    void quiet();
  }

  /** How often the wait for the next look may double. */
  private static final int MOST_DOUBLINGS = 4;

  private final BiFunction<Duration, Runnable, Future<?>> timer;
  private final List<Future<?>> oneShots = new ArrayList<>();
  private final Optional<IdleTimer> idle;
  private final Duration quietTime;
  private final LongUnaryOperator unread;
  private final Alarms alarms;
  private IdleTimer quiet;
  private int doublings;
  private boolean stopped;

  /**
   * @param timer runs a task in the mailbox after a delay
   * @param unread the time that it is given, or the later one of what arrived and was not read
   */
  TurnClock(
      BiFunction<Duration, Runnable, Future<?>> timer,
      Optional<Duration> idleLimit,
      Duration quietTime,
      LongUnaryOperator unread,
      Alarms alarms) {
    this.timer = timer;
    this.quietTime = quietTime;
    this.unread = unread;
    this.alarms = alarms;
    this.idle =
        idleLimit.map(limit -> new IdleTimer(limit, timer, unread, () -> alarms.tooSilent(limit)));
    this.quiet = new IdleTimer(quietTime, timer, unread, alarms::quiet);
  }

  /** Starts all limits. */
  void start(Optional<Duration> wallLimit) {
    wallLimit.ifPresent(limit -> after(limit, () -> alarms.timeIsOver(limit)));
    idle.ifPresent(IdleTimer::restart);
    quiet.restart();
  }

  /** Runs a task in the mailbox, unless the turn ends before. */
  void after(Duration delay, Runnable task) {
    if (!stopped) {
      oneShots.add(timer.apply(delay, task));
    }
  }

  /** Something of the turn was heard. */
  void heard() {
    idle.ifPresent(IdleTimer::heard);
    if (doublings == 0) {
      quiet.heard();
    } else {
      doublings = 0;
      quietAfter(quietTime);
    }
  }

  /** It was looked, and the turn still runs: look again, later each time. */
  void stillRuns() {
    doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    quietAfter(quietTime.multipliedBy(1L << doublings));
  }

  private void quietAfter(Duration silence) {
    quiet.stop();
    if (!stopped) {
      quiet = new IdleTimer(silence, timer, unread, alarms::quiet);
      quiet.restart();
    }
  }

  /** The host is asked: silence is its own. */
  void hostDecides(boolean deciding) {
    if (deciding) {
      idle.ifPresent(IdleTimer::pause);
      quiet.pause();
    } else {
      idle.ifPresent(IdleTimer::resume);
      quiet.resume();
    }
  }

  void stop() {
    stopped = true;
    oneShots.forEach(task -> task.cancel(false));
    idle.ifPresent(IdleTimer::stop);
    quiet.stop();
  }
}
