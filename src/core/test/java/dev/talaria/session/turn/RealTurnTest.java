package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Turns on the real Codex, its model scripted. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealTurnTest {

  @TempDir Path workspace;

  private static List<String> roles(TurnResult result) {
    return result.messages().stream().map(message -> message.role()).toList();
  }

  @Test
  void a_plain_turn_streams_its_text_and_ends_with_a_transcript() {
    ModelScript script =
        ModelScript.builder().reply(OutputItem.chunks("Hel", "lo ", "from Codex")).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      TurnResult result = session.runTurn(TurnInput.of("hi"), heard);
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("Hello from Codex", result.finalText());
      assertEquals("Hello from Codex", heard.text.toString());
      assertTrue(heard.deltas > 1);
      assertEquals(List.of("user", "assistant"), roles(result));
      assertEquals(session.threadId(), result.threadId());
      assertFalse(result.turnId().isEmpty());
      assertEquals(0, result.toolIterations());
      assertNull(result.error());
      assertFalse(result.retire());
      assertNotNull(result.usage());
      assertEquals(110, result.usage().last().totalTokens());
      assertEquals("started", heard.events.get(0));
      assertEquals("completed", heard.events.get(heard.events.size() - 1));
      assertEquals(PinnedCodex.selectedVersion(), lab.codex.version().toString());
      assertEquals(CodexLab.version(), lab.codex.version());
      assertEquals("gpt-5.5", session.model());
    }
  }

  /** Ten minutes of silence in six seconds: looks after 20 s, the idle limit of 30 min. */
  @Test
  void a_model_that_is_silent_for_long_is_not_killed() {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("I was ", "thinking")).delay(Duration.ofSeconds(6)))
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .quietTime(Duration.ofMillis(200))
                    .idleTimeout(Duration.ofSeconds(18))
                    .build())) {
      TurnResult result = session.runTurn("think");
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      assertEquals("I was thinking", result.finalText());
      assertTrue(result.duration().compareTo(Duration.ofSeconds(6)) >= 0);
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void the_second_turn_remembers_the_first() {
    try (CodexLab lab =
            new CodexLab(workspace, ModelScript.texts("I will remember BLUE.", "It was BLUE."));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("My colour is blue");
      TurnResult second = session.runTurn("Which colour?");
      assertEquals("It was BLUE.", second.finalText());
      String request = lab.model.requests().get(1).json();
      assertTrue(request.contains("My colour is blue"));
      assertTrue(request.contains("I will remember BLUE."));
    }
  }

  @Test
  void a_command_that_fails_is_told_to_the_model_and_to_the_host() {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "echo boom >&2; exit 3",
                        "sandbox_permissions", "require_escalated",
                        "justification", "test")))
            .text("It failed.")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals(1, result.toolIterations());
      Message.Tool tool = (Message.Tool) result.messages().get(2);
      assertTrue(tool.content().startsWith("[exit 3]\n"), tool.content());
      assertTrue(tool.content().contains("boom"));
    }
  }

  @Test
  void an_interrupt_ends_a_turn_while_the_model_streams() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("one ", "two ", "three ")).hangAfter(6))
            .text("after")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("talk"), heard);
      await().until(() -> heard.deltas > 0);
      turn.interrupt();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertTrue(result.interrupted());
      assertNull(result.error());
      assertFalse(result.retire());
      assertEquals("after", session.runTurn("again").finalText());
    }
  }

  @Test
  void interrupting_the_waiting_thread_interrupts_the_turn() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5)).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      CompletableFuture<TurnStatus> status = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                status.complete(session.runTurn(TurnInput.of("talk"), heard).status());
                flag.complete(Thread.interrupted());
              });
      caller.start();
      await().until(() -> heard.deltas > 0);
      caller.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, status.get(60, TimeUnit.SECONDS));
      assertTrue(flag.get(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_turn_that_takes_too_long_is_interrupted_and_says_so() {
    ModelScript script = ModelScript.builder().reply(Reply.text("never").hangAfter(1)).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result =
          session.runTurn(TurnInput.of("talk").timeout(Duration.ofMillis(700)), TurnListener.NONE);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
      assertTrue(result.error().message().contains("timed out"));
      assertTrue(result.retire());
    }
  }

  @Test
  void a_steered_turn_takes_the_new_words() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                Reply.of(OutputItem.chunks("one ", "two ", "three ", "four"))
                    .between(Duration.ofMillis(400)))
            .text("steered")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("talk"), heard);
      await().until(() -> heard.deltas > 0);
      assertTrue(turn.steer("and be brief").get(60, TimeUnit.SECONDS));
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals("steered", result.finalText());
      boolean cut = MeasuredFact.STEER_CUTS_STREAM.isIn(lab.codex.version());
      assertEquals(
          cut
              ? List.of("user", "user", "assistant")
              : List.of("user", "assistant", "user", "assistant"),
          roles(result));
      assertFalse(turn.steer("too late").get(60, TimeUnit.SECONDS));
      assertTrue(lab.model.requests().get(1).json().contains("and be brief"));
    }
  }

  @Test
  void one_turn_at_a_time() throws Exception {
    ModelScript script = ModelScript.builder().reply(Reply.text("slow").hangAfter(1)).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      Turn turn = session.startTurn(TurnInput.of("talk"), TurnListener.NONE);
      IllegalStateException refusal =
          assertThrows(IllegalStateException.class, () -> session.runTurn("me too"));
      assertTrue(refusal.getMessage().contains("runs already"));
      turn.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
    }
  }

  @Test
  void closing_the_session_ends_its_turn_and_leaves_the_others_alone() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .when("to be closed")
            .reply(Reply.text("slow").hangAfter(1))
            .text("still here")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession kept = lab.open(ApprovalDecision.decline())) {
      CodexSession closed = lab.open(ApprovalDecision.decline());
      Turn turn = closed.startTurn(TurnInput.of("to be closed"), TurnListener.NONE);
      closed.close();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertEquals(TurnError.Kind.CLOSED, result.error().kind());
      assertThrows(IllegalStateException.class, () -> closed.runTurn("more"));
      assertEquals("still here", kept.runTurn("go on").finalText());
    }
  }

  @Test
  void a_listener_that_throws_harms_nothing() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("fine"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      AtomicInteger calls = new AtomicInteger();
      TurnResult result =
          session.runTurn(
              TurnInput.of("hi"),
              new TurnListener() {
                @Override
                public void onMessage(Message message) {
                  calls.incrementAndGet();
                  throw new IllegalStateException("listener");
                }
              });
      assertEquals("fine", result.finalText());
      assertEquals(2, calls.get());
    }
  }

  @Test
  void a_listener_that_waits_for_its_own_session_is_told_so() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("fine"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      session.runTurn(
          TurnInput.of("hi"),
          new TurnListener() {
            @Override
            public void onStarted(String turnId) {
              thrown.complete(
                  assertThrows(IllegalStateException.class, () -> session.runTurn("nested")));
            }
          });
      assertTrue(thrown.join().getMessage().contains("wait for itself"));
    }
  }

  @Test
  void sessions_on_one_connection_run_side_by_side() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .when("first one")
            .text("answer to the first")
            .when("second one")
            .text("answer to the second")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession first = lab.open(ApprovalDecision.decline());
        CodexSession second = lab.open(ApprovalDecision.decline())) {
      Turn a = first.startTurn(TurnInput.of("first one"), TurnListener.NONE);
      Turn b = second.startTurn(TurnInput.of("second one"), TurnListener.NONE);
      assertEquals("answer to the second", b.result().get(60, TimeUnit.SECONDS).finalText());
      assertEquals("answer to the first", a.result().get(60, TimeUnit.SECONDS).finalText());
    }
  }

  @Test
  void commentary_is_not_the_final_text() {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.text("The answer is 42."),
                OutputItem.text("I will tidy up now.").withPhase("commentary"))
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result = session.runTurn("go");
      assertEquals("The answer is 42.", result.finalText());
      assertEquals(3, result.messages().size());
    }
  }

  @Test
  void effort_and_schema_reach_the_model() throws Exception {
    JsonNode schema =
        WireJson.mapper()
            .readTree(
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
                    + "\"required\":[\"a\"],\"additionalProperties\":false}");
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("{\"a\":\"b\"}"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn(TurnInput.of("go").effort("low").outputSchema(schema), TurnListener.NONE);
      JsonNode request = WireJson.mapper().readTree(lab.model.requests().get(0).json());
      assertEquals("low", request.at("/reasoning/effort").asText());
      assertEquals(schema, request.at("/text/format/schema"));
    }
  }

  @Test
  void a_working_directory_that_does_not_exist_is_refused_before_codex_sees_it() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      Path missing = workspace.resolve("missing");
      IllegalArgumentException refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> lab.codex.openSession(SessionOptions.builder().cwd(missing).build()));
      assertTrue(refusal.getMessage().contains(missing.toString()));
      assertFalse(Files.exists(missing));
    }
  }

  @Test
  void a_blank_prompt_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> TurnInput.of(" \n"));
  }
}
