package dev.talaria.restate;

import dev.restate.common.Slice;
import dev.restate.common.function.ThrowingBiFunction;
import dev.restate.sdk.Context;
import dev.restate.sdk.HandlerRunner;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import dev.restate.serde.Serde;
import dev.restate.serde.SerdeFactory;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt of the engine at a run, in this worker. When the engine gives it up, because its
 * connection is lost or another worker has the run, the step that is under way is left; the turn
 * continues in its Codex.
 *
 * <p>Safe for use by many threads.
 */
final class RunAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(RunAttempt.class);

  /** Guarded by itself. */
  private final Set<Thread> atWork = new HashSet<>();

  private volatile boolean cancelled;
  private volatile boolean left;

  /** What the engine calls for a handler that has attempts. */
  interface Handler<Q, A> {
    A handle(Context context, RunAttempt attempt, Q request);
  }

  /**
   * {@return what runs a handler, each call with an attempt of its own}
   *
   * @param options which threads
   */
  static <Q, A> dev.restate.sdk.endpoint.definition.HandlerRunner<Q, A> runner(
      Handler<Q, A> handler, HandlerRunner.Options options) {
    return new dev.restate.sdk.endpoint.definition.HandlerRunner<>() {
      @Override
      public CompletableFuture<Slice> run(
          HandlerContext context, Serde<Q> in, Serde<A> out, AtomicReference<Runnable> onClosed) {
        RunAttempt attempt = new RunAttempt();
        onClosed.set(attempt::leave);
        ThrowingBiFunction<Context, Q, A> body =
            (ctx, request) -> handler.handle(ctx, attempt, request);
        return HandlerRunner.of(body, SerdeFactory.NOOP, options).run(context, in, out, onClosed);
      }
    };
  }

  /** The run was cancelled: a step that follows its turn interrupts it. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  private void leave() {
    synchronized (atWork) {
      left = true;
      atWork.forEach(Thread::interrupt);
    }
  }

  /**
   * Does a step, on the thread that the engine's SDK has for it. What fails goes to the engine
   * without secrets: it keeps the message of a failure.
   */
  <T> T step(String name, Supplier<T> step) {
    Thread self = Thread.currentThread();
    try {
      synchronized (atWork) {
        if (left) {
          throw new TalariaException("the engine has abandoned this attempt");
        }
        atWork.add(self);
      }
      return step.get();
    } catch (RuntimeException e) {
      if (left) {
        throw new TalariaException("the engine has abandoned this attempt");
      }
      LOG.warn("the step '{}' failed and is tried again: {}", name, e.toString());
      throw new TalariaException(Redaction.redact(String.valueOf(e.getMessage())));
    } finally {
      synchronized (atWork) {
        atWork.remove(self);
        // It was for this step, and not for what the thread does next.
        Thread.interrupted();
      }
    }
  }
}
