package dev.talaria.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One request that waits for its reply.
 *
 * <p>Whatever ends it, reply, error, timeout or loss, completes the future on the callback
 * executor, so that neither the reader nor the timer ever runs what depends on it.
 */
final class PendingRequest<T> {

  private final String method;
  private final Class<T> type;
  private final Consumer<? super T> onArrival;
  private final Executor callbacks;
  private final CompletableFuture<T> future = new CompletableFuture<>();

  /** Whether something has ended the request: the first wins, in the order of arrival. */
  private final AtomicBoolean claimed = new AtomicBoolean();

  PendingRequest(String method, Class<T> type, Consumer<? super T> onArrival, Executor callbacks) {
    this.method = method;
    this.type = type;
    this.onArrival = onArrival;
    this.callbacks = callbacks;
  }

  CompletableFuture<T> future() {
    return future;
  }

  void startClock(ScheduledExecutorService timer, Duration timeout, Runnable forget) {
    ScheduledFuture<?> alarm =
        timer.schedule(
            () -> fail(new RequestTimeoutException(method, timeout)),
            timeout.toNanos(),
            TimeUnit.NANOSECONDS);
    future.whenComplete(
        (value, error) -> {
          alarm.cancel(false);
          forget.run();
        });
  }

  /** Takes the reply; runs on the reader thread. */
  void arrived(JsonNode reply, Outbound codec) {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    JsonNode error = reply.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      RpcException refusal = RpcException.of(method, error);
      complete(() -> future.completeExceptionally(refusal));
      return;
    }
    try {
      T value =
          type.cast(type == JsonNode.class ? reply.path("result") : codec.result(type, reply));
      onArrival.accept(value);
      complete(() -> future.complete(value));
    } catch (Throwable e) {
      complete(
          () ->
              future.completeExceptionally(
                  new IllegalStateException("the result of " + method + " could not be read", e)));
    }
  }

  /** Ends the request without a reply, unless one has arrived. */
  void fail(Throwable reason) {
    if (claimed.compareAndSet(false, true)) {
      complete(() -> future.completeExceptionally(reason));
    }
  }

  private void complete(Runnable completion) {
    try {
      callbacks.execute(completion);
    } catch (RejectedExecutionException closed) {
      DaemonThreads.named("talaria-last-callback").newThread(completion).start();
    }
  }
}
