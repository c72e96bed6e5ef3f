package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.GoalCleared;
import dev.talaria.protocol.ServerNotification.GoalUpdated;
import dev.talaria.session.Turn;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The goal of a thread, as Codex last reported it, and what stops it. As long as it is active, the
 * end of a turn is the start of the next: it is paused before a turn is interrupted, and before a
 * turn of the host's may run.
 *
 * <p>Mailbox only, where it does not say otherwise.
 */
public final class GoalState {

  private static final Logger log = LoggerFactory.getLogger(GoalState.class);

  private final ThreadTurns thread;
  private volatile Goal latest;
  private boolean pausedForHost;

  /** What the host runs; {@code null} for none. */
  private ActiveGoal run;

  GoalState(ThreadTurns thread) {
    this.thread = thread;
  }

  /** Has Codex work on a goal instead of the thread's earlier one. Any thread. */
  public CompletableFuture<GoalRun> start(String objective, GoalOptions options) {
    CompletableFuture<GoalRun> started = new CompletableFuture<>();
    thread.post(() -> start(new ActiveGoal(thread, objective, options), started));
    return started;
  }

  private void start(ActiveGoal next, CompletableFuture<GoalRun> started) {
    if (run != null && !run.isOver()) {
      started.completeExceptionally(
          new IllegalStateException(
              "the session runs a goal already; wait for its end, or clear it"));
      return;
    }
    run = next;
    // A new objective alone would keep the status, the budget and the tokens of the earlier goal.
    next.clear()
        .thenCompose(cleared -> next.set())
        .whenComplete(
            (done, error) ->
                thread.post(
                    () -> {
                      if (error == null) {
                        next.begin();
                        started.complete(next);
                      } else {
                        next.end(GoalEnd.Reason.CLEARED);
                        started.completeExceptionally(Guard.cause(error));
                      }
                    }));
  }

  /** A turn of another origin than the host's runs. */
  void turnBegan(Turn turn) {
    if (run != null) {
      run.began(turn);
    }
  }

  /** A turn of any origin has ended. */
  void turnEnded() {
    if (run != null) {
      run.look();
    }
  }

  /** The thread can go no further here. */
  void fail() {
    if (run != null) {
      run.end(GoalEnd.Reason.CONNECTION_LOST);
    }
  }

  boolean isPausedForHost() {
    return pausedForHost;
  }

  void accept(ServerNotification notification) {
    if (notification instanceof GoalUpdated updated) {
      latest = updated.goal();
      // Codex counts what was used before it says that the goal is paused.
      pausedForHost &= isActive() || latest.status() == Goal.Status.PAUSED;
    } else if (notification instanceof GoalCleared) {
      latest = null;
      pausedForHost = false;
    } else {
      return;
    }
    if (run != null) {
      run.moved(latest);
    }
  }

  /** The goal as Codex last reported it; empty for none. Any thread. */
  public Optional<Goal> latest() {
    return Optional.ofNullable(latest);
  }

  /** Asks for what was missed of the goal while Codex could not be reached. */
  void refresh() {
    if (latest != null || run != null) {
      thread
          .server()
          .request("thread/goal/get", thread.withThreadId(Map.of()), JsonNode.class)
          .thenAccept(reply -> thread.post(() -> refreshed(reply.path("goal"))))
          .exceptionally(
              error -> {
                log.warn("Codex did not report the goal: {}", Guard.words(error));
                return null;
              });
    }
  }

  private void refreshed(JsonNode goal) {
    if (goal.isObject()) {
      thread.accept(new GoalUpdated(thread.threadId(), "", new Goal(goal)));
    } else if (latest != null) {
      thread.accept(new GoalCleared(thread.threadId(), ""));
    }
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
      if (run == null || !run.isPausedByHost()) {
        set("active");
      }
    }
  }

  /** The session is closed, and the goal's work continues. */
  void leave() {
    if (run != null) {
      run.end(GoalEnd.Reason.CLOSED);
    }
  }

  /**
   * Ends the goal's work permanently; completes in any case, within a second.
   *
   * @param lost whether nobody is there to be asked
   */
  CompletableFuture<Void> close(boolean clear, boolean lost) {
    pausedForHost = false;
    if (run != null) {
      run.end(GoalEnd.Reason.CLOSED);
    }
    return lost || !isActive()
        ? CompletableFuture.completedFuture(null)
        : clear ? brief("thread/goal/clear", Map.of()) : pause();
  }

  private CompletableFuture<Void> set(String status) {
    return brief("thread/goal/set", Map.of("status", status));
  }

  private CompletableFuture<Void> brief(String method, Map<String, String> params) {
    return thread.requestBriefly(method, params).thenAccept(reply -> {});
  }
}
