package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification.GoalUpdated;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each arrow of the drawings "The states of a turn" and "of a thread" in docs/architecture.md. */
@Timeout(60)
class TurnStateTest {

  private static final String THREAD = FakeAppServer.THREAD;
  private static final String TURN = FakeAppServer.TURN;

  private final FakeAppServer server = new FakeAppServer();
  private final RecordingListener heard = new RecordingListener();
  private final RecordedTurns others = new RecordedTurns();
  private final CompletableFuture<ApprovalDecision> decision = new CompletableFuture<>();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private CodexSession open() {
    return server.open(
        SessionOptions.builder().goals(true).listener(others).approvals(request -> decision));
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  private Turn running(CodexSession session) throws Exception {
    Turn turn = session.startTurn(TurnInput.of("go"), heard);
    server.replyTurn(server.next("turn/start"));
    await().until(() -> turn.state() == TurnState.RUNNING);
    return turn;
  }

  private void started(String turn) {
    server.notify(
        "turn/started", "{\"threadId\":\"" + THREAD + "\",\"turn\":{\"id\":\"" + turn + "\"}}");
  }

  private void goal(String status) {
    server.notify(
        "thread/goal/updated",
        "{\"threadId\":\""
            + THREAD
            + "\",\"goal\":{\"objective\":\"more\",\"status\":\""
            + status
            + "\"}}");
  }

  private void ask(int id) {
    server.send(
        ("{\"id\":%d,\"method\":\"item/commandExecution/requestApproval\",\"params\":{"
                + "\"threadId\":\"%s\",\"turnId\":\"%s\",\"itemId\":\"c\",\"command\":\"ls\"}}")
            .formatted(id, THREAD, TURN));
  }

  @Test
  void from_starting_to_running_to_completed() throws Exception {
    Turn turn = running(open());
    server.turnCompleted(TURN, "completed");
    end(turn);
    assertEquals(List.of("RUNNING", "COMPLETED"), heard.states);
  }

  @Test
  void from_starting_to_failed_when_codex_refuses() throws Exception {
    Turn turn = open().startTurn(TurnInput.of("go"), heard);
    JsonNode request = server.next("turn/start");
    server.send("{\"id\":" + request.path("id") + ",\"error\":{\"code\":-1,\"message\":\"no\"}}");
    assertEquals(TurnError.Kind.REFUSED, end(turn).error().kind());
    assertEquals(List.of("FAILED"), heard.states);
  }

  @Test
  void from_starting_to_interrupted_while_it_waits_for_another_turn() throws Exception {
    CodexSession session = open();
    server.turns = "{\"data\":[{\"id\":\"other\",\"status\":\"inProgress\",\"items\":[]}]}";
    goal("active");
    started("other");
    await().until(() -> !others.turns.isEmpty());
    Turn turn = session.startTurn(TurnInput.of("go"), heard);
    turn.interrupt();
    assertEquals(TurnStatus.INTERRUPTED, end(turn).status());
    assertEquals(List.of("INTERRUPTED"), heard.states);
  }

  @Test
  void a_turn_that_waits_for_another_has_its_own_time_limit_and_keeps_the_connection()
      throws Exception {
    CodexSession session = open();
    server.turns = "{\"data\":[{\"id\":\"other\",\"status\":\"inProgress\",\"items\":[]}]}";
    goal("active");
    started("other");
    await().until(() -> !others.turns.isEmpty());
    TurnResult result =
        end(session.startTurn(TurnInput.of("go").timeout(Duration.ofMillis(300)), heard));
    assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
    assertEquals(false, result.retire());
  }

  @Test
  void from_starting_to_ending_to_interrupted_before_codex_has_named_it() throws Exception {
    Turn turn = open().startTurn(TurnInput.of("go"), heard);
    JsonNode request = server.next("turn/start");
    turn.interrupt();
    await().until(() -> turn.state() == TurnState.ENDING);
    server.replyTurn(request);
    server.next("turn/interrupt");
    server.turnCompleted(TURN, "interrupted");
    end(turn);
    assertEquals(List.of("ENDING", "INTERRUPTED"), heard.states);
  }

  @Test
  void from_running_to_waiting_on_the_host_and_back() throws Exception {
    Turn turn = running(open());
    ask(7);
    await().until(() -> turn.state() == TurnState.WAITING_ON_HOST);
    decision.complete(ApprovalDecision.allow());
    await().until(() -> turn.state() == TurnState.RUNNING);
    server.turnCompleted(TURN, "completed");
    end(turn);
    assertEquals(List.of("RUNNING", "WAITING_ON_HOST", "RUNNING", "COMPLETED"), heard.states);
  }

  @Test
  void from_waiting_on_the_host_to_ending_to_interrupted() throws Exception {
    Turn turn = running(open());
    ask(7);
    await().until(() -> turn.state() == TurnState.WAITING_ON_HOST);
    turn.interrupt();
    server.next("turn/interrupt");
    server.turnCompleted(TURN, "interrupted");
    end(turn);
    assertEquals(List.of("RUNNING", "WAITING_ON_HOST", "ENDING", "INTERRUPTED"), heard.states);
  }

  @Test
  void from_running_to_ending_while_the_last_command_is_awaited() throws Exception {
    Turn turn = running(open());
    server.item("started", THREAD, TURN, "{\"type\":\"commandExecution\",\"id\":\"c\"}");
    server.turnCompleted(TURN, "completed");
    end(turn);
    assertEquals(List.of("RUNNING", "ENDING", "COMPLETED"), heard.states);
  }

  @Test
  void from_running_to_failed_when_the_connection_is_lost() throws Exception {
    Turn turn = running(open());
    server.hangUp();
    assertEquals(TurnError.Kind.CONNECTION_LOST, end(turn).error().kind());
    assertEquals(List.of("RUNNING", "FAILED"), heard.states);
  }

  @Test
  void a_turn_of_others_is_running_when_it_is_told() throws Exception {
    open();
    goal("active");
    started("other");
    await().until(() -> others.turns.size() == 1);
    Turn turn = others.turns.get(0);
    assertEquals(TurnOrigin.GOAL, turn.origin());
    assertEquals("other", turn.turnId());
    server.turnCompleted("other", "completed");
    end(turn);
    assertEquals(List.of("RUNNING", "COMPLETED"), others.heard.states);
  }

  @Test
  void a_turn_of_others_without_an_item_is_told_at_its_end() throws Exception {
    open();
    started("other");
    server.turnCompleted("other", "failed");
    await().until(() -> others.turns.size() == 1);
    assertEquals(TurnStatus.FAILED, end(others.turns.get(0)).status());
    assertEquals(TurnOrigin.UNKNOWN, others.turns.get(0).origin());
    assertEquals(List.of("RUNNING", "FAILED"), others.heard.states);
  }

  @Test
  void a_thread_that_is_busy_is_idle_again_when_codex_no_longer_runs_the_turn() throws Exception {
    CodexSession session = open();
    goal("active");
    started("lost");
    await().until(() -> others.turns.size() == 1);
    goal("complete");
    await().until(() -> others.latest(GoalUpdated.class).goal().status() == Goal.Status.COMPLETE);
    // Codex lists no turn that runs: the end of that one was lost.
    Turn turn = running(session);
    assertEquals(TurnStatus.FAILED, end(others.turns.get(0)).status());
    server.turnCompleted(TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, end(turn).status());
  }

  @Test
  void a_thread_that_is_closed_ends_every_turn() throws Exception {
    CodexSession session = open();
    goal("active");
    started("other");
    await().until(() -> others.turns.size() == 1);
    session.close();
    assertEquals(TurnError.Kind.CLOSED, end(others.turns.get(0)).error().kind());
    assertEquals("other", session.closed().orElseThrow().endedTurns().get(0).turnId());
  }
}
