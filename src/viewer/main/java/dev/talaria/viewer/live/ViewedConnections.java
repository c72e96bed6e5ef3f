package dev.talaria.viewer.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.viewer.model.Decisions;
import dev.talaria.viewer.model.SessionModel;
import dev.talaria.viewer.source.RecordingSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Feeds the messages of all connections into one model, and acts on their threads.
 *
 * <p>Safe for use by many threads; the model belongs to the thread that has its lock.
 */
final class ViewedConnections implements MessageWatcher {

  private final SessionModel model;
  private final LiveFeed feed;
  private final RawLog raw;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Calls> byThread = new ConcurrentHashMap<>();

  ViewedConnections(LiveFeed feed, RawLog raw, Decisions decisions) {
    this.feed = feed;
    this.raw = raw;
    this.model = new SessionModel(feed, decisions);
  }

  /** Has the model to oneself. */
  void with(Consumer<SessionModel> use) {
    synchronized (model) {
      use.accept(model);
    }
  }

  @Override
  public Consumer<JsonNode> onConnection(Calls calls) {
    String connection = count.incrementAndGet() + ":";
    long epoch = System.currentTimeMillis();
    RecordingSource source = new RecordingSource(model, connection, epoch);
    return line -> {
      raw.add(connection, epoch, line);
      if (line.has("lacking")) {
        feed.lacks(line.path("lacking").asLong());
      }
      locate(line.path("msg"), calls);
      synchronized (model) {
        source.line(line);
      }
    };
  }

  private void locate(JsonNode message, Calls calls) {
    for (JsonNode id :
        new JsonNode[] {
          message.path("params").path("threadId"), message.path("result").path("thread").path("id")
        }) {
      if (id.isTextual() && byThread.get(id.textValue()) != calls) {
        byThread.put(id.textValue(), calls);
      }
    }
  }

  /** Begins a turn. */
  CompletableFuture<JsonNode> prompt(String thread, String text) {
    return call("turn/start", thread, input(params(thread), text));
  }

  /** Adds to a turn that continues. */
  CompletableFuture<JsonNode> steer(String thread, String turn, String text) {
    return call("turn/steer", thread, input(params(thread).put("expectedTurnId", turn), text));
  }

  /** Ends a turn. */
  CompletableFuture<JsonNode> interrupt(String thread, String turn) {
    return call("turn/interrupt", thread, params(thread).put("turnId", turn));
  }

  private static ObjectNode params(String thread) {
    return WireJson.mapper().createObjectNode().put("threadId", thread);
  }

  private static ObjectNode input(ObjectNode params, String text) {
    params.putArray("input").addObject().put("type", "text").put("text", text);
    return params;
  }

  private CompletableFuture<JsonNode> call(String method, String thread, ObjectNode params) {
    return Optional.ofNullable(byThread.get(thread))
        .map(calls -> calls.request(method, params))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new IllegalArgumentException("no connection has this thread")));
  }
}
