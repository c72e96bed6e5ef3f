package dev.talaria.tools.mcp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.DecisionSource;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolLab;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.ToolResult;
import dev.talaria.tools.WorkerEnvironment;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A turn of the real Codex whose model calls tools of the host, in each of the three ways. */
@Timeout(120)
class RealToolBridgeTest {

  @TempDir Path workspace;

  private final List<String> todos = new CopyOnWriteArrayList<>();
  private final Map<String, String> memory = new ConcurrentHashMap<>();

  /** A todo list and a memory, which are the host's own state. */
  private final ToolRegistry agentTools =
      ToolRegistry.of(
          HostTool.builder("todo")
              .description("Adds to the list of what is to be done.")
              .parameters(
                  "{\"type\":\"object\",\"properties\":{\"add\":{\"type\":\"string\"}},"
                      + "\"required\":[\"add\"]}")
              .run(
                  call -> {
                    todos.add(call.text("add").orElseThrow());
                    return ToolResult.of(todos.size() + " open");
                  })
              .build(),
          HostTool.builder("memory")
              .description("Remembers a fact.")
              .parameters(
                  "{\"type\":\"object\",\"properties\":{\"key\":{\"type\":\"string\"},\"fact\":"
                      + "{\"type\":\"string\"}},\"required\":[\"key\",\"fact\"]}")
              .run(
                  call -> {
                    memory.put(call.text("key").orElseThrow(), call.text("fact").orElseThrow());
                    return ToolResult.of("remembered");
                  })
              .build());

  private static ModelScript calls(String namespace) {
    return ModelScript.builder()
        .reply(call(namespace, "todo", Map.of("add", "water the plants")))
        .reply(call(namespace, "memory", Map.of("key", "colour", "fact", "blue")))
        .reply(call(namespace, "todo", Map.of("ad", "x")))
        .text("done")
        .build();
  }

  private static OutputItem call(String namespace, String tool, Map<String, ?> arguments) {
    OutputItem.FunctionCall call = OutputItem.call(tool, arguments);
    return namespace.isEmpty() ? call : call.inNamespace(namespace);
  }

  private void changesTheHost(ToolBridge bridge, String namespace) throws Exception {
    try (bridge;
        ToolLab lab = new ToolLab(workspace, calls(namespace));
        Codex codex = Codex.launch(bridge.configure(lab.codex()).build());
        CodexSession session = codex.openSession(bridge.configure(lab.session()).build())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      assertEquals(List.of("water the plants"), todos);
      assertEquals(Map.of("colour", "blue"), memory);
      assertTrue(lab.told(1, "call_1_1").contains("1 open"));
      assertTrue(lab.told(2, "call_2_1").contains("remembered"));
      String wrong = lab.told(3, "call_3_1");
      assertTrue(wrong.contains("wrong arguments for todo") && wrong.contains("add"), wrong);
      for (ApprovalOutcome outcome : lab.outcomes) {
        assertEquals(DecisionSource.POLICY, outcome.decider(), outcome.toString());
        assertEquals(Optional.of(ApprovalDecision.Kind.ALLOW), outcome.applied());
      }
      assertEquals(namespace.isEmpty() ? 0 : 3, lab.outcomes.size());
    }
  }

  @Test
  void dynamic_tools_change_the_hosts_state() throws Exception {
    changesTheHost(ToolBridge.dynamic(agentTools), "");
  }

  @Test
  void tools_over_loopback_change_the_hosts_state() throws Exception {
    changesTheHost(LoopbackToolServer.bridge(ToolLab.SERVER, agentTools), ToolLab.namespace());
  }

  @Test
  void the_bridge_is_closed_with_the_session() throws Exception {
    LoopbackToolServer server = LoopbackToolServer.start(agentTools);
    ToolBridge bridge = new LoopbackToolServer.Bridge(ToolLab.SERVER, server, agentTools);
    try (ToolLab lab = new ToolLab(workspace, ModelScript.texts("x"));
        Codex codex = Codex.launch(bridge.configure(lab.codex()).build())) {
      URI address = server.address();
      codex.openSession(bridge.configure(lab.session()).build()).close();
      assertThrows(
          ConnectException.class, () -> new Socket("127.0.0.1", address.getPort()).close());
    }
  }

  @Test
  void commands_of_the_model_do_not_get_the_token_and_no_file_holds_it() throws Exception {
    LoopbackToolServer server = LoopbackToolServer.start(agentTools);
    String token = server.environment().get(server.tokenVariable());
    OutputItem shows =
        OutputItem.call("exec_command", Map.of("cmd", "env; echo end of env", "login", false));
    ModelScript script =
        ModelScript.builder().reply(shows).text("done").reply(shows).text("done").build();
    try (ToolBridge bridge = new LoopbackToolServer.Bridge(ToolLab.SERVER, server, agentTools);
        ToolLab lab = new ToolLab(workspace, script)) {
      try (Codex codex = Codex.launch(bridge.configure(lab.codex()).build());
          CodexSession other = codex.openSession(lab.session().build());
          CodexSession session = codex.openSession(bridge.configure(lab.session()).build())) {
        assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
        assertEquals(TurnStatus.COMPLETED, other.runTurn("go").status());
        for (String told : List.of(lab.told(1, "call_1_1"), lab.told(3, "call_3_1"))) {
          assertTrue(told.contains("end of env"), told);
          assertFalse(told.contains(token), "a command got the token");
        }
        assertTrue(
            ProcessHandle.current()
                .descendants()
                .noneMatch(child -> child.info().commandLine().orElse("").contains(token)));
      }
      try (var files = Files.walk(lab.home.path())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertFalse(
              new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(token),
              file.toString());
        }
      }
    }
  }

  private static HostTool waiting(CountDownLatch started, CountDownLatch interrupted) {
    return HostTool.builder("delegate_task")
        .run(
            call -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
                return null;
              } finally {
                interrupted.countDown();
              }
            })
        .build();
  }

  private void stopsTheTool(boolean loopback) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ToolRegistry tools = ToolRegistry.of(waiting(started, interrupted));
    ToolBridge bridge =
        loopback ? LoopbackToolServer.bridge(ToolLab.SERVER, tools) : ToolBridge.dynamic(tools);
    ModelScript script =
        ModelScript.builder()
            .reply(call(loopback ? ToolLab.namespace() : "", "delegate_task", Map.of()))
            .text("done")
            .build();
    try (ToolLab lab = new ToolLab(workspace, script);
        Codex codex = Codex.launch(bridge.configure(lab.codex()).build());
        CodexSession session = codex.openSession(bridge.configure(lab.session()).build())) {
      Turn turn = session.startTurn(TurnInput.of("go"), TurnListener.NONE);
      assertTrue(started.await(60, TimeUnit.SECONDS));
      turn.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
      // Not every version tells an MCP server of an interrupt; the end of the session does.
      assertTrue(loopback || interrupted.await(60, TimeUnit.SECONDS));
    }
    assertTrue(interrupted.await(60, TimeUnit.SECONDS));
  }

  @Test
  void an_interrupt_stops_a_dynamic_tool() throws Exception {
    stopsTheTool(false);
  }

  @Test
  void an_interrupt_and_the_end_of_the_session_stop_a_tool_over_loopback() throws Exception {
    stopsTheTool(true);
  }

  @Test
  void a_worker_gets_its_hand_off_variables_and_folders() throws Exception {
    Path board = Files.createDirectories(workspace.resolve("board"));
    Path task = Files.createDirectories(workspace.resolve("task"));
    ModelScript script =
        ModelScript.builder()
            .reply(call(ToolLab.namespace(), "show_env", Map.of("name", "HERMES_KANBAN_TASK")))
            .reply(call(ToolLab.namespace(), "show_env", Map.of("name", "HERMES_QUIET")))
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of("cmd", "echo done > " + board.toRealPath() + "/card", "login", false)))
            .text("done")
            .build();
    WorkerEnvironment handOff =
        new WorkerEnvironment(
            ToolLab.SERVER, Map.of("HERMES_KANBAN_TASK", "T-\"17\""), List.of(board.toRealPath()));
    List<String> command = ToolLab.toolsMcp();
    for (boolean perSession : new boolean[] {true, false}) {
      Files.deleteIfExists(board.resolve("card"));
      // The server as a migration leaves it in config.toml.
      try (ToolLab lab =
          new ToolLab(
              task,
              script,
              config ->
                  config.mcpServer(
                      ToolLab.SERVER,
                      Map.of(
                          "command",
                          command.get(0),
                          "args",
                          command.subList(1, command.size()),
                          "env",
                          Map.of("HERMES_QUIET", "1"),
                          "required",
                          true)))) {
        CodexOptions.Builder options = lab.codex();
        SessionOptions.Builder session =
            lab.session().sandbox(SandboxMode.WORKSPACE_WRITE).hostToolServers(ToolLab.SERVER);
        if (perSession) {
          handOff.configure(session);
        } else {
          handOff.configure(options);
        }
        try (Codex codex = Codex.launch(options.build());
            CodexSession worker = codex.openSession(session.build())) {
          TurnResult result = worker.runTurn("go");
          assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
          String value = lab.told(1, "call_1_1");
          assertTrue(value.contains("value: T-") && value.contains("17"), value);
          assertTrue(lab.told(2, "call_2_1").contains("value: 1"));
          assertTrue(Files.exists(board.resolve("card")), lab.told(3, "call_3_1"));
        }
      }
    }
  }

  @Test
  void tools_of_a_process_are_called() throws Exception {
    ToolBridge bridge = ToolBridge.process(ToolLab.SERVER, ToolLab.toolsMcp(), Map.of());
    ModelScript script =
        ModelScript.builder()
            .reply(call(ToolLab.namespace(), "skill_view", Map.of("name", "x")))
            .text("done")
            .build();
    try (ToolLab lab = new ToolLab(workspace, script);
        Codex codex = Codex.launch(bridge.configure(lab.codex()).build())) {
      try (CodexSession session = codex.openSession(bridge.configure(lab.session()).build())) {
        assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
        assertTrue(lab.told(1, "call_1_1").contains("skill x"));
      }
    }
    await().atMost(20, TimeUnit.SECONDS).until(RealToolBridgeTest::noToolsProcess);
  }

  private static boolean noToolsProcess() {
    return ProcessHandle.current()
        .descendants()
        .noneMatch(child -> child.info().commandLine().orElse("").contains("tools-mcp"));
  }
}
