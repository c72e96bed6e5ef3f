package dev.talaria.session.goal;

import dev.talaria.protocol.Goal;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.SessionListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A goal that Codex works on, turn after turn by itself, because the host has asked for it ({@link
 * CodexSession#goal(String, GoalOptions)}).
 *
 * <p>Safe for use by many threads; no method but {@link #await} blocks. What {@link #pause}, {@link
 * #resume} and {@link #clear} return completes when Codex has done it, and fails when Codex refuses
 * it or the run has ended.
 */
public interface GoalRun {

  /** {@return the goal as Codex last reported it: its status, and what it has used} */
  Goal goal();

  /**
   * {@return the turns that Codex has started for it so far, in order} Each is reported to {@link
   * SessionListener#onTurn}, too.
   */
  List<Turn> turns();

  /**
   * {@return a future of the end} It always completes, and with a value; the last turn of the goal
   * has ended then, unless the connection is lost or the session is closed. Cancelling it does not
   * stop the goal.
   */
  CompletableFuture<GoalEnd> end();

  /**
   * Waits for the end.
   *
   * @return how it ended
   */
  default GoalEnd await() {
    return end().join();
  }

  /**
   * Has Codex begin no further turn; the one that runs continues to its end. The run has not ended:
   * {@link #resume} has it continue.
   *
   * @return completes when Codex has paused it
   */
  CompletableFuture<Void> pause();

  /**
   * Has Codex continue after a {@link #pause}.
   *
   * @return completes when Codex continues
   */
  CompletableFuture<Void> resume();

  /**
   * Clears the goal, which ends the run: no further turn begins, and the one that runs continues to
   * its end.
   *
   * @return completes when Codex has cleared it
   */
  CompletableFuture<Void> clear();
}
