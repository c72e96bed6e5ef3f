package dev.talaria.cli.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.ModelRequest;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.Reply;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.ScriptedModel;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolProvider;
import dev.talaria.tools.ToolResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria llm} as a user runs it, on the real Codex with a scripted model. */
@Timeout(120)
class RealLlmCommandTest {

  @TempDir Path folder;

  private ScriptedModel model;
  private ScratchCodexHome home;

  /** What {@code --tools} finds on the class path. */
  public static final class Echo implements ToolProvider {
    @Override
    public List<HostTool> tools() {
      return List.of(
          HostTool.builder("echo_value")
              .description("Gives back what it gets.")
              .handler(
                  call -> {
                    String value = call.arguments().path("value").asText();
                    if (value.equals("bad")) {
                      throw new IllegalArgumentException("that value is bad");
                    }
                    return CompletableFuture.completedFuture(ToolResult.of(value));
                  })
              .build());
    }
  }

  private void start(ModelScript script) throws IOException {
    model = ScriptedModel.start(script);
    home = ScratchCodexHome.builder(model.baseUrl()).create();
  }

  @AfterEach
  void stop() throws IOException {
    if (model != null) {
      model.close();
      home.close();
    }
  }

  private CommandRun llm(String command, String... more) throws Exception {
    List<String> line = new ArrayList<>(List.of("llm", command));
    line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
    line.addAll(List.of("--codex-home", home.path().toString()));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void text_prints_the_answer_alone() throws Exception {
    start(ModelScript.texts("hello"));
    CommandRun run = llm("text", "--system", "be short", "say", "hello");
    assertEquals(0, run.exit(), run.err());
    assertEquals("hello\n", run.out());
    assertEquals("", run.err());
    assertTrue(model.requests().get(0).body().toString().contains("say hello"));
  }

  @Test
  void text_as_json_tells_the_tokens_too() throws Exception {
    start(ModelScript.texts("hello"));
    JsonNode json = llm("text", "--json", "hi").json();
    assertEquals("hello", json.path("text").asText());
    assertTrue(json.path("usage").path("inputTokens").asLong() > 0, json.toString());
    assertTrue(json.has("totalMs"));
  }

  @Test
  void the_role_decides_about_the_model() throws Exception {
    start(ModelScript.texts("a", "b"));
    Path config =
        file(
            "host.yaml",
            "llm:\n  provider: {backend: codex}\n"
                + "  models: {default: codex, triage: gpt-5.4}\n  colour: red\n");
    CommandRun run = llm("text", "--host-config", config.toString(), "--role", "triage", "hi");
    assertEquals(0, run.exit(), run.err());
    assertEquals("Unsupported llm.colour: unknown field (ignored)\n", run.err());
    assertEquals("gpt-5.4", model(0));
    run = llm("text", "--host-config", config.toString(), "--model", "gpt-5.3", "hi");
    assertEquals("gpt-5.3", model(1), run.err());
  }

  private String model(int request) {
    List<ModelRequest> requests = model.requests();
    return requests.get(request).body().path("model").asText();
  }

  @Test
  void a_model_that_is_none_of_codex_is_refused_with_the_fix() throws Exception {
    start(ModelScript.texts());
    CommandRun run = llm("text", "--model", "sonnet", "hi");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("Unsupported Codex model \"sonnet\". Use codex,"), run.err());
  }

  @Test
  void object_prints_valid_json() throws Exception {
    start(ModelScript.texts("{\"answer\":\"yes\",\"why\":null}"));
    Path schema =
        file(
            "schema.json",
            "{\"type\":\"object\",\"properties\":{\"answer\":{\"type\":\"string\"},"
                + "\"why\":{\"type\":\"string\"}},\"required\":[\"answer\"]}");
    CommandRun run = llm("object", "--schema", schema.toString(), "well?");
    assertEquals(0, run.exit(), run.err());
    assertEquals("{\"answer\":\"yes\"}", run.json().toString());
  }

  @Test
  void a_schema_that_is_no_json_is_misuse() throws Exception {
    start(ModelScript.texts());
    CommandRun run = llm("object", "--schema", file("s.json", "{").toString(), "well?");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("s.json is not JSON: "), run.err());
  }

  private static ModelScript echoing(String value) {
    return ModelScript.builder()
        .reply(OutputItem.call("echo_value", Map.of("value", value)))
        .text("it said " + value)
        .build();
  }

  @Test
  void loop_works_with_the_tools_of_a_class() throws Exception {
    start(echoing("x"));
    CommandRun run = llm("loop", "--tools", Echo.class.getName(), "--budget", "5", "echo x");
    assertEquals(0, run.exit(), run.err());
    assertEquals("it said x\n", run.out());
    assertTrue(run.err().startsWith("  step 1, host tool echo_value, after "), run.err());
  }

  @Test
  void loop_tells_of_a_failed_tool_and_of_its_budget() throws Exception {
    start(echoing("bad"));
    CommandRun run = llm("loop", "--tools", Echo.class.getName(), "echo");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("  failed: echo_value: "), run.err());
    assertTrue(run.err().contains("that value is bad"), run.err());
    stop();
    start(echoing("bad"));
    run =
        llm("loop", "--tools", Echo.class.getName(), "--tool-failures", "report", "--json", "echo");
    assertEquals(0, run.exit(), run.err());
    JsonNode json = run.json();
    assertEquals("natural", json.path("stopReason").asText());
    assertEquals("echo_value", json.path("toolFailures").get(0).path("tool").asText());
    stop();
    start(echoing("x"));
    run = llm("loop", "--tools", Echo.class.getName(), "--budget", "1", "echo");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("stopped: the budget of 1 steps is used up"), run.err());
  }

  private static String namespace() {
    CodexVersion version = CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();
    return MeasuredFact.MCP_TOOLS_BEHIND_SEARCH.isIn(version) ? "mcp__ours" : "mcp__ours__";
  }

  @Test
  void loop_works_with_a_server_of_the_hosts() throws Exception {
    start(
        ModelScript.builder()
            .reply(OutputItem.call("echo_value", Map.of()).inNamespace(namespace()))
            .text("I did")
            .repeat()
            .text("I did not")
            .build());
    Path config =
        file(
            "host.yaml",
            "mcp_servers:\n  ours:\n    command: "
                + Path.of(System.getProperty("java.home"), "bin", "java")
                + "\n    args: [-cp, '"
                + System.getProperty("java.class.path")
                + "', dev.talaria.cli.Talaria, tools-mcp, --host-config, '"
                + file(
                    "tools.yaml",
                    "tools:\n  - {name: echo_value, description: Echoes., command: cat}\n")
                + "']\n");
    CommandRun run = llm("loop", "--host-config", config.toString(), "--tools", "ours", "look");
    assertEquals(0, run.exit(), run.err());
    assertEquals("I did\n", run.out());
    assertTrue(run.err().contains("step 1, mcp tool echo_value, after"), run.err());
    run = llm("loop", "--host-config", config.toString(), "--tools", "theirs", "look");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--tools theirs: neither a class"), run.err());
    run = llm("loop", "--tools", "theirs", "look");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("needs --host-config"), run.err());
  }

  @Test
  void probe_says_that_the_login_answers_or_what_to_do() throws Exception {
    start(ModelScript.texts("ok"));
    CommandRun run = llm("probe");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("Codex is authenticated, and "), run.out());
    stop();
    start(ModelScript.builder().repeat().reply(Reply.httpError(401, "{}")).build());
    run = llm("probe", "--json");
    assertEquals(1, run.exit());
    JsonNode probed = run.json().path("models").get(0);
    assertEquals("notLoggedIn", probed.path("outcome").asText(), run.out());
    assertTrue(probed.path("fix").asText().contains("codex login"), run.out());
  }

  @Test
  void setup_writes_what_it_tried() throws Exception {
    start(ModelScript.builder().repeat().text("ok").build());
    Path config = file("host.yaml", "# mine\nmodel: {default: x} # kept\n");
    CommandRun run = llm("setup", "--host-config", config.toString(), "--no-input");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("LLM ready: yes (codex, gpt-"), run.out());
    assertEquals(
        "# mine\nllm:\n  models:\n    default: codex\n  provider:\n    backend: codex\n"
            + "model: {default: x} # kept\n",
        Files.readString(config));
    run = llm("setup", "--host-config", config.toString(), "--no-input");
    assertEquals("LLM ready: yes (codex, codex)\n", run.out());
    assertEquals("", run.err());
  }

  @Test
  void setup_writes_nothing_where_the_login_does_not_answer() throws Exception {
    start(ModelScript.builder().repeat().reply(Reply.httpError(401, "{}")).build());
    Path config = file("host.yaml", "a: 1\n");
    CommandRun run = llm("setup", "--host-config", config.toString(), "--no-input");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("LLM test failed"), run.err());
    assertEquals("a: 1\n", Files.readString(config));
    assertFalse(run.out().contains("ready"));
  }
}
