package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.base.Thrown;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.lab.ThrowingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host whose code throws what no Java compiler lets it, on the real Codex. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealHostFailureTest {

  /** Longer than any test waits, so that no limit is what ends it. */
  private static final Duration NEVER = Duration.ofMinutes(10);

  @TempDir Path workspace;

  /** Asks to make a file, then says so; and has an answer to one more turn. */
  private static ModelScript asks() {
    return ModelScript.builder()
        .reply(
            OutputItem.text("I ask").withPhase("commentary"),
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd", "touch made.txt",
                    "login", false,
                    "sandbox_permissions", "require_escalated",
                    "justification", "a file")))
        .text("done")
        .text("and on")
        .build();
  }

  static Stream<Throwable> kinds() {
    return Stream.of(
        new IOException("checked"), new NoSuchMethodError("'void com.example.Gone()'"));
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  private static void goesOn(CodexSession session) throws Exception {
    TurnResult next = end(session.startTurn(TurnInput.of("again"), TurnListener.NONE));
    assertEquals(TurnStatus.COMPLETED, next.status());
  }

  private boolean made() {
    return Files.exists(workspace.resolve("made.txt"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_listener_that_throws_at_every_event_changes_nothing(Throwable any) throws Exception {
    try (CodexLab lab = new CodexLab(workspace, asks());
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      ThrowingListener listener = new ThrowingListener(any);
      TurnResult result = end(session.startTurn(TurnInput.of("go"), listener));
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("done", result.finalText());
      assertTrue(made());
      assertTrue(
          listener.called.containsAll(
              List.of(
                  "onStarted",
                  "onStateChanged",
                  "onItemStarted",
                  "onItemCompleted",
                  "onMessage",
                  "onTextDelta",
                  "onUsage",
                  "onApprovalRequested",
                  "onApprovalEnded",
                  "onNotification",
                  "onCompleted")),
          listener.called.toString());
      goesOn(session);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_a_handler_throws_is_a_refusal_at_once(Throwable any) throws Exception {
    try (CodexLab lab = new CodexLab(workspace, asks());
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .turnTimeout(NEVER)
                    .approvalTimeout(NEVER)
                    .approvals(request -> Thrown.sneakily(any))
                    .build())) {
      TurnResult result = end(session.startTurn(TurnInput.of("go"), TurnListener.NONE));
      assertEquals("done", result.finalText());
      assertFalse(made());
      assertTrue(lab.outcomes.get(0).by().startsWith("failed: "), lab.outcomes.get(0).by());
      goesOn(session);
    }
  }

  @Test
  void an_interrupt_ends_a_turn_whose_stage_cannot_be_cancelled() throws Exception {
    RecordingListener heard = new RecordingListener();
    try (CodexLab lab = new CodexLab(workspace, asks());
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .turnTimeout(NEVER)
                    .approvalTimeout(NEVER)
                    .approvals(request -> Thrown.onCancel(new IOException("no cancel")))
                    .build())) {
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      await().atMost(Duration.ofSeconds(60)).until(() -> heard.events.contains("asked"));
      turn.interrupt();
      TurnResult result = end(turn);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertFalse(result.retire(), String.valueOf(result.error()));
      assertFalse(made());
      goesOn(session);
    }
  }

  @Test
  void an_approval_that_is_late_is_declined_although_its_stage_cannot_be_cancelled()
      throws Exception {
    try (CodexLab lab = new CodexLab(workspace, asks());
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .turnTimeout(NEVER)
                    .approvalTimeout(Duration.ofMillis(50))
                    .approvals(request -> Thrown.onCancel(new IOException("no cancel")))
                    .build())) {
      TurnResult result = end(session.startTurn(TurnInput.of("go"), TurnListener.NONE));
      assertEquals("done", result.finalText());
      assertFalse(made());
      goesOn(session);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_audit_and_a_listener_of_the_connection_that_throw_change_nothing(Throwable any)
      throws Exception {
    try (CodexLab lab = new CodexLab(workspace, asks())) {
      lab.codex.listen(notification -> Thrown.sneakily(any));
      try (CodexSession session =
          lab.codex.openSession(
              lab.options()
                  .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow()))
                  .audit(outcome -> Thrown.sneakily(any))
                  .build())) {
        TurnResult result = end(session.startTurn(TurnInput.of("go"), TurnListener.NONE));
        assertEquals("done", result.finalText());
        assertTrue(made());
        goesOn(session);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_tool_that_throws_tells_the_model_at_once(Throwable any) throws Exception {
    HostServices services =
        new HostServices() {
          @Override
          public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
            return Thrown.sneakily(any);
          }
        };
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("look_up", Map.of("id", "A-1")))
            .text("done")
            .text("and on")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .turnTimeout(NEVER)
                    .toolTimeout(NEVER)
                    .services(services)
                    .dynamicTool(
                        new DynamicTool(
                            "look_up",
                            "Looks a ticket up.",
                            JsonNodeFactory.instance.objectNode().put("type", "object")))
                    .build())) {
      TurnResult result = end(session.startTurn(TurnInput.of("go"), TurnListener.NONE));
      assertEquals("done", result.finalText());
      String told = lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
      assertTrue(told.contains("the tool failed: "), told);
      goesOn(session);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_history_that_cannot_be_had_fails_the_turn_that_needs_it(Throwable any) throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("fine"));
        CodexSession session =
            lab.codex.openSession(
                lab.options().turnTimeout(NEVER).history(() -> Thrown.sneakily(any)).build())) {
      // The thread had no turn, so Codex has not kept it.
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      await().atMost(Duration.ofSeconds(60)).until(lab.codex::isLost);
      TurnResult result = end(session.startTurn(TurnInput.of("go"), TurnListener.NONE));
      assertEquals(TurnStatus.FAILED, result.status());
      assertTrue(result.error().message().contains("history"), result.error().message());
    }
  }

  /** What cannot be written as JSON in UTF-8 is refused before Codex is asked. */
  @Test
  void a_prompt_with_half_a_character_fails_its_turn_and_no_other() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("fine"));
        CodexSession session = lab.codex.openSession(lab.options().turnTimeout(NEVER).build())) {
      TurnResult result = end(session.startTurn(TurnInput.of("half \uD83D"), TurnListener.NONE));
      assertEquals(TurnError.Kind.REFUSED, result.error().kind());
      assertEquals(
          "fine", end(session.startTurn(TurnInput.of("x"), TurnListener.NONE)).finalText());
    }
  }
}
