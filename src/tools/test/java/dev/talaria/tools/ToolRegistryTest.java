package dev.talaria.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tools a host may offer, and where. */
class ToolRegistryTest {

  static HostTool tool(String name, ToolScope reach) {
    return HostTool.builder(name).reach(reach).run(call -> ToolResult.of("x")).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terminal",
        "shell",
        "read_file",
        "write_file",
        "patch",
        "search_files",
        "process",
        "exec_command",
        "apply_patch",
        "Shell",
        "exec-command",
        "write_stdin",
        "update_plan"
      })
  void what_codex_brings_itself_is_never_offered(String name) {
    for (ToolScope reach : ToolScope.values()) {
      String why =
          assertThrows(IllegalArgumentException.class, () -> tool(name, reach)).getMessage();
      assertTrue(why.contains("'" + name + "'"), why);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delegate_task", "memory", "session_search", "todo"})
  void what_needs_the_agents_state_is_offered_in_the_host_only(String name) {
    assertEquals(name, tool(name, ToolScope.IN_HOST).name());
    String why =
        assertThrows(IllegalArgumentException.class, () -> tool(name, ToolScope.ANYWHERE))
            .getMessage();
    assertTrue(why.contains("IN_HOST"), why);
    ToolRegistry registry =
        ToolRegistry.of(tool(name, ToolScope.IN_HOST), tool("web_search", ToolScope.ANYWHERE));
    assertEquals("ToolRegistry[web_search]", registry.reachingAnywhere().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web_search", "web_extract", "browser_navigate", "vision_analyze", "image_generate",
        "skill_view", "skills_list", "text_to_speech", "kanban_complete", "kanban_block",
        "kanban_comment", "kanban_heartbeat", "kanban_show", "kanban_list", "kanban_create",
        "kanban_unblock", "kanban_link"
      })
  void stateless_and_hand_off_tools_are_offered_in_any_process(String name) {
    assertEquals(
        1, ToolRegistry.of(tool(name, ToolScope.ANYWHERE)).reachingAnywhere().all().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "1st", "a.b", "mcp__x__y", "ä", "a/b"})
  void names_that_codex_or_mcp_refuse_are_refused_here(String name) {
    assertThrows(IllegalArgumentException.class, () -> tool(name, ToolScope.IN_HOST));
  }

  @Test
  void a_name_has_at_most_64_characters_and_is_there_once() {
    assertEquals(64, tool("a".repeat(64), ToolScope.IN_HOST).name().length());
    assertThrows(IllegalArgumentException.class, () -> tool("a".repeat(65), ToolScope.IN_HOST));
    ToolRegistry one = ToolRegistry.of(tool("one", ToolScope.IN_HOST));
    assertEquals(List.of("one"), one.all().stream().map(HostTool::name).toList());
    assertThrows(IllegalArgumentException.class, () -> one.with(one));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "no json",
        "{\"type\":\"string\"}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/x\"}}}"
      })
  void a_schema_that_arguments_cannot_be_checked_by_is_refused(String schema) {
    assertThrows(
        IllegalArgumentException.class,
        () -> HostTool.builder("x").parameters(schema).run(call -> ToolResult.of("")).build());
  }

  @Test
  void the_schema_keeps_its_order_and_cannot_be_changed() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"z\":{\"type\":\"string\"},\"a\":{\"type\":"
            + "\"string\"},\"m\":{\"type\":\"string\"}},\"required\":[\"z\"]}";
    HostTool tool = HostTool.builder("x").parameters(schema).run(call -> ToolResult.of("")).build();
    tool.parameters().remove("type");
    assertEquals(schema, tool.parameters().toString());
  }
}
