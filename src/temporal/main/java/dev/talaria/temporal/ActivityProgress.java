package dev.talaria.temporal;

import dev.talaria.durable.Progress;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;

/**
 * Heartbeats of an activity, and what Temporal answers. Made and closed by the step's thread, which
 * is interrupted when another worker has the step; beats come from another thread.
 */
final class ActivityProgress implements Progress, AutoCloseable {

  private final ActivityExecutionContext activity;
  private final Thread step = Thread.currentThread();
  private boolean closed;

  ActivityProgress(ActivityExecutionContext activity) {
    this.activity = activity;
  }

  @Override
  public boolean beat(String threadId, String turnId) {
    try {
      activity.heartbeat(new TurnHeartbeat(threadId, turnId));
      return true;
    } catch (ActivityCanceledException e) {
      return false;
    } catch (ActivityCompletionException e) {
      // Given to another worker, paused, or the run was terminated: what this try returns is lost.
      leave();
      return true;
    }
  }

  private synchronized void leave() {
    if (!closed) {
      step.interrupt();
    }
  }

  /** From now on the thread is not interrupted: it may have another step. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
