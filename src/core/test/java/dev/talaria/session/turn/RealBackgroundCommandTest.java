package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.CloseReport;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.LoggedLines;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that go on when their turn has completed, and what becomes of them. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealBackgroundCommandTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path workspace;

  /**
   * @param yieldMillis how long the model waits for it; {@code null} for what Codex does by itself
   */
  private static OutputItem exec(String command, Integer yieldMillis) {
    Map<String, Object> arguments = new HashMap<>(Map.of("cmd", command, "login", false));
    if (yieldMillis != null) {
      arguments.put("yield_time_ms", yieldMillis);
    }
    return OutputItem.call("exec_command", arguments);
  }

  /** A turn whose command goes on, and as many turns without one as there are texts. */
  private static ModelScript goesOn(String command, String... texts) {
    ModelScript.Builder script = ModelScript.builder().reply(exec(command, 250)).text("started");
    for (String text : texts) {
      script.text(text);
    }
    return script.build();
  }

  private static CodexSession open(CodexLab lab) {
    return lab.codex.openSession(lab.options().sandbox(SandboxMode.DANGER_FULL_ACCESS).build());
  }

  /** Codex announces a command some 150 ms after its start; an interrupt before kills it. */
  private static Turn startUntilItsCommandRuns(CodexSession session) {
    RecordingListener heard = new RecordingListener();
    Turn turn = session.startTurn(TurnInput.of("go"), heard);
    await().atMost(Duration.ofSeconds(60)).until(() -> heard.events.contains("+commandExecution"));
    return turn;
  }

  private boolean isThere(String file) {
    return Files.exists(workspace.resolve(file));
  }

  /** Whether a process of this JVM's Codex has this in its command line. */
  private static boolean runs(String marker) {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(marker));
  }

  @Test
  void a_completed_turn_says_which_of_its_commands_run_and_they_can_be_awaited() {
    try (CodexLab lab = new CodexLab(workspace, goesOn("sleep 3; echo late > late.txt", "later"))) {
      CodexSession session = open(lab);
      CompletableFuture<Item> ended = new CompletableFuture<>();
      Instant before = Instant.now();
      TurnResult result =
          session.runTurn(
              TurnInput.of("go"),
              new TurnListener() {
                @Override
                public void onItemCompleted(Item item) {
                  if (item instanceof Item.CommandExecution) {
                    ended.complete(item);
                  }
                }
              });
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      assertEquals(1, result.runningCommands().size());
      BackgroundCommand command = result.runningCommands().get(0);
      assertTrue(command.command().contains("sleep 3; echo late"), command.command());
      assertEquals(result.turnId(), command.turnId());
      assertEquals(session.threadId(), command.threadId());
      assertTrue(command.cwd().endsWith(workspace.getFileName().toString()), command.cwd());
      assertFalse(command.since().isBefore(before));
      assertFalse(isThere("late.txt"));
      assertEquals(List.of(command), session.awaitCommands(Duration.ZERO));
      assertEquals(List.of(), session.runTurn("and now?").runningCommands());

      assertEquals(List.of(), session.awaitCommands(LONG));
      assertTrue(isThere("late.txt"));
      await().atMost(Duration.ofSeconds(60)).until(ended::isDone);
      Item.CommandExecution item = (Item.CommandExecution) ended.join();
      assertEquals("completed", item.status());
      session.close();
      assertEquals(List.of(), session.closed().orElseThrow().endedCommands());
    }
  }

  /** With the ten seconds that Codex takes by itself, as a host meets it. */
  @Test
  void a_command_beyond_the_yield_of_codex_goes_on_and_is_awaited() {
    ModelScript script =
        ModelScript.builder()
            .reply(exec("sleep 13; echo late > late.txt", null))
            .text("it takes long")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      assertEquals(1, result.runningCommands().size());
      assertEquals(List.of(), session.awaitCommands(LONG));
      assertTrue(isThere("late.txt"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_close_says_which_commands_it_ended(boolean ofCodex) {
    String marker = ofCodex ? "sleep 4141" : "sleep 4242";
    ModelScript script = goesOn(marker + "; echo late > late.txt");
    try (CodexLab lab =
            ofCodex
                ? new CodexLab(workspace, script, ofItsOwn -> ofItsOwn)
                : new CodexLab(workspace, script);
        LoggedLines log = new LoggedLines(EndedTurns.class)) {
      CodexSession session = open(lab);
      assertEquals(1, session.runTurn("go").runningCommands().size());
      assertTrue(session.closed().isEmpty());
      assertTrue(lab.codex.closed().isEmpty());
      if (ofCodex) {
        lab.codex.close();
      } else {
        session.close();
      }
      CloseReport report = session.closed().orElseThrow();
      assertEquals(1, report.endedCommands().size());
      assertTrue(report.endedCommands().get(0).command().contains(marker));
      assertEquals(1, log.lines().size(), log.lines() + "");
      assertTrue(log.lines().get(0).contains(marker), log.lines() + "");
      await().atMost(Duration.ofSeconds(60)).until(() -> !runs(marker));
      assertFalse(isThere("late.txt"));
      lab.codex.close();
      assertEquals(
          ofCodex ? report.endedCommands() : List.of(),
          lab.codex.closed().orElseThrow().endedCommands());
    }
  }

  @Test
  void what_still_runs_when_the_time_is_over_is_returned_and_can_be_ended() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, goesOn("sleep 4444"));
        CodexSession session = open(lab)) {
      List<BackgroundCommand> running = session.runTurn("go").runningCommands();
      assertEquals(running, session.awaitCommands(Duration.ofMillis(300)));
      assertThrows(
          IllegalArgumentException.class, () -> session.awaitCommands(Duration.ofMillis(-1)));
      session.endCommands().get(60, TimeUnit.SECONDS);
      assertEquals(List.of(), session.awaitCommands(LONG));
      await().atMost(Duration.ofSeconds(60)).until(() -> !runs("sleep 4444"));
    }
  }

  @Test
  void the_command_of_an_interrupted_turn_is_awaited_too() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(exec("sleep 3; echo late > late.txt", 20_000))
            .text("never said")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      Turn turn = startUntilItsCommandRuns(session);
      turn.interrupt();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertEquals(1, result.runningCommands().size());
      assertEquals(List.of(), session.awaitCommands(LONG));
      assertTrue(isThere("late.txt"));
    }
  }

  @Test
  void a_command_whose_approval_was_withdrawn_never_ran_and_is_not_awaited() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "touch made.txt",
                        "login", false,
                        "sandbox_permissions", "require_escalated",
                        "justification", "test")))
            .build();
    CompletableFuture<ApprovalDecision> never = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    ApprovalHandler handler =
        request -> {
          asked.complete(null);
          return never;
        };
    try (CodexLab lab = new CodexLab(workspace, script)) {
      CodexSession session = lab.codex.openSession(lab.options().approvals(handler).build());
      Turn turn = session.startTurn(TurnInput.of("go"), TurnListener.NONE);
      asked.get(60, TimeUnit.SECONDS);
      turn.interrupt();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertEquals(List.of(), result.runningCommands());
      assertEquals(List.of(), session.awaitCommands(LONG));
      session.close();
      assertEquals(List.of(), session.closed().orElseThrow().endedCommands());
      assertFalse(isThere("made.txt"));
    }
  }

  @Test
  void a_command_is_still_known_after_many_turns() {
    String[] texts = new String[12];
    Arrays.fill(texts, "fine");
    try (CodexLab lab = new CodexLab(workspace, goesOn("sleep 4545", texts))) {
      CodexSession session = open(lab);
      List<BackgroundCommand> running = session.runTurn("go").runningCommands();
      for (int i = 0; i < texts.length; i++) {
        session.runTurn("turn " + i);
      }
      assertEquals(running, session.awaitCommands(Duration.ZERO));
      session.close();
      assertEquals(running, session.closed().orElseThrow().endedCommands());
      await().atMost(Duration.ofSeconds(60)).until(() -> !runs("sleep 4545"));
    }
  }

  @Test
  void a_listener_must_not_wait_for_commands() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("fine"));
        CodexSession session = open(lab)) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      session.runTurn(
          TurnInput.of("hi"),
          new TurnListener() {
            @Override
            public void onStarted(String turnId) {
              thrown.complete(
                  assertThrows(IllegalStateException.class, () -> session.awaitCommands(LONG)));
            }
          });
      assertTrue(thrown.join().getMessage().contains("another thread"));
    }
  }

  @Test
  void closing_while_somebody_waits_is_told_to_him() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, goesOn("sleep 4646"))) {
      CodexSession session = open(lab);
      session.runTurn("go");
      CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> session.awaitCommands(LONG));
      await().pollDelay(Duration.ofMillis(200)).until(() -> !waits.isDone());
      session.close();
      assertTrue(
          assertThrows(ExecutionException.class, () -> waits.get(60, TimeUnit.SECONDS)).getCause()
              instanceof IllegalStateException);
      assertThrows(IllegalStateException.class, () -> session.awaitCommands(LONG));
    }
  }

  @Test
  void commands_of_a_codex_that_died_are_not_waited_for() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, goesOn("sleep 4747", "again"));
        CodexSession session = open(lab)) {
      List<BackgroundCommand> running = session.runTurn("go").runningCommands();
      CompletableFuture<List<BackgroundCommand>> waits =
          CompletableFuture.supplyAsync(() -> session.awaitCommands(LONG));
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      assertEquals(running, waits.get(60, TimeUnit.SECONDS), "nobody heard that it ended");
      assertEquals("again", session.runTurn("once more").finalText());
      assertEquals(List.of(), session.awaitCommands(LONG));
      await().atMost(Duration.ofSeconds(60)).until(() -> !runs("sleep 4747"));
    }
  }

  @Test
  void the_turn_that_a_close_cuts_off_has_its_command_in_the_report() throws Exception {
    ModelScript script = ModelScript.builder().reply(exec("sleep 4848", 20_000)).build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      CodexSession session = open(lab);
      Turn turn = startUntilItsCommandRuns(session);
      session.close();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(1, result.runningCommands().size());
      assertEquals(result.runningCommands(), session.closed().orElseThrow().endedCommands());
      await().atMost(Duration.ofSeconds(60)).until(() -> !runs("sleep 4848"));
    }
  }

  @Test
  void a_command_that_the_model_waits_for_is_not_in_the_background() {
    ModelScript script =
        ModelScript.builder().reply(exec("echo quick", null)).reply(Reply.text("done")).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals(List.of(), session.awaitCommands(LONG));
      if (MeasuredFact.LATE_COMMAND_ENDS.isIn(CodexLab.version())) {
        return;
      }
      assertEquals(List.of(), result.runningCommands());
    }
  }
}
