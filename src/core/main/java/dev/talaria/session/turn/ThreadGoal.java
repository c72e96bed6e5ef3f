package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.GoalCleared;
import dev.talaria.protocol.ServerNotification.GoalUpdated;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The goal of a thread, as Codex told it last, and what stops it. As long as it is active, the end
 * of a turn is the start of the next: it is paused before a turn is interrupted, and before a turn
 * of the host's may run.
 *
 * <p>Mailbox only, where it does not say otherwise.
 */
public final class ThreadGoal {

  private static final Logger log = LoggerFactory.getLogger(ThreadGoal.class);

  /** How long Codex may take; an interrupt is not kept back for longer. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ThreadTurns thread;
  private volatile Goal latest;
  private boolean pausedForHost;

  ThreadGoal(ThreadTurns thread) {
    this.thread = thread;
  }

  void accept(ServerNotification notification) {
    if (notification instanceof GoalUpdated updated) {
      latest = updated.goal();
      // Codex counts what was used before it says that the goal is paused.
      pausedForHost &= isActive() || latest.status() == Goal.Status.PAUSED;
    } else if (notification instanceof GoalCleared) {
      latest = null;
      pausedForHost = false;
    }
  }

  /** The goal as Codex told it last; empty for none. Any thread. */
  public Optional<Goal> latest() {
    return Optional.ofNullable(latest);
  }

  boolean isActive() {
    Goal goal = latest;
    return goal != null && goal.status() == Goal.Status.ACTIVE;
  }

  /** Pauses an active goal; completes in any case, within a second. */
  CompletableFuture<Void> pause() {
    return isActive() ? set("paused") : CompletableFuture.completedFuture(null);
  }

  /** Pauses an active goal until {@link #resume}. */
  CompletableFuture<Void> pauseForHost() {
    pausedForHost |= isActive();
    return pause();
  }

  /** The turn that it was paused for has ended. */
  void resume() {
    if (pausedForHost) {
      pausedForHost = false;
      set("active");
    }
  }

  /** Ends the goal's work for good; completes in any case, within a second. */
  CompletableFuture<Void> close(boolean clear) {
    pausedForHost = false;
    return !isActive() ? pause() : clear ? bounded("thread/goal/clear", Map.of()) : pause();
  }

  private CompletableFuture<Void> set(String status) {
    return bounded("thread/goal/set", Map.of("status", status));
  }

  private CompletableFuture<Void> bounded(String method, Map<String, String> params) {
    return thread
        .server()
        .request(method, thread.withThreadId(params), JsonNode.class, LIMIT)
        .handle(
            (reply, error) -> {
              if (error != null) {
                log.warn("{} {} failed: {}", method, params, Guard.words(error));
              }
              return (Void) null;
            })
        .completeOnTimeout(null, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
