package dev.talaria.session.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.rpc.peer.RpcError;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of Codex that the host's services work on.
 *
 * <p>Safe for use by many threads, as far as the owners are.
 */
public final class ServiceCalls {

  private static final Logger log = LoggerFactory.getLogger(ServiceCalls.class);

  private final PendingRequests requests;

  public ServiceCalls(PendingRequests requests) {
    this.requests = requests;
  }

  /**
   * Has a service work on a call and answers with what comes of it.
   *
   * @param answer makes the result of what the service gave
   * @param failure makes the answer of why it gave nothing: a result, or an {@link RpcError}
   */
  public <T> void serve(
      JsonNode id,
      RequestOwner owner,
      Duration limit,
      Guard.Call<CompletionStage<T>> service,
      Function<T, Object> answer,
      Function<Throwable, Object> failure) {
    PendingRequest call = new PendingRequest(id, owner, Guard.of("a service of the host"));
    if (!requests.add(call)) {
      return;
    }
    owner.hostAsked();
    requests.begin(
        call,
        limit,
        () -> settle(call, failure.apply(late(limit))),
        () -> work(call, service, answer, failure));
  }

  private static TimeoutException late(Duration limit) {
    return new TimeoutException("no answer within " + limit.toSeconds() + " s");
  }

  private <T> void work(
      PendingRequest call,
      Guard.Call<CompletionStage<T>> service,
      Function<T, Object> answer,
      Function<Throwable, Object> failure) {
    var made = call.call(service);
    call.returned();
    made.handle(
            (value, error) ->
                error == null
                    ? call.guard().call(() -> answer.apply(value), failure)
                    : failure.apply(error))
        .thenAccept(result -> settle(call, result));
  }

  /** Codex has its answer before anything of the host's is called. */
  private void settle(PendingRequest call, Object made) {
    if (requests.remove(call)) {
      answer(call.id(), made);
      call.stop();
      requests.mailbox().post(call.owner()::hostDone);
    }
  }

  private void answer(JsonNode id, Object made) {
    try {
      if (made instanceof RpcError error) {
        requests.server().respondError(id, error);
      } else {
        requests.server().respond(id, made);
      }
    } catch (RuntimeException e) {
      log.warn("what the host answered cannot be sent: {}", Guard.words(e));
      requests
          .server()
          .respondError(
              id,
              new RpcError(RpcError.INTERNAL_ERROR, "the host's answer cannot be sent as JSON"));
    }
  }

  /** The error that says that a service is not there, or that it failed. */
  public static RpcError failure(String what, Throwable error) {
    int code =
        error instanceof UnsupportedOperationException
            ? RpcError.METHOD_NOT_FOUND
            : RpcError.INTERNAL_ERROR;
    return new RpcError(code, what + ": " + Guard.words(error));
  }
}
