package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Items of every type with any JSON in any of their members. */
final class ArbitraryItems {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> KEYS =
      List.of(
          "type",
          "id",
          "text",
          "content",
          "summary",
          "command",
          "cwd",
          "aggregatedOutput",
          "exitCode",
          "changes",
          "kind",
          "path",
          "move_path",
          "status",
          "server",
          "tool",
          "arguments",
          "result",
          "error",
          "contentItems",
          "success",
          "namespace",
          "query",
          "action",
          "results",
          "fragments",
          "name",
          "output",
          "agentsStates",
          "receiverThreadIds",
          "prompt",
          "agentPath",
          "agentThreadId",
          "durationMs",
          "revisedPrompt",
          "savedPath",
          "failure",
          "review",
          "phase",
          "z");

  private static final List<String> TYPES =
      List.of(
          "userMessage",
          "hookPrompt",
          "agentMessage",
          "functionCallOutput",
          "plan",
          "reasoning",
          "commandExecution",
          "fileChange",
          "mcpToolCall",
          "dynamicToolCall",
          "collabAgentToolCall",
          "subAgentActivity",
          "webSearch",
          "imageView",
          "sleep",
          "imageGeneration",
          "enteredReviewMode",
          "exitedReviewMode",
          "contextCompaction",
          "futureItem",
          "");

  private ArbitraryItems() {}

  static Arbitrary<List<JsonNode>> events() {
    Arbitrary<JsonNode> params = item().map(item -> NODES.objectNode().set("item", item));
    return Arbitraries.oneOf(params, params, json()).list().ofMaxSize(6);
  }

  static Arbitrary<JsonNode> item() {
    Arbitrary<JsonNode> typed =
        Arbitraries.maps(Arbitraries.of(KEYS), json())
            .ofMaxSize(8)
            .flatMap(
                fields ->
                    Arbitraries.of(TYPES).map(type -> (JsonNode) object(fields).put("type", type)))
            // jqwik would first put all of them together, for seconds; the members keep theirs.
            .withoutEdgeCases();
    return Arbitraries.oneOf(typed, typed, typed, json());
  }

  static Arbitrary<JsonNode> json() {
    return Arbitraries.recursive(ArbitraryItems::scalar, ArbitraryItems::container, 0, 3);
  }

  /** What one projector makes of the items, and of the end of their turn. */
  static List<Message> transcript(List<JsonNode> events) {
    ItemProjector projector = new ItemProjector();
    List<Message> messages = new ArrayList<>();
    for (JsonNode params : events) {
      messages.addAll(projector.project("item/completed", params).messages());
    }
    messages.addAll(projector.project("turn/completed", NODES.objectNode()).messages());
    messages.addAll(projector.end().messages());
    return messages;
  }

  private static Arbitrary<JsonNode> container(Arbitrary<JsonNode> inner) {
    Arbitrary<JsonNode> arrays =
        inner.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list));
    Arbitrary<JsonNode> objects =
        Arbitraries.maps(Arbitraries.of(KEYS), inner).ofMaxSize(3).map(ArbitraryItems::object);
    return Arbitraries.oneOf(inner, arrays, objects);
  }

  private static Arbitrary<JsonNode> scalar() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(6).map(NODES::textNode),
        Arbitraries.of(TYPES).map(NODES::textNode),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.bigDecimals().map(NODES::numberNode).map(JsonNode.class::cast),
        Arbitraries.just(NODES.numberNode(new BigDecimal("1.0"))),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.just(NODES.nullNode()));
  }

  private static ObjectNode object(Map<String, JsonNode> fields) {
    return NODES.objectNode().setAll(fields);
  }
}
