package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener that does not keep up, and one that does not want deltas at all. */
@Timeout(120)
class SlowListenerTest {

  private static final String THREAD = FakeAppServer.THREAD;
  private static final String TURN = FakeAppServer.TURN;

  private final FakeAppServer server = new FakeAppServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Stops at its first delta until it may go on. */
  private static final class Slow implements TurnListener {
    final CountDownLatch goOn = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);
    final StringBuffer text = new StringBuffer();
    volatile int calls;

    @Override
    public void onTextDelta(String itemId, String delta) {
      text.append(delta);
      calls++;
      stopped.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void pieces(String turn, String item, int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines
          .append(i == from ? "" : "\n")
          .append("{\"method\":\"item/agentMessage/delta\",\"params\":{\"threadId\":\"")
          .append(THREAD)
          .append("\",\"turnId\":\"")
          .append(turn)
          .append("\",\"itemId\":\"")
          .append(item.isEmpty() ? "m" + i % 2 : item)
          .append("\",\"delta\":\"")
          .append(i % 10)
          .append("\"}}");
    }
    server.send(lines.toString());
  }

  private Turn start(CodexSession session, TurnListener listener) throws InterruptedException {
    Turn turn = session.startTurn(TurnInput.of("go"), listener);
    server.replyTurn(server.next("turn/start"));
    return turn;
  }

  @Test
  void a_flood_waits_joined_and_complete_while_other_sessions_go_on() throws Exception {
    Slow slow = new Slow();
    Turn flooded = start(server.open(SessionOptions.builder()), slow);
    int count = 200_000;
    for (int i = 0; i < count; i += 1000) {
      pieces(TURN, "m1", i, i + 1000);
    }
    assertTrue(slow.stopped.await(60, TimeUnit.SECONDS));

    server.started = "\"result\":{\"thread\":{\"id\":\"thread-2\"}}";
    CodexSession other = server.open(SessionOptions.builder());
    Turn quick = other.startTurn(TurnInput.of("go"), TurnListener.NONE);
    server.reply(server.next("turn/start"), "{\"turn\":{\"id\":\"turn-2\"}}");
    server.notify(
        "turn/completed",
        "{\"threadId\":\"thread-2\",\"turn\":{\"id\":\"turn-2\",\"status\":\"completed\"}}");
    assertEquals(TurnStatus.COMPLETED, quick.result().get(60, TimeUnit.SECONDS).status());

    server.turnCompleted(TURN, "completed");
    slow.goOn.countDown();
    assertEquals(TurnStatus.COMPLETED, flooded.result().get(30, TimeUnit.SECONDS).status());
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < count; i++) {
      expected.append(i % 10);
    }
    assertEquals(expected.toString(), slow.text.toString());
    assertTrue(slow.calls < 200, "calls: " + slow.calls);
  }

  @Test
  void a_mailbox_that_is_full_of_what_cannot_be_joined_is_a_named_failure() throws Exception {
    Slow slow = new Slow();
    Turn turn = start(server.open(SessionOptions.builder()), slow);
    for (int i = 0; i < 110_000; i += 1000) {
      pieces(TURN, "", i, i + 1000);
    }
    assertTrue(slow.stopped.await(60, TimeUnit.SECONDS));
    server.started = "\"result\":{\"thread\":{\"id\":\"thread-2\"}}";
    // Its thread is opened behind the flood: all of that has arrived.
    server.open(SessionOptions.builder());
    slow.goOn.countDown();
    TurnResult result = turn.result().get(30, TimeUnit.SECONDS);
    assertEquals(TurnError.Kind.OVERFLOW, result.error().kind());
    assertTrue(result.retire());
  }

  @Test
  void deltas_without_a_listener_are_not_told_and_the_turn_is_complete() throws Exception {
    List<String> items = new ArrayList<>();
    Turn turn =
        start(
            server.open(SessionOptions.builder()),
            new TurnListener() {
              @Override
              public void onReasoningDelta(String itemId, String delta) {
                items.add(delta);
              }
            });
    pieces(TURN, "m1", 0, 1000);
    server.notify(
        "item/reasoning/textDelta",
        "{\"threadId\":\""
            + THREAD
            + "\",\"turnId\":\""
            + TURN
            + "\",\"itemId\":\"r\",\"delta\":\"hm\",\"contentIndex\":0}");
    server.message("m1", "all of it");
    server.turnCompleted(TURN, "completed");
    TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
    assertEquals("all of it", result.finalText());
    assertEquals(List.of("hm"), items);
  }
}
