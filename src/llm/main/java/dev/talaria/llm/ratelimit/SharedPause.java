package dev.talaria.llm.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The wait that all calls of a governor share, with its states and its one alarm.
 *
 * <p>For one thread at a time: the governor's lock guards it. The alarm goes off on a thread of the
 * time's, which has to take that lock first.
 */
final class SharedPause {

  /** The type of a limit of which nothing is known: its wait has no ticks but the first. */
  static final String OPAQUE = "opaque";

  private final GovernorTime time;
  private final Duration tick;
  private final StateListeners listeners;
  private final IntConsumer alarms;
  private Wait wait;
  private Runnable alarm;
  private int number;

  private record Wait(
      String provider, Optional<String> type, long until, Instant resumeAt, Duration tick) {}

  /**
   * @param tick how often subscribers are called
   * @param alarms gets the number of an alarm that fires, for {@link #takeAlarm}
   */
  SharedPause(GovernorTime time, Duration tick, StateListeners listeners, IntConsumer alarms) {
    this.time = time;
    this.tick = tick;
    this.listeners = listeners;
    this.alarms = alarms;
  }

  boolean isOn() {
    return wait != null;
  }

  /** Begins the wait, or makes it longer; never shorter. */
  void extend(RateLimitSignal signal, Duration delay) {
    long until = time.nanos() + delay.toNanos();
    if (wait != null && until - wait.until() <= 0) {
      return;
    }
    boolean silent = signal.type().filter(OPAQUE::equals).isPresent();
    Instant resumeAt = time.now().plus(delay);
    wait = new Wait(signal.provider(), signal.type(), until, resumeAt, silent ? delay : tick);
    listeners.publish(
        new RateLimitState.WaitStarted(wait.provider(), wait.type(), resumeAt, delay));
    disarm();
  }

  /** Ends the wait if its time is over. Whether it did. */
  boolean settle() {
    if (wait == null || wait.until() - time.nanos() > 0) {
      return false;
    }
    listeners.publish(
        new RateLimitState.WaitFinished(
            wait.provider(), wait.type(), wait.resumeAt(), Duration.ZERO));
    wait = null;
    disarm();
    return true;
  }

  /**
   * Sets the alarm if there is a reason and it is not set: at the next tick for those who
   * subscribed, else at the end.
   *
   * @param wanted whether a thread waits
   */
  void arm(boolean wanted) {
    if (wait == null || alarm != null || !wanted && listeners.isEmpty()) {
      return;
    }
    Duration next = Duration.ofNanos(Math.max(0, wait.until() - time.nanos()));
    if (!listeners.isEmpty()) {
      listeners.publish(
          new RateLimitState.WaitTick(wait.provider(), wait.type(), wait.resumeAt(), next));
      next = next.compareTo(wait.tick()) <= 0 ? next : wait.tick();
    }
    int mine = ++number;
    alarm = time.after(next, () -> alarms.accept(mine));
  }

  /** Takes an alarm that fired; {@code false} if it does not count: it was cancelled meanwhile. */
  boolean takeAlarm(int which) {
    if (alarm == null || which != number) {
      return false;
    }
    alarm = null;
    return true;
  }

  /** Takes the alarm back. */
  void disarm() {
    if (alarm != null) {
      alarm.run();
      alarm = null;
    }
  }
}
