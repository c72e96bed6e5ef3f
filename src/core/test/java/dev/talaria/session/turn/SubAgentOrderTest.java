package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sub-agents in orders that the real Codex produces rarely or never. */
@Timeout(60)
class SubAgentOrderTest {

  private static final String THREAD = FakeAppServer.THREAD;
  private static final String TURN = FakeAppServer.TURN;
  private static final String KID = "kid-1";

  private final FakeAppServer server = new FakeAppServer();
  private final RecordingListener heard = new RecordingListener();
  private final BlockingQueue<ApprovalRequest> asked = new LinkedBlockingQueue<>();
  private CodexSession session;

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** A turn of a session whose handler never decides. */
  private Turn start() throws InterruptedException {
    ApprovalHandler handler =
        request -> {
          asked.add(request);
          return new CompletableFuture<ApprovalDecision>();
        };
    session = server.open(SessionOptions.builder().approvals(handler));
    Turn turn = session.startTurn(TurnInput.of("go"), heard);
    server.replyTurn(server.next("turn/start"));
    return turn;
  }

  private void spawn(String kid) {
    server.item(
        "completed",
        THREAD,
        TURN,
        "{\"type\":\"collabAgentToolCall\",\"id\":\"s-%s\",\"tool\":\"spawnAgent\",\"receiverThreadIds\":[\"%s\"]}"
            .formatted(kid, kid));
  }

  private void name(JsonNode read) {
    server.reply(read, "{\"thread\":{\"agentNickname\":\"Bohr\",\"agentRole\":\"explorer\"}}");
  }

  private void begin(String turnId, String rootTurn) {
    server.notify(
        "turn/started",
        "{\"threadId\":\"%s\",\"turn\":{\"id\":\"%s\"%s}}"
            .formatted(
                KID, turnId, rootTurn.isEmpty() ? "" : ",\"rootTurnId\":\"" + rootTurn + "\""));
  }

  private void end(String turnId, String status) {
    server.notify(
        "turn/completed",
        "{\"threadId\":\"%s\",\"turn\":{\"id\":\"%s\",\"status\":\"%s\"}}"
            .formatted(KID, turnId, status));
  }

  private void ask(String turnId) {
    server.send(
        "{\"id\":7,\"method\":\"item/commandExecution/requestApproval\",\"params\":{\"threadId\":\"%s\",\"turnId\":\"%s\",\"itemId\":\"c1\",\"command\":\"ls\"}}"
            .formatted(KID, turnId));
  }

  private static void assertInterrupts(String threadId, String turnId, JsonNode request) {
    assertEquals("turn/interrupt", request.path("method").asText(), request + "");
    assertEquals(threadId, request.at("/params/threadId").asText());
    assertEquals(turnId, request.at("/params/turnId").asText());
  }

  private void interrupt(Turn turn) throws InterruptedException {
    turn.interrupt();
    JsonNode request = server.next();
    assertInterrupts(THREAD, TURN, request);
    server.reply(request, "{}");
    server.turnCompleted(TURN, "interrupted");
    turn.await();
  }

  @ParameterizedTest
  @ValueSource(strings = {TURN, ""})
  void one_that_begins_after_its_parents_interrupt_is_interrupted(String rootTurn)
      throws Exception {
    Turn turn = start();
    spawn(KID);
    name(server.next("thread/read"));
    interrupt(turn);
    begin("k1", rootTurn);
    assertInterrupts(KID, "k1", server.next());
    end("k1", "interrupted");
    await().until(() -> turn.subAgents().get(0).state() == TurnState.INTERRUPTED);
  }

  @Test
  void a_parent_that_waits_is_interrupted_before_its_sub_agent() throws Exception {
    Turn turn = start();
    spawn(KID);
    name(server.next("thread/read"));
    begin("k1", TURN);
    interrupt(turn);
    assertInterrupts(KID, "k1", server.next());
  }

  @Test
  void one_that_works_for_a_later_turn_goes_on() throws Exception {
    Turn turn = start();
    spawn(KID);
    name(server.next("thread/read"));
    interrupt(turn);
    Turn next = session.startTurn(TurnInput.of("again"), heard);
    server.reply(server.next("turn/start"), "{\"turn\":{\"id\":\"turn-2\"}}");
    begin("k1", "turn-2");
    SubAgent agent = turn.subAgents().get(0);
    await().until(() -> agent.state() == TurnState.RUNNING);
    end("k1", "completed");
    assertEquals(TurnState.COMPLETED, agent.end().get(60, TimeUnit.SECONDS));
    server.turnCompleted("turn-2", "completed");
    assertEquals(TurnStatus.COMPLETED, next.await().status());
    assertTrue(server.nothingWaits());
  }

  @Test
  void one_whose_interrupt_is_not_confirmed_is_still_heard() throws Exception {
    Turn turn = start();
    spawn(KID);
    name(server.next("thread/read"));
    begin("k1", TURN);
    SubAgent agent = turn.subAgents().get(0);
    await().until(() -> agent.state() == TurnState.RUNNING);
    agent.interrupt();
    assertInterrupts(KID, "k1", server.next());
    assertEquals(TurnState.INTERRUPTED, agent.end().get(60, TimeUnit.SECONDS));
    begin("k2", TURN);
    await().until(() -> agent.turns().size() == 2);
    server.turnCompleted(TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, turn.await().status());
  }

  @Test
  void what_it_asks_before_its_name_is_known_is_asked_in_its_name() throws Exception {
    Turn turn = start();
    spawn(KID);
    JsonNode tooEarly = server.next("thread/read");
    begin("k1", TURN);
    ask("k1");
    server.send(
        "{\"id\":"
            + tooEarly.path("id")
            + ",\"error\":{\"code\":-32603,\"message\":\"the rollout is empty\"}}");
    name(server.next("thread/read"));
    ApprovalRequest request = asked.poll(60, TimeUnit.SECONDS);
    assertEquals("Bohr", request.origin().agent());
    assertEquals("k1", request.turnId());
    SubAgent agent = turn.subAgents().get(0);
    assertEquals(
        List.of("Bohr", "explorer", ""), List.of(agent.name(), agent.role(), agent.path()));
  }

  @Test
  void a_parent_waits_for_the_host_while_its_sub_agent_does() throws Exception {
    Turn turn = start();
    spawn(KID);
    name(server.next("thread/read"));
    begin("k1", TURN);
    ask("k1");
    await().until(() -> turn.state() == TurnState.WAITING_ON_HOST);
    await().until(() -> heard.events.contains("asked"));
    end("k1", "completed");
    await().until(() -> turn.state() == TurnState.RUNNING);
  }

  @Test
  void one_that_is_begun_behind_a_close_is_interrupted() throws Exception {
    server.turns = "{\"data\":[{\"id\":\"k1\",\"status\":\"inProgress\"}]}";
    Turn turn = start();
    // A turn whose start is not confirmed has no id yet: it would be interrupted later.
    await().until(() -> !turn.turnId().isEmpty());
    CompletableFuture<Void> closing = CompletableFuture.runAsync(session::close);
    assertInterrupts(THREAD, TURN, server.next());
    await().until(() -> server.received.toString().contains("thread/unsubscribe"));
    spawn(KID);
    JsonNode request = server.next();
    while (!request.at("/params/threadId").asText().equals(KID)) {
      request = server.next();
    }
    assertInterrupts(KID, "k1", request);
    server.turns = "{\"data\":[]}";
    closing.get(60, TimeUnit.SECONDS);
    assertEquals(TurnStatus.INTERRUPTED, turn.await().status());
  }

  @Test
  void a_lost_connection_is_the_end_of_one_that_never_began() throws Exception {
    Turn turn = start();
    spawn(KID);
    name(server.next("thread/read"));
    await().until(() -> !turn.subAgents().isEmpty());
    server.hangUp();
    assertEquals(TurnState.FAILED, turn.subAgents().get(0).end().get(60, TimeUnit.SECONDS));
  }

  @Test
  void a_runaway_is_listed_up_to_a_bound_and_followed_beyond() throws Exception {
    Turn turn = start();
    for (int i = 0; i < 300; i++) {
      spawn("idle-" + i);
      name(server.next("thread/read"));
    }
    spawn(KID);
    name(server.next("thread/read"));
    begin("k1", TURN);
    ask("k1");
    assertEquals(KID, asked.poll(60, TimeUnit.SECONDS).origin().threadId());
    assertEquals(256, turn.subAgents().size());
  }
}
