package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.ThreadItem;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ItemProjectorPropertyTest {

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
          "phase",
          "z");

  private static final List<String> TYPES =
      List.of(
          "userMessage",
          "agentMessage",
          "reasoning",
          "commandExecution",
          "fileChange",
          "mcpToolCall",
          "dynamicToolCall",
          "contextCompaction",
          "plan",
          "");

  @Property
  void any_json_gives_well_formed_rows(@ForAll("events") List<JsonNode> events) {
    ItemProjector projector = new ItemProjector();
    for (JsonNode params : events) {
      assertWellFormed(projector.project("item/completed", params));
    }
  }

  @Property(tries = 300)
  void the_same_events_give_the_same_rows(@ForAll("events") List<JsonNode> events) {
    List<JsonNode> items =
        events.stream()
            .map(params -> NODES.objectNode().put("method", "item/completed").set("params", params))
            .map(JsonNode.class::cast)
            .toList();

    assertEquals(ConformanceCases.project(items), ConformanceCases.project(items));
  }

  @Property(tries = 300)
  void frames_of_any_shape_are_silent(@ForAll("json") JsonNode params) {
    ItemProjector projector = new ItemProjector();

    assertEquals(Projection.EMPTY, projector.project("turn/started", params));
    assertEquals(Projection.EMPTY, projector.project("turn/completed", params));
  }

  @Property
  void every_accessor_of_an_item_gives_something(@ForAll("item") JsonNode raw) throws Exception {
    ThreadItem item = ThreadItem.of(raw);
    for (var method : item.getClass().getDeclaredMethods()) {
      if (method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers())) {
        assertTrue(method.invoke(item) != null, method.toString());
      }
    }
    assertEquals(raw, item.raw());
  }

  private static void assertWellFormed(Projection projection) {
    List<Message> rows = projection.messages();
    assertEquals(rows.size() == 2, projection.toolIteration());
    if (rows.size() == 2) {
      Message.Assistant assistant = (Message.Assistant) rows.get(0);
      assertEquals(1, assistant.toolCalls().size());
      ToolCall call = assistant.toolCalls().get(0);
      assertEquals(call.id(), ((Message.Tool) rows.get(1)).toolCallId());
      assertTrue(ConformanceCases.parse(call.arguments()).isObject());
    } else if (rows.size() == 1 && rows.get(0) instanceof Message.Assistant assistant) {
      assertTrue(assistant.toolCalls().isEmpty());
    } else {
      assertTrue(rows.isEmpty() || rows.get(0) instanceof Message.User);
    }
    rows.forEach(row -> assertEquals(row.role(), row.toJson(NODES).get("role").asText()));
  }

  @Provide
  Arbitrary<List<JsonNode>> events() {
    Arbitrary<JsonNode> params = item().map(item -> NODES.objectNode().set("item", item));
    return Arbitraries.oneOf(params, params, json()).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<JsonNode> item() {
    Arbitrary<JsonNode> typed =
        Arbitraries.maps(Arbitraries.of(KEYS), json())
            .ofMaxSize(8)
            .flatMap(fields -> Arbitraries.of(TYPES).map(type -> object(fields).put("type", type)));
    return Arbitraries.oneOf(typed, typed, typed, json());
  }

  @Provide
  Arbitrary<JsonNode> json() {
    return Arbitraries.recursive(ItemProjectorPropertyTest::scalar, this::container, 0, 3);
  }

  private Arbitrary<JsonNode> container(Arbitrary<JsonNode> inner) {
    Arbitrary<JsonNode> arrays =
        inner.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list));
    Arbitrary<JsonNode> objects =
        Arbitraries.maps(Arbitraries.of(KEYS), inner)
            .ofMaxSize(3)
            .map(ItemProjectorPropertyTest::object);
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
