package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnAdmission;
import dev.talaria.session.TurnInput;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no column in the table: when to try again, and processes that left the tree. */
@Timeout(60)
class FaultDetailTest {

  @Test
  void a_used_up_limit_is_to_be_tried_again_when_it_is_reset() throws Exception {
    assertEquals(
        Instant.ofEpochSecond(FaultModelCells.RESETS_AT),
        errorOf(ModelScript.builder().reply(FaultModelCells.usageLimit()).build())
            .retryAt()
            .orElseThrow());
  }

  @Test
  void a_stated_wait_is_when_it_is_to_be_tried_again() throws Exception {
    Instant before = Instant.now();
    Instant retryAt =
        errorOf(ModelScript.builder().reply(FaultModelCells.tryAgain()).build())
            .retryAt()
            .orElseThrow();
    assertFalse(retryAt.isBefore(before.plusMillis(1200)));
    assertTrue(retryAt.isBefore(Instant.now().plusMillis(1200)));
  }

  private static TurnError errorOf(ModelScript script) throws Exception {
    FaultLab lab = new FaultLab(script);
    try (lab;
        CodexSession session = lab.codex.openSession(lab.options(FaultPhase.IDLE).build())) {
      return session.runTurn("go").error();
    } finally {
      lab.clean();
    }
  }

  /** Nobody begins another turn, nor closes the session. */
  @ParameterizedTest
  @CsvSource({
    "CONT, goal, PAUSED",
    "STOP, goal, CONNECTION_LOST",
    "KILL, goal, CONNECTION_LOST",
    "STOP, host, CONNECTION_LOST"
  })
  void a_goal_ends_with_a_turn_that_gives_the_child_up(String signal, String of, GoalEnd.Reason end)
      throws Exception {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .reply(Reply.of(OutputItem.chunks("ha", "lf")).hangAfter(4))
            .build();
    FaultLab lab = FaultLab.toBeStopped(script, "");
    try (lab;
        CodexSession session =
            lab.codex.openSession(
                lab.options(FaultPhase.GOAL_STREAMING)
                    .turnTimeout(Duration.ofSeconds(4))
                    .build())) {
      GoalRun run = session.goal("a tree", GoalOptions.defaults());
      await().atMost(Duration.ofSeconds(60)).until(() -> lab.heard.text.toString().equals("half"));
      Turn turn = run.turns().get(0);
      if (of.equals("host")) {
        RecordingListener heard = new RecordingListener();
        turn = session.startTurn(TurnInput.of("go").admission(TurnAdmission.INTERRUPT), heard);
        await().atMost(Duration.ofSeconds(60)).until(() -> heard.text.toString().equals("half"));
      }
      lab.signal(signal);
      assertTrue(turn.result().get(60, TimeUnit.SECONDS).retire());
      assertEquals(end, run.end().get(60, TimeUnit.SECONDS).reason());
    }
    assertEquals(List.of(), lab.left());
    lab.clean();
  }

  /** The command is over long before, so that nothing in the tree tells of what it left. */
  @ParameterizedTest
  @ValueSource(strings = {"close", "KILL", "TERM", "TERM, and it ignores it"})
  void what_a_command_left_running_ends_with_codex(String end) throws Exception {
    String signal = end.split(",")[0];
    String left = end.equals(signal) ? "sleep 3117" : "sh -c 'trap : TERM; sleep 3117; sleep 3117'";
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd",
                        "setsid nohup " + left + " >/dev/null 2>&1 & sleep 0.1; echo left",
                        "login",
                        false)))
            .text("it runs")
            .build();
    FaultLab lab = new FaultLab(script);
    try (lab;
        CodexSession session = lab.codex.openSession(lab.options(FaultPhase.IDLE).build())) {
      TurnResult result = session.runTurn("go");
      assertEquals("it runs", result.finalText());
      assertTrue(lab.running().stream().anyMatch(FaultDetailTest::isLeft), "it does not run");
      if (!end.equals("close")) {
        lab.signal(signal);
        await().atMost(Duration.ofSeconds(60)).until(() -> !lab.child().isAlive());
      }
    }
    assertEquals(List.of(), lab.left());
    lab.clean();
  }

  private static boolean isLeft(ProcessHandle process) {
    return process.info().commandLine().orElse("").endsWith("sleep 3117");
  }
}
