package dev.talaria.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ThreadItemTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void a_patch_tells_its_files() {
    ThreadItem.FileChange patch =
        (ThreadItem.FileChange)
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

  @Test
  void a_command_tells_its_outcome() {
    ThreadItem.CommandExecution command =
        (ThreadItem.CommandExecution)
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
    ThreadItem.CommandExecution command =
        (ThreadItem.CommandExecution)
            item("{'type':'commandExecution','id':7,'command':['ls','-l'],'exitCode':'two'}");

    assertEquals("7", command.id());
    assertEquals("[\"ls\",\"-l\"]", command.command());
    assertEquals("", command.cwd());
    assertEquals(OptionalInt.empty(), command.exitCode());
  }

  @Test
  void a_message_tells_its_phase() {
    ThreadItem.AgentMessage message =
        (ThreadItem.AgentMessage) item("{'type':'agentMessage','text':'t','phase':'commentary'}");

    assertEquals("t", message.text());
    assertEquals(Optional.of("commentary"), message.phase());
    assertEquals("", message.id());
  }

  @Test
  void an_item_of_a_later_codex_is_kept() {
    ThreadItem.Unknown item =
        assertInstanceOf(
            ThreadItem.Unknown.class, item("{'type':'futureItem','id':'s','durationMs':1}"));

    assertEquals("futureItem", item.type());
    assertEquals("s", item.id());
    assertEquals(1, item.raw().get("durationMs").asInt());
  }

  @Test
  void what_is_no_object_is_unknown() {
    assertTrue(ThreadItem.of(null).raw().isNull());
    assertInstanceOf(ThreadItem.Unknown.class, item("['type']"));
    assertEquals("", item("'text'").type());
    assertEquals("", item("{'type':{'a':1},'id':[1]}").id());
  }

  private static ThreadItem item(String json) {
    try {
      return ThreadItem.of(MAPPER.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
