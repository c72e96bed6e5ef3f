package dev.talaria.session.connection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A child that does not answer any more and has several sessions, on the real Codex. */
@Timeout(120)
class RealHungChildTest {

  @TempDir Path workspace;

  private static final ModelScript STUCK =
      ModelScript.builder()
          .repeat()
          .respond(
              request ->
                  request.latestPrompt().equals("STUCK")
                      ? Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4)
                      : Reply.text("fine"))
          .build();

  private static void hang() throws Exception {
    for (ProcessHandle child : CodexLab.children()) {
      new ProcessBuilder("kill", "-STOP", Long.toString(child.pid())).start().waitFor();
    }
  }

  @Test
  void the_session_that_notices_goes_on_at_once_and_so_does_the_other() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, STUCK);
        CodexSession x = lab.open(ApprovalDecision.decline());
        CodexSession y = lab.open(ApprovalDecision.decline())) {
      x.runTurn("one");
      y.runTurn("one");
      Turn turn =
          x.startTurn(TurnInput.of("STUCK").timeout(Duration.ofSeconds(3)), TurnListener.NONE);
      lab.model.awaitRequests(3, Duration.ofSeconds(20));
      hang();
      TurnResult late = turn.result().get(30, TimeUnit.SECONDS);
      assertEquals(TurnError.Kind.TIMEOUT, late.error().kind());
      for (CodexSession session : new CodexSession[] {x, y}) {
        String thread = session.threadId();
        TurnResult next = session.runTurn("go on");
        assertEquals("fine", next.finalText(), String.valueOf(next.error()));
        assertEquals(thread, next.threadId());
      }
      await().until(() -> CodexLab.children().size() == 1);
    }
  }

  @Test
  void a_turn_of_another_session_ends_with_the_reason() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, STUCK);
        CodexSession x = lab.open(ApprovalDecision.decline());
        CodexSession y = lab.open(ApprovalDecision.decline())) {
      y.runTurn("one");
      Turn other = y.startTurn(TurnInput.of("STUCK"), TurnListener.NONE);
      Turn turn =
          x.startTurn(TurnInput.of("STUCK").timeout(Duration.ofSeconds(3)), TurnListener.NONE);
      lab.model.awaitRequests(3, Duration.ofSeconds(20));
      hang();
      assertEquals(TurnError.Kind.TIMEOUT, turn.result().get(30, TimeUnit.SECONDS).error().kind());
      TurnResult ended = other.result().get(30, TimeUnit.SECONDS);
      assertEquals(TurnError.Kind.CONNECTION_LOST, ended.error().kind());
      assertTrue(ended.error().message().contains("did not answer"), ended.error().message());
      assertTrue(ended.error().retryable());
      assertEquals("fine", y.runTurn("go on").finalText());
    }
  }
}
