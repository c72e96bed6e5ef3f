package dev.talaria.recordings;

import static dev.talaria.recordings.Stage.COMMAND;
import static dev.talaria.recordings.Stage.ELICITATION;
import static dev.talaria.recordings.Stage.PATCH;
import static dev.talaria.recordings.Stage.PERMISSIONS;
import static dev.talaria.recordings.Stage.action;
import static dev.talaria.recordings.Stage.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sessions under {@code fixtures/recordings}: what each shows, and how it is played. */
final class Scenarios {

  private Scenarios() {}

  /** All scenarios that a version can play. */
  static List<Scenario> of(CodexVersion version) {
    List<Scenario> all = new ArrayList<>();
    all.addAll(messages());
    all.addAll(approvals());
    all.addAll(tools(version));
    all.addAll(control());
    all.addAll(failures());
    all.add(subAgent(version));
    return all;
  }

  private static OutputItem escalated(String command) {
    return OutputItem.call(
        "exec_command",
        Map.of(
            "cmd", command,
            "sandbox_permissions", "require_escalated",
            "justification", "May I?"));
  }

  private static ModelScript then(OutputItem first, String text) {
    return ModelScript.builder().reply(first).text(text).build();
  }

  private static List<Scenario> messages() {
    String[] words = new String[2000];
    for (int i = 0; i < words.length; i++) {
      words[i] = "w" + i + " ";
    }
    return List.of(
        new Scenario(
            "plain-turn",
            "one prompt, one streamed message",
            ModelScript.builder().reply(OutputItem.chunks("Hel", "lo ", "there")).build(),
            stage -> stage.thread().turn("hi")),
        new Scenario(
            "multi-turn",
            "three turns of one thread",
            ModelScript.texts("one", "two", "three"),
            stage -> stage.thread().turn("first").turn("second").turn("third")),
        new Scenario(
            "reasoning",
            "a reasoning item before the message",
            ModelScript.builder()
                .reply(
                    OutputItem.reasoning("I look at the question.", "It is easy."),
                    OutputItem.text("42"))
                .build(),
            stage -> stage.thread().turn("think")),
        new Scenario(
            "two-thousand-deltas",
            "a message of 2,000 pieces",
            ModelScript.builder().reply(OutputItem.chunks(words)).build(),
            stage -> stage.thread().turn("talk")),
        new Scenario(
            "web-search",
            "a search that the provider ran",
            ModelScript.builder()
                .reply(OutputItem.webSearch("java record patterns"), OutputItem.text("Found."))
                .build(),
            stage -> stage.thread().turn("search")),
        new Scenario(
            "plan",
            "a proposed plan in plan mode",
            ModelScript.texts("<proposed_plan>\n# Plan\n- look\n- change\n</proposed_plan>"),
            stage -> {
              RawThread thread = stage.thread();
              Map<String, Object> mode =
                  Map.of(
                      "mode",
                      "plan",
                      "settings",
                      Map.of("model", "gpt-5.5", "reasoning_effort", "low"));
              thread.prompt("plan it", Map.of("collaborationMode", mode));
              thread.awaitEnd();
            }));
  }

  private static Scenario command(String name, String shows, String decision) {
    return new Scenario(
        name,
        shows,
        then(escalated("echo made > made.txt; cat made.txt"), "done"),
        stage -> stage.thread(Map.of(COMMAND, decision(decision))).turn("go"));
  }

  private static List<Scenario> approvals() {
    String patch =
        "*** Begin Patch\n*** Add File: new.txt\n+new\n*** Update File: a.txt\n@@\n-old\n+changed\n"
            + "*** Delete File: gone.txt\n*** Update File: from.txt\n*** Move to: to.txt\n@@\n-m1\n"
            + "+M1\n*** End Patch";
    return List.of(
        command("command-accepted", "a command that asks and may run", "accept"),
        command(
            "command-declined", "a command that asks and may not; the turn continues", "decline"),
        command("command-cancelled", "\"cancel\" ends the turn as interrupted", "cancel"),
        new Scenario(
            "command-for-session",
            "the same command twice, asked once",
            ModelScript.builder()
                .reply(escalated("echo again > again.txt"))
                .reply(escalated("echo again > again.txt"))
                .text("done")
                .build(),
            stage -> stage.thread(Map.of(COMMAND, decision("acceptForSession"))).turn("go")),
        new Scenario(
            "command-failing",
            "a command with exit code 3",
            then(escalated("echo boom >&2; sleep 0.2; exit 3"), "it failed"),
            stage -> stage.thread(Map.of(COMMAND, decision("accept"))).turn("go")),
        patch("patch-accepted", "a patch that adds, updates, deletes and moves", patch, "accept"),
        patch("patch-declined", "a patch that is refused", patch, "decline"),
        new Scenario(
                "permission-request",
                "more permissions, granted for the turn and then refused",
                ModelScript.builder()
                    .reply(permissions())
                    .text("granted")
                    .reply(permissions())
                    .text("refused")
                    .build(),
                stage -> {
                  boolean[] granted = {false};
                  Function<JsonNode, Object> answer =
                      params -> {
                        boolean first = !granted[0];
                        granted[0] = true;
                        return Map.of(
                            "permissions",
                            first ? params.path("permissions") : Map.of(),
                            "scope",
                            "turn");
                      };
                  stage.thread(Map.of(PERMISSIONS, answer)).turn("one").turn("two");
                })
            .with(config -> config.feature("request_permissions_tool", true)),
        new Scenario(
                "user-input",
                "a question with options, answered",
                then(
                    OutputItem.call(
                        "request_user_input",
                        Map.of(
                            "questions",
                            List.of(
                                Map.of(
                                    "id",
                                    "colour",
                                    "header",
                                    "Colour",
                                    "question",
                                    "Which colour?",
                                    "options",
                                    List.of(
                                        Map.of("label", "Red", "description", "warm"),
                                        Map.of("label", "Blue", "description", "cold")))))),
                    "Blue it is"),
                stage ->
                    stage
                        .thread(
                            Map.of(
                                "item/tool/requestUserInput",
                                params ->
                                    Map.of(
                                        "answers",
                                        Map.of("colour", Map.of("answers", List.of("Blue"))))))
                        .turn("ask me"))
            .with(config -> config.feature("default_mode_request_user_input", true)));
  }

  private static OutputItem permissions() {
    return OutputItem.call(
        "request_permissions",
        Map.of(
            "reason",
            "I need it",
            "permissions",
            Map.of("file_system", Map.of("write", List.of("/srv/data")))));
  }

  private static Scenario patch(String name, String shows, String patch, String decision) {
    return new Scenario(
        name,
        shows,
        then(OutputItem.applyPatch(patch), "done"),
        stage -> {
          Files.writeString(stage.workspace().resolve("a.txt"), "old\n");
          Files.writeString(stage.workspace().resolve("gone.txt"), "bye\n");
          Files.writeString(stage.workspace().resolve("from.txt"), "m1\nm2\n");
          stage.thread(Map.of(PATCH, decision(decision))).turn("go");
        });
  }

  private static List<Scenario> tools(CodexVersion version) {
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(mcp(version, "mcp-ok", "an MCP tool that asks and runs", "say", "text"));
    scenarios.add(mcp(version, "mcp-is-error", "an MCP tool whose result is an error", "fail", ""));
    scenarios.add(
        mcp(
            version,
            "mcp-rpc-error",
            "an MCP tool that answers with a JSON-RPC error",
            "throw",
            ""));
    scenarios.add(
        mcp(version, "mcp-server-dead", "an MCP server that dies in the call", "die", ""));
    scenarios.add(mcp(version, "mcp-form", "a form of an MCP server, filled in", "ask", ""));
    scenarios.add(
        new Scenario(
            "dynamic-tool",
            "a tool of the client's own",
            then(OutputItem.call("lookup", Map.of("id", "A-1")), "the ticket is open"),
            stage -> {
              Map<String, Object> params = stage.readOnly();
              Map<String, Object> tool = new HashMap<>();
              if (version.isAtLeast(new CodexVersion(0, 169, 0))) {
                tool.put("type", "function");
              }
              tool.put("name", "lookup");
              tool.put("description", "looks a ticket up");
              tool.put(
                  "inputSchema",
                  Map.of("type", "object", "properties", Map.of("id", Map.of("type", "string"))));
              params.put("dynamicTools", List.of(tool));
              Map<String, Function<JsonNode, Object>> answers =
                  Map.of(
                      "item/tool/call",
                      call ->
                          Map.of(
                              "contentItems",
                              List.of(Map.of("type", "inputText", "text", "Ticket open")),
                              "success",
                              true));
              new RawThread(stage.server(), answers).start(params).turn("look it up");
            }));
    return scenarios;
  }

  private static Scenario mcp(
      CodexVersion version, String name, String shows, String tool, String argument) {
    Map<String, ?> arguments = argument.isEmpty() ? Map.of() : Map.of(argument, "hi");
    OutputItem.FunctionCall call =
        OutputItem.call(tool, arguments).inNamespace(Stage.mcpNamespace(version));
    Map<String, ?> form = tool.equals("ask") ? Map.of("name", "Bob", "age", 3) : Map.of();
    return new Scenario(
        name,
        shows,
        then(call, "done"),
        Scenarios::withMcpServer,
        stage -> stage.thread(Map.of(ELICITATION, action("accept", form))).turn("go"));
  }

  private static ScratchCodexHome.Builder withMcpServer(ScratchCodexHome.Builder config) {
    List<String> server = ScriptedMcpServer.commandLine();
    return config.mcpServer(
        "srv",
        Map.of(
            "command", server.get(0), "args", server.subList(1, server.size()), "required", true));
  }

  private static List<Scenario> control() {
    Reply hanging = Reply.of(OutputItem.chunks("one ", "two ", "three ")).hangAfter(5);
    return List.of(
        new Scenario(
            "interrupt-streaming",
            "an interrupt while the model streams",
            ModelScript.builder().reply(hanging).text("after").build(),
            stage -> {
              RawThread thread = stage.thread();
              String turn = thread.prompt("talk", Map.of());
              thread.await(AgentMessageDelta.class::isInstance);
              thread.call("turn/interrupt", Map.of("turnId", turn));
              thread.awaitEnd().turn("again");
            }),
        new Scenario(
            "interrupt-command",
            "an interrupt while a command runs",
            then(escalated("echo begun; sleep 30"), "after"),
            stage -> {
              RawThread thread = stage.thread(Map.of(COMMAND, decision("accept")));
              String turn = thread.prompt("run", Map.of());
              thread.await(
                  told ->
                      told instanceof ItemStarted item
                          && item.item().type().equals("commandExecution"));
              thread.await(
                  told ->
                      told
                          instanceof dev.talaria.protocol.ServerNotification.ServerRequestResolved);
              thread.call("turn/interrupt", Map.of("turnId", turn));
              thread.awaitEnd();
            }),
        new Scenario(
            "steer",
            "more input for a running turn",
            ModelScript.builder()
                .reply(
                    Reply.of(OutputItem.chunks("one ", "two ", "three "))
                        .between(java.time.Duration.ofMillis(150)))
                .text("steered")
                .build(),
            stage -> {
              RawThread thread = stage.thread();
              String turn = thread.prompt("talk", Map.of());
              thread.await(AgentMessageDelta.class::isInstance);
              thread.call(
                  "turn/steer",
                  Map.of(
                      "expectedTurnId",
                      turn,
                      "input",
                      List.of(Map.of("type", "text", "text", "and be brief"))));
              thread.awaitEnd();
            }),
        new Scenario(
            "compaction",
            "a thread that is compacted between two turns",
            ModelScript.texts("one", "a summary of it all", "two"),
            stage -> {
              RawThread thread = stage.thread().turn("first");
              thread.call("thread/compact/start", Map.of());
              thread.awaitEnd().turn("second");
            }),
        new Scenario(
            "resume-after-kill",
            "a thread that continues in another process after a kill",
            ModelScript.texts("I remember BLUE", "it was BLUE"),
            stage -> {
              RawThread first = stage.thread().turn("my colour is blue");
              Stage second = stage.relaunch().get();
              RawThread resumed = new RawThread(second.server(), Map.of()).attach(first.id());
              Map<String, Object> params = second.readOnly();
              params.put("threadId", first.id());
              RawThread.call(second.server(), "thread/resume", params);
              resumed.turn("which colour?");
            }),
        new Scenario(
            "two-threads",
            "two threads of one connection at once",
            ModelScript.builder()
                .when("first one")
                .reply(
                    Reply.of(OutputItem.chunks("a ", "b ", "c "))
                        .between(java.time.Duration.ofMillis(40)))
                .when("second one")
                .reply(
                    Reply.of(OutputItem.chunks("d ", "e ", "f "))
                        .between(java.time.Duration.ofMillis(40)))
                .build(),
            stage -> {
              RawThread one = stage.thread();
              RawThread two = stage.thread();
              one.prompt("first one", Map.of());
              two.prompt("second one", Map.of());
              one.awaitEnd();
              two.awaitEnd();
            }));
  }

  private static Scenario failure(int status) {
    return new Scenario(
        "error-" + status,
        "the model's server answers " + status,
        ModelScript.builder()
            .reply(Reply.apiError(status, "some_code", "the model says " + status))
            .text("better now")
            .build(),
        stage -> stage.thread().turn("go").turn("again"));
  }

  private static List<Scenario> failures() {
    return List.of(
        failure(400),
        failure(401),
        failure(429),
        failure(500),
        new Scenario(
                "cut-stream",
                "a stream that breaks off and is retried",
                ModelScript.builder()
                    .reply(Reply.of(OutputItem.chunks("half ", "a ", "text")).cutAfter(4))
                    .text("whole text")
                    .build(),
                stage -> stage.thread().turn("go"))
            .with(config -> config.retries(0, 2)));
  }

  /** The model hands work to a sub-agent, which is a thread of its own, and waits for it. */
  private static Scenario subAgent(CodexVersion version) {
    boolean deferred = version.isAtLeast(new CodexVersion(0, 169, 0));
    String namespace = deferred ? "multi_agent_v1" : "";
    ModelScript script =
        ModelScript.builder()
            .when("delegate it")
            .reply(
                OutputItem.call("spawn_agent", Map.of("message", "child work"))
                    .inNamespace(namespace))
            .when("\"call_1_1\"")
            .respond(
                request ->
                    Reply.of(
                        OutputItem.call("wait_agent", Map.of("targets", List.of(agentId(request))))
                            .inNamespace(namespace)))
            .when("child work")
            .text("the child is done")
            .text("all is done")
            .build();
    return new Scenario(
        "sub-agent",
        "a sub-agent: its own thread, and the parent's items about it",
        script,
        config -> deferred ? config.feature("multi_agent", true) : config,
        stage -> stage.thread().turn("delegate it"));
  }

  private static String agentId(ModelRequest request) {
    Matcher id =
        Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
            .matcher(request.outputOf("call_1_1").orElse(""));
    return id.find() ? id.group() : "unknown";
  }
}
