package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a turn is asked for, against a server that misbehaves as told. */
@Timeout(30)
class TurnStartRequestTest {

  private final FakeAppServer server = new FakeAppServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static TurnResult result(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  private void refuse(JsonNode request, int code, String message) {
    server.send(
        "{\"id\":"
            + request.path("id")
            + ",\"error\":{\"code\":"
            + code
            + ",\"message\":\""
            + message
            + "\"}}");
  }

  private void started(String turn) {
    server.notify(
        "turn/started",
        "{\"threadId\":\"thread-1\",\"turn\":{\"id\":\"" + turn + "\",\"items\":[]}}");
  }

  @Test
  void an_overloaded_codex_gets_the_turn_again() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("hi"), TurnListener.NONE);
    refuse(server.next("turn/start"), -32001, "Server overloaded; retry later.");
    refuse(server.next("turn/start"), -32001, "Server overloaded; retry later.");
    server.replyTurn(server.next("turn/start"));
    server.turnCompleted(FakeAppServer.TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, result(turn).status());
  }

  @Test
  void a_turn_is_not_sent_again_after_a_loss() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("hi"), TurnListener.NONE);
    server.next("turn/start");
    server.hangUp();
    assertEquals(TurnError.Kind.CONNECTION_LOST, result(turn).error().kind());
    assertTrue(server.nothingWaits());
  }

  @Test
  void a_refused_setting_is_named() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("hi").effort("bogus"), TurnListener.NONE);
    refuse(
        server.next("turn/start"),
        -32600,
        "Invalid request: unknown variant `bogus`, expected one of `none`, `low`");
    TurnError error = result(turn).error();
    assertEquals(TurnError.Kind.REFUSED, error.kind());
    assertTrue(error.message().startsWith("Codex refused the setting effort=bogus: "));
  }

  @Test
  void a_refusal_about_no_setting_is_told_as_it_is() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("hi").effort("low"), TurnListener.NONE);
    refuse(
        server.next("turn/start"),
        -32600,
        "Invalid request: unknown variant `x`, expected one of `none`, `low`");
    assertTrue(result(turn).error().message().startsWith("turn/start was refused"));
  }

  @Test
  void a_compaction_is_the_next_turn_that_starts_also_before_the_reply() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.compact();
    JsonNode request = server.next("thread/compact/start");
    assertEquals("{\"threadId\":\"thread-1\"}", request.path("params").toString());
    started("compaction");
    server.reply(request, "{}");
    server.item(
        "completed",
        FakeAppServer.THREAD,
        "compaction",
        "{\"type\":\"contextCompaction\",\"id\":\"c\"}");
    server.turnCompleted("other", "completed");
    server.turnCompleted("compaction", "completed");
    TurnResult result = result(turn);
    assertEquals("compaction", result.turnId());
    assertTrue(result.compacted());
  }

  @Test
  void a_refused_compaction_leaves_the_session_usable() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.compact();
    refuse(server.next("thread/compact/start"), -32600, "no");
    assertEquals(TurnError.Kind.REFUSED, result(turn).error().kind());
    Turn next = session.startTurn(TurnInput.of("hi"), TurnListener.NONE);
    server.replyTurn(server.next("turn/start"));
    server.turnCompleted(FakeAppServer.TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, result(next).status());
  }

  @Test
  void a_compaction_that_is_interrupted_before_it_has_a_name_is_stopped_when_it_has_one()
      throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.compact();
    JsonNode request = server.next("thread/compact/start");
    turn.interrupt();
    server.reply(request, "{}");
    started("compaction");
    JsonNode interrupt = server.next("turn/interrupt");
    assertEquals("compaction", interrupt.path("params").path("turnId").asText());
    server.reply(interrupt, "{}");
    server.turnCompleted("compaction", "interrupted");
    assertEquals(TurnStatus.INTERRUPTED, result(turn).status());
  }

  @Test
  void a_codex_without_keys_gets_no_prompt_that_has_one() throws Exception {
    String old = "\"result\":{\"userAgent\":\"talaria/0.130.0 (test)\"}";
    try (FakeAppServer older = new FakeAppServer(old, Duration.ofSeconds(5))) {
      CodexSession session = older.open(SessionOptions.builder());
      for (TurnInput input :
          List.of(TurnInput.of("hi").key("order-42"), TurnInput.of("hi").once("order-42"))) {
        TurnError error = result(session.startTurn(input, TurnListener.NONE)).error();
        assertEquals(TurnError.Kind.REFUSED, error.kind());
        assertTrue(
            error.message().contains("Codex 0.130.0 does not keep the key of a prompt"),
            error.message());
      }
      assertThrows(RefusedSettingException.class, () -> session.findTurn("order-42"));
      assertTrue(older.nothingWaits());
    }
  }

  @Test
  void a_prompt_is_not_sent_when_the_thread_cannot_be_read() throws Exception {
    server.turns = null;
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("hi").once("order-42"), TurnListener.NONE);
    await().until(() -> server.lookedUp.get() > 0);
    server.hangUp();
    assertEquals(TurnError.Kind.CONNECTION_LOST, result(turn).error().kind());
    assertTrue(server.nothingWaits());
  }

  @Test
  void a_key_of_a_later_message_of_a_turn_counts() throws Exception {
    server.turns =
        "{\"data\":[{\"id\":\"turn-7\",\"status\":\"completed\",\"items\":["
            + "{\"type\":\"userMessage\",\"id\":\"i\",\"clientId\":\"order-41\"},"
            + "{\"type\":\"userMessage\",\"id\":\"j\",\"clientId\":\"order-42\"}]}]}";
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("hi").once("order-42"), TurnListener.NONE);
    assertEquals("turn-7", result(turn).turnId());
    assertTrue(server.nothingWaits());
  }
}
