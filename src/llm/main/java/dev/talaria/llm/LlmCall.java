package dev.talaria.llm;

import dev.talaria.base.Guard;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * One call from its request to the end of its future.
 *
 * <p>Works on a thread of the runtime's; may be stopped by any thread. A call that is stopped while
 * no turn runs ends at once, and what its thread still does is undone by itself; a running turn is
 * interrupted, and how Codex ends it decides.
 */
abstract class LlmCall<T> implements Runnable {

  /** Why a call is stopped. */
  enum Stop {
    CANCELLED,
    TIME_LIMIT
  }

  final CodexLlmRuntime.Setup setup;
  final CallOptions options;
  final CallMeter meter = new CallMeter();

  /** Calls what the host hears a call with. */
  final Guard listeners = Guard.of("a listener of a model call");

  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final CancellationToken stopped = CancellationToken.create();
  private Stop why;
  private Runnable interrupt;
  private boolean finished;

  LlmCall(CodexLlmRuntime.Setup setup, CallOptions options) {
    this.setup = setup;
    this.options = options;
  }

  /** Does the work. */
  abstract T work(ModelThread thread) throws InterruptedException;

  /**
   * Ends the future for a failure.
   *
   * @param thread {@code null} while nothing was asked
   */
  void fail(CompletableFuture<T> result, LlmException problem, ModelThread thread) {
    result.completeExceptionally(problem);
  }

  /** Ends the future for a cancellation. */
  void cancelled(CompletableFuture<T> result, ModelThread thread) {
    result.completeExceptionally(new CancellationException("the call was cancelled"));
  }

  final CompletableFuture<T> future() {
    return future;
  }

  /** Cancelled when the call is to stop, for whatever reason. */
  final CancellationToken stopped() {
    return stopped;
  }

  @Override
  public final void run() {
    ModelThread thread = new ModelThread(this);
    try {
      undoneAtTheEnd(options.cancellation().onCancel(() -> stop(Stop.CANCELLED))::close);
      undoneAtTheEnd(TimeLimit.start(setup.clock(), limit(), () -> stop(Stop.TIME_LIMIT))::close);
      stopped.throwIfCancelled();
      T value = work(thread);
      thread.close();
      finish(() -> future.complete(value));
    } catch (CancellationException e) {
      thread.close();
      finishStopped(thread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.close();
      finishStopped(thread);
    } catch (Throwable e) {
      // Also an error of the host's classes: the answer's type may not be there, or not begin.
      thread.close();
      LlmException problem = CallFailure.of(e).with(meter.metrics());
      finish(() -> fail(future, problem, thread));
    }
  }

  /** What stops the call stays until nobody waits for it any more. */
  private void undoneAtTheEnd(Runnable undo) {
    future.whenComplete((value, error) -> undo.run());
  }

  private Duration limit() {
    return options.timeout().orElse(setup.timeout());
  }

  /** Ends a call that never began. */
  final void refuse(String message) {
    finish(() -> fail(future, new LlmException(LlmException.Kind.UNREACHABLE, message), null));
  }

  /** Stops the call. Returns at once. */
  final void stop(Stop reason) {
    Runnable turn;
    synchronized (this) {
      if (finished || why != null) {
        return;
      }
      why = reason;
      turn = interrupt;
    }
    stopped.cancel();
    if (turn != null) {
      turn.run();
    } else {
      finishStopped(null);
    }
  }

  /** Whether the call is to stop. */
  final boolean isStopped() {
    return stopped.isCancelled();
  }

  /** A turn runs now, and this interrupts it; {@code null} when it has ended. */
  final void running(Runnable interruption) {
    boolean late;
    synchronized (this) {
      interrupt = interruption;
      late = why != null && interruption != null;
    }
    if (late) {
      interruption.run();
    }
  }

  private void finishStopped(ModelThread thread) {
    Stop reason;
    synchronized (this) {
      reason = why == null ? Stop.CANCELLED : why;
    }
    if (reason == Stop.CANCELLED) {
      finish(() -> cancelled(future, thread));
    } else {
      LlmException late =
          meter
              .retried()
              .late("the call did not end within " + limit().toMillis() + " ms")
              .with(meter.metrics());
      finish(() -> fail(future, late, thread));
    }
  }

  private void finish(Runnable end) {
    synchronized (this) {
      if (finished) {
        return;
      }
      finished = true;
    }
    listeners.run(() -> options.onMetrics().accept(meter.metrics()));
    try {
      end.run();
    } catch (Throwable e) {
      future.completeExceptionally(CallFailure.of(e));
    }
  }
}
