package dev.talaria.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void a_patch_tells_its_files() {
    Item.FileChange patch =
        (Item.FileChange)
            item(
                "{'type':'fileChange','id':'p7','status':'inProgress','changes':["
                    + "{'path':'/ws/mv.txt','kind':{'type':'update','move_path':'/ws/moved.txt'},"
                    + "'diff':'@@'},{'path':'/ws/n.txt','kind':'add','diff':'new'},{}]}");

    assertEquals("p7", patch.id());
    assertEquals("fileChange", patch.type());
    assertEquals("inProgress", patch.status());
    List<PatchChange> changes = patch.changes();
    assertEquals(
        List.of("update", "add", "update"), changes.stream().map(PatchChange::kind).toList());
    assertEquals(
        List.of("/ws/mv.txt", "/ws/n.txt", ""), changes.stream().map(PatchChange::path).toList());
    assertEquals(Optional.of("/ws/moved.txt"), changes.get(0).movePath());
    assertEquals(Optional.empty(), changes.get(1).movePath());
    assertEquals("new", changes.get(1).diff());
  }

  private static final List<String> TYPES =
      List.of(
          ("userMessage agentMessage reasoning commandExecution fileChange mcpToolCall"
                  + " dynamicToolCall webSearch contextCompaction later hookPrompt"
                  + " functionCallOutput plan collabAgentToolCall subAgentActivity imageView"
                  + " imageGeneration sleep enteredReviewMode exitedReviewMode")
              .split(" "));

  @Test
  void a_visitor_gets_an_item_as_what_it_is() {
    Set<Class<?>> seen = new HashSet<>();
    for (String type : TYPES) {
      Item item = item("{'type':'" + type + "'}");
      Class<?> visited = item.accept(visitor(Item.Visitor.class));
      if (item instanceof ActivityItem activity) {
        assertEquals(ActivityItem.class, visited);
        ActivityItem.Visitor<Class<?>> visitor = visitor(ActivityItem.Visitor.class);
        visited = activity.accept(visitor);
      }
      assertEquals(item.getClass(), visited);
      seen.add(visited);
    }
    Set<Class<?>> all = new HashSet<>(List.of(Item.class.getPermittedSubclasses()));
    all.remove(ActivityItem.class);
    all.addAll(List.of(ActivityItem.class.getPermittedSubclasses()));
    assertEquals(all, seen);
  }

  /** Gives the type as which it is visited. */
  @SuppressWarnings("unchecked")
  private static <V> V visitor(Class<?> type) {
    return (V)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (visitor, visit, arguments) -> visit.getParameterTypes()[0]);
  }

  @Test
  void a_visitor_of_tools_gets_everything_else_as_other() {
    Item.ToolVisitor<Boolean> isTool =
        new Item.ToolVisitor<>() {
          @Override
          public Boolean visit(Item.CommandExecution item) {
            return true;
          }

          @Override
          public Boolean visit(Item.FileChange item) {
            return true;
          }

          @Override
          public Boolean visit(Item.McpToolCall item) {
            return true;
          }

          @Override
          public Boolean visit(Item.DynamicToolCall item) {
            return true;
          }

          @Override
          public Boolean visit(Item.WebSearch item) {
            return true;
          }

          @Override
          public Boolean other(Item item) {
            return false;
          }
        };
    assertEquals(
        List.of("commandExecution", "fileChange", "mcpToolCall", "dynamicToolCall", "webSearch"),
        TYPES.stream().filter(type -> item("{'type':'" + type + "'}").accept(isTool)).toList());
  }

  @Test
  void a_command_tells_its_outcome() {
    Item.CommandExecution command =
        (Item.CommandExecution)
            item(
                "{'type':'commandExecution','id':'c','command':'ls','cwd':'/w','status':'failed',"
                    + "'exitCode':2,'aggregatedOutput':null}");

    assertEquals("ls", command.command());
    assertEquals("/w", command.cwd());
    assertEquals("failed", command.status());
    assertEquals(OptionalInt.of(2), command.exitCode());
    assertEquals(Optional.empty(), command.aggregatedOutput());
  }

  @Test
  void a_member_of_another_type_is_read_as_far_as_it_goes() {
    Item.CommandExecution command =
        (Item.CommandExecution)
            item("{'type':'commandExecution','id':7,'command':['ls','-l'],'exitCode':'two'}");

    assertEquals("7", command.id());
    assertEquals("[\"ls\",\"-l\"]", command.command());
    assertEquals("", command.cwd());
    assertEquals(OptionalInt.empty(), command.exitCode());
  }

  @Test
  void a_message_tells_its_phase() {
    Item.AgentMessage message =
        (Item.AgentMessage) item("{'type':'agentMessage','text':'t','phase':'commentary'}");

    assertEquals("t", message.text());
    assertEquals(Optional.of("commentary"), message.phase());
    assertEquals("", message.id());
  }

  @Test
  void an_item_of_a_later_codex_is_kept() {
    Item.Unknown item =
        assertInstanceOf(Item.Unknown.class, item("{'type':'futureItem','id':'s','durationMs':1}"));

    assertEquals("futureItem", item.type());
    assertEquals("s", item.id());
    assertEquals(1, item.raw().get("durationMs").asInt());
  }

  @Test
  void what_is_no_object_is_unknown() {
    assertTrue(Item.of(null).raw().isNull());
    assertInstanceOf(Item.Unknown.class, item("['type']"));
    assertEquals("", item("'text'").type());
    assertEquals("", item("{'type':{'a':1},'id':[1]}").id());
  }

  private static Item item(String json) {
    try {
      return Item.of(MAPPER.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
