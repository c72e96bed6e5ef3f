package dev.talaria.viewer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.viewer.model.SessionModel;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads a rollout, the file in which Codex keeps a thread.
 *
 * <p>Belongs to one thread. Source: files of 0.169.0, which have whole items ({@code history_mode}
 * {@code paginated}), and of 0.125.0, of which calls and their outputs are put together here.
 */
final class RolloutSource implements LineSource {

  private final SessionModel model;
  private final Map<String, JsonNode> calls = new HashMap<>();
  private final Set<String> agents = new LinkedHashSet<>();
  private String thread = "";
  private String turn = "";
  private int unnamedTurns;
  private int unnamedItems;
  private boolean wholeItems;
  private long now;

  RolloutSource(SessionModel model) {
    this.model = model;
  }

  @Override
  public void line(JsonNode line) {
    clock(line.path("timestamp").asText());
    JsonNode payload = line.path("payload");
    switch (line.path("type").asText()) {
      case "session_meta" -> meta(payload);
      case "turn_context" -> context(payload);
      case "event_msg" -> event(payload.path("type").asText(), payload);
      case "response_item" -> {
        if (!wholeItems) {
          response(payload.path("type").asText(), payload);
        }
      }
      default -> {
        // The state of Codex itself.
      }
    }
  }

  private void clock(String time) {
    try {
      now = Instant.parse(time).toEpochMilli();
      model.at(now);
    } catch (DateTimeParseException e) {
      return; // without a time of its own the line has that of the line before
    }
  }

  private void meta(JsonNode meta) {
    if (!thread.isEmpty()) {
      return; // a fork has that of its origin, too
    }
    thread = meta.path("id").asText("thread");
    wholeItems = meta.path("history_mode").asText().equals("paginated");
    ObjectNode described = object().put("id", thread);
    described.set("cwd", meta.path("cwd"));
    described.set("cliVersion", meta.path("cli_version"));
    described.set("modelProvider", meta.path("model_provider"));
    described.set("agentNickname", meta.path("agent_nickname"));
    model.described(described);
  }

  private void context(JsonNode context) {
    model.described(object().put("id", thread).set("model", context.path("model")));
    begin(context.path("turn_id").asText(""));
  }

  /** A turn of its own for what has no id. */
  private void begin(String id) {
    if (!id.isEmpty() && !id.equals(turn)) {
      turn = id;
      tell("turn/started", object().set("turn", object().put("id", turn)));
    }
  }

  private void event(String type, JsonNode event) {
    switch (type) {
      case "task_started", "turn_started" -> begin(event.path("turn_id").asText(""));
      case "task_complete", "turn_complete" -> end("completed");
      case "turn_aborted" -> end("interrupted");
      case "item_completed" -> {
        wholeItems = true;
        begin(event.path("turn_id").asText(""));
        JsonNode item = event.path("item");
        ObjectNode wire = RolloutItem.wire(item);
        wire.set("startedAtMs", event.path("started_at_ms"));
        complete(wire);
      }
      case "token_count" -> tokens(event.path("info"));
      case "error", "stream_error" ->
          tell(
              "error",
              object().set("error", object().put("message", event.path("message").asText())));
      case "warning" -> tell("warning", object().put("message", event.path("message").asText()));
      case "plan_update" ->
          tell(
              "turn/plan/updated",
              object()
                  .put("explanation", event.path("explanation").asText(""))
                  .set("plan", event.path("plan")));
      default -> {
        if (!wholeItems) {
          early(type, event);
        }
      }
    }
  }

  /** What versions tell that keep no whole items. */
  private void early(String type, JsonNode event) {
    switch (type) {
      case "user_message" -> {
        if (turn.isEmpty()) {
          begin("turn-" + ++unnamedTurns);
        }
        ObjectNode item = item("userMessage");
        item.putArray("content").addObject().put("type", "text").set("text", event.path("message"));
        complete(item);
      }
      case "agent_message" -> complete(item("agentMessage").set("text", event.path("message")));
      case "agent_reasoning" -> {
        ObjectNode item = item("reasoning");
        item.putArray("summary").add(event.path("text"));
        complete(item);
      }
      case "context_compacted" -> complete(item("contextCompaction"));
      default -> {
        // Said by the calls and their outputs.
      }
    }
  }

  private void response(String type, JsonNode item) {
    String call = item.path("call_id").asText("");
    switch (type) {
      case "function_call", "custom_tool_call" ->
          calls.put(call, ((ObjectNode) item).put("startedAtMs", now));
      case "function_call_output", "custom_tool_call_output" -> {
        JsonNode made = calls.remove(call);
        if (made != null) {
          complete(RolloutItem.ofCall(made, item.path("output")));
        }
      }
      case "web_search_call" ->
          complete(item("webSearch").set("query", item.path("action").path("query")));
      default -> {
        // Messages and reasoning come as events, too.
      }
    }
  }

  private void end(String status) {
    ObjectNode ended = object().put("id", turn).put("status", status);
    tell("turn/completed", object().set("turn", ended));
    turn = "";
  }

  private void tokens(JsonNode info) {
    if (info.isObject()) {
      ObjectNode usage = object();
      usage.set("total", RolloutItem.camel(info.path("total_token_usage")));
      usage.set("last", RolloutItem.camel(info.path("last_token_usage")));
      usage.set("modelContextWindow", info.path("model_context_window"));
      tell("thread/tokenUsage/updated", object().set("tokenUsage", usage));
    }
  }

  private ObjectNode item(String type) {
    return object().put("type", type).put("id", type + "-" + ++unnamedItems);
  }

  private void complete(JsonNode item) {
    if (turn.isEmpty()) {
      begin("turn-" + ++unnamedTurns);
    }
    Item typed = Item.of(item);
    model.told(new ItemCompleted(thread, turn, typed, item));
    agents.addAll(StoredSession.agents(typed));
  }

  @Override
  public Set<String> agents() {
    return agents;
  }

  private void tell(String method, JsonNode params) {
    model.told(
        ServerNotification.of(
            method, ((ObjectNode) params).put("threadId", thread).put("turnId", turn)));
  }

  private static ObjectNode object() {
    return WireJson.mapper().createObjectNode();
  }
}
