package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import java.time.Duration;
import java.util.Optional;
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
 * <p>Each end of it, reply, error, timeout or loss, completes the future on the callback executor,
 * so that neither the reader nor the timer ever runs what depends on it.
 */
final class SentRequest<T> {

  private final String method;
  private final Class<T> type;
  private final Consumer<? super T> onArrival;
  private final Executor callbacks;
  private final ObjectNode message;
  private final CompletableFuture<T> future = new CompletableFuture<>();

  /** Whether something has ended the request: the first wins, in the order of arrival. */
  private final AtomicBoolean claimed = new AtomicBoolean();

  /** The id under which it was sent last. */
  private volatile long id;

  private volatile int tries = 1;
  private volatile boolean overloaded;
  private long deadlineNanos;

  SentRequest(
      long id,
      ObjectNode message,
      Class<T> type,
      Consumer<? super T> onArrival,
      Executor callbacks) {
    this.id = id;
    this.message = message;
    this.method = message.path("method").asText();
    this.type = type;
    this.onArrival = onArrival;
    this.callbacks = callbacks;
  }

  CompletableFuture<T> future() {
    return future;
  }

  long id() {
    return id;
  }

  /**
   * When to send it again, if this reply asks for that and there is time for it; runs on the reader
   * thread.
   */
  Optional<Duration> nextTry(JsonNode reply, RetryPolicy policy) {
    overloaded = reply.path("error").path("code").asInt(0) == policy.code();
    if (!overloaded || isOver()) {
      return Optional.empty();
    }
    Duration delay = policy.delayAfter(tries);
    return delay.toNanos() < deadlineNanos - System.nanoTime()
        ? Optional.of(delay)
        : Optional.empty();
  }

  /** The request under a new id, for another try. */
  ObjectNode again(long newId) {
    id = newId;
    tries++;
    return message.deepCopy().put("id", newId);
  }

  /** Whether something has ended it. */
  boolean isOver() {
    return claimed.get() || future.isDone();
  }

  void startClock(ScheduledExecutorService timer, Duration timeout, Runnable forget) {
    deadlineNanos = System.nanoTime() + timeout.toNanos();
    ScheduledFuture<?> alarm;
    try {
      alarm =
          timer.schedule(
              () -> fail(new RequestTimeoutException(method, timeout)),
              timeout.toNanos(),
              TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      fail(new ConnectionLostException("the connection was closed by this side", e));
      return;
    }
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
      RpcException refusal = new RpcException(method, error, overloaded ? tries : 0);
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
    DaemonThreads.run(callbacks, completion);
  }
}
