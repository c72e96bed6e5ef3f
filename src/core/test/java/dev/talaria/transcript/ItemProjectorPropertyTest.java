package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.protocol.Item;
import java.lang.reflect.Modifier;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ItemProjectorPropertyTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

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
    Item item = Item.of(raw);
    for (var method : item.getClass().getDeclaredMethods()) {
      if (method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers())) {
        assertTrue(method.invoke(item) != null, method.toString());
      }
    }
    assertEquals(raw, item.raw());
  }

  @Property
  void the_roles_of_a_transcript_are_in_order(@ForAll("events") List<JsonNode> events) {
    List<Message> transcript = ArbitraryItems.transcript(events);
    for (int i = 0; i < transcript.size(); i++) {
      boolean answers = transcript.get(i) instanceof Message.Tool;
      boolean asked =
          i > 0
              && transcript.get(i - 1) instanceof Message.Assistant before
              && !before.toolCalls().isEmpty();
      assertEquals(asked, answers, "row " + i + " of " + transcript);
    }
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
    return ArbitraryItems.events();
  }

  @Provide
  Arbitrary<JsonNode> item() {
    return ArbitraryItems.item();
  }

  @Provide
  Arbitrary<JsonNode> json() {
    return ArbitraryItems.json();
  }
}
