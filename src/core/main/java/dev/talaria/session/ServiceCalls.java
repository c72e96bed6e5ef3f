package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.rpc.peer.RpcError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of Codex that the host's services work on.
 *
 * <p>Safe for use by many threads. Each call is answered once, or withdrawn and never answered.
 */
final class ServiceCalls {

  private static final Logger log = LoggerFactory.getLogger(ServiceCalls.class);

  private final AppServer server;
  private final Workers workers;
  private final Executor starter;
  private final ConcurrentHashMap<JsonNode, Call> open = new ConcurrentHashMap<>();

  /** One open call. */
  private static final class Call {
    final Object owner;
    final Runnable done;
    final Guard guard = Guard.of("a service of the host");
    final HostWork work = new HostWork(guard);

    Call(Object owner, Runnable done) {
      this.owner = owner;
      this.done = done;
    }
  }

  /**
   * @param starter runs what a service works
   */
  ServiceCalls(AppServer server, Workers workers, Executor starter) {
    this.server = server;
    this.workers = workers;
    this.starter = starter;
  }

  /**
   * Has a service work on a call and answers with what comes of it.
   *
   * @param owner whom {@link #withdrawOf} names; {@code null} for nobody
   * @param answer makes the result of what the service gave
   * @param failure makes the answer of why it gave nothing: a result, or an {@link RpcError}
   * @param done runs when the call was answered, on any thread; not when it was withdrawn
   * @return whether the call was taken; a second one under the same id is not
   */
  <T> boolean serve(
      JsonNode id,
      Object owner,
      Duration limit,
      Guard.Call<CompletionStage<T>> service,
      Function<T, Object> answer,
      Function<Throwable, Object> failure,
      Runnable done) {
    Call call = new Call(owner, done);
    if (open.putIfAbsent(id, call) != null) {
      log.warn("ignored a call of Codex that came twice under id {}", id);
      return false;
    }
    FutureTask<?> task = new FutureTask<>(() -> work(id, call, service, answer, failure), null);
    Future<?> alarm =
        workers
            .timer()
            .schedule(
                () ->
                    workers.executor().execute(() -> settle(id, call, failure.apply(late(limit)))),
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
    call.work.begin(alarm, task);
    starter.execute(task);
    return true;
  }

  private static TimeoutException late(Duration limit) {
    return new TimeoutException("no answer within " + limit.toSeconds() + " s");
  }

  private <T> void work(
      JsonNode id,
      Call call,
      Guard.Call<CompletionStage<T>> service,
      Function<T, Object> answer,
      Function<Throwable, Object> failure) {
    CompletionStage<T> stage = call.guard.call(service, CompletableFuture::failedFuture);
    if (stage != null) {
      call.work.workOn(stage);
    }
    call.work.returned();
    call.guard
        .follow(stage)
        .handle(
            (value, error) ->
                error == null
                    ? call.guard.call(() -> answer.apply(value), failure)
                    : failure.apply(error))
        .thenAccept(made -> settle(id, call, made));
  }

  /** Codex has its answer before anything of the host's is called. */
  private void settle(JsonNode id, Call call, Object made) {
    if (open.remove(id, call)) {
      answer(id, made);
      call.work.stop();
      call.done.run();
    }
  }

  private void answer(JsonNode id, Object made) {
    try {
      if (made instanceof RpcError error) {
        server.respondError(id, error);
      } else {
        server.respond(id, made);
      }
    } catch (RuntimeException e) {
      log.warn("what the host answered cannot be sent: {}", Guard.words(e));
      server.respondError(
          id, new RpcError(RpcError.INTERNAL_ERROR, "the host's answer cannot be sent as JSON"));
    }
  }

  /** Codex no longer waits for the calls of this owner. */
  void withdrawOf(Object owner) {
    open.forEach(
        (id, call) -> {
          if (call.owner == owner && open.remove(id, call)) {
            call.work.stop();
          }
        });
  }

  /** Codex no longer waits. */
  void withdrawAll() {
    open.forEach(
        (id, call) -> {
          if (open.remove(id, call)) {
            call.work.stop();
          }
        });
  }
}
