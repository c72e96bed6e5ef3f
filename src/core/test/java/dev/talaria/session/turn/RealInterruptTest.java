package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt at any moment, and what it leaves behind. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealInterruptTest {

  @TempDir Path workspace;

  private static ModelScript sleeps(String marker) {
    return ModelScript.builder()
        .reply(
            OutputItem.call(
                "exec_command",
                Map.of("cmd", "sleep " + marker, "login", false, "yield_time_ms", 30_000)))
        .text("done")
        .build();
  }

  private static boolean runs(String marker) {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(process -> process.info().commandLine().orElse("").contains("sleep " + marker));
  }

  private CodexSession open(CodexLab lab) {
    return lab.codex.openSession(lab.options().sandbox(SandboxMode.DANGER_FULL_ACCESS).build());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_command_that_goes_on_is_ended_on_request_or_with_the_session(boolean onRequest)
      throws Exception {
    String marker = onRequest ? "3131" : "3232";
    try (CodexLab lab =
        new CodexLab(workspace, sleeps(marker), config -> config.feature("shell_snapshot", true))) {
      CodexSession session = open(lab);
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> runs(marker) && heard.events.contains("+commandExecution"));
      turn.interrupt();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertEquals(1, heard.leftOpen.size(), "the command was left open");
      assertTrue(runs(marker), "Codex does not end it by itself");
      if (onRequest) {
        session.endCommands().get(60, TimeUnit.SECONDS);
      } else {
        session.close();
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> !runs(marker));
    }
  }

  @Test
  void before_the_turn_has_begun_in_the_middle_of_a_message_and_after_the_end() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .when("once more")
            .text("again")
            .repeat()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .build();
    try (CodexLab lab =
            new CodexLab(workspace, script, config -> config.feature("shell_snapshot", true));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn streaming = session.startTurn(TurnInput.of("go"), heard);
      await().until(() -> heard.deltas > 0);
      streaming.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, streaming.result().get(60, TimeUnit.SECONDS).status());
      assertEquals(TurnState.INTERRUPTED, streaming.state());
      Turn early = session.startTurn(TurnInput.of("go"), TurnListener.NONE);
      early.interrupt();
      TurnResult cut = early.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, cut.status());
      assertTrue(!cut.retire());
      streaming.interrupt();
      assertEquals(TurnStatus.COMPLETED, session.runTurn("once more").status());
    }
  }
}
