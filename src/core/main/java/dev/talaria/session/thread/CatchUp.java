package dev.talaria.session.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.ThreadResumeParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.turn.SubAgents;
import dev.talaria.session.turn.ThreadTurns;
import dev.talaria.session.turn.TurnLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a thread up again whose server continued while nobody listened: resumes it, reads what was
 * missed, and lets what Codex says meanwhile wait until that is told.
 *
 * <p>Source: 0.169.0, measured. {@code thread/resume} of a loaded thread subscribes without
 * changing it and repeats its open requests; {@code thread/loaded/list} shows whether the server is
 * still the one that ran it; a thread without a turn cannot be resumed, even while it is loaded.
 *
 * <p>Mailbox only.
 */
final class CatchUp {

  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

  /** What a thread without a turn is refused with, and one whose first turn is just beginning. */
  private static final Pattern NO_TURN_YET =
      Pattern.compile("no rollout found|list_turns is not supported yet");

  /** When a thread that had no turn is looked at again. */
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final ThreadSession session;
  private final AppServer server;
  private final Workers workers;
  private final SubAgents agents;
  private final PendingRequests requests;

  /** What waits; {@code null} while nothing is missed. */
  private List<Runnable> held;

  private int attempts;

  CatchUp(
      ThreadSession session,
      AppServer server,
      Workers workers,
      SubAgents agents,
      PendingRequests requests) {
    this.session = session;
    this.server = server;
    this.workers = workers;
    this.agents = agents;
    this.requests = requests;
  }

  /** Whether what Codex says has to wait; then it runs later. */
  boolean holds(Runnable task) {
    if (held == null) {
      return false;
    }
    held.add(task);
    if (held.size() > SerialQueue.DEFAULT_CAPACITY) {
      fail(TurnError.Kind.OVERFLOW, "too many events arrived before the thread was resumed");
    }
    return true;
  }

  void hold() {
    if (held == null) {
      held = new ArrayList<>();
    }
  }

  /** The connection is lost. */
  void disconnected() {
    hold();
    requests.disconnected();
    agents.atWork().forEach(ThreadTurns::disconnected);
  }

  /** The connection is back. */
  void begin() {
    int attempt = ++attempts;
    hold();
    request("thread/loaded/list", Map.of())
        .thenAccept(loaded -> post(attempt, () -> resume(attempt, loaded)))
        .exceptionally(
            failure -> {
              failed(attempt, failure);
              return null;
            });
  }

  private void resume(int attempt, JsonNode loaded) {
    for (JsonNode id : loaded.path("data")) {
      if (id.asText().equals(session.threadId())) {
        agents.atWork().forEach(thread -> takeUp(attempt, thread));
        return;
      }
    }
    fail(
        TurnError.Kind.CONNECTION_LOST,
        "the connection was lost, and the server no longer has the thread loaded: it was started"
            + " again, and what ran in it was cut off");
  }

  private void takeUp(int attempt, ThreadTurns thread) {
    ObjectNode params = WireJson.mapper().createObjectNode();
    params.put("threadId", thread.threadId()).put("excludeTurns", true);
    boolean own = thread == agents.root();
    CompletableFuture<?> resumed =
        own
            ? server.resumeThread(new ThreadResumeParams(params), session)
            : request("thread/resume", params);
    resumed
        .thenCompose(subscribed -> TurnLookup.many(server, workers, thread.threadId()))
        .thenAccept(
            latest ->
                post(
                    attempt,
                    () -> {
                      if (own) {
                        caughtUp(latest);
                      } else {
                        thread.caughtUp(latest);
                      }
                    }))
        .exceptionally(
            failure -> {
              if (own) {
                failed(attempt, failure);
              } else {
                log.warn(
                    "the sub-agent {} is no longer followed: {}",
                    thread.threadId(),
                    Guard.words(failure));
              }
              return null;
            });
  }

  /** Without a turn there is nothing to resume and nothing was missed; one may begin yet. */
  private void withoutTurn(int attempt) {
    caughtUp(List.of());
    agents
        .root()
        .later(
            AGAIN,
            () -> {
              if (attempt == attempts && server.isConnected()) {
                begin();
              }
            });
  }

  /** What was missed is known: it is told, and then what waits. */
  void caughtUp(List<ThreadTurn> latest) {
    agents.root().caughtUp(latest);
    List<Runnable> waiting = held == null ? List.of() : held;
    held = null;
    waiting.forEach(Runnable::run);
    requests.askedAgain();
  }

  private CompletableFuture<JsonNode> request(String method, Object params) {
    return server.request(method, params, JsonNode.class, ThreadRelease.LIMIT);
  }

  private void post(int attempt, Runnable task) {
    agents
        .root()
        .post(
            () -> {
              if (attempt == attempts) {
                task.run();
              }
            });
  }

  /** A connection that is lost again comes back again. */
  private void failed(int attempt, Throwable failure) {
    Throwable cause = Guard.cause(failure);
    if (cause instanceof ConnectionLostException) {
      log.debug("the thread {} is resumed later", session.threadId(), cause);
    } else if (cause instanceof RpcException refusal
        && NO_TURN_YET.matcher(refusal.error()).find()) {
      post(attempt, () -> withoutTurn(attempt));
    } else {
      post(
          attempt,
          () ->
              fail(
                  TurnError.Kind.CONNECTION_LOST,
                  "the thread could not be resumed: " + Guard.words(cause)));
    }
  }

  private void fail(TurnError.Kind kind, String reason) {
    held = null;
    agents.fail(new TurnError(kind, reason));
  }
}
