package dev.talaria.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.server.CodexServer;
import dev.talaria.service.LoginIssuer;
import io.temporal.testserver.TestServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The programs of the docs, as they stand there, on the real Codex. Most wait for their JVM. */
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("try")
class ExamplesTest {

  @TempDir Path workspace;

  /** The modules of the library, and what they need. */
  private static final Pattern MODULES =
      Pattern.compile(
          ".*/(src/(base|protocol|core|tools|durable|host|llm|telemetry)|config-migration)/target/(?!.*-tests\\.jar).*"
              + "|.*/(jackson-(core|databind|annotations|datatype)|slf4j-api|jsonrpc4j|commons-exec"
              + "|Java-WebSocket|tomlj|antlr4-runtime|snakeyaml-engine|mcp-|reactor-core|reactive-streams"
              + "|json-schema-validator|itu|jsonschema-|classmate|jspecify|opentelemetry-(api|context|common))[^/]*\\.jar");

  /** What is typed into the program. */
  private String answers = "";

  /** What the program has in its environment besides. */
  private Map<String, String> environment = Map.of();

  /** Whether the library is on the module path; the program is on the class path. */
  private boolean modular;

  @Test
  void the_readme_program_runs_a_turn() throws Exception {
    Files.writeString(workspace.resolve("note.txt"), "three herons\n");
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("exec_command", Map.of("cmd", "cat note.txt")))
            .text("There is one file, note.txt. It says: three herons.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, FirstTurn.class, "What is in this directory?");
      assertShown("docs/start.md", printed.replaceAll("\\d+ s\n", "4 s\n"));
      assertTrue(model.requests().get(1).json().contains("three herons"));
    }
  }

  /** The output stands on the page as the program printed it. */
  private static void assertShown(String page, String output) throws IOException {
    Path file = Path.of(System.getProperty("talaria.root"), page);
    assertTrue(
        Files.readString(file).contains("```text\n" + output + "```"),
        () -> page + " should show:\n" + output);
  }

  @Test
  void a_person_gives_the_first_approval() throws Exception {
    answers = "yes";
    try (ScriptedModel model = ScriptedModel.start(asksAndWrites());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, FirstApproval.class, "write it");
      assertShown("docs/start.md", printed.replace(workspace.toString(), "/home/ada/project"));
      assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
    }
  }

  @Test
  void the_first_tool_gets_a_record() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("stock", Map.of("article", "A-17", "wanted", 3)))
            .text("There are enough.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertShown("docs/start.md", run(home, FirstTool.class, "Are there three of A-17?"));
      assertTrue(model.requests().get(0).json().contains("such as A-17"));
      assertEquals("in stock", model.requests().get(1).outputOf("call_1_1").orElseThrow());
    }
  }

  @Test
  void a_job_without_a_person_goes_by_its_rules() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(asksAndWrites());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("COMPLETED: done\n", run(home, Unattended.class, "tidy up"));
      assertTrue(Files.notExists(workspace.resolve("ran.txt")));
      String audit = Files.readString(workspace.resolve("audit.jsonl"));
      assertTrue(audit.contains("\"decider\":\"policy\""), audit);
    }
  }

  @Test
  void a_turn_is_shown_while_it_runs() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("one ", "two")).between(Duration.ofMillis(400)))
            .text("short")
            .build();
    answers = "be brief, please";
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, StreamTurn.class, "tell me");
      assertTrue(printed.contains("(steered)\n"), printed);
      assertTrue(printed.endsWith("short [agentMessage]\nCOMPLETED\n"), printed);
      assertTrue(model.requests().get(1).json().contains("be brief, please"));
    }
  }

  @Test
  void many_prompts_run_at_the_same_time() throws Exception {
    ModelScript script = ModelScript.builder().repeat().text("Yes.").build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertShown("docs/many-sessions.md", run(home, RunMany.class, "a", "b", "c"));
    }
  }

  @Test
  void a_page_shows_a_turn_as_it_runs() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("one\n", "two"))).build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      ProcessBuilder program = program(home, WebPage.class, "0");
      Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader out = process.inputReader()) {
        URI page = URI.create(out.readLine());
        HttpClient browser = HttpClient.newHttpClient();
        assertTrue(read(browser, page).contains("EventSource(\"/?\""));
        assertEquals(
            "data: \"one\\n\"\n\ndata: \"two\"\n\nevent: end\ndata: COMPLETED\n\n",
            read(browser, page.resolve("/?count%20to%20two")));
        assertTrue(model.requests().get(0).json().contains("count to two"));
      } finally {
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
      }
    }
  }

  private static String read(HttpClient browser, URI address) throws Exception {
    return browser
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void methods_are_called_by_their_constants() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertShown("docs/typed-calls.md", run(home, AnyMethod.class));
    }
  }

  @Test
  void the_library_works_on_the_module_path() throws Exception {
    modular = true;
    the_readme_program_runs_a_turn();
    the_model_keeps_the_list_of_the_program();
    text_an_object_and_a_loop_come_from_the_model();
    a_collector_gets_the_spans_and_metrics_of_a_turn();
  }

  @Test
  void text_an_object_and_a_loop_come_from_the_model() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("hello")
            .text("{\"reason\":\"it is about parcels\",\"relevant\":false}")
            .reply(OutputItem.call("count_rows", Map.of()))
            .text("42")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, ModelCalls.class);
      assertTrue(printed.contains("step: count_rows\nhello, false, 42\n"), printed);
    }
  }

  @Test
  void an_agent_that_the_model_begins_is_shown_with_its_end() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .respond(
                request -> {
                  if (!request.json().contains("ask for help")) {
                    return Reply.text("helped");
                  } else if (request.outputOf("spawn").isEmpty()) {
                    return Reply.of(
                        OutputItem.call(
                                "spawn_agent",
                                Map.of("task_name", "help", "message", "do", "fork_turns", "none"))
                            .inNamespace("collaboration")
                            .withCallId("spawn"));
                  }
                  return Reply.text("It works on.");
                })
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl()).model("gpt-6-astra").create()) {
      String printed = run(home, WatchAgents.class, "ask for help");
      String ownAgent = "/root"; // as Codex names it, in a tree of agents and not of files
      String agent = ownAgent + "/help";
      assertTrue(printed.contains("begun: " + agent + "\n"), printed);
      // The agent may begin after the text; its end is shown after it.
      String text = "It works on.\n";
      assertTrue(printed.contains(text), printed);
      String behind = printed.substring(printed.indexOf(text) + text.length());
      assertTrue(("\n" + behind).contains("\n  " + agent + ": COMPLETED, 1 rows\n"), printed);
    }
  }

  @Test
  void a_command_that_goes_on_behind_its_turn_is_awaited() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of("cmd", "sleep 2; echo late > late.txt", "yield_time_ms", 250)))
            .text("It runs.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl())
                .rootKey("sandbox_mode", "danger-full-access")
                .create()) {
      String printed = run(home, LongCommand.class, "build it");
      assertTrue(printed.startsWith("COMPLETED: It runs.\nstill runs: "), printed);
      assertEquals("late\n", Files.readString(workspace.resolve("late.txt")));
    }
  }

  @Test
  void a_steer_right_behind_the_start_of_a_turn_reaches_the_model() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("one ", "two")).between(Duration.ofMillis(400)))
            .text("short")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("short\n", run(home, SteerTurn.class, "tell me", "and be brief"));
      assertEquals(2, model.requests().size());
      assertTrue(model.requests().get(1).json().contains("and be brief"));
    }
  }

  @Test
  void a_prompt_with_a_key_is_sent_by_the_first_of_two_runs() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("Sent."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("COMPLETED: Sent.\n", run(home, SendOnce.class, "order-42", "send it"));
      assertEquals(
          "was sent before: COMPLETED\nCOMPLETED: Sent.\n",
          run(home, SendOnce.class, "order-42", "send it"));
      assertEquals(1, model.requests().size());
    }
  }

  @Test
  void the_history_of_two_turns_can_be_sent_in_both_forms() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("exec_command", Map.of("cmd", "echo hello")))
            .text("First.")
            .text("Second.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String[] printed = run(home, KeepHistory.class, "one", "two").split("\n");
      JsonNode chat = WireJson.mapper().readTree(printed[0]);
      assertEquals(
          List.of("user", "assistant", "tool", "assistant", "user", "assistant"),
          chat.findValuesAsText("role"));
      assertEquals("Second.", chat.get(5).get("content").asText());
      JsonNode items = WireJson.mapper().readTree(printed[1]);
      assertEquals("function_call_output", items.get(2).get("type").asText());
      assertEquals(6, items.size());
    }
  }

  @Test
  void a_second_run_goes_on_with_the_conversation() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("Noted.", "It was BLUE."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("Noted.\n", run(home, GoOn.class, "My colour is blue"));
      assertEquals(
          "the last turn is completed\nIt was BLUE.\n", run(home, GoOn.class, "Which colour?"));
      assertTrue(model.requests().get(1).json().contains("My colour is blue"));
    }
  }

  @Test
  void codex_is_changed_between_two_sessions() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("one", "two"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("one\ntwo\n", run(home, ChangeCodex.class));
    }
  }

  @Test
  void questions_go_into_the_chat_and_answers_come_back() throws Exception {
    ModelScript.Builder script = ModelScript.builder();
    for (String command : List.of("rm -rf .", "touch made.txt", "touch other.txt")) {
      script.reply(
          OutputItem.call(
              "exec_command",
              Map.of(
                  "cmd",
                  command,
                  "login",
                  false,
                  "sandbox_permissions",
                  "require_escalated",
                  "justification",
                  "why not")));
    }
    answers = "2=deny 1=once";
    try (ScriptedModel model = ScriptedModel.start(script.text("Done.").build());
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl())
                .rootKey("sandbox_mode", "read-only")
                .create()) {
      String printed = run(home, ChatApprovals.class, "make a file");
      assertTrue(printed.contains("#1 "), printed);
      assertTrue(printed.contains("touch made.txt"), printed);
      assertTrue(printed.contains("Done."), printed);
      assertTrue(Files.exists(workspace.resolve("made.txt")));
      assertTrue(Files.notExists(workspace.resolve("other.txt")));
      List<String> audit = Files.readAllLines(workspace.resolve("audit.jsonl"));
      List<String> deciders = new ArrayList<>();
      for (String line : audit) {
        JsonNode entry = WireJson.mapper().readTree(line);
        deciders.add(entry.get("decider").asText() + " " + entry.get("applied").asText());
      }
      assertEquals(List.of("policy decline", "handler allow", "handler decline"), deciders);
    }
  }

  @Test
  void a_turn_has_a_page_of_its_own() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("Done."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, WatchInBrowser.class, "do it");
      assertTrue(
          printed.matches("Look at http://127\\.0\\.0\\.1:\\d+/\\?token=[\\w-]+\nDone\\.\n"),
          printed);
    }
  }

  @Test
  void a_goal_is_reached_in_turns_that_codex_starts() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("One file is written.")
            .reply(OutputItem.call("update_goal", Map.of("status", "complete")))
            .text("Both are written.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals(
          "One file is written.\nBoth are written.\nCOMPLETE after 2 turns\n",
          run(home, ReachGoal.class, "write two files"));
    }
  }

  @Test
  void a_review_prints_what_it_found() throws Exception {
    String answer =
        """
        {"findings":[{"title":"[P1] Wrong sign","body":"It adds.","confidence_score":0.9,
          "priority":1,"code_location":{"absolute_file_path":"/w/Sum.java",
          "line_range":{"start":7,"end":8}}}],"overall_correctness":"patch is incorrect",
         "overall_explanation":"One sign is wrong.","overall_confidence_score":0.8}
        """;
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts(answer));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals(
          "/w/Sum.java:7: [P1] Wrong sign\nOne sign is wrong.\n", run(home, ReviewChanges.class));
    }
  }

  @Test
  void queued_prompts_are_done_in_order() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("First.", "Second."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals(
          "COMPLETED: First.\nCOMPLETED: Second.\n", run(home, QueuePrompts.class, "one", "two"));
    }
  }

  @Test
  void a_thread_is_copied_and_both_are_listed() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("First."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, BranchOff.class, "one");
      assertEquals(
          Set.of("first draft: 1 turn", "second draft: 1 turn"), Set.of(printed.split("\n")));
    }
  }

  @Test
  void a_copy_that_ends_before_a_turn_knows_nothing_of_it() throws Exception {
    CodexVersion codex = CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();
    assumeTrue(CodexCapability.FORK_OPTIONS.isIn(codex), "older versions copy whole threads");
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("One.", "Two.", "Three."));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("Three.\n", run(home, TryAgain.class, "plan", "stumble", "go on"));
      String last = model.requests().get(2).json();
      assertTrue(last.contains("plan") && last.contains("go on"), last);
      assertTrue(!last.contains("stumble"), last);
    }
  }

  @Test
  void a_person_logs_in_by_a_code_at_a_loopback_issuer() throws Exception {
    assumePinned();
    try (LoginIssuer issuer = LoginIssuer.start();
        ScratchCodexHome home =
            ScratchCodexHome.builder("http://127.0.0.1:9/v1")
                .rootKey("chatgpt_base_url", issuer.backend())
                .withoutKey()
                .providerKey("requires_openai_auth", true)
                .create()) {
      issuer.confirm();
      environment = issuer.environment();
      String who = "ada@example.com, PLUS\ncodex: 12%\n";
      assertEquals(
          "Open " + issuer.url() + "/codex/device, code ABCD-1234\n" + who, run(home, LogIn.class));
      assertEquals(who, run(home, LogIn.class));
    }
  }

  @Test
  void models_servers_and_skills_of_a_directory_are_shown() throws Exception {
    assumePinned();
    Files.createDirectories(workspace.resolve(".git"));
    Path skill = workspace.resolve(".agents/skills/birds/SKILL.md");
    Files.createDirectories(skill.getParent());
    Files.writeString(skill, "---\nname: birds\ndescription: Counts.\n---\nCount.\n");
    List<String> server = ScriptedMcpServer.commandLine();
    try (ScratchCodexHome home =
        ScratchCodexHome.builder("http://127.0.0.1:9/v1")
            .mcpServer("srv", server.get(0), server.subList(1, server.size()), Map.of())
            .create()) {
      String printed = run(home, LookAround.class);
      assertTrue(printed.startsWith("* gpt-"), printed);
      assertTrue(printed.contains("\nsrv: 8 tools\n"), printed);
      assertTrue(printed.contains("\nskill birds\n"), printed);
    }
  }

  @Test
  void a_command_runs_in_the_sandbox_and_its_files_are_found() throws Exception {
    assumePinned();
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create()) {
      assertEquals(
          "three herons\nexit 3\nfound in.txt\n",
          run(home, SandboxedCommand.class, "cat in.txt; exit 3").replace("found out.txt\n", ""));
    }
  }

  @Test
  void a_model_is_set_in_the_file_of_the_user() throws Exception {
    assumePinned();
    try (ScratchCodexHome home =
        ScratchCodexHome.builder("http://127.0.0.1:9/v1").model("gpt-5.5").create()) {
      assertEquals("gpt-5.5 -> gpt-6-astra\n", run(home, PinModel.class, "gpt-6-astra"));
      assertTrue(Files.readString(home.configFile()).contains("model = \"gpt-6-astra\""));
    }
  }

  @Test
  void a_server_goes_on_after_the_program_that_started_it() throws Exception {
    assumePinned();
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create()) {
      try {
        String printed = run(home, SharedServer.class);
        assertTrue(printed.matches("unix:///.+, process \\d+\nit answers\n"), printed);
        assertEquals(printed, run(home, SharedServer.class));
      } finally {
        CodexServer.find(home.path()).ifPresent(CodexServer::stop);
      }
    }
  }

  @Test
  void a_turn_goes_on_after_the_program_that_began_it() throws Exception {
    assumePinned();
    ModelScript script =
        ModelScript.builder().reply(Reply.text("it is done").delay(Duration.ofSeconds(2))).build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      try {
        assertEquals("it continues without this program\n", run(home, PickUp.class, "do it"));
        assertEquals("it is done\n", run(home, PickUp.class, "do it"));
        assertEquals(1, model.requests().size());
      } finally {
        CodexServer.find(home.path()).ifPresent(CodexServer::stop);
      }
    }
  }

  @Test
  void a_run_that_is_kept_in_a_file_goes_on_when_it_is_decided() throws Exception {
    assumePinned();
    ModelScript script = asksAndWrites();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      try {
        String asked = run(home, OwnEngine.class, "write it");
        assertTrue(asked.startsWith("WAITING\n"), asked);
        assertTrue(asked.contains("echo ran >> ran.txt"), asked);
        assertEquals("COMPLETED\n", run(home, OwnEngine.class, "write it", "ALLOW"));
        assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
        assertEquals(2, model.requests().size());
      } finally {
        CodexServer.find(home.path()).ifPresent(CodexServer::stop);
      }
    }
  }

  @Test
  void a_run_on_temporal_asks_and_goes_on() throws Exception {
    assumePinned();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ModelScript script = asksAndWrites();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        TestServer.PortBoundTestServer temporal = TestServer.createPortBoundServer(port)) {
      try {
        String printed = run(home, OnTemporal.class, "write it", "127.0.0.1:" + port);
        assertTrue(printed.contains("echo ran >> ran.txt"), printed);
        assertTrue(printed.endsWith("COMPLETED\n"), printed);
        assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
      } finally {
        CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
      }
    }
  }

  private static ModelScript asksAndWrites() {
    return ModelScript.builder()
        .reply(
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd",
                    "echo ran >> ran.txt",
                    "login",
                    false,
                    "sandbox_permissions",
                    "require_escalated",
                    "justification",
                    "May I?")))
        .text("done")
        .build();
  }

  private static void assumePinned() {
    assumeTrue(
        PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()),
        "the services are those of the pinned Codex");
  }

  @Test
  void a_session_has_the_servers_of_the_host() throws Exception {
    List<String> server = ScriptedMcpServer.commandLine();
    Path yaml =
        Files.writeString(
            workspace.resolve("host.yaml"),
            "mcp_servers:\n  srv:\n    command: '%s'\n    args: ['%s']\n    required: true\n"
                .formatted(server.get(0), String.join("', '", server.subList(1, server.size()))));
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("look", Map.of()).inNamespace("mcp__srv"))
            .text("Looked.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("Looked.\n", run(home, OwnServers.class, yaml.toString(), "look"));
      String seen = model.requests().get(1).outputOf("call_1_1").orElseThrow();
      assertTrue(seen.contains("look saw nothing"), seen);
    }
  }

  @Test
  void the_model_keeps_the_list_of_the_program() throws Exception {
    for (boolean dynamic : new boolean[] {true, false}) {
      OutputItem.FunctionCall call = OutputItem.call("todo", Map.of("add", "water the plants"));
      ModelScript script =
          ModelScript.builder()
              .reply(dynamic ? call : call.inNamespace("mcp__agent"))
              .text("Noted.")
              .build();
      try (ScriptedModel model = ScriptedModel.start(script);
          ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
        assertEquals(
            "Noted.\n[water the plants]\n",
            run(home, OfferTools.class, "note it", dynamic ? "dynamic" : "loopback"));
      }
    }
  }

  @Test
  void an_agent_hands_its_turns_to_codex_and_takes_them_back() throws Exception {
    List<String> server = ScriptedMcpServer.commandLine();
    Path yaml =
        Files.writeString(
            workspace.resolve("host.yaml"),
            "# mine\nmodel:\n  openai_runtime: auto\nmcp_servers:\n  srv:\n    command: '%s'\n    args: ['%s']\n"
                .formatted(server.get(0), String.join("', '", server.subList(1, server.size()))));
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "echo hello > hello.txt",
                        "sandbox_permissions", "require_escalated",
                        "justification", "write a file")))
            .text("I wrote it.")
            .reply(OutputItem.call("look", Map.of()).inNamespace("mcp__srv"))
            .text("Looked.")
            .build();
    answers =
        String.join(
            "\n",
            "who are you",
            "/codex-runtime on",
            "write a file",
            "once",
            "look",
            "/codex-runtime off",
            "and now",
            "");
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl())
                .rootKey("sandbox_mode", "read-only")
                .create()) {
      String printed = run(home, HostedAgent.class, yaml.toString());
      assertEquals("hello\n", Files.readString(workspace.resolve("hello.txt")), printed);
      assertTrue(printed.contains("Migrated 1 MCP server: srv"), printed);
      assertTrue(printed.contains("> exec_command "), printed);
      assertTrue(printed.contains("< mcp.srv.look"), printed);
      assertEquals(
          List.of("(my own loop)", "I wrote it.", "Looked.", "(my own loop)"),
          printed
              .lines()
              .filter(line -> line.startsWith("agent: "))
              .map(line -> line.substring(7))
              .toList());
      assertTrue(model.requests().get(3).json().contains("look saw nothing"));
      assertTrue(Files.readString(yaml).startsWith("# mine\nmodel:\n  openai_runtime: auto\n"));
    }
  }

  @Test
  void calls_wait_for_a_limit_and_go_on() throws Exception {
    Path yaml =
        Files.writeString(
            workspace.resolve("host.yaml"),
            """
            llm:
              provider: {backend: codex}
              models: {default: gpt-5.5, triage: gpt-5.4}
            ingest:
              workUnits: {maxConcurrency: 1}
              rateLimit: {retry: {baseDelayMs: 20}}
            """);
    ModelScript script =
        ModelScript.builder()
            .text("ok")
            .reply(Reply.apiError(404, "model_not_found", "The model gpt-5.4 does not exist"))
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("First.")
            .text("Second.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals(
          """
          LLM model gpt-5.4 is unavailable for triage; using gpt-5.5 for those roles.
          waiting for codex, then going on
          First.
          Second.
          """,
          run(home, PacedCalls.class, yaml.toString(), "one", "two"));
    }
  }

  @Test
  void a_service_of_langchain4j_calculates_with_its_tools() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call("stringLength", Map.of("s", "hello")),
                OutputItem.call("add", Map.of("a", 2, "b", 3)))
            .text("Both are 5.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("Both are 5.\n", run(home, LangChain4jAssistant.class, "hello? 2+3?"));
      assertEquals("5", model.requests().get(1).outputOf("call_1_1").orElseThrow());
      assertEquals("5", model.requests().get(1).outputOf("call_1_2").orElseThrow());
    }
  }

  @Test
  void a_client_of_spring_ai_knows_the_date_by_its_tool() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("getCurrentDate", Map.of()))
            .text("Tomorrow is the 22nd.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals(
          "Tomorrow is the 22nd.\n", run(home, SpringAiChat.class, "What day is tomorrow?"));
      String told = model.requests().get(1).outputOf("call_1_1").orElseThrow();
      assertTrue(told.contains("2026-11-21"), told);
    }
  }

  @Test
  void a_collector_gets_the_spans_and_metrics_of_a_turn() throws Exception {
    Map<String, String> exported = new ConcurrentHashMap<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String text = new String(body, StandardCharsets.ISO_8859_1);
          exported.merge(exchange.getRequestURI().getPath(), text, String::concat);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    String address = "http://127.0.0.1:" + collector.getAddress().getPort();
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("done"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      assertEquals("done\n", run(home, TracedTurns.class, "go", address));
    } finally {
      collector.stop(0);
    }
    assertTrue(exported.get("/v1/traces").contains("invoke_agent reviewer"));
    assertTrue(exported.get("/v1/metrics").contains("gen_ai.client.token.usage"));
  }

  @Test
  void the_tokens_of_a_turn_are_counted() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("done"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String printed = run(home, MeasuredTurns.class, "go");
      assertEquals(
          Set.of("done", "input 100.0", "output 10.0"), Set.of(printed.strip().split("\n")));
    }
  }

  /** Without LangChain4j, Spring and Micrometer, where the program is not about them. */
  private static String classPath(Class<?> main) {
    String whole = System.getProperty("java.class.path");
    if (main == LangChain4jAssistant.class
        || main == SpringAiChat.class
        || main == MeasuredTurns.class) {
      return whole;
    }
    List<String> entries = new ArrayList<>(List.of(whole.split(File.pathSeparator)));
    assertTrue(entries.removeIf(entry -> entry.matches(".*(langchain4j-core|spring-ai-model).*")));
    entries.removeIf(entry -> entry.matches(".*(langchain4j|springframework|micrometer).*jar"));
    return String.join(File.pathSeparator, entries);
  }

  private List<String> path(String classPath) {
    if (!modular) {
      return List.of("-cp", classPath);
    }
    Map<Boolean, String> entries =
        Stream.of(classPath.split(File.pathSeparator))
            .collect(
                Collectors.partitioningBy(
                    MODULES.asMatchPredicate(), Collectors.joining(File.pathSeparator)));
    return List.of(
        "-p",
        entries.get(true),
        "--add-modules",
        "dev.talaria.llm,dev.talaria.durable,dev.talaria.telemetry",
        "-cp",
        entries.get(false));
  }

  private ProcessBuilder program(ScratchCodexHome home, Class<?> main, String... prompts)
      throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.command().addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // What javac has just written; the programs of .ci/consumers are verified.
    program.command().add("-XX:+UnlockDiagnosticVMOptions");
    program.command().add("-XX:-BytecodeVerificationRemote");
    program.command().addAll(path(classPath(main)));
    program.command().addAll(List.of(main.getName(), workspace.toString()));
    program.command().addAll(List.of(prompts));
    program.environment().putAll(home.isolatedEnvironment());
    program.environment().putAll(environment);
    program.environment().put("TALARIA_CODEX", PinnedCodex.selected().executable().toString());
    return program;
  }

  private String run(ScratchCodexHome home, Class<?> main, String... prompts) throws Exception {
    Path out = workspace.resolve("out.txt");
    ProcessBuilder program = program(home, main, prompts);
    Path in = Files.writeString(workspace.resolve("in.txt"), answers);
    program.redirectInput(in.toFile());
    program.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = program.start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), "it does not end");
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
