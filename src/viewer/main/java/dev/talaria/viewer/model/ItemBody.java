package dev.talaria.viewer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PatchChange;
import java.util.List;

/** What a page shows of an item, as JSON; the kind goes with it. Pure functions. */
final class ItemBody implements Item.Visitor<ItemBody.Shown>, ActivityItem.Visitor<ItemBody.Shown> {

  /** A body and what it is the body of. */
  record Shown(ViewKind kind, ObjectNode body) {}

  private static final ItemBody VISITOR = new ItemBody();

  private ItemBody() {}

  static Shown of(Item item) {
    Shown shown = item.accept(VISITOR);
    shown.body().put("id", item.id());
    return shown;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Shown shown(ViewKind kind, String name, String text) {
    return new Shown(kind, object().put(name, text));
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  @Override
  public Shown visit(Item.UserMessage item) {
    Shown shown = shown(ViewKind.USER, "text", item.text());
    for (JsonNode part : item.raw().path("content")) {
      String type = part.path("type").asText();
      if (!type.equals("text")) {
        String what = part.path("path").asText(part.path("name").asText(part.path("url").asText()));
        shown.body().withArray("parts").add(type + " " + shorten(what));
      }
    }
    return shown;
  }

  /** Not the bytes of an image that is a URL of its own. */
  private static String shorten(String url) {
    return url.startsWith("data:") ? url.substring(0, Math.min(40, url.length())) + "…" : url;
  }

  @Override
  public Shown visit(Item.AgentMessage item) {
    Shown shown = shown(ViewKind.MESSAGE, "text", item.text());
    item.phase().ifPresent(phase -> shown.body().put("phase", phase));
    return shown;
  }

  @Override
  public Shown visit(Item.Reasoning item) {
    ObjectNode body = object();
    body.set("summary", texts(item.summary()));
    body.set("content", texts(item.content()));
    return new Shown(ViewKind.REASONING, body);
  }

  @Override
  public Shown visit(Item.CommandExecution item) {
    ObjectNode body = object().put("command", item.command()).put("cwd", item.cwd());
    body.put("status", item.status());
    item.exitCode().ifPresent(code -> body.put("exit", code));
    item.aggregatedOutput().ifPresent(output -> body.put("output", output));
    return new Shown(ViewKind.COMMAND, body);
  }

  @Override
  public Shown visit(Item.FileChange item) {
    ObjectNode body = object().put("status", item.status());
    ArrayNode changes = body.putArray("changes");
    for (PatchChange change : item.changes()) {
      ObjectNode one = changes.addObject().put("kind", change.kind()).put("path", change.path());
      change.movePath().ifPresent(path -> one.put("move", path));
      one.put("diff", change.diff());
    }
    return new Shown(ViewKind.PATCH, body);
  }

  @Override
  public Shown visit(Item.McpToolCall item) {
    ObjectNode body = object().put("server", item.server()).put("tool", item.tool());
    body.put("status", item.status());
    body.set("args", item.arguments());
    item.result().ifPresent(result -> body.set("result", result));
    item.error().ifPresent(error -> body.set("error", error));
    return new Shown(ViewKind.TOOL, body);
  }

  @Override
  public Shown visit(Item.DynamicToolCall item) {
    ObjectNode body = object().put("tool", item.tool()).put("host", true);
    item.namespace().ifPresent(namespace -> body.put("server", namespace));
    item.success().ifPresent(success -> body.put("success", success));
    body.put("status", item.status());
    body.set("args", item.arguments());
    body.set("result", item.contentItems());
    return new Shown(ViewKind.TOOL, body);
  }

  @Override
  public Shown visit(Item.WebSearch item) {
    ObjectNode body = object().put("query", item.query());
    item.action().ifPresent(action -> body.set("action", action));
    if (!item.results().isEmpty()) {
      body.putArray("results").addAll(item.results());
    }
    return new Shown(ViewKind.SEARCH, body);
  }

  @Override
  public Shown visit(Item.ContextCompaction item) {
    return new Shown(ViewKind.COMPACTION, object());
  }

  @Override
  public Shown visit(ActivityItem.Plan item) {
    return shown(ViewKind.PLAN, "text", item.text());
  }

  @Override
  public Shown visit(ActivityItem.CollabAgentToolCall item) {
    ObjectNode body = object().put("tool", item.tool()).put("status", item.status());
    item.prompt().ifPresent(prompt -> body.put("prompt", prompt));
    body.set("to", texts(item.receiverThreadIds()));
    body.set("states", item.agentsStates());
    return new Shown(ViewKind.AGENT, body);
  }

  @Override
  public Shown visit(ActivityItem.SubAgentActivity item) {
    ObjectNode body = object().put("tool", item.kind()).put("path", item.agentPath());
    body.set("to", texts(List.of(item.agentThreadId())));
    return new Shown(ViewKind.AGENT, body);
  }

  @Override
  public Shown visit(ActivityItem.HookPrompt item) {
    return note(item, String.join("\n", item.texts()));
  }

  @Override
  public Shown visit(ActivityItem.FunctionCallOutput item) {
    ObjectNode body = object().put("tool", item.name());
    item.namespace().ifPresent(namespace -> body.put("server", namespace));
    body.set("result", item.output());
    return new Shown(ViewKind.TOOL, body);
  }

  @Override
  public Shown visit(ActivityItem.ImageView item) {
    return note(item, item.path());
  }

  @Override
  public Shown visit(ActivityItem.ImageGeneration item) {
    Shown shown = note(item, item.revisedPrompt().orElse(""));
    shown.body().put("status", item.status());
    item.savedPath().ifPresent(path -> shown.body().put("path", path));
    item.failure().ifPresent(failure -> shown.body().set("error", failure));
    return shown;
  }

  @Override
  public Shown visit(ActivityItem.Sleep item) {
    return note(item, item.duration().toMillis() + " ms");
  }

  @Override
  public Shown visit(ActivityItem.EnteredReviewMode item) {
    return note(item, item.review());
  }

  @Override
  public Shown visit(ActivityItem.ExitedReviewMode item) {
    return note(item, item.review());
  }

  @Override
  public Shown visit(ActivityItem item) {
    return item.accept((ActivityItem.Visitor<Shown>) this);
  }

  @Override
  public Shown visit(Item.Unknown item) {
    Shown shown = note(item, "");
    shown.body().set("raw", item.raw());
    return shown;
  }

  private static Shown note(Item item, String text) {
    return new Shown(ViewKind.NOTE, object().put("type", item.type()).put("text", text));
  }
}
