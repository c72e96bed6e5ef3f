package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The messages of a result are those that a projector gives for the same events. */
@Timeout(60)
class TurnTranscriptTest {

  private static final String THOUGHT =
      "{\"type\":\"reasoning\",\"id\":\"r1\",\"summary\":[\"why\"]}";
  private static final String STARTED = "{\"type\":\"commandExecution\",\"id\":\"c1\"}";
  private static final String ENDED =
      "{\"type\":\"commandExecution\",\"id\":\"c1\",\"exitCode\":0,\"aggregatedOutput\":\"o\"}";

  private final FakeAppServer server = new FakeAppServer();
  private final ItemProjector projector = new ItemProjector();
  private final List<Message> projected = new ArrayList<>();
  private final List<Message> told = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void reasoning_before_the_end_of_a_turn_is_told() throws Exception {
    Turn turn = start();
    complete(THOUGHT);
    end();

    assertEquals(List.of(new Message.Assistant("", List.of(), "why")), projected);
    assertAgree(turn);
  }

  @Test
  void a_command_that_ends_after_its_turn_takes_no_reasoning_away() throws Exception {
    Turn turn = start();
    server.item("started", FakeAppServer.THREAD, FakeAppServer.TURN, STARTED);
    complete(THOUGHT);
    end();
    complete(ENDED);

    assertEquals(3, projected.size());
    assertAgree(turn);
  }

  @Test
  void reasoning_before_the_connection_is_lost_is_told() throws Exception {
    Turn turn = start();
    complete(THOUGHT);
    server.hangUp();
    projected.addAll(projector.end().messages());

    assertTrue(projected.contains(new Message.Assistant("", List.of(), "why")));
    assertAgree(turn);
  }

  private Turn start() throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    TurnListener listener =
        new TurnListener() {
          @Override
          public void onMessage(Message message) {
            told.add(message);
          }
        };
    Turn turn = session.startTurn(TurnInput.of("go"), listener);
    server.replyTurn(server.next("turn/start"));
    return turn;
  }

  private void complete(String item) throws IOException {
    server.item("completed", FakeAppServer.THREAD, FakeAppServer.TURN, item);
    project("item/completed", "\"turnId\":\"" + FakeAppServer.TURN + "\",\"item\":" + item);
  }

  private void end() throws IOException {
    server.turnCompleted(FakeAppServer.TURN, "completed");
    project("turn/completed", "\"turn\":{\"id\":\"" + FakeAppServer.TURN + "\"}");
  }

  private void project(String method, String members) throws IOException {
    String params = "{\"threadId\":\"" + FakeAppServer.THREAD + "\"," + members + "}";
    projected.addAll(projector.project(method, WireJson.mapper().readTree(params)).messages());
  }

  private void assertAgree(Turn turn) throws Exception {
    assertEquals(projected, turn.result().get(60, TimeUnit.SECONDS).messages());
    assertEquals(projected, told);
  }
}
