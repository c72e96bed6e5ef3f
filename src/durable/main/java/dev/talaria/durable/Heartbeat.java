package dev.talaria.durable;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.session.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells the engine that a step is alive, from before Codex is reached until the step ends: a worker
 * that is slow to start Codex would otherwise count as dead, and a second one begin beside it.
 *
 * <p>Safe for use by many threads; the engine is called on the timer's only.
 */
final class Heartbeat implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;
  private final Progress progress;
  private final String threadId;
  private volatile Turn turn;
  private volatile boolean cancelled;

  Heartbeat(Progress progress, String threadId, Duration interval) {
    this.progress = progress;
    this.threadId = threadId;
    this.timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-heartbeat"));
    timer.scheduleWithFixedDelay(this::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    Optional<Turn> running = Optional.ofNullable(turn);
    boolean goOn =
        Guard.of("the engine's heartbeat")
            .call(
                () -> progress.beat(threadId, running.map(Turn::turnId).orElse("")),
                failure -> true);
    if (!goOn) {
      cancelled = true;
      running.ifPresent(Turn::interrupt);
    }
  }

  /** What is interrupted when the engine cancels the step. */
  void follows(Turn followed) {
    turn = followed;
    if (cancelled) {
      followed.interrupt();
    }
  }

  boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
