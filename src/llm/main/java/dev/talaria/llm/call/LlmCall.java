package dev.talaria.llm.call;

import dev.talaria.base.Guard;
import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.LlmException;
import dev.talaria.session.result.TurnError;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from its request to the end of its future, with as many attempts as its pacing allows.
 *
 * <p>Works on a worker of its set-up; may be stopped by any thread. A call that is stopped while
 * nothing of it can be interrupted ends at once, and what its worker still does is undone by
 * itself; a running turn is interrupted, and how Codex ends it decides.
 */
public abstract class LlmCall<T> implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(LlmCall.class);

  /** Why a call is stopped. */
  enum Stop {
    CANCELLED,
    TIME_LIMIT
  }

  /** One attempt at what a call is for. */
  protected interface Attempt<R> {
    R make() throws InterruptedException;
  }

  final CallSetup setup;

  private final CallObservation observation;

  /** Calls the host's listeners of a call. */
  protected final Guard listeners = Guard.of("a listener of a model call");

  private final Duration limit;
  private final CancellationToken cancellation;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final CancellationToken stopped = CancellationToken.create();
  private volatile String retriedAfter = "";
  private Stop why;
  private Runnable interruption;
  private boolean interrupted;
  private boolean finished;

  /**
   * @param operation what is called, for an observer
   * @param model as it was configured
   */
  protected LlmCall(
      CallSetup setup,
      String operation,
      String model,
      Duration limit,
      CancellationToken cancellation) {
    this.setup = setup;
    this.observation = new CallObservation(setup.codex().observers(), operation, model);
    this.limit = limit;
    this.cancellation = cancellation;
  }

  /** Does the work. */
  protected abstract T work() throws InterruptedException;

  /** Ends what the work left open. Idempotent. */
  protected void close() {}

  /** The call is about to end its future. */
  void finishing() {}

  /** A failure with what is known of its call. */
  LlmException described(LlmException failure) {
    return failure;
  }

  /** What did not happen in time, a sentence without its end. */
  protected String unfinished() {
    return "the call did not end";
  }

  /** Why a call of a closed owner fails. */
  protected LlmException refusal() {
    return new LlmException(LlmException.Kind.UNREACHABLE, "this runtime is closed");
  }

  /** Ends the future for a failure. */
  void fail(CompletableFuture<T> result, LlmException problem) {
    result.completeExceptionally(problem);
  }

  /** Ends the future for a cancellation. */
  void cancelled(CompletableFuture<T> result) {
    result.completeExceptionally(new CancellationException("the call was cancelled"));
  }

  final CompletableFuture<T> future() {
    return future;
  }

  /** Cancelled when the call is to stop, for any reason. */
  protected final CancellationToken stopped() {
    return stopped;
  }

  @Override
  public final void run() {
    observation.within(this::answer);
  }

  private void answer() {
    try {
      undoAtTheEnd(cancellation.onCancel(() -> stop(Stop.CANCELLED))::close);
      Future<?> alarm = setup.after(limit, () -> stop(Stop.TIME_LIMIT));
      undoAtTheEnd(() -> alarm.cancel(false));
      stopped.throwIfCancelled();
      T value = work();
      close();
      finish("", () -> future.complete(value));
    } catch (CancellationException e) {
      close();
      finishStopped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      finishStopped();
    } catch (Throwable e) {
      // Also an error of the host's classes: the answer's type may not be there, or not begin.
      close();
      LlmException problem = described(CallFailure.of(e));
      finish(problem, () -> fail(future, problem));
    }
  }

  /** What stops the call stays until its future is done. */
  private void undoAtTheEnd(Runnable undo) {
    future.whenComplete((value, error) -> undo.run());
  }

  /**
   * Makes attempts until one succeeds, as the pacing allows.
   *
   * @param again prepares another attempt; {@code false} if there must not be one
   * @throws LlmException of the last attempt
   * @throws CancellationException if the call was stopped
   */
  protected final <R> R attempt(Attempt<R> attempt, BooleanSupplier again)
      throws InterruptedException {
    CallPacing pacing = setup.pacing;
    int most = pacing.maxAttempts();
    for (int number = 1; ; number++) {
      long before = System.nanoTime();
      pacing.waitForReady(stopped);
      stopped.throwIfCancelled();
      observation.attempt(number, Duration.ofNanos(System.nanoTime() - before));
      LlmException failure;
      try {
        R result = attempt.make();
        pacing.reportSuccess(setup.codex());
        return result;
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        stopped.throwIfCancelled();
        failure = CallFailure.of(e);
      }
      // Reported after the last attempt, too: the other calls of the run are to wait.
      if (!pacing.reportFailure(failure) || number >= most || !again.getAsBoolean()) {
        throw failure;
      }
      log.info("attempt {} of {} failed: {}", number, most, failure.getMessage());
    }
  }

  /** A turn of the call reported an error; after some Codex tries again by itself. */
  protected final void noteError(TurnError error, boolean willRetry) {
    if (willRetry) {
      retriedAfter = error.message();
    }
  }

  /** Ends a call that cannot begin. */
  final void refuse() {
    LlmException refused = refusal();
    finish(refused, () -> fail(future, refused));
  }

  /** Stops the call. Returns at once. */
  final void stop(Stop reason) {
    synchronized (this) {
      if (finished || why != null) {
        return;
      }
      why = reason;
    }
    stopped.cancel();
    if (!interrupt()) {
      finishStopped();
    }
  }

  /** Interrupts the turn that runs, or else the next one when it runs. Returns whether one runs. */
  final boolean interrupt() {
    Runnable turn;
    synchronized (this) {
      interrupted = true;
      turn = interruption;
    }
    if (turn != null) {
      turn.run();
    }
    return turn != null;
  }

  /** A turn runs now, and this interrupts it; {@code null} when it has ended. */
  final void interruptBy(Runnable turn) {
    boolean late;
    synchronized (this) {
      interruption = turn;
      late = interrupted && turn != null;
    }
    if (late) {
      turn.run();
    }
  }

  private void finishStopped() {
    Stop reason;
    synchronized (this) {
      reason = why == null ? Stop.CANCELLED : why;
    }
    if (reason == Stop.CANCELLED) {
      finish("cancelled", () -> cancelled(future));
    } else {
      LlmException late = described(late());
      finish(late, () -> fail(future, late));
    }
  }

  private LlmException late() {
    String error = retriedAfter;
    return new LlmException(
        LlmException.Kind.TIMEOUT,
        unfinished()
            + " within "
            + limit.toMillis()
            + " ms"
            + (error.isEmpty()
                ? "; give it a longer timeout"
                : ". Codex was retrying after: " + error));
  }

  private void finish(LlmException failure, Runnable end) {
    finish(failure.kind().jsonName(), end);
  }

  /**
   * @param failure its kind; empty for none
   */
  private void finish(String failure, Runnable end) {
    synchronized (this) {
      if (finished) {
        return;
      }
      finished = true;
    }
    finishing();
    observation.ended(failure);
    try {
      end.run();
    } catch (Throwable e) {
      future.completeExceptionally(CallFailure.of(e));
    }
  }
}
