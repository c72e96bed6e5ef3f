package dev.talaria.llm;

import static dev.talaria.llm.LlmLab.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.SurveyTable;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What of the user's own set-up reaches the model in a call, on the real Codex. */
@Timeout(120)
class RealIsolationTest {

  private static final List<String> MARKS =
      List.of("USER_INSTRUCTIONS", "PROJECT_DOC", "HOME_DOC", "USER_SKILL");

  @TempDir Path workspace;

  private JsonNode request(Isolation isolation, boolean shell) throws Exception {
    Files.createDirectories(workspace.resolve(".git"));
    Files.writeString(workspace.resolve("AGENTS.md"), "PROJECT_DOC");
    List<String> server = ScriptedMcpServer.commandLine();
    try (LlmLab lab =
        new LlmLab(
            workspace,
            ModelScript.texts("ok"),
            config ->
                config
                    .rootKey("developer_instructions", "USER_INSTRUCTIONS")
                    .mcpServer(
                        "user_server",
                        Map.of(
                            "command",
                            server.get(0),
                            "args",
                            server.subList(1, server.size()),
                            "required",
                            true)),
            runtime -> runtime.isolation(isolation))) {
      Files.writeString(lab.home.path().resolve("AGENTS.md"), "HOME_DOC");
      Path skill = Files.createDirectories(lab.home.path().resolve("skills/mine"));
      Files.writeString(
          skill.resolve("SKILL.md"), "---\nname: mine\ndescription: USER_SKILL\n---\nbody\n");
      Path hooked = workspace.resolve("hooked");
      ObjectNode hooks = WireJson.mapper().createObjectNode();
      hooks
          .putObject("hooks")
          .putArray("UserPromptSubmit")
          .addObject()
          .putArray("hooks")
          .addObject()
          .put("type", "command")
          .put("command", "touch '" + hooked + "'");
      Files.writeString(lab.home.path().resolve("hooks.json"), hooks.toString());
      assertEquals(
          "ok", get(lab.llm.generateText(TextRequest.builder("hello").shell(shell).build())));
      if (isolation == Isolation.STRICT) {
        assertFalse(Files.exists(hooked), "a hook of the user's ran");
      }
      return WireJson.mapper().readTree(lab.model.requests().get(0).json());
    }
  }

  private static List<String> marks(JsonNode request) {
    List<String> found = new ArrayList<>(MARKS);
    found.removeIf(mark -> !request.toString().contains(mark));
    return found;
  }

  private static Set<String> tools(JsonNode request) {
    Set<String> names = new TreeSet<>();
    request
        .path("tools")
        .forEach(tool -> names.add(tool.path("name").asText(tool.path("type").asText())));
    return names;
  }

  private static boolean has(String fact) {
    return SurveyTable.checkedIn().value(PinnedCodex.selectedVersion(), fact).equals("yes");
  }

  @Test
  void a_strict_call_sees_of_the_users_set_up_only_what_codex_cannot_be_told_to_leave_out()
      throws Exception {
    JsonNode request = request(Isolation.STRICT, true);
    assertEquals(List.of("HOME_DOC"), marks(request));
    Set<String> tools = tools(request);
    // 0.151.0 and older offer a plan besides.
    tools.remove("update_plan");
    assertEquals(
        Set.of("apply_patch", "exec_command", "request_user_input", "view_image", "write_stdin"),
        tools);
  }

  @Test
  void a_strict_call_for_text_runs_no_commands() throws Exception {
    Set<String> tools = tools(request(Isolation.STRICT, false));
    tools.remove("update_plan");
    // 0.146.0 and older have no switch for it.
    assertEquals(has("VIEW_IMAGE_SWITCH"), !tools.remove("view_image"), "pictures");
    assertEquals(Set.of("apply_patch", "request_user_input"), tools);
  }

  @Test
  void a_call_with_the_users_set_up_sees_all_of_it_but_searches_nothing() throws Exception {
    JsonNode request = request(Isolation.USER, false);
    assertEquals(MARKS, marks(request));
    Set<String> tools = tools(request);
    assertEquals(true, tools.contains("list_mcp_resources"), tools::toString);
    assertEquals(false, tools.contains("web_search"), tools::toString);
  }

  /** The default since 0.144.0 is a model that runs code, whose tools are declared otherwise. */
  @Test
  void a_strict_call_to_the_default_model_begins_no_sub_agents_either() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .respond(
                request ->
                    isOffered(request.body(), "spawn_agent")
                        ? Reply.of(
                            OutputItem.call("spawn_agent", TASK).inNamespace("collaboration"))
                        : Reply.text("ok"))
            .text("ok")
            .build();
    try (LlmLab lab =
        new LlmLab(
            workspace,
            script,
            config -> config,
            runtime -> runtime.models(ModelSlots.defaults()))) {
      HostTool tool = HostTool.builder("own_tool").run(call -> ToolResult.of("")).build();
      assertEquals(
          "ok", get(lab.llm.generateText(TextRequest.builder("hi").tools(List.of(tool)).build())));
      String request = lab.model.requests().get(0).json();
      assertTrue(request.contains("own_tool"));
      // The instructions speak of it all the same; these are the two ways to declare it.
      assertFalse(request.contains("tools: { exec_command("), "a shell for code");
      assertFalse(request.contains("\"name\":\"exec_command\""), "a shell");
      if (isOffered(WireJson.mapper().readTree(request), "spawn_agent")) {
        assertFalse(has("SUB_AGENTS_SWITCH"));
        String told = lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
        assertTrue(told.contains("limit reached"), told);
        assertEquals(2, lab.model.requests().size(), "a sub-agent asks its model");
      }
    }
  }

  private static final Map<String, String> TASK =
      Map.of("task_name", "kid", "message", "child work", "fork_turns", "none");

  private static boolean isOffered(JsonNode request, String tool) {
    boolean offered = request.path("tools").toString().contains(tool);
    for (JsonNode item : request.path("input")) {
      offered |= item.path("tools").toString().contains(tool);
    }
    return offered;
  }
}
