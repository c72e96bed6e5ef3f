package dev.talaria.session;

import dev.talaria.base.Guard;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * What the host works on for one request of Codex: its time limit, its thread and its stage, which
 * are stopped together.
 *
 * <p>Safe for use by many threads. No lock is held while code of the host runs.
 */
final class HostWork {

  private final Guard guard;
  private Future<?> limit;
  private Future<?> task;
  private CompletionStage<?> stage;
  private boolean over;

  HostWork(Guard guard) {
    this.guard = guard;
  }

  /** What is about to begin; it is stopped when all is over already. */
  void begin(Future<?> timeLimit, Future<?> running) {
    synchronized (this) {
      limit = timeLimit;
      task = running;
      if (!over) {
        return;
      }
    }
    stop();
  }

  /** Remembers the host's stage; cancels it when all is over already. */
  void workOn(CompletionStage<?> working) {
    synchronized (this) {
      stage = working;
      if (!over) {
        return;
      }
    }
    guard.cancel(working);
  }

  /**
   * The calling thread has called the host and goes on to other work: nobody interrupts it from now
   * on, and if somebody has, or the host itself, that is over.
   */
  synchronized void returned() {
    task = null;
    Thread.interrupted();
  }

  /** Stops the clock and the host. */
  void stop() {
    CompletionStage<?> working;
    synchronized (this) {
      over = true;
      if (limit != null) {
        limit.cancel(false);
      }
      if (task != null) {
        task.cancel(true);
      }
      working = stage;
    }
    if (working != null) {
      guard.cancel(working);
    }
  }
}
