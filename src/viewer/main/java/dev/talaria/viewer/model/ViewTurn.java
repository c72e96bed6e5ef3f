package dev.talaria.viewer.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.TokenUsage;

/** A turn as far as it is known. Changed by its {@link SessionModel} only. */
public final class ViewTurn {

  final int number;
  final int thread;
  final String id;

  /** Where it stands among the items: before the first that began after it. */
  final long first;

  final long start;
  long end = -1;
  String origin = "";
  String status = "inProgress";
  String error = "";
  boolean hasItems;

  /** The thread's tokens before the turn; null while they are not known. */
  TokenUsage.Counts before;

  TokenUsage usage;

  ViewTurn(int number, int thread, String id, long first, long start) {
    this.number = number;
    this.thread = thread;
    this.id = id;
    this.first = first;
    this.start = start;
  }

  /** Its number: turns are counted over all threads. */
  public int number() {
    return number;
  }

  void used(TokenUsage now) {
    if (before == null) {
      before = minus(now.total(), now.last());
    }
    usage = now;
  }

  /** As the page's data has it. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("n", number).put("th", thread).put("id", id).put("first", first);
    json.put("s", start).put("e", end).put("origin", origin).put("status", status);
    if (!error.isEmpty()) {
      json.put("error", error);
    }
    if (usage != null) {
      json.set("tokens", counts(minus(usage.total(), before)));
      json.put("context", usage.last().totalTokens());
      if (usage.modelContextWindow() != null) {
        json.put("window", usage.modelContextWindow());
      }
    }
    return json;
  }

  static ObjectNode counts(TokenUsage.Counts counts) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("in", counts.inputTokens())
        .put("cached", counts.cachedInputTokens())
        .put("out", counts.outputTokens())
        .put("reasoning", counts.reasoningOutputTokens());
  }

  private static TokenUsage.Counts minus(TokenUsage.Counts a, TokenUsage.Counts b) {
    return new TokenUsage.Counts(
        Math.max(0, a.totalTokens() - b.totalTokens()),
        Math.max(0, a.inputTokens() - b.inputTokens()),
        Math.max(0, a.cachedInputTokens() - b.cachedInputTokens()),
        Math.max(0, a.outputTokens() - b.outputTokens()),
        Math.max(0, a.reasoningOutputTokens() - b.reasoningOutputTokens()));
  }
}
