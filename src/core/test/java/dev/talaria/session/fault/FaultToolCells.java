package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.result.TurnResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tools that fail, on real Codex: those of an MCP server, and the host's own. */
final class FaultToolCells implements FaultCell.Part {

  private static final String FIRST = "first of all";
  private static final String GO = "call the tool";
  private static final String CALL = "the_call";

  static final DynamicTool LOOK_UP =
      new DynamicTool(
          "look_up",
          "Looks a ticket up.",
          JsonNodeFactory.instance.objectNode().put("type", "object"));

  private static final List<FaultPhase> IN_A_CALL = List.of(FaultPhase.COMMAND, FaultPhase.GOAL);

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    for (FaultPhase phase : IN_A_CALL) {
      cells.put(
          FaultCell.key("MCP server dies in a call", phase),
          marker -> {
            try (FaultLab lab =
                new FaultLab(calls(phase, mcp("die")), marker, CodexLab::withMcpServer)) {
              return toolFails(
                  lab, lab.codex.openSession(lab.options(phase).build()), phase, "closed");
            }
          });
    }
    idle("MCP server killed", "closed", "KILL");
    idle("MCP server hangs, its limit of 1 s", "timed out", "STOP");
    hostTool(
        "host's tool throws",
        "the tool is broken",
        call -> {
          throw new IllegalStateException("the tool is broken");
        });
    hostTool(
        "host's tool hangs, its limit of 1 s",
        "no answer within 1 s",
        call -> new CompletableFuture<>());
    return cells;
  }

  private static OutputItem mcp(String tool) {
    return OutputItem.call(tool, Map.of()).inNamespace(CodexLab.mcpNamespace()).withCallId(CALL);
  }

  private static ModelScript calls(FaultPhase phase, OutputItem call) {
    if (phase.isOfGoal()) {
      return FaultPhase.goal(Reply.of(call));
    }
    return ModelScript.builder()
        .when(FaultLab.AGAIN)
        .repeat()
        .text("again it works")
        .when(FIRST)
        .text("nothing is called yet")
        .when(GO)
        .reply(call)
        .text("the tool failed")
        .build();
  }

  /** The server gets a signal while no turn runs; the next turn calls one of its tools. */
  private void idle(String fault, String told, String signal) {
    signalled(fault, FaultPhase.BETWEEN, told, signal, session -> session.runTurn(FIRST));
    signalled(fault, FaultPhase.GOAL, told, signal, session -> {});
  }

  private void signalled(
      String fault, FaultPhase phase, String told, String signal, Consumer<CodexSession> before) {
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultLab lab =
              new FaultLab(calls(phase, mcp("look")), marker, FaultToolCells::impatient)) {
            CodexSession session = lab.codex.openSession(lab.options(phase).build());
            before.accept(session);
            ProcessHandle server = mcpServer(lab);
            FaultLab.signal(server, signal);
            if (signal.equals("KILL")) {
              await().atMost(Duration.ofSeconds(60)).until(() -> !server.isAlive());
            }
            FaultCell.Outcome outcome = toolFails(lab, session, phase, told);
            // One that is dead and not yet collected has no command any more.
            assertTrue(server.info().command().isEmpty(), "the server outlived Codex");
            return outcome;
          }
        });
  }

  private static ScratchCodexHome.Builder impatient(ScratchCodexHome.Builder config) {
    List<String> server = ScriptedMcpServer.commandLine();
    return config.mcpServer(
        "srv",
        Map.of(
            "command",
            server.get(0),
            "args",
            server.subList(1, server.size()),
            "required",
            true,
            "tool_timeout_sec",
            1));
  }

  private static ProcessHandle mcpServer(FaultLab lab) {
    return lab.child()
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .orElse("")
                    .contains(ScriptedMcpServer.class.getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  private void hostTool(
      String fault,
      String told,
      Function<HostRequest.DynamicToolCall, CompletionStage<ToolAnswer>> tool) {
    HostServices services =
        new HostServices() {
          @Override
          public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
            return tool.apply(call);
          }
        };
    for (FaultPhase phase : IN_A_CALL) {
      cells.put(
          FaultCell.key(fault, phase),
          marker -> {
            try (FaultLab lab =
                new FaultLab(calls(phase, OutputItem.call("look_up", Map.of()).withCallId(CALL)))) {
              SessionOptions.Builder options =
                  lab.options(phase)
                      .dynamicTool(LOOK_UP)
                      .services(services)
                      .toolTimeout(Duration.ofSeconds(1));
              return toolFails(lab, lab.codex.openSession(options.build()), phase, told);
            }
          });
    }
  }

  /** Runs the turn with the call; the model must hear of the failure in the request after it. */
  private static FaultCell.Outcome toolFails(
      FaultLab lab, CodexSession session, FaultPhase phase, String told) throws Exception {
    long start = System.nanoTime();
    TurnResult result = phase.isOfGoal() ? lab.start(session, phase).await() : session.runTurn(GO);
    String heard =
        lab.model.requests().stream()
            .flatMap(request -> request.outputOf(CALL).stream())
            .findFirst()
            .orElse("nothing");
    if (!heard.contains(told)) {
      throw new IllegalStateException("the model was told: " + heard);
    }
    return FaultMatrix.finish(lab, session, result, start);
  }
}
