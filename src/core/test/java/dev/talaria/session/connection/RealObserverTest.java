package dev.talaria.session.connection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.base.internal.LogContext;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.TraceContext;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.LoggedLines;
import dev.talaria.session.lab.RecordingObserver;
import dev.talaria.session.listener.ConnectionEvent;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.listener.TurnObserver;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** What an observer is told, and in which context the host's code runs. */
@Timeout(120)
class RealObserverTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-%s-01";

  @TempDir Path workspace;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> contexts = new CopyOnWriteArrayList<>();
  private final ThreadLocal<String> current = ThreadLocal.withInitial(() -> "0000000000000001");

  /** Where the host's code finds itself. */
  private void here(String who) {
    contexts.add(
        "%s %s thread %b turn %b item %s"
            .formatted(
                who,
                current.get(),
                MDC.get(LogContext.THREAD) != null,
                MDC.get(LogContext.TURN) != null,
                Optional.ofNullable(MDC.get(LogContext.ITEM)).orElse("-")));
  }

  private final class Watching implements TurnObserver {

    @Override
    public ContextScope enter(String itemId) {
      String before = current.get();
      current.set("0000000000000002");
      return () -> current.set(before);
    }

    @Override
    public void onItemStarted(Item item) {
      if (item instanceof Item.DynamicToolCall) {
        told.add("tool");
      }
    }

    @Override
    public void onApprovalEnded(ApprovalOutcome outcome) {
      told.add("approval " + outcome.decision().orElseThrow().kind());
    }

    @Override
    public void onCompleted(TurnResult result) {
      told.add("end " + result.status());
      throw new IllegalStateException("an observer that is broken");
    }
  }

  private final TalariaObserver observer =
      new TalariaObserver() {
        @Override
        public void onConnection(ConnectionEvent event) {
          told.add(event.kind() + (event.attached() ? " attached" : ""));
        }

        @Override
        public void onSessionOpened(CodexSession session) {
          told.add("session " + !session.threadId().isEmpty());
        }

        @Override
        public void onSessionClosed(CodexSession session) {
          told.add("session closed");
        }

        @Override
        public TurnObserver onTurn(ObservedTurn turn) {
          told.add("turn " + turn.origin() + " " + turn.model());
          return new Watching();
        }

        @Override
        public Optional<TraceContext> traceContext() {
          return Optional.of(new TraceContext(TRACE.formatted(current.get()), ""));
        }
      };

  private final HostServices services =
      new HostServices() {
        @Override
        public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
          here("tool");
          return CompletableFuture.completedFuture(ToolAnswer.text("7"));
        }
      };

  @Test
  void an_observer_is_told_and_the_hosts_code_runs_in_the_turns_context() throws Exception {
    Path recording = workspace.resolve("recording.jsonl");
    RecordingObserver another = new RecordingObserver();
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("count", Map.of()))
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "touch made.txt",
                        "sandbox_permissions", "require_escalated",
                        "justification", "I want to make a file")))
            .text("done")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        LoggedLines lines = new LoggedLines("dev.talaria.turn", Level.INFO)) {
      try (Codex codex = Codex.launch(lab.launchOptions().recordTo(recording).build())) {
        codex.observe(another, observer);
        SessionOptions options =
            lab.options()
                .services(services)
                .dynamicTool(
                    new DynamicTool(
                        "count",
                        "counts",
                        WireJson.mapper().createObjectNode().put("type", "object")))
                .approvals(
                    ApprovalHandler.of(
                        request -> {
                          here("handler");
                          return ApprovalDecision.decline();
                        }))
                .build();
        try (CodexSession session = codex.openSession(options)) {
          TurnListener listener =
              new TurnListener() {
                @Override
                public void onItemStarted(Item item) {
                  if (item instanceof Item.DynamicToolCall) {
                    here("listener");
                  }
                }
              };
          assertEquals("done", session.runTurn(TurnInput.of("secret"), listener).finalText());
          assertEquals(0, session.pendingEvents());
        }
      }
      await().until(() -> told.contains("CLOSED"));
      assertEquals(
          List.of(
              "OPENED",
              "session true",
              "turn HOST " + lab.model.requests().get(0).body().path("model").asText(),
              "tool",
              "approval DECLINE",
              "end COMPLETED",
              "session closed",
              "CLOSED"),
          told);
      assertEquals(
          List.of(
              "listener 0000000000000002 thread true turn true item call_1_1",
              "tool 0000000000000002 thread true turn true item call_1_1",
              "handler 0000000000000002 thread true turn true item call_2_1"),
          contexts);
      assertEquals(List.of("OPENED", "turn HOST", "end COMPLETED", "CLOSED"), another.told);
      assertEquals(1, lines.lines().size(), lines.lines()::toString);
      assertFalse(lines.lines().get(0).contains("secret"));
    }
    assertEquals("0000000000000001", current.get());
    List<String> sent = Files.readAllLines(recording);
    assertTrue(sentWith(sent, "turn/start", "0000000000000002"));
    assertTrue(sentWith(sent, "thread/start", "0000000000000001"));
  }

  @Test
  void a_killed_codex_is_lost_and_replaced() {
    RecordingObserver watching = new RecordingObserver();
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"))) {
      try (Codex codex = lab.launch()) {
        codex.observe(watching);
        try (CodexSession session = codex.openSession(lab.options().build())) {
          session.runTurn("go");
          List<ProcessHandle> children = CodexLab.children();
          children.get(children.size() - 1).destroyForcibly();
          await().until(() -> watching.told.contains("LOST"));
          assertEquals("two", session.runTurn("go on").finalText());
        }
      }
    }
    // The lost one is closed when its session has left it.
    assertEquals(
        List.of("CLOSED", "CLOSED", "LOST", "OPENED", "REPLACED"),
        watching.told.stream().filter(event -> event.indexOf(' ') < 0).sorted().toList());
    assertTrue(watching.told.indexOf("LOST") < watching.told.indexOf("REPLACED"));
  }

  private static boolean sentWith(List<String> lines, String method, String span) {
    return lines.stream()
        .anyMatch(
            line ->
                line.contains("\"method\":\"" + method + "\"")
                    && line.contains("\"trace\":{\"traceparent\":\"" + TRACE.formatted(span)));
  }
}
