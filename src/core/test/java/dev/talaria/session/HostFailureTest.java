package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.base.Thrown;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.HalfLoaded;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.lab.ThrowingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.session.turn.TurnListeners;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code of the host that throws what it likes, wherever a session calls it. */
@Timeout(60)
class HostFailureTest {

  private static final String THREAD = FakeAppServer.THREAD;
  private static final String TURN = FakeAppServer.TURN;
  private static final String DECLINED = "{\"id\":0,\"result\":{\"decision\":\"decline\"}}";
  private static final IOException CHECKED = new IOException("checked");

  private final FakeAppServer server = new FakeAppServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  static Stream<Throwable> kinds() {
    return Thrown.kinds().stream();
  }

  private Turn start(SessionOptions.Builder options, TurnListener listener) throws Exception {
    return start(server.open(options), listener);
  }

  private Turn start(CodexSession session, TurnListener listener) throws Exception {
    Turn turn = session.startTurn(TurnInput.of("go"), listener);
    server.replyTurn(server.next("turn/start"));
    return turn;
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  private void completes(Turn turn) throws Exception {
    server.turnCompleted(TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, end(turn).status());
  }

  private static String scope() {
    return "\"threadId\":\"" + THREAD + "\",\"turnId\":\"" + TURN + "\"";
  }

  private void asks() {
    server.send(
        "{\"id\":0,\"method\":\"item/commandExecution/requestApproval\",\"params\":{"
            + scope()
            + ",\"itemId\":\"c1\",\"command\":\"ls\"}}");
  }

  private void callsTool() {
    server.send(
        "{\"id\":0,\"method\":\"item/tool/call\",\"params\":{"
            + scope()
            + ",\"callId\":\"t1\",\"tool\":\"look_up\",\"arguments\":{}}}");
  }

  // --- the listener

  @ParameterizedTest
  @MethodSource("kinds")
  void a_listener_may_throw_anything_at_every_event(Throwable any) throws Exception {
    ThrowingListener listener = new ThrowingListener(any);
    CodexSession session =
        server.open(
            SessionOptions.builder()
                .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow())));
    Turn turn = start(session, listener);
    server.notify(
        "turn/started", "{\"threadId\":\"" + THREAD + "\",\"turn\":{\"id\":\"" + TURN + "\"}}");
    asks();
    assertEquals("accept", server.next().at("/result/decision").asText());
    server.item("started", THREAD, TURN, "{\"type\":\"fileChange\",\"id\":\"left\"}");
    server.message("m1", "whole");
    for (String delta :
        List.of("agentMessage/delta", "reasoning/textDelta", "commandExecution/outputDelta")) {
      server.notify("item/" + delta, "{" + scope() + ",\"itemId\":\"m2\",\"delta\":\"d\"}");
    }
    server.notify("turn/plan/updated", "{" + scope() + ",\"plan\":[]}");
    server.notify("turn/diff/updated", "{" + scope() + ",\"diff\":\"d\"}");
    server.notify("thread/tokenUsage/updated", "{" + scope() + ",\"tokenUsage\":{\"total\":{}}}");
    server.notify("model/rerouted", "{" + scope() + ",\"toModel\":\"other\"}");
    server.notify(
        "error", "{" + scope() + ",\"willRetry\":true,\"error\":{\"message\":\"again\"}}");
    server.item(
        "completed",
        THREAD,
        TURN,
        "{\"type\":\"subAgentActivity\",\"id\":\"s1\",\"agentThreadId\":\"kid\"}");
    server.reply(server.next("thread/read"), "{}");
    await().until(() -> listener.called.contains("onSubAgent"));
    completes(turn);
    // Nothing was resumed here.
    listener.called.add("onResumed");
    assertEquals(ThrowingListener.all(), listener.called);

    Turn next = session.startTurn(TurnInput.of("and on"), TurnListener.NONE);
    server.reply(server.next("turn/start"), "{\"turn\":{\"id\":\"turn-2\"}}");
    server.turnCompleted("turn-2", "completed");
    assertEquals(TurnStatus.COMPLETED, end(next).status());
  }

  /** The session's thread is its own: what a listener does to its flag ends with the event. */
  @Test
  void a_listener_that_is_interrupted_leaves_no_flag_to_others() throws Exception {
    List<Boolean> flags = new CopyOnWriteArrayList<>();
    CountDownLatch release = new CountDownLatch(1);
    Turn turn =
        start(
            SessionOptions.builder(),
            new TurnListener() {
              @Override
              public void onDiff(String diff) {
                // What follows runs on this thread.
                assertTrue(Thrown.uncheckedly(() -> release.await(60, TimeUnit.SECONDS)));
              }

              @Override
              public void onItemCompleted(Item item) {
                flags.add(Thread.currentThread().isInterrupted());
                Thrown.sneakily(new InterruptedException("by the host"));
              }
            });
    server.notify("turn/diff/updated", "{" + scope() + ",\"diff\":\"d\"}");
    server.message("m1", "one");
    server.message("m2", "two");
    release.countDown();
    completes(turn);
    assertEquals(List.of(false, false), flags);
  }

  /** The reader asks which pieces of text a listener wants. */
  @Test
  void a_listener_whose_class_cannot_be_looked_at_hears_everything() throws Exception {
    StringBuffer text = new StringBuffer();
    Turn turn = start(SessionOptions.builder(), HalfLoaded.listener(text));
    server.notify(
        "item/agentMessage/delta", "{" + scope() + ",\"itemId\":\"m1\",\"delta\":\"piece\"}");
    completes(turn);
    assertEquals("piece", text.toString());
    assertFalse(server.codex.isLost());
  }

  @Test
  void a_turn_ends_although_its_listener_still_works_when_codex_is_closed() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CodexSession session = server.open(SessionOptions.builder());
    // The session's own turn: what is above it ends by itself when the session is closed.
    ResumingSession durable = (ResumingSession) session;
    Turn turn =
        durable
            .bound()
            .startTurn(
                TurnRequests.prompt(
                    durable.bound(),
                    TurnInput.of("go"),
                    TurnInput.settings(),
                    SessionOptions.builder().build()),
                new TurnListeners(
                    "",
                    new TurnListener() {
                      @Override
                      public void onMessage(Message message) {
                        blocked.countDown();
                        try {
                          release.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                      }
                    }));
    server.replyTurn(server.next("turn/start"));
    server.message("m1", "blocks");
    assertTrue(blocked.await(60, TimeUnit.SECONDS));
    server.codex.close();
    release.countDown();
    assertEquals(TurnError.Kind.CLOSED, end(turn).error().kind());
  }

  // --- approvals

  private void declinedAtOnce(SessionOptions.Builder options) throws Exception {
    Turn turn = start(options, TurnListener.NONE);
    asks();
    assertEquals(DECLINED, server.next().toString());
    completes(turn);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_handler_that_throws_has_declined_at_once(Throwable any) throws Exception {
    List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
    declinedAtOnce(
        SessionOptions.builder().audit(outcomes::add).approvals(request -> Thrown.sneakily(any)));
    assertTrue(outcomes.get(0).by().startsWith("failed: "), outcomes.get(0).by());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_policy_that_throws_has_declined_at_once(Throwable any) throws Exception {
    declinedAtOnce(
        SessionOptions.builder()
            .policy(request -> Thrown.sneakily(any))
            .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow())));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_stage_that_cannot_be_followed_has_declined_at_once(Throwable any) throws Exception {
    declinedAtOnce(SessionOptions.builder().approvals(request -> Thrown.always(any)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_stage_that_fails_with_anything_has_declined(Throwable any) throws Exception {
    declinedAtOnce(
        SessionOptions.builder().approvals(request -> CompletableFuture.failedFuture(any)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_approval_is_answered_although_its_stage_cannot_be_cancelled(Throwable any)
      throws Exception {
    for (Supplier<CompletionStage<ApprovalDecision>> stage :
        List.<Supplier<CompletionStage<ApprovalDecision>>>of(
            () -> Thrown.onCancel(any), () -> Thrown.always(any))) {
      CodexSession session =
          server.open(
              SessionOptions.builder()
                  .approvalTimeout(Duration.ofMillis(20))
                  .approvals(request -> stage.get()));
      Turn turn = start(session, TurnListener.NONE);
      asks();
      assertEquals(DECLINED, server.next().toString());
      completes(turn);
      session.close();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_interrupt_ends_a_turn_whose_stages_cannot_be_cancelled(Throwable any) throws Exception {
    RecordingListener heard = new RecordingListener();
    CodexSession session =
        server.open(SessionOptions.builder().approvals(request -> Thrown.onCancel(any)));
    Turn turn = start(session, heard);
    asks();
    await().until(() -> heard.events.contains("asked"));
    turn.interrupt();
    server.reply(server.next("turn/interrupt"), "{}");
    server.turnCompleted(TURN, "interrupted");
    assertEquals(TurnStatus.INTERRUPTED, end(turn).status());
    assertFalse(end(turn).retire());
    assertTrue(heard.events.contains("withdrawn"), heard.events.toString());
  }

  @Test
  void a_session_that_is_closed_declines_all_approvals_whatever_their_stages_do() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    CodexSession session =
        server.open(
            SessionOptions.builder()
                .approvals(
                    request -> {
                      asked.countDown();
                      return Thrown.onCancel(CHECKED);
                    }));
    for (int id = 0; id < 2; id++) {
      server.send(
          "{\"id\":"
              + id
              + ",\"method\":\"item/commandExecution/requestApproval\",\"params\":{\"threadId\":\""
              + THREAD
              + "\",\"itemId\":\"c1\",\"command\":\"ls\"}}");
    }
    assertTrue(asked.await(60, TimeUnit.SECONDS));
    session.close();
    assertEquals("decline", server.next().at("/result/decision").asText());
    assertEquals("decline", server.next().at("/result/decision").asText());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_audit_that_throws_costs_nothing(Throwable any) throws Exception {
    Turn turn =
        start(
            SessionOptions.builder()
                .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow()))
                .audit(outcome -> Thrown.sneakily(any)),
            TurnListener.NONE);
    asks();
    assertEquals("accept", server.next().at("/result/decision").asText());
    completes(turn);
  }

  /** Half a surrogate pair cannot be sent. */
  @Test
  void a_decision_that_cannot_be_written_is_a_refusal() throws Exception {
    server.open(
        SessionOptions.builder()
            .approvals(
                ApprovalHandler.of(
                    request -> ApprovalDecision.answers(Map.of("q1", List.of("\uD800"))))));
    server.send(
        "{\"id\":0,\"method\":\"item/tool/requestUserInput\",\"params\":{\"threadId\":\""
            + THREAD
            + "\",\"questions\":[{\"id\":\"q1\",\"header\":\"h\",\"question\":\"q\"}]}}");
    assertEquals(0, server.next().path("id").asInt(-1));
  }

  // --- services

  private static HostServices tool(Supplier<CompletionStage<ToolAnswer>> tool) {
    return new HostServices() {
      @Override
      public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
        return tool.get();
      }
    };
  }

  private JsonNode toolAnswer(Supplier<CompletionStage<ToolAnswer>> tool) throws Exception {
    CodexSession session =
        server.open(
            SessionOptions.builder().services(tool(tool)).toolTimeout(Duration.ofMillis(300)));
    Turn turn = start(session, TurnListener.NONE);
    callsTool();
    JsonNode answer = server.next();
    completes(turn);
    session.close();
    return answer;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_service_that_throws_has_failed(Throwable any) throws Exception {
    for (Supplier<CompletionStage<ToolAnswer>> tool :
        List.<Supplier<CompletionStage<ToolAnswer>>>of(
            () -> Thrown.sneakily(any),
            () -> Thrown.always(any),
            () -> CompletableFuture.failedFuture(any))) {
      JsonNode answer = toolAnswer(tool);
      assertEquals("false", answer.at("/result/success").asText(), answer.toString());
      assertFalse(answer.toString().contains("no answer within"), answer.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_call_is_answered_although_its_stage_cannot_be_cancelled(Throwable any) throws Exception {
    JsonNode answer = toolAnswer(() -> Thrown.onCancel(any));
    assertTrue(answer.toString().contains("no answer within"), answer.toString());
  }

  @Test
  void a_service_that_gives_nothing_has_failed() throws Exception {
    for (Supplier<CompletionStage<ToolAnswer>> tool :
        List.<Supplier<CompletionStage<ToolAnswer>>>of(
            () -> null, () -> CompletableFuture.completedFuture(null))) {
      JsonNode answer = toolAnswer(tool);
      assertEquals("false", answer.at("/result/success").asText(), answer.toString());
    }
  }

  @Test
  void an_answer_that_cannot_be_written_is_an_error() throws Exception {
    JsonNode answer =
        toolAnswer(() -> CompletableFuture.completedFuture(ToolAnswer.text("half \uD83D")));
    assertFalse(answer.toString().contains("no answer within"), answer.toString());
    assertTrue(answer.has("error"), answer.toString());
  }

  // --- the connection, the prompt, the end

  @ParameterizedTest
  @MethodSource("kinds")
  void a_listener_of_the_connection_may_throw_anything(Throwable any) {
    List<ServerNotification> heard = new CopyOnWriteArrayList<>();
    server.codex.listen(notification -> Thrown.sneakily(any));
    server.codex.subscribe(notification -> Thrown.sneakily(any));
    server.codex.subscribe(heard::add);
    server.notify("account/updated", "{}");
    server.notify("account/updated", "{}");
    await().until(() -> heard.size() == 2);
  }

  @Test
  void a_prompt_that_cannot_be_written_fails_its_turn_at_once() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("half \uD83D"), TurnListener.NONE);
    TurnResult result = end(turn);
    assertEquals(TurnError.Kind.REFUSED, result.error().kind());
    assertTrue(result.error().message().contains("surrogate"), result.error().message());
    assertFalse(result.retire());
    completes(start(session, TurnListener.NONE));
  }

  @Test
  void what_is_closed_with_a_session_may_throw_anything() {
    List<String> closed = new CopyOnWriteArrayList<>();
    server
        .open(
            SessionOptions.builder()
                .closeWithSession(() -> Thrown.sneakily(new NoSuchMethodError("gone")))
                .closeWithSession(() -> closed.add("second")))
        .close();
    assertEquals(List.of("second"), closed);
  }
}
