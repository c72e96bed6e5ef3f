package dev.talaria.replay;

import static dev.talaria.replay.ReplayedSession.FIRST_DELTA;
import static dev.talaria.replay.ReplayedSession.TEXT_IS_COMPLETE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.replay.Fault;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a turn comes to when the app-server fails in the ways that processes and streams do. */
@Timeout(60)
class ReplayFaultTest {

  private static final TurnInput HELLO = TurnInput.of("say hello");
  private static final TurnInput GOODBYE = TurnInput.of("and goodbye");

  private static void assertCompleted(String text, TurnResult result) {
    assertEquals(TurnStatus.COMPLETED, result.status(), () -> "error: " + result.error());
    assertEquals(text, result.finalText());
    assertEquals(2, result.messages().size());
    assertNull(result.error());
    assertFalse(result.retire());
  }

  private static void assertLost(TurnResult result) {
    assertEquals(TurnStatus.FAILED, result.status());
    assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind());
    assertTrue(result.retire());
  }

  @Test
  void a_cut_stream_fails_the_turn_and_every_later_one_with_the_text_so_far() throws Exception {
    FaultScript.Builder cut = FaultScript.builder().after(TEXT_IS_COMPLETE).add(new Fault.Cut());
    try (ReplayedSession replay = new ReplayedSession(cut)) {
      TurnResult result = replay.run(HELLO);
      assertLost(result);
      assertEquals("Hello.", result.finalText());
      assertLost(replay.run(GOODBYE));
    }
  }

  @Test
  void an_exit_fails_the_turn() throws Exception {
    FaultScript.Builder exit =
        FaultScript.builder().afterMethod("turn/started").add(new Fault.Exit(7));
    try (ReplayedSession replay = new ReplayedSession(exit)) {
      assertLost(replay.run(HELLO));
      assertTrue(replay.server.awaitEnd(Duration.ofSeconds(5)));
      assertEquals(7, replay.server.exitCode());
    }
  }

  @Test
  void a_closed_stdout_fails_the_turn_and_the_client_hangs_up() throws Exception {
    FaultScript.Builder closed =
        FaultScript.builder().after(FIRST_DELTA).add(new Fault.CloseStdout());
    try (ReplayedSession replay = new ReplayedSession(closed)) {
      assertLost(replay.run(HELLO));
      assertTrue(replay.server.awaitEnd(Duration.ofSeconds(5)));
    }
  }

  @Test
  void garbage_between_messages_changes_nothing() throws Exception {
    FaultScript.Builder garbage =
        FaultScript.builder()
            .add(new Fault.Garbage("{"))
            .after(FIRST_DELTA)
            .add(new Fault.Garbage("thread 'main' panicked"));
    try (ReplayedSession replay = new ReplayedSession(garbage)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void a_line_that_comes_in_two_halves_is_one_message() throws Exception {
    FaultScript.Builder halves =
        FaultScript.builder().add(new Fault.HalfLine("item/completed", Duration.ofMillis(200)));
    try (ReplayedSession replay = new ReplayedSession(halves)) {
      assertCompleted("Hello.", replay.run(HELLO));
    }
  }

  @Test
  void half_a_line_for_ever_ends_with_the_time_limit() throws Exception {
    FaultScript.Builder half = FaultScript.builder().halfLine("turn/completed");
    try (ReplayedSession replay = new ReplayedSession(half)) {
      assertTimedOut(replay.run(HELLO.timeout(Duration.ofSeconds(1))), "Hello.");
    }
  }

  @Test
  void a_line_of_64_mebibytes_changes_nothing() throws Exception {
    FaultScript.Builder big =
        FaultScript.builder().after(FIRST_DELTA).add(new Fault.BigLine(64 * 1024 * 1024));
    try (ReplayedSession replay = new ReplayedSession(big)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void a_duplicate_end_does_not_end_the_next_turn() throws Exception {
    FaultScript.Builder twice = FaultScript.builder().add(new Fault.Duplicate("turn/completed"));
    try (ReplayedSession replay = new ReplayedSession(twice)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void every_message_twice_gives_each_chat_message_once() throws Exception {
    FaultScript.Builder twice = FaultScript.builder();
    twice
        .add(new Fault.Duplicate("turn/started"))
        .add(new Fault.Duplicate("item/completed"))
        .add(new Fault.Duplicate("turn/start"));
    twice.afterMethod("item/completed").add(new Fault.Duplicate("item/completed"));
    try (ReplayedSession replay = new ReplayedSession(twice)) {
      assertCompleted("Hello.", replay.run(HELLO));
    }
  }

  @Test
  void an_end_that_is_late_but_in_time_is_waited_for() throws Exception {
    FaultScript.Builder late = FaultScript.builder().late("turn/completed", Duration.ofMillis(400));
    try (ReplayedSession replay = new ReplayedSession(late)) {
      TurnResult result = replay.run(HELLO);
      assertCompleted("Hello.", result);
      assertTrue(result.duration().toMillis() >= 300, result.duration().toString());
    }
  }

  @Test
  void an_end_that_is_too_late_is_the_answer_to_the_interrupt_of_the_time_limit() throws Exception {
    FaultScript.Builder late = FaultScript.builder().late("turn/completed", Duration.ofMillis(800));
    try (ReplayedSession replay = new ReplayedSession(late)) {
      TurnResult result = replay.run(HELLO.timeout(Duration.ofMillis(200)));
      // Codex says that the turn completed after all, and it had.
      assertCompleted("Hello.", result);
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void an_event_of_a_foreign_thread_or_turn_is_not_ours() throws Exception {
    FaultScript.Builder foreign = FaultScript.builder();
    foreign.foreign("item/completed").foreign("turn/completed").foreign("turn/started");
    try (ReplayedSession replay = new ReplayedSession(foreign)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void an_end_of_a_foreign_turn_in_our_thread_does_not_end_ours() throws Exception {
    FaultScript.Builder foreign =
        FaultScript.builder().add(new Fault.Foreign("turn/completed", "", "some-other-turn"));
    try (ReplayedSession replay = new ReplayedSession(foreign)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void silence_ends_with_the_time_limit_and_the_text_so_far() throws Exception {
    FaultScript.Builder silence =
        FaultScript.builder().after(TEXT_IS_COMPLETE).add(new Fault.Silence());
    try (ReplayedSession replay = new ReplayedSession(silence)) {
      assertTimedOut(replay.run(HELLO.timeout(Duration.ofSeconds(1))), "Hello.");
    }
  }

  private static void assertTimedOut(TurnResult result, String text) {
    assertEquals(TurnStatus.INTERRUPTED, result.status());
    assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
    assertEquals(text, result.finalText());
    assertTrue(result.retire());
  }

  @Test
  void a_turn_start_without_an_answer_is_looked_for_and_found() throws Exception {
    FaultScript.Builder mute = FaultScript.builder().add(new Fault.NoAnswer("turn/start"));
    try (ReplayedSession replay = new ReplayedSession(mute)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void an_answer_that_comes_behind_all_events_of_its_turn_changes_nothing() throws Exception {
    FaultScript.Builder late = FaultScript.builder().late("turn/start", 15);
    try (ReplayedSession replay = new ReplayedSession(late)) {
      assertCompleted("Hello.", replay.run(HELLO));
      assertCompleted("Goodbye.", replay.run(GOODBYE));
    }
  }

  @Test
  void a_message_nobody_knows_changes_nothing() throws Exception {
    FaultScript.Builder strange =
        FaultScript.builder()
            .after(FIRST_DELTA)
            .add(
                new Fault.Insert(
                    WireJson.mapper()
                        .readTree("{\"method\":\"unheard/of\",\"params\":{\"threadId\":\"x\"}}")));
    try (ReplayedSession replay = new ReplayedSession(strange)) {
      assertCompleted("Hello.", replay.run(HELLO));
    }
  }

  @Test
  void a_request_that_is_open_when_the_stream_ends_fails_at_once() throws Exception {
    FaultScript.Builder silence =
        FaultScript.builder().afterMethod("thread/started").add(new Fault.Silence());
    try (ReplayedSession replay = new ReplayedSession(silence)) {
      CompletableFuture<Object> open = replay.codex.request("account/read", null, Object.class);
      replay.server.close();
      ExecutionException e =
          assertThrows(ExecutionException.class, () -> open.get(1, TimeUnit.SECONDS));
      assertTrue(e.getCause() instanceof ConnectionLostException, () -> "was " + e.getCause());
    }
  }
}
