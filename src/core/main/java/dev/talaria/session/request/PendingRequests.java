package dev.talaria.session.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.rpc.peer.RpcError;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of Codex that wait for the host, in the order of their arrival: approvals ({@link
 * PendingApprovals}), and calls that the host's services work on.
 *
 * <p>Each is answered once, or withdrawn and never answered: who removes it here may do so. Adding,
 * removing and beginning are safe for use by many threads; what reports it belongs to the mailbox.
 */
public final class PendingRequests {

  private static final Logger log = LoggerFactory.getLogger(PendingRequests.class);

  private final AppServer server;
  private final Workers workers;
  private final SerialQueue mailbox;
  private final Map<JsonNode, PendingRequest> pending = new LinkedHashMap<>();

  /** Those that were pending when the connection was lost and were not asked again yet. */
  private final Set<JsonNode> notAskedAgain = new HashSet<>();

  public PendingRequests(AppServer server, Workers workers, SerialQueue mailbox) {
    this.server = server;
    this.workers = workers;
    this.mailbox = mailbox;
  }

  public AppServer server() {
    return server;
  }

  public SerialQueue mailbox() {
    return mailbox;
  }

  /** Adds a request; false, and a warning, if one under its id is pending already. */
  boolean add(PendingRequest request) {
    synchronized (pending) {
      if (pending.putIfAbsent(request.id(), request) == null) {
        return true;
      }
      if (notAskedAgain.remove(request.id())) {
        return false;
      }
    }
    log.warn("ignored a request of Codex that came twice under id {}", request.id());
    return false;
  }

  /**
   * Has the host work on a request that was added.
   *
   * @param late what to do when the limit is over; runs on a worker
   * @param work what may block; runs when the current task of the mailbox has ended
   */
  void begin(PendingRequest request, Duration limit, Runnable late, Runnable work) {
    FutureTask<?> task = new FutureTask<>(work, null);
    request.begin(
        workers
            .timer()
            .schedule(
                () -> workers.executor().execute(late), limit.toNanos(), TimeUnit.NANOSECONDS),
        task);
    mailbox.afterwards(task);
  }

  /** Removes a request; true for the one caller that has to answer it. */
  boolean remove(PendingRequest request) {
    synchronized (pending) {
      return pending.remove(request.id(), request);
    }
  }

  /** Codex no longer waits for this answer. */
  public void resolved(JsonNode id) {
    if (server.comesBack()) {
      answeredElsewhere(id, "another client answered it, or Codex withdrew it");
      return;
    }
    for (PendingRequest request : removeAll(request -> request.id().equals(id))) {
      request.withdraw("Codex withdrew it");
      request.owner().hostDone();
    }
  }

  private void answeredElsewhere(JsonNode id, String reason) {
    for (PendingRequest request : removeAll(request -> request.id().equals(id))) {
      request.answeredElsewhere(reason);
      request.owner().hostDone();
    }
  }

  /** The connection is lost; Codex asks again what is open when it comes back. */
  public void disconnected() {
    synchronized (pending) {
      notAskedAgain.addAll(pending.keySet());
    }
  }

  /** The thread is taken up again: what was not asked again was answered meanwhile. */
  public void askedAgain() {
    List<JsonNode> gone;
    synchronized (pending) {
      gone = List.copyOf(notAskedAgain);
      notAskedAgain.clear();
    }
    gone.forEach(
        id -> answeredElsewhere(id, "another client answered it while the connection was lost"));
  }

  /** Codex no longer waits for what it asked in this turn. */
  public void withdrawOf(RequestOwner owner, String reason) {
    removeAll(request -> request.owner() == owner).forEach(request -> request.withdraw(reason));
  }

  /** Codex no longer waits for any answer. */
  public void withdrawAll(String reason) {
    removeAll(request -> true).forEach(request -> request.withdraw(reason));
  }

  /** The session ends while Codex may still wait. */
  public void refuseAll(String reason) {
    removeAll(request -> true).forEach(request -> request.refuse(reason));
  }

  private List<PendingRequest> removeAll(Predicate<PendingRequest> which) {
    synchronized (pending) {
      List<PendingRequest> removed = pending.values().stream().filter(which).toList();
      pending.values().removeAll(removed);
      return removed;
    }
  }

  /**
   * Has a service work on a call and answers with the result.
   *
   * @param itemId the item that it is about; empty for none
   * @param answer makes the result of what the service gave
   * @param failure makes the answer of why it gave nothing: a result, or an {@link RpcError}
   */
  public <T> void serve(
      JsonNode id,
      RequestOwner owner,
      String itemId,
      Duration limit,
      Guard.Call<CompletionStage<T>> service,
      Function<T, Object> answer,
      Function<Throwable, Object> failure) {
    PendingRequest call = new PendingRequest(id, owner, itemId, Guard.of("a service of the host"));
    if (!add(call)) {
      return;
    }
    owner.hostAsked();
    begin(
        call,
        limit,
        () -> settle(call, failure.apply(late(limit))),
        () -> call.within(() -> work(call, service, answer, failure)));
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
    if (remove(call)) {
      answer(call.id(), made);
      call.stop();
      mailbox.post(call.owner()::hostDone);
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

  /** The error that says that a service is not there, or that it failed. */
  public static RpcError failure(String what, Throwable error) {
    int code =
        error instanceof UnsupportedOperationException
            ? RpcError.METHOD_NOT_FOUND
            : RpcError.INTERNAL_ERROR;
    return new RpcError(code, what + ": " + Guard.words(error));
  }
}
