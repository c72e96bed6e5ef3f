package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.protocol.Goal;
import dev.talaria.session.Turn;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalEnd.Reason;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.result.TurnOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;

/**
 * A goal that the host has Codex work on, from its first turn to the end of the last one.
 *
 * <p>Mailbox only, but for the methods of {@link GoalRun}.
 */
final class ActiveGoal implements GoalRun {

  private final ThreadTurns thread;
  private final String objective;
  private final GoalOptions options;
  private final Guard guard = Guard.of("the goal's listener");
  private final List<Turn> turns = new CopyOnWriteArrayList<>();
  private final CompletableFuture<GoalEnd> end = new CompletableFuture<>();
  private volatile Goal latest;
  private volatile boolean pausedByHost;
  private volatile boolean over;

  /** Why nothing begins for the goal any more; {@code null} while something may. */
  private Reason reason;

  /** Whether Codex has reported this goal, and not of the one before. */
  private boolean begun;

  private Future<?> limit;
  private boolean isLate;

  ActiveGoal(ThreadTurns thread, String objective, GoalOptions options) {
    this.thread = thread;
    this.objective = objective.strip();
    this.options = options;
  }

  // --- the host's side, any thread

  @Override
  public Goal goal() {
    return latest;
  }

  @Override
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  @Override
  public CompletableFuture<GoalEnd> end() {
    return end.copy();
  }

  @Override
  public CompletableFuture<Void> pause() {
    pausedByHost = true;
    return request("thread/goal/set", Map.of("status", "paused"));
  }

  @Override
  public CompletableFuture<Void> resume() {
    pausedByHost = false;
    return request("thread/goal/set", Map.of("status", "active"));
  }

  @Override
  public CompletableFuture<Void> clear() {
    return request("thread/goal/clear", Map.of());
  }

  /** Has Codex begin. */
  CompletableFuture<Void> set() {
    Map<String, Object> params = new HashMap<>();
    params.put("objective", objective);
    params.put("status", "active");
    options.tokenBudget().ifPresent(most -> params.put("tokenBudget", most));
    return request("thread/goal/set", params);
  }

  private CompletableFuture<Void> request(String method, Map<String, Object> params) {
    if (isOver()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("the goal's run has ended; start another one"));
    }
    return thread
        .server()
        .request(method, thread.withThreadId(params), JsonNode.class)
        .thenAccept(
            reply -> {
              // The reply may be read before the event that says the same.
              if (reply.path("goal").isObject()) {
                latest = new Goal(reply.path("goal"));
              }
            });
  }

  /** Whether it stands still until the host has it continue. */
  boolean isPausedByHost() {
    return pausedByHost && !over;
  }

  boolean isOver() {
    return over;
  }

  // --- what Codex says, mailbox only

  /** Codex has taken the goal. */
  void begin() {
    options
        .timeout()
        .ifPresent(most -> limit = isOver() ? null : thread.later(most, this::timeIsUp));
    look();
  }

  /**
   * The goal has moved.
   *
   * @param goal {@code null} when the thread has none
   */
  void moved(Goal goal) {
    // What is reported about the earlier goal may come late.
    begun |= goal != null && goal.objective().strip().equals(objective);
    if (isOver() || !begun) {
      return;
    }
    if (goal == null) {
      reason = Reason.CLEARED;
    } else {
      latest = goal;
      reason = reasonOf(goal);
      guard.tell(options.onProgress(), to -> to.accept(goal));
    }
    look();
  }

  private Reason reasonOf(Goal goal) {
    return switch (goal.status()) {
      case COMPLETE -> Reason.COMPLETE;
      case BLOCKED -> Reason.BLOCKED;
      case BUDGET_LIMITED -> Reason.BUDGET_LIMITED;
      case USAGE_LIMITED -> Reason.USAGE_LIMITED;
      case PAUSED ->
          isLate
              ? Reason.TIMEOUT
              : pausedByHost || thread.goal().isPausedForHost() ? null : Reason.PAUSED;
      case ACTIVE, OTHER -> null;
    };
  }

  void began(Turn turn) {
    if (!isOver() && turn.origin() == TurnOrigin.GOAL) {
      turns.add(turn);
    }
  }

  /** A goal has ended when its last turn has. */
  void look() {
    if (reason != null && openTurns().isEmpty()) {
      end(reason);
    }
  }

  private List<ActiveTurn> openTurns() {
    return thread.open().stream().filter(turn -> turn.origin() == TurnOrigin.GOAL).toList();
  }

  /** An interrupt alone would have Codex begin the next turn. */
  private void timeIsUp() {
    if (isOver()) {
      return;
    }
    isLate = true;
    thread
        .goal()
        .pause()
        .thenRun(
            () ->
                thread.post(
                    () -> {
                      reason = reason == null ? Reason.TIMEOUT : reason;
                      openTurns().forEach(one -> one.ending().interrupt("the goal's time is up"));
                      look();
                    }));
  }

  void end(Reason why) {
    if (isOver()) {
      return;
    }
    if (limit != null) {
      limit.cancel(false);
    }
    over = true;
    GoalEnd ended = new GoalEnd(why, Optional.ofNullable(latest));
    thread.workers().run(() -> end.complete(ended));
  }
}
