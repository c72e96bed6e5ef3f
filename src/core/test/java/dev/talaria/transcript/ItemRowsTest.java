package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One item of each type, as Codex 0.169.0 sends it, and the rows that it becomes. */
class ItemRowsTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Pattern TYPE = Pattern.compile("`(\\w+)`");

  /** The types that {@code docs/transcript.md} has a row for. */
  private static Set<String> documented() throws IOException {
    Path page = Path.of(System.getProperty("talaria.root"), "docs/transcript.md");
    Set<String> types = new HashSet<>();
    Files.readAllLines(page).stream()
        .dropWhile(line -> !line.startsWith("| item type |"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> TYPE.matcher(line.split("\\|")[1]))
        .forEach(names -> names.results().forEach(name -> types.add(name.group(1))));
    return types;
  }

  static List<JsonNode> examples() throws IOException {
    try (InputStream in = ItemRowsTest.class.getResourceAsStream("item-rows.json")) {
      List<JsonNode> examples = new ArrayList<>();
      ConformanceCases.MAPPER.readTree(in).forEach(examples::add);
      return examples;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_item_becomes_its_rows(JsonNode example) {
    ArrayNode rows = NODES.arrayNode();
    Projection projection = project(example.get("item"));
    projection.messages().forEach(row -> rows.add(row.toJson(NODES)));

    assertEquals(example.get("rows").toPrettyString(), rows.toPrettyString());
    assertEquals(rows.size() == 2, projection.toolIteration());
    assertFalse(rows.toString().contains("iVBORw0KGgo"), "the bytes of an image");
  }

  @Test
  void every_type_has_an_example_a_row_in_the_docs_and_a_record_of_its_own() throws IOException {
    Set<String> shown = new HashSet<>();
    for (JsonNode example : examples()) {
      Item item = Item.of(example.get("item"));
      if (!(item instanceof Item.Unknown)) {
        shown.add(item.type());
      }
    }

    assertEquals(documented(), shown);
  }

  @Test
  void every_type_may_come_without_any_member() throws IOException {
    for (String type : documented()) {
      for (Message row : project(NODES.objectNode().put("type", type)).messages()) {
        boolean saysNull = row.content().replace("success=null", "").contains("null");
        assertFalse(saysNull, row::toString);
        assertTrue(row.content().length() < 100, row::toString);
      }
    }
  }

  @Test
  void a_search_counts_as_a_tool_call_and_takes_the_reasoning() {
    ItemProjector projector = new ItemProjector();
    complete(projector, ConformanceCases.parse("{\"type\":\"reasoning\",\"summary\":[\"hm\"]}"));
    Projection search =
        complete(projector, ConformanceCases.parse("{\"type\":\"webSearch\",\"id\":\"w\"}"));

    assertTrue(search.toolIteration());
    assertEquals("hm", ((Message.Assistant) search.messages().get(0)).reasoning());
    assertEquals("", search.messages().get(1).content());
  }

  @Test
  void a_note_takes_no_reasoning_and_is_told_once() throws IOException {
    for (JsonNode example : examples()) {
      ItemProjector projector = new ItemProjector();
      complete(projector, ConformanceCases.parse("{\"type\":\"reasoning\",\"summary\":[\"hm\"]}"));
      List<Message> rows = complete(projector, example.get("item")).messages();
      if (rows.size() == 1 && rows.get(0).content().startsWith("[codex ")) {
        assertEquals("", ((Message.Assistant) rows.get(0)).reasoning());
        assertSame(Projection.EMPTY, complete(projector, example.get("item")));
      }
    }
  }

  @Property(tries = 300)
  void a_note_is_bounded(@ForAll("item") JsonNode item) {
    if (item.deepCopy() instanceof ObjectNode object) {
      String huge = "😀".repeat(3000);
      for (String member : List.of("text", "output", "prompt", "review", "path", "revisedPrompt")) {
        object.put(member, huge);
      }
      for (Message row : project(object).messages()) {
        if (row.content().startsWith("[codex ")) {
          assertTrue(row.content().codePointCount(0, row.content().length()) < 1600);
        }
      }
    }
  }

  @Test
  void the_type_of_an_unknown_item_is_bounded_too() {
    String note =
        project(NODES.objectNode().put("type", "t".repeat(9000))).messages().get(0).content();

    assertTrue(note.startsWith("[codex " + "t".repeat(63) + "…] {"), note);
  }

  @Provide
  Arbitrary<JsonNode> item() {
    return ArbitraryItems.item();
  }

  private static Projection project(JsonNode item) {
    return complete(new ItemProjector(), item);
  }

  private static Projection complete(ItemProjector projector, JsonNode item) {
    return projector.project("item/completed", NODES.objectNode().set("item", item));
  }
}
