package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures of the model, of the child and of its start, on the real Codex. */
@Timeout(120)
class RealFailureTest {

  @TempDir Path workspace;

  @ParameterizedTest
  @CsvSource({"401, UNAUTHORIZED", "429, RATE_LIMIT", "500, SERVER_ERROR"})
  void an_error_of_the_model_fails_the_turn_and_not_the_session(int status, TurnError.Kind kind) {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(status, "some_code", "the model says " + status))
            .text("better now")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      TurnResult result = session.runTurn(TurnInput.of("go"), heard);
      assertEquals(TurnStatus.FAILED, result.status());
      assertEquals(kind, result.error().kind(), result.error().message());
      assertFalse(result.error().message().isBlank());
      assertFalse(result.retire());
      assertTrue(heard.events.contains("error"));
      assertEquals("better now", session.runTurn("again").finalText());
    }
  }

  @Test
  void a_stream_that_is_cut_and_retried_gives_its_text_once() {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("half ", "a ", "text")).cutAfter(4))
            .text("whole text")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script, config -> config.retries(0, 2));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      TurnResult result = session.runTurn(TurnInput.of("go"), heard);
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("whole text", result.finalText());
      assertTrue(heard.events.contains("retry"));
      assertEquals(2, result.messages().size());
    }
  }

  @Test
  void a_killed_child_fails_the_turn_at_once_with_its_exit_code() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .text("here again")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      await().until(() -> heard.deltas > 0);
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.FAILED, result.status());
      assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind());
      assertTrue(result.error().message().contains("137"), result.error().message());
      assertTrue(result.retire());
      assertEquals("here again", session.runTurn("again").finalText());
    }
  }

  @Test
  void closing_leaves_no_child() {
    long pid;
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("go");
      pid =
          ProcessHandle.current()
              .children()
              .filter(p -> p.info().command().orElse("").endsWith("codex"))
              .findFirst()
              .orElseThrow()
              .pid();
    }
    assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  void a_broken_config_is_named_when_a_session_is_opened() throws IOException {
    try (CodexLab lab =
        new CodexLab(
            workspace, ModelScript.texts("x"), config -> config.table("[broken\nkey = 1"))) {
      TalariaException refusal =
          assertThrows(TalariaException.class, () -> lab.codex.openSession(lab.options().build()));
      assertTrue(refusal.getMessage().contains("config.toml"), refusal.getMessage());
    }
  }

  @Test
  void a_missing_binary_says_how_to_get_one() {
    CodexNotFoundException missing =
        assertThrows(
            CodexNotFoundException.class,
            () ->
                Codex.launch(
                    CodexOptions.builder().executable(workspace.resolve("codex")).build()));
    assertTrue(missing.getMessage().contains("npm i -g @openai/codex"), missing.getMessage());
  }

  @Test
  void a_binary_that_is_too_old_says_so() throws IOException {
    Path old = Files.writeString(workspace.resolve("codex"), "#!/bin/sh\necho codex-cli 0.124.9\n");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
    CodexVersionException refusal =
        assertThrows(
            CodexVersionException.class,
            () -> Codex.launch(CodexOptions.builder().executable(old).build()));
    assertTrue(refusal.getMessage().contains("0.124.9"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("0.125.0"), refusal.getMessage());
  }
}
