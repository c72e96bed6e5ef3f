package dev.talaria.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.Fault;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The replay as a child process in the place of Codex. */
@Timeout(60)
class ReplayProcessTest {

  @TempDir Path folder;

  private Codex launch(FaultScript faults) throws IOException {
    Path own = Files.createDirectory(folder.resolve("it's here"));
    Path script =
        ReplayServer.executable(
            own, Recordings.PLAIN_TURNS, ReplayOptions.builder().faults(faults).build());
    return Codex.launch(
        CodexOptions.builder().executable(script).config("model", "\"any\"").build());
  }

  private static TurnResult hello(Codex codex) {
    try (CodexSession session =
        codex.openSession(SessionOptions.builder().turnTimeout(Duration.ofSeconds(20)).build())) {
      return session.runTurn("say hello");
    }
  }

  @Test
  void a_session_runs_on_it_as_on_codex() throws Exception {
    try (Codex codex = launch(FaultScript.none())) {
      assertEquals("0.169.0", codex.version().toString());
      TurnResult result = hello(codex);
      assertEquals("Hello.", result.finalText());
      assertNull(result.error());
    }
  }

  @Test
  void an_exit_is_told_with_its_code() throws Exception {
    try (Codex codex =
        launch(FaultScript.builder().afterMethod("turn/started").add(new Fault.Exit(7)).build())) {
      TurnResult result = hello(codex);
      assertEquals(TurnStatus.FAILED, result.status());
      assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind());
      assertTrue(result.error().message().contains("with code 7"), result.error().message());
      assertTrue(result.retire());
    }
  }

  @Test
  void a_closed_stdout_of_a_living_process_is_told_as_such() throws Exception {
    try (Codex codex =
        launch(
            FaultScript.builder()
                .afterMethod("turn/started")
                .add(new Fault.CloseStdout())
                .build())) {
      TurnResult result = hello(codex);
      assertEquals(TurnStatus.FAILED, result.status());
      assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind());
      assertTrue(result.error().message().contains("still runs"), result.error().message());
    }
  }

  @Test
  void a_difference_is_on_its_stderr_and_a_wrong_call_has_status_2() throws Exception {
    Path script = ReplayServer.executable(folder, Recordings.PLAIN_TURNS, ReplayOptions.defaults());
    assertEquals("0 codex-cli 0.169.0", run(script, "", "--version"));
    assertTrue(run(script, "", "login").startsWith("2 replay: only --version and app-server"));
    assertEquals("0", run(script, "", "app-server", "-c", "a=1"));
    String wrong = "{\"id\":1,\"method\":\"initialize\",\"params\":{}}\n";
    String told = run(script, wrong, "app-server");
    assertTrue(told.startsWith("1 "), told);
    assertTrue(told.contains("replay: line 2, initialize: /params/capabilities: recorded"), told);
  }

  private String run(Path script, String stdin, String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = script.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().write(stdin.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      return (process.exitValue() + " " + output).strip();
    } finally {
      process.destroyForcibly();
    }
  }
}
