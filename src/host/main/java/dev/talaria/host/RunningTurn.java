package dev.talaria.host;

import dev.talaria.base.TalariaException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * One call of a conversation, from before its session is opened to the end of its turn.
 *
 * <p>{@link #run} belongs to the calling thread; the others may be called by any.
 */
final class RunningTurn {

  private boolean unwanted;
  private Turn turn;

  /** Stops the turn; one that has not begun never will. */
  synchronized void interrupt() {
    unwanted = true;
    if (turn != null) {
      turn.interrupt();
    }
  }

  synchronized CompletableFuture<Boolean> steer(String text) {
    return turn == null ? CompletableFuture.completedFuture(false) : turn.steer(text);
  }

  /** Starts the turn and waits for its end; empty if it was interrupted before. */
  Optional<TurnResult> run(Supplier<Turn> start) {
    synchronized (this) {
      if (unwanted) {
        return Optional.empty();
      }
      turn = start.get();
    }
    return Optional.of(ended(turn.result()));
  }

  /** An interrupt of the waiting thread interrupts the turn; the wait goes on to its end. */
  private TurnResult ended(CompletableFuture<TurnResult> result) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
          interrupt();
        } catch (ExecutionException e) {
          Throwable cause = e.getCause();
          throw cause instanceof RuntimeException known
              ? known
              : new TalariaException(cause.toString(), cause);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
