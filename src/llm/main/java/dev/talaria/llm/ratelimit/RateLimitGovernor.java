package dev.talaria.llm.ratelimit;

import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.session.Codex;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Keeps all calls of a run within the provider's limits: it holds them back while a limit is
 * reached, and lets fewer work units run while one is near.
 *
 * <p>Safe for use by many threads; one is shared by all of a run. It has no thread unless a thread
 * waits or a subscriber follows a wait, and then one for a timer, a daemon that goes by itself.
 * Subscribers run without a lock, on the thread that reports or on the timer's: they should be
 * quick.
 */
public final class RateLimitGovernor {

  private static final Duration TICK = Duration.ofSeconds(1);

  /** As good as forever, and far from where a count of nanoseconds overflows. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

  private final RateLimitSettings settings;
  private final int maxConcurrency;
  private final GovernorTime time;
  private final StateListeners listeners = new StateListeners();

  /** Fair, so that who waits longest goes first. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Condition changed = lock.newCondition();
  private final Backoff backoff;
  private final SharedPause pause;
  private int limit;
  private int active;
  private int waiters;

  RateLimitGovernor(
      RateLimitSettings settings,
      int maxConcurrency,
      GovernorTime time,
      DoubleSupplier random,
      Duration tick) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.maxConcurrency = Math.max(1, maxConcurrency);
    this.time = time;
    this.limit = this.maxConcurrency;
    this.backoff = new Backoff(settings.retry(), random);
    this.pause = new SharedPause(time, tick, listeners, this::alarm);
  }

  /**
   * {@return a governor for one run}
   *
   * @param settings if they are not enabled, nothing is held back
   * @param maxConcurrency how many work units may run when no limit is near; less than 1 counts as
   *     1
   */
  public static RateLimitGovernor of(RateLimitSettings settings, int maxConcurrency) {
    return new RateLimitGovernor(
        settings,
        maxConcurrency,
        new GovernorTime(),
        () -> ThreadLocalRandom.current().nextDouble(),
        TICK);
  }

  /** Permission to run one work unit, until it is closed. Safe for many threads; idempotent. */
  public interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /** A subscription, until it is closed. Safe for many threads; idempotent. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits until no pause holds calls back; returns at once if the governor is not enabled.
   *
   * @param token ends the wait
   * @throws java.util.concurrent.CancellationException if the token is cancelled, now or meanwhile
   * @throws InterruptedException if the thread is interrupted, before or meanwhile
   */
  public void waitForReady(CancellationToken token) throws InterruptedException {
    await(token, false);
  }

  /**
   * Waits as {@link #waitForReady}, and until a further work unit may run.
   *
   * @param token ends the wait
   * @return the slot; close it when the work unit has ended
   * @throws java.util.concurrent.CancellationException if the token is cancelled, now or meanwhile;
   *     no slot is taken then
   * @throws InterruptedException if the thread is interrupted, before or meanwhile
   */
  public Slot acquireWorkSlot(CancellationToken token) throws InterruptedException {
    await(token, true);
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        locked(
            () -> {
              active--;
              changed.signalAll();
            });
      }
    };
  }

  private void await(CancellationToken token, boolean slot) throws InterruptedException {
    token.throwIfCancelled();
    CancellationToken.Registration cancellation = token.onCancel(() -> locked(changed::signalAll));
    try {
      lock.lockInterruptibly();
      try {
        waiters++;
        for (settle(); !passes(slot); settle()) {
          pause.arm(true);
          changed.await();
          token.throwIfCancelled();
        }
        token.throwIfCancelled();
        active += slot ? 1 : 0;
      } finally {
        waiters--;
        disarm();
        lock.unlock();
      }
    } finally {
      cancellation.close();
      listeners.deliver();
    }
  }

  private boolean passes(boolean slot) {
    return !settings.enabled() || !pause.isOn() && (!slot || active < limit);
  }

  /**
   * Takes what a provider reports. A refusal begins a wait, or extends the current one, never
   * shortens it; how long, the provider says, else it doubles from wait to wait.
   *
   * @param signal of any provider; a governor that is not enabled ignores it
   */
  public void report(RateLimitSignal signal) {
    Objects.requireNonNull(signal, "signal");
    if (!settings.enabled()) {
      return;
    }
    locked(() -> take(signal));
    listeners.deliver();
  }

  private void take(RateLimitSignal signal) {
    settle();
    listeners.publish(new RateLimitState.Observed(signal));
    int pressed = settings.minConcurrencyUnderPressure();
    if (signal.status() == RateLimitSignal.Status.REJECTED) {
      pause.extend(signal, delay(signal));
      pause.arm(waiters > 0);
      adjust(signal, pressed, RateLimitState.Reason.REJECTED);
    } else if (signal.status() == RateLimitSignal.Status.WARNING
        || signal.utilization().orElse(0) >= settings.throttleThreshold()) {
      adjust(signal, pressed, RateLimitState.Reason.PRESSURE);
    } else {
      backoff.reset(signal.provider());
      adjust(signal, maxConcurrency, RateLimitState.Reason.RECOVERED);
    }
  }

  private void adjust(RateLimitSignal signal, int wanted, RateLimitState.Reason reason) {
    int next = Math.max(1, Math.min(wanted, maxConcurrency));
    if (next != limit) {
      listeners.publish(
          new RateLimitState.ConcurrencyAdjusted(signal.provider(), limit, next, reason));
      limit = next;
      changed.signalAll();
    }
  }

  /** A reset that is over says nothing about the current refusal. */
  private Duration delay(RateLimitSignal signal) {
    Instant now = time.now();
    Duration stated =
        signal
            .resetAt()
            .filter(now::isBefore)
            .map(reset -> Duration.between(now, reset))
            .or(() -> signal.retryAfter().filter(after -> !after.isNegative() && !after.isZero()))
            .orElseGet(() -> backoff.next(signal.provider()));
    return shortest(shortest(stated, settings.maxWait().orElse(LONGEST)), LONGEST);
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Ends the pause if its time is over. */
  private void settle() {
    if (pause.settle()) {
      changed.signalAll();
    }
  }

  /** Cancels the alarm if no thread waits and no subscriber is left. */
  private void disarm() {
    if (waiters == 0 && listeners.isEmpty()) {
      pause.disarm();
    }
  }

  private void alarm(int number) {
    locked(
        () -> {
          if (pause.takeAlarm(number)) {
            settle();
            pause.arm(waiters > 0);
          }
        });
    listeners.deliver();
  }

  /**
   * {@return how often a call may be tried, the first time included; 1 if the governor is not
   * enabled}
   */
  public int maxRetryAttempts() {
    return settings.enabled() ? settings.retry().maxAttempts() : 1;
  }

  /**
   * {@return whether a limit that is reset then is worth waiting for: the governor is enabled, and
   * its {@code maxWait} is not over by then}
   *
   * @param resetAt when the limit is reset
   */
  public boolean waitsUntil(Instant resetAt) {
    return settings.enabled()
        && Duration.between(time.now(), resetAt).compareTo(settings.maxWait().orElse(ENDLESS)) <= 0;
  }

  /** {@return how many work units may run now} */
  public int currentLimit() {
    return locked(() -> settings.enabled() ? limit : maxConcurrency);
  }

  /** How many work units run. */
  int activeSlots() {
    return locked(() -> active);
  }

  /** How many threads are held back. */
  int waiting() {
    return locked(() -> waiters);
  }

  private int locked(IntSupplier value) {
    lock.lock();
    try {
      return value.getAsInt();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    locked(
        () -> {
          change.run();
          return 0;
        });
  }

  /**
   * Takes what a Codex reports of its account's limits ({@code account/rateLimits/updated}) until
   * the subscription is closed. {@link CodexLlmRuntime.Builder#governor} does it for its runtime,
   * whose calls also report what they come to.
   *
   * @param codex stays open when the subscription is closed
   * @return the subscription
   */
  public Subscription follow(Codex codex) {
    return codex.subscribe(new CodexRateLimits(this::report, time::now))::close;
  }

  /**
   * Tells a listener every state from now on; during a wait, the rest of it.
   *
   * @param listener must be quick; what it throws is logged
   * @return the subscription
   */
  public Subscription subscribe(Consumer<RateLimitState> listener) {
    Consumer<RateLimitState> own = Objects.requireNonNull(listener, "listener")::accept;
    locked(
        () -> {
          boolean first = listeners.isEmpty();
          listeners.add(own);
          if (first) {
            pause.disarm();
          }
          settle();
          pause.arm(waiters > 0);
        });
    listeners.deliver();
    return () -> locked(() -> unsubscribe(own));
  }

  private void unsubscribe(Consumer<RateLimitState> listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      pause.disarm();
      settle();
      pause.arm(waiters > 0);
    }
  }
}
