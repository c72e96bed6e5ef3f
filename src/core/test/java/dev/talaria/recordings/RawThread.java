package dev.talaria.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A Codex thread driven by hand, for scenarios that a session does not offer: it answers what Codex
 * asks as the scenario says, and waits for what Codex tells.
 */
final class RawThread implements ThreadInbox {

  static final Duration LIMIT = Duration.ofSeconds(60);

  private final AppServer server;
  private final Map<String, Function<JsonNode, Object>> answers;
  private final List<ServerNotification> heard = new ArrayList<>();
  private final Map<Integer, Integer> seen = new HashMap<>();
  private String id;
  private boolean lost;

  RawThread(AppServer server, Map<String, Function<JsonNode, Object>> answers) {
    this.server = server;
    this.answers = answers;
  }

  static JsonNode call(AppServer server, String method, Object params) {
    return AppServer.await(server.request(method, params, JsonNode.class, LIMIT), LIMIT);
  }

  RawThread start(Map<String, ?> params) {
    return attach(call(server, "thread/start", params).at("/thread/id").asText());
  }

  RawThread attach(String threadId) {
    id = threadId;
    server.router().add(id, this);
    return this;
  }

  String id() {
    return id;
  }

  JsonNode call(String method, Map<String, ?> more) {
    Map<String, Object> params = new HashMap<>(more);
    params.put("threadId", id);
    return call(server, method, params);
  }

  /** Starts a turn; its id. */
  String prompt(String text, Map<String, ?> more) {
    Map<String, Object> params = new HashMap<>(more);
    params.put("input", List.of(Map.of("type", "text", "text", text)));
    return call("turn/start", params).at("/turn/id").asText();
  }

  /** Runs a turn to its end. */
  RawThread turn(String text) {
    prompt(text, Map.of());
    return awaitEnd();
  }

  RawThread awaitEnd() {
    await(ServerNotification.TurnCompleted.class::isInstance);
    return this;
  }

  /** Waits for the next notification of that kind which was not waited for before. */
  synchronized ServerNotification await(Predicate<ServerNotification> wanted) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      for (int i = 0; i < heard.size(); i++) {
        if (!seen.containsKey(i) && wanted.test(heard.get(i))) {
          seen.put(i, i);
          return heard.get(i);
        }
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0 || lost) {
        throw new IllegalStateException("what was waited for did not come; heard: " + heard);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public synchronized void notification(ServerNotification notification) {
    heard.add(notification);
    notifyAll();
  }

  @Override
  public void request(RpcRequest request) {
    Function<JsonNode, Object> answer = answers.get(request.method());
    if (answer == null) {
      server.respondError(request.id(), RpcError.methodNotFound(request.method()));
      return;
    }
    Object result = answer.apply(request.params());
    if (result != null) {
      server.respond(request.id(), result);
    }
  }

  @Override
  public synchronized void lost(ConnectionLostException reason) {
    lost = true;
    notifyAll();
  }
}
