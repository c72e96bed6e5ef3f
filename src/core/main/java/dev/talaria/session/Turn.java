package dev.talaria.session;

import dev.talaria.base.TalariaException;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A turn that runs or has ended.
 *
 * <p>Safe for use by many threads; no method but {@link #await} blocks.
 */
public interface Turn {

  /** {@return the turn's id; empty until Codex has named it} */
  default String turnId() {
    return "";
  }

  /** {@return who started the turn; {@link TurnOrigin#HOST} for one of the session's caller} */
  default TurnOrigin origin() {
    return TurnOrigin.HOST;
  }

  /**
   * {@return what a review found, no matter who started it; empty for another turn, and for a
   * review that has not come to its end} Known when {@link #result} completes.
   */
  default Optional<ReviewFindings> findings() {
    return Optional.empty();
  }

  /**
   * {@return the sub-agents that the turn has begun, so far, in order; at most 256} What they do is
   * under them: {@link SubAgent#turns}, and so on. {@link TurnListener#onSubAgent} reports each.
   */
  default List<SubAgent> subAgents() {
    return List.of();
  }

  /** {@return where the turn is now} */
  TurnState state();

  /**
   * {@return a future of the turn's end} It always completes, and with a value: a failure is a
   * {@link TurnResult} with {@link TurnStatus#FAILED}. Cancelling it does not stop the turn.
   */
  CompletableFuture<TurnResult> result();

  /**
   * Waits for the end. When the waiting thread is interrupted, so is the turn: the wait continues
   * to its end, and the thread's interrupt flag is set.
   *
   * @return how the turn ended, a failure included
   */
  default TurnResult await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result().get();
        } catch (InterruptedException e) {
          interrupted = true;
          interrupt();
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          throw new TalariaException("the turn ended without a result: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Asks Codex to stop; pending approvals are withdrawn. Also right before Codex has started the
   * turn. An active goal of the thread is paused, for its next turn would begin at once. The
   * thread's sub-agents are interrupted as well, those of earlier turns included. When Codex does
   * not confirm within 5 seconds the turn ends anyway, and the session is to be retired. No effect
   * on a turn that has ended.
   */
  void interrupt();

  /**
   * Gives the running turn more input. Returns at once; what it returns says later whether Codex
   * took it, so do not ignore it: what was not taken has not reached the model, and is to be said
   * in the next turn. A steer right after the start of a turn waits until Codex has begun the turn.
   *
   * @param text more text of the user; a blank one is not sent and gives {@code false}
   * @return completes with whether Codex took it: {@code false} when the turn has ended, ended
   *     before it began, or cannot be steered
   */
  default CompletableFuture<Boolean> steer(String text) {
    return text.isBlank() ? CompletableFuture.completedFuture(false) : steer(TurnInput.of(text));
  }

  /**
   * As {@link #steer(String)}, with input of any kind. It is sent with this turn's id, so that it
   * never reaches another turn.
   *
   * @param input more parts of the user, without settings
   * @return completes with whether Codex took it, as {@link #steer(String)} says
   * @throws IllegalArgumentException if the input has settings: Codex takes none in a turn that
   *     runs
   */
  CompletableFuture<Boolean> steer(TurnInput input);
}
