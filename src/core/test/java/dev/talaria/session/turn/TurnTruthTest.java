package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A turn ends when Codex says so, also when its word was lost; and not because it is silent. */
@Timeout(60)
class TurnTruthTest {

  private static final String TURN = FakeAppServer.TURN;

  private final FakeAppServer server = new FakeAppServer();
  private final RecordingListener heard = new RecordingListener();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static SessionOptions.Builder quick() {
    return SessionOptions.builder().quietTime(Duration.ofMillis(100));
  }

  private Turn start(SessionOptions.Builder options) throws InterruptedException {
    Turn turn = server.open(options).startTurn(TurnInput.of("go"), heard);
    server.replyTurn(server.next("turn/start"));
    return turn;
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  /** What the list of turns says of the turn. */
  private static String told(String status, String... items) {
    return "{\"data\":[{\"id\":\""
        + TURN
        + "\",\"status\":\""
        + status
        + "\",\"error\":null,\"items\":["
        + String.join(",", items)
        + "]}]}";
  }

  private static String message(String id, String text) {
    return "{\"type\":\"agentMessage\",\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, text);
  }

  private boolean interruptWasSent() {
    return server.received.stream()
        .anyMatch(message -> message.path("method").asText().equals("turn/interrupt"));
  }

  @Test
  void a_turn_whose_end_was_lost_ends_as_codex_has_it_with_all_it_said() throws Exception {
    Turn turn = start(quick());
    server.message("m1", "first");
    server.turns =
        told("completed", message("m1", "first"), message("m2", "the answer that nobody heard"));
    TurnResult result = end(turn);
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals("the answer that nobody heard", result.finalText());
    assertEquals(2, result.messages().size());
    assertFalse(result.retire());
    assertFalse(interruptWasSent());
    assertTrue(heard.reasons.contains("Codex had ended it; its notification was lost"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"interrupted", "failed"})
  void also_as_interrupted_or_failed(String status) throws Exception {
    Turn turn = start(quick());
    server.turns = told(status);
    assertEquals(status.toUpperCase(Locale.ROOT), end(turn).status().name());
  }

  @Test
  void a_message_that_old_versions_give_another_id_is_not_adopted_twice() throws Exception {
    Turn turn = start(quick());
    server.message("m1", "said once");
    server.turns =
        told(
            "completed",
            "{\"type\":\"userMessage\",\"id\":\"item-1\",\"content\":[]}",
            message("item-2", "said once"));
    TurnResult result = end(turn);
    assertEquals("said once", result.finalText());
    assertEquals(1, result.messages().size());
  }

  @Test
  void a_silent_turn_that_runs_is_asked_about_and_left_alone() throws Exception {
    server.turns = told("inProgress");
    Turn turn = start(quick());
    // Seven times the silence; as ten minutes are to twenty seconds, with the pauses that double.
    await().atMost(Duration.ofSeconds(60)).until(() -> server.lookedUp.get() >= 3);
    assertEquals(TurnState.RUNNING, turn.state());
    assertFalse(interruptWasSent());
    server.message("m1", "I was thinking");
    server.turnCompleted(TURN, "completed");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals("I was thinking", result.finalText());
  }

  @Test
  void an_open_item_is_no_silence() throws Exception {
    Turn turn = start(quick());
    server.item(
        "started",
        FakeAppServer.THREAD,
        TURN,
        "{\"type\":\"commandExecution\",\"id\":\"c1\",\"command\":\"make\"}");
    await().pollDelay(Duration.ofMillis(700)).until(() -> true);
    assertEquals(0, server.lookedUp.get());
    server.turnCompleted(TURN, "interrupted");
    end(turn);
    assertEquals(List.of("c1"), heard.leftOpen);
  }

  @Test
  void the_idle_limit_interrupts_a_turn_that_codex_says_runs() throws Exception {
    server.turns = told("inProgress");
    Turn turn = start(quick().idleTimeout(Duration.ofMillis(1200)));
    server.reply(server.next("turn/interrupt"), "{}");
    server.turnCompleted(TURN, "interrupted");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.INTERRUPTED, result.status());
    assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
    assertTrue(result.error().message().contains("1200 ms"), result.error().message());
    assertTrue(result.retire());
    assertTrue(result.error().retryable());
  }

  @Test
  void a_limit_takes_an_end_that_was_lost_for_what_it_is() throws Exception {
    server.turns = told("completed", message("m1", "done long ago"));
    Turn turn = start(SessionOptions.builder().turnTimeout(Duration.ofSeconds(1)));
    TurnResult result = end(turn);
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals("done long ago", result.finalText());
    assertFalse(interruptWasSent());
  }

  @Test
  void the_idle_limit_stands_still_while_the_host_decides() throws Exception {
    server.turns = told("inProgress");
    CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
    ApprovalHandler slow = request -> answer;
    Turn turn = start(quick().idleTimeout(Duration.ofSeconds(1)).approvals(slow));
    server.send(
        "{\"id\":0,\"method\":\"item/commandExecution/requestApproval\",\"params\":{\"threadId\":"
            + "\"thread-1\",\"turnId\":\"turn-1\",\"itemId\":\"c1\",\"command\":\"ls\"}}");
    await().until(() -> turn.state() == TurnState.WAITING_ON_HOST);
    await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
    assertFalse(interruptWasSent());
    answer.complete(ApprovalDecision.allow());
    server.next();
    await().until(() -> turn.state() == TurnState.RUNNING);
    server.turnCompleted(TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, end(turn).status());
    assertEquals(List.of("RUNNING", "WAITING_ON_HOST", "RUNNING", "COMPLETED"), heard.states);
  }

  @Test
  void events_of_another_turn_are_no_sign_of_life() throws Exception {
    server.turns = told("inProgress");
    Turn turn = start(quick().idleTimeout(Duration.ofMillis(500)));
    CompletableFuture<Void> noise =
        CompletableFuture.runAsync(
            () -> {
              while (!interruptWasSent()) {
                server.item("completed", FakeAppServer.THREAD, "another", message("x", "not ours"));
                LockSupport.parkNanos(20_000_000);
              }
            });
    server.next("turn/interrupt");
    noise.get(60, TimeUnit.SECONDS);
    server.turnCompleted(TURN, "interrupted");
    assertTrue(end(turn).messages().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<turn_aborted>", "well\\n<turn_aborted/> then"})
  void a_mark_of_an_aborted_turn_ends_it_as_interrupted(String text) throws Exception {
    Turn turn = start(SessionOptions.builder());
    server.message("m1", text);
    server.next("turn/interrupt");
    server.turnCompleted(TURN, "interrupted");
    TurnResult result = end(turn);
    assertEquals(TurnStatus.INTERRUPTED, result.status());
    assertTrue(heard.reasons.contains("Codex reported turn_aborted"), heard.reasons + "");
  }

  @Test
  void a_turn_whose_start_was_not_answered_is_found_and_not_sent_again() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("go"), heard);
    server.next("turn/start");
    server.turns =
        told(
            "completed",
            "{\"type\":\"userMessage\",\"id\":\"u\",\"content\":[{\"type\":\"text\",\"text\":\"go\"}]}",
            message("m1", "taken after all"));
    TurnResult result = end(turn);
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals("taken after all", result.finalText());
    assertEquals(TURN, result.turnId());
    assertEquals(
        1,
        server.received.stream()
            .filter(message -> message.path("method").asText().equals("turn/start"))
            .count());
  }

  @Test
  void plan_diff_and_compaction_are_in_the_result() throws Exception {
    Turn turn = start(SessionOptions.builder());
    String ids = "\"threadId\":\"thread-1\",\"turnId\":\"turn-1\"";
    server.notify(
        "turn/plan/updated",
        "{" + ids + ",\"explanation\":\"e\",\"plan\":[{\"step\":\"one\",\"status\":\"pending\"}]}");
    server.notify("turn/diff/updated", "{" + ids + ",\"diff\":\"diff --git a b\"}");
    server.notify("turn/diff/updated", "{" + ids + ",\"diff\":\"diff --git a c\"}");
    server.item("completed", "thread-1", TURN, "{\"type\":\"contextCompaction\",\"id\":\"k1\"}");
    server.turnCompleted(TURN, "completed");
    TurnResult result = end(turn);
    assertEquals("one", result.plan().get(0).step());
    assertEquals("diff --git a c", result.diff());
    assertTrue(result.compacted());
  }

  @Test
  void the_time_to_try_again_is_what_codex_or_the_limits_say() throws Exception {
    long reset = 4_000_000_000L;
    server.notify(
        "account/rateLimits/updated",
        "{\"rateLimits\":{\"primary\":{\"usedPercent\":100,\"resetsAt\":" + reset + "}}}");
    Turn turn = start(SessionOptions.builder());
    server.notify(
        "turn/completed",
        "{\"threadId\":\"thread-1\",\"turn\":{\"id\":\"turn-1\",\"status\":\"failed\",\"error\":"
            + "{\"message\":\"{\\\"detail\\\":\\\"used up\\\"}\",\"codexErrorInfo\":\"usageLimitExceeded\"}}}");
    TurnError error = end(turn).error();
    assertEquals(TurnError.Kind.USAGE_LIMIT, error.kind());
    assertEquals("used up", error.message());
    assertEquals(reset, error.retryAt().orElseThrow().getEpochSecond());
    assertTrue(error.retryable());
  }

  @Test
  void a_turn_needs_one_of_its_two_limits() {
    SessionOptions.Builder none = SessionOptions.builder().noTurnTimeout().noIdleTimeout();
    assertThrows(IllegalArgumentException.class, none::build);
    assertTrue(SessionOptions.builder().noTurnTimeout().build().turnTimeout().isEmpty());
  }

  @Test
  void a_login_is_asked_for_on_evidence_only() {
    for (String evident : List.of("invalid_grant", "your Refresh Token was revoked")) {
      TurnError error =
          CodexErrorReader.withLoginAdvice(new TurnError(TurnError.Kind.OTHER, evident));
      assertEquals(TurnError.Kind.UNAUTHORIZED, error.kind());
      assertTrue(error.message().contains("codex login"));
      assertTrue(TurnEnd.retires(error));
    }
    TurnError plugin =
        CodexErrorReader.withLoginAdvice(
            new TurnError(TurnError.Kind.OTHER, "a plugin said: 401 unauthorized"));
    assertEquals(TurnError.Kind.OTHER, plugin.kind());
    TurnError key =
        CodexErrorReader.withLoginAdvice(
            new TurnError(TurnError.Kind.UNAUTHORIZED, "unexpected status 401: bad API key"));
    assertTrue(key.message().contains("codex login"));
    assertFalse(TurnEnd.retires(key), "a wrong key of a provider does not spoil the child");
  }
}
