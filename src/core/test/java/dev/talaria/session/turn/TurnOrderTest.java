package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.TalariaException;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and faults that the real Codex produces rarely or never. */
@Timeout(60)
class TurnOrderTest {

  private static final String THREAD = FakeAppServer.THREAD;
  private static final String TURN = FakeAppServer.TURN;

  private final FakeAppServer server = new FakeAppServer();
  private final RecordingListener heard = new RecordingListener();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Turn start(CodexSession session) {
    return session.startTurn(TurnInput.of("go"), heard);
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  private CodexSession open() {
    return server.open(SessionOptions.builder());
  }

  private void approval(int id, String turn) {
    server.send(
        "{\"id\":"
            + id
            + ",\"method\":\"item/commandExecution/requestApproval\",\"params\":{\"threadId\":\""
            + THREAD
            + "\",\"turnId\":\""
            + turn
            + "\",\"itemId\":\"c1\",\"command\":\"ls\"}}");
  }

  @Test
  void events_that_come_before_the_answer_to_turn_start_are_kept_in_order() throws Exception {
    Turn turn = start(open());
    JsonNode request = server.next("turn/start");
    server.notify(
        "turn/started", "{\"threadId\":\"" + THREAD + "\",\"turn\":{\"id\":\"" + TURN + "\"}}");
    server.message("m1", "early");
    server.turnCompleted(TURN, "completed");
    server.replyTurn(request);
    TurnResult result = end(turn);
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals("early", result.finalText());
    assertEquals(List.of("started", "message", "-agentMessage", "completed"), heard.events);
  }

  @Test
  void a_command_that_ends_right_after_its_turn_is_part_of_the_result() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.item("started", THREAD, TURN, "{\"type\":\"commandExecution\",\"id\":\"c1\"}");
    server.turnCompleted(TURN, "completed");
    server.item(
        "completed",
        THREAD,
        TURN,
        "{\"type\":\"commandExecution\",\"id\":\"c1\",\"exitCode\":0,\"aggregatedOutput\":\"o\"}");
    assertEquals(1, end(turn).toolIterations());
  }

  @Test
  void the_output_of_a_command_is_bounded_as_the_options_say() throws Exception {
    Turn turn = start(server.open(SessionOptions.builder().maxCommandOutput(20)));
    server.replyTurn(server.next("turn/start"));
    server.item(
        "completed",
        THREAD,
        TURN,
        "{\"type\":\"commandExecution\",\"id\":\"c1\",\"exitCode\":0,\"aggregatedOutput\":\""
            + "x".repeat(500)
            + "\"}");
    server.turnCompleted(TURN, "completed");
    String content = end(turn).messages().get(1).content();
    assertTrue(content.contains("480 of 500 characters left out"), content);
  }

  @Test
  void an_item_that_ends_much_later_is_told_under_its_own_turn() throws Exception {
    CodexSession session = open();
    Turn turn = start(session);
    server.replyTurn(server.next("turn/start"));
    server.item("started", THREAD, TURN, "{\"type\":\"commandExecution\",\"id\":\"c1\"}");
    server.turnCompleted(TURN, "completed");
    assertEquals(0, end(turn).toolIterations());
    RecordingListener second = new RecordingListener();
    Turn next = session.startTurn(TurnInput.of("next"), second);
    server.reply(server.next("turn/start"), "{\"turn\":{\"id\":\"turn-2\"}}");
    server.item(
        "completed", THREAD, TURN, "{\"type\":\"commandExecution\",\"id\":\"c1\",\"exitCode\":0}");
    server.turnCompleted("turn-2", "completed");
    assertTrue(end(next).messages().isEmpty());
    assertTrue(heard.events.contains("-commandExecution"));
    assertFalse(second.events.contains("-commandExecution"));
  }

  @Test
  void events_of_other_threads_and_turns_do_not_touch_this_one() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.item(
        "completed", "child", TURN, "{\"type\":\"agentMessage\",\"id\":\"x\",\"text\":\"child\"}");
    server.item(
        "completed",
        THREAD,
        "other",
        "{\"type\":\"agentMessage\",\"id\":\"y\",\"text\":\"other\"}");
    server.notify(
        "turn/completed",
        "{\"threadId\":\"child\",\"turn\":{\"id\":\"" + TURN + "\",\"status\":\"completed\"}}");
    server.turnCompleted("other", "failed");
    server.message("m1", "mine");
    server.turnCompleted(TURN, "completed");
    TurnResult result = end(turn);
    assertEquals("mine", result.finalText());
    assertEquals(1, result.messages().size());
  }

  @Test
  void a_completion_without_its_turn_does_not_end_the_turn() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.notify("turn/completed", "{\"threadId\":\"" + THREAD + "\"}");
    server.notify("turn/completed", "{\"threadId\":\"" + THREAD + "\",\"turn\":null}");
    server.notify("turn/completed", "{}");
    server.message("m1", "still here");
    server.turnCompleted(TURN, "completed");
    assertEquals("still here", end(turn).finalText());
  }

  @Test
  void a_refused_turn_is_a_failed_result_and_the_session_lives() throws Exception {
    CodexSession session = open();
    Turn turn = start(session);
    server.send(
        "{\"id\":"
            + server.next("turn/start").path("id")
            + ",\"error\":{\"code\":-32600,\"message\":\"bad input\"}}");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.FAILED, result.status());
    assertEquals(TurnError.Kind.REFUSED, result.error().kind());
    assertTrue(result.error().message().contains("bad input"));
    assertEquals("", result.turnId());
    assertFalse(result.retire());
    Turn again = start(session);
    server.replyTurn(server.next("turn/start"));
    server.turnCompleted(TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, end(again).status());
  }

  @Test
  void a_turn_start_without_an_answer_fails_and_retires_the_session() throws Exception {
    Turn turn = start(open());
    server.next("turn/start");
    TurnResult result = end(turn);
    assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
    assertTrue(result.error().message().contains("turn/start"));
    assertTrue(result.retire());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"turn-1\"",
        "[]",
        "{}",
        "{\"turn\":null}",
        "{\"turn\":\"turn-1\"}",
        "{\"turn\":[{\"id\":\"turn-1\"}]}",
        "{\"turn\":{\"id\":null}}",
        "{\"turn\":{\"id\":\"\"}}",
        "{\"turn\":{\"id\":\" \"}}",
        "{\"turn\":{\"id\":7}}",
        "{\"turn\":{\"id\":{\"id\":\"turn-1\"}}}"
      })
  void an_answer_to_turn_start_that_names_no_turn_fails_it_at_once(String answer) throws Exception {
    Turn turn = start(server.open(SessionOptions.builder().turnTimeout(Duration.ofMinutes(5))));
    server.reply(server.next("turn/start"), answer);
    TurnResult result = end(turn);
    assertEquals(TurnStatus.FAILED, result.status());
    assertEquals(TurnError.Kind.OTHER, result.error().kind(), result.error().message());
    assertTrue(result.error().message().contains("turn/start"), result.error().message());
    assertTrue(result.error().message().contains("turn.id"), result.error().message());
    assertEquals("", result.turnId());
    assertTrue(result.retire());
    assertEquals(0, server.lookedUp.get());
  }

  @Test
  void a_failed_turn_without_a_reason_has_an_error_all_the_same() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.turnCompleted(TURN, "failed");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.FAILED, result.status());
    assertTrue(result.error().message().contains("failed"));
  }

  @Test
  void a_final_error_without_a_completion_ends_the_turn() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.notify(
        "error",
        "{\"threadId\":\""
            + THREAD
            + "\",\"turnId\":\""
            + TURN
            + "\",\"willRetry\":false,\"error\":{\"message\":\"input must not be empty\",\"codexErrorInfo\":\"badRequest\"}}");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.FAILED, result.status());
    assertEquals(TurnError.Kind.BAD_REQUEST, result.error().kind());
  }

  @Test
  void an_error_that_is_retried_is_no_end() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.notify(
        "error",
        "{\"threadId\":\""
            + THREAD
            + "\",\"turnId\":\""
            + TURN
            + "\",\"willRetry\":true,\"error\":{\"message\":\"Reconnecting... 1/5\"}}");
    server.message("m1", "recovered");
    server.turnCompleted(TURN, "completed");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals("recovered", result.finalText());
    assertTrue(heard.events.contains("retry"));
  }

  @Test
  void an_interrupt_before_the_turn_has_a_name_is_sent_when_it_has_one() throws Exception {
    Turn turn = start(open());
    JsonNode request = server.next("turn/start");
    turn.interrupt();
    server.replyTurn(request);
    JsonNode interrupt = server.next("turn/interrupt");
    assertEquals(TURN, interrupt.at("/params/turnId").asText());
    server.reply(interrupt, "{}");
    server.turnCompleted(TURN, "interrupted");
    assertEquals(TurnStatus.INTERRUPTED, end(turn).status());
  }

  @Test
  void an_interrupt_that_codex_never_confirms_still_ends_the_turn() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    turn.interrupt();
    server.next("turn/interrupt");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.INTERRUPTED, result.status());
    assertTrue(result.retire());
  }

  @Test
  void a_lost_connection_ends_the_turn_after_the_events_before_it() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.message("m1", "partial");
    server.hangUp();
    TurnResult result = end(turn);
    assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind());
    assertEquals("partial", result.finalText());
    assertTrue(result.retire());
  }

  @Test
  void a_turn_that_ended_before_the_connection_was_lost_has_completed() throws Exception {
    Turn turn = start(open());
    server.replyTurn(server.next("turn/start"));
    server.message("m1", "done");
    server.turnCompleted(TURN, "completed");
    server.hangUp();
    assertEquals(TurnStatus.COMPLETED, end(turn).status());
  }

  @Test
  void open_requests_fail_with_the_connection() throws Exception {
    CompletableFuture<JsonNode> open = server.codex.request("model/list", Map.of(), JsonNode.class);
    server.next("model/list");
    server.hangUp();
    assertInstanceOf(
        ConnectionLostException.class,
        assertThrows(ExecutionException.class, () -> open.get(60, TimeUnit.SECONDS)).getCause());
    assertThrows(TalariaException.class, this::open);
  }

  @Test
  void events_go_on_while_the_handler_thinks() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    ApprovalHandler thinks =
        ApprovalHandler.of(
            request -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return ApprovalDecision.allow();
            });
    Turn turn = start(server.open(SessionOptions.builder().approvals(thinks)));
    server.replyTurn(server.next("turn/start"));
    approval(0, TURN);
    server.message("m1", "meanwhile");
    await().until(() -> heard.events.contains("message"));
    assertTrue(server.nothingWaits());
    release.countDown();
    JsonNode answer = server.next();
    assertEquals("{\"id\":0,\"result\":{\"decision\":\"accept\"}}", answer.toString());
    server.turnCompleted(TURN, "completed");
    end(turn);
  }

  @Test
  void an_approval_that_codex_resolves_is_withdrawn_and_never_answered() throws Exception {
    CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
    Turn turn = start(server.open(SessionOptions.builder().approvals(request -> answer)));
    server.replyTurn(server.next("turn/start"));
    approval(0, TURN);
    await().until(() -> heard.events.contains("asked"));
    server.notify("serverRequest/resolved", "{\"threadId\":\"" + THREAD + "\",\"requestId\":0}");
    await().until(answer::isCancelled);
    assertEquals("withdrawn", heard.events.get(heard.events.size() - 1));
    server.turnCompleted(TURN, "completed");
    end(turn);
    assertTrue(server.nothingWaits());
  }

  @Test
  void an_approval_that_comes_twice_is_asked_and_answered_once() throws Exception {
    List<CompletableFuture<ApprovalDecision>> answers = new CopyOnWriteArrayList<>();
    ApprovalHandler waits =
        request -> {
          answers.add(new CompletableFuture<>());
          return answers.get(answers.size() - 1);
        };
    Turn turn = start(server.open(SessionOptions.builder().approvals(waits)));
    server.replyTurn(server.next("turn/start"));
    approval(0, TURN);
    approval(0, TURN);
    server.message("m1", "behind both");
    await().until(() -> heard.events.contains("message") && !answers.isEmpty());
    answers.get(0).complete(ApprovalDecision.allow());
    assertEquals("{\"id\":0,\"result\":{\"decision\":\"accept\"}}", server.next().toString());
    server.turnCompleted(TURN, "completed");
    end(turn);
    assertEquals(1, answers.size());
    assertTrue(server.nothingWaits());
  }

  @Test
  void an_approval_of_a_turn_that_is_over_is_declined_without_asking() throws Exception {
    List<ApprovalRequest> asked = new CopyOnWriteArrayList<>();
    CodexSession session =
        server.open(
            SessionOptions.builder()
                .approvals(
                    ApprovalHandler.of(
                        request -> {
                          asked.add(request);
                          return ApprovalDecision.allow();
                        })));
    Turn turn = start(session);
    server.replyTurn(server.next("turn/start"));
    server.turnCompleted(TURN, "completed");
    end(turn);
    approval(7, TURN);
    assertEquals("{\"id\":7,\"result\":{\"decision\":\"decline\"}}", server.next().toString());
    assertTrue(asked.isEmpty());
  }

  @Test
  void a_request_of_an_unknown_thread_or_method_is_refused_at_once() throws Exception {
    start(open());
    server.replyTurn(server.next("turn/start"));
    server.send(
        "{\"id\":\"s-1\",\"method\":\"item/tool/call\",\"params\":{\"threadId\":\"nobody\"}}");
    JsonNode foreign = server.next();
    assertEquals("s-1", foreign.path("id").asText());
    assertEquals(-32601, foreign.at("/error/code").asInt());
    server.send(
        "{\"id\":1,\"method\":\"totally/unknown\",\"params\":{\"threadId\":\"" + THREAD + "\"}}");
    assertEquals(-32601, server.next().at("/error/code").asInt());
    server.send(
        "{\"id\":2,\"method\":\"item/commandExecution/requestApproval\",\"params\":{\"threadId\":\""
            + THREAD
            + "\",\"command\":[1]}}");
    assertEquals(-32602, server.next().at("/error/code").asInt());
  }

  @Test
  void a_file_change_is_shown_with_the_paths_of_its_item() throws Exception {
    CompletableFuture<ApprovalRequest> asked = new CompletableFuture<>();
    Turn turn =
        start(
            server.open(
                SessionOptions.builder()
                    .approvals(
                        ApprovalHandler.of(
                            request -> {
                              asked.complete(request);
                              return ApprovalDecision.allowForSession();
                            }))));
    server.replyTurn(server.next("turn/start"));
    server.item(
        "started",
        THREAD,
        TURN,
        "{\"type\":\"fileChange\",\"id\":\"f1\",\"changes\":[{\"path\":\"/a\",\"kind\":{\"type\":\"add\"},\"diff\":\"x\"}]}");
    server.send(
        "{\"id\":\"p-1\",\"method\":\"item/fileChange/requestApproval\",\"params\":{\"threadId\":\""
            + THREAD
            + "\",\"turnId\":\""
            + TURN
            + "\",\"itemId\":\"f1\"}}");
    assertEquals(
        "{\"id\":\"p-1\",\"result\":{\"decision\":\"acceptForSession\"}}",
        server.next().toString());
    ApprovalRequest.FileChange change =
        assertInstanceOf(ApprovalRequest.FileChange.class, asked.get(60, TimeUnit.SECONDS));
    assertEquals("/a", change.changes().get(0).path());
    server.turnCompleted(TURN, "completed");
    end(turn);
  }

  @Test
  void a_time_limit_withdraws_the_pending_approval() throws Exception {
    CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
    CodexSession session =
        server.open(
            SessionOptions.builder()
                .approvals(request -> answer)
                .turnTimeout(Duration.ofSeconds(1)));
    Turn turn = start(session);
    server.replyTurn(server.next("turn/start"));
    approval(0, TURN);
    server.reply(server.next("turn/interrupt"), "{}");
    server.turnCompleted(TURN, "interrupted");
    TurnResult result = end(turn);
    assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
    await().until(answer::isCancelled);
  }
}
