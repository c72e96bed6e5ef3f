package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads that outlive their child, on the real Codex. */
@Timeout(120)
class RealResumeTest {

  private static final String NOBODY = "01a1fde2-53a3-7f31-8a05-6f35d3a35ad9";

  @TempDir Path workspace;

  /** Remembers what it is told about children. */
  private static final class Reports implements TurnListener {
    final List<ResumeReport> heard = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void onResumed(ResumeReport report) {
      heard.add(report);
      events.add("resumed");
    }

    @Override
    public void onStarted(String turnId) {
      events.add("started");
    }
  }

  private static void killChildren() {
    CodexLab.children().forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills the session's child and waits until the session knows. */
  private static void kill(CodexSession session) {
    killChildren();
    await().until(() -> ((ResumingSession) session).bound().unusable() != null);
  }

  private static OutputItem command(String text) {
    return OutputItem.call(
        "exec_command",
        Map.of("cmd", text, "sandbox_permissions", "require_escalated", "justification", "test"));
  }

  @Test
  void a_thread_goes_on_in_another_process() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("BLUE it is.", "It was BLUE."))) {
      String threadId;
      String turnId;
      try (Codex first = lab.launch();
          CodexSession session = first.openSession(lab.options().build())) {
        TurnResult result = session.runTurn("My colour is blue");
        threadId = session.threadId();
        turnId = result.turnId();
        assertTrue(session.resumed().isEmpty());
      }
      try (Codex second = lab.launch();
          CodexSession session = second.openSession(lab.options().resume(threadId).build())) {
        assertEquals(threadId, session.threadId());
        assertEquals("gpt-5.5", session.model());
        ResumeReport report = session.resumed().orElseThrow();
        assertFalse(report.newThread());
        assertEquals(turnId, report.lastTurn().orElseThrow().id());
        assertEquals("completed", report.lastTurn().orElseThrow().status());
        Reports heard = new Reports();
        assertEquals(
            "It was BLUE.", session.runTurn(TurnInput.of("Which colour?"), heard).finalText());
        assertEquals(List.of(report), heard.heard);
        String request = lab.model.requests().get(1).json();
        assertTrue(request.contains("My colour is blue"), request);
        assertTrue(request.contains("BLUE it is."), request);
      }
    }
  }

  @Test
  void idle_sessions_know_of_a_loss_as_soon_as_one_of_them_is_told() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .when("WAIT-FOR-ME")
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .repeat()
            .text("done")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        Codex codex = lab.launch()) {
      CodexSession hanging = codex.openSession(lab.options().build());
      List<CodexSession> idle = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        idle.add(codex.openSession(lab.options().build()));
        assertEquals(TurnStatus.COMPLETED, idle.get(i).runTurn("go").status());
      }
      Turn cutOff = hanging.startTurn(TurnInput.of("WAIT-FOR-ME"), TurnListener.NONE);
      lab.model.awaitRequests(9, Duration.ofSeconds(20));
      CompletableFuture<List<Turn>> next =
          cutOff
              .result()
              .thenApply(
                  result ->
                      idle.stream()
                          .map(one -> one.startTurn(TurnInput.of("go on"), TurnListener.NONE))
                          .toList());
      killChildren();
      for (Turn turn : next.get(60, TimeUnit.SECONDS)) {
        TurnResult result = turn.result().get(30, TimeUnit.SECONDS);
        assertEquals(TurnStatus.COMPLETED, result.status(), String.valueOf(result.error()));
      }
    }
  }

  @Test
  void the_settings_hold_after_a_resume() {
    ModelScript script =
        ModelScript.builder().text("one").reply(command("touch made.txt")).text("done").build();
    try (CodexLab lab =
            new CodexLab(workspace, script, config -> config.rootKey("approval_policy", "never"));
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      session.runTurn("one");
      kill(session);
      TurnResult result = session.runTurn("two");
      assertEquals("done", result.finalText());
      assertEquals(
          1, lab.asked.size(), "the session's approval policy holds in the new child, too");
      assertEquals(1, result.toolIterations());
    }
  }

  @Test
  void a_child_killed_between_turns_is_replaced_and_the_host_is_told() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two", "three"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult first = session.runTurn("first prompt");
      kill(session);
      Reports heard = new Reports();
      TurnResult second = session.runTurn(TurnInput.of("second prompt"), heard);
      assertEquals("two", second.finalText(), String.valueOf(second.error()));
      assertEquals(first.threadId(), second.threadId());
      assertEquals(List.of("resumed", "started"), heard.events);
      ResumeReport report = heard.heard.get(0);
      assertTrue(report.reason().contains("137"), report.reason());
      assertFalse(report.newThread());
      assertEquals(first.turnId(), report.lastTurn().orElseThrow().id());
      assertTrue(lab.model.requests().get(1).json().contains("first prompt"));
      assertEquals("three", session.runTurn(TurnInput.of("third"), heard).finalText());
      assertEquals(1, heard.heard.size());
      assertEquals(1, CodexLab.children().size());
    }
  }

  @Test
  void a_turn_that_was_cut_off_after_a_command_keeps_its_messages_and_the_thread_goes_on()
      throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(command("echo from-the-first-command | tee made.txt"))
            .reply(command("sleep 600"))
            .text("all is known")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      Turn turn = session.startTurn(TurnInput.of("two commands"), TurnListener.NONE);
      lab.model.awaitRequests(2, Duration.ofSeconds(20));
      await().until(() -> lab.asked.size() == 2);
      killChildren();
      TurnResult cut = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnError.Kind.CONNECTION_LOST, cut.error().kind());
      assertTrue(cut.retire());
      Message row = cut.messages().get(cut.messages().size() - 1);
      assertInstanceOf(Message.Tool.class, row, cut.messages().toString());
      // Where a command's end may come late, Codex reports it without the command's output.
      assertTrue(
          row.content().contains("from-the-first-command")
              || MeasuredFact.LATE_COMMAND_ENDS.isIn(CodexLab.version()),
          cut.messages().toString());
      Reports heard = new Reports();
      TurnResult next = session.runTurn(TurnInput.of("go on"), heard);
      assertEquals("all is known", next.finalText(), String.valueOf(next.error()));
      assertEquals(cut.threadId(), next.threadId());
      assertEquals(cut.turnId(), heard.heard.get(0).lastTurn().orElseThrow().id());
      assertEquals("interrupted", heard.heard.get(0).lastTurn().orElseThrow().status());
      String request = lab.model.requests().get(2).json();
      assertTrue(request.contains("two commands"), request);
      assertTrue(request.contains("from-the-first-command"), request);
      assertEquals(3, lab.model.requests().size(), "no prompt was sent twice");
    }
  }

  @Test
  void a_thread_that_is_gone_is_refused_by_name() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      ThreadGoneException gone =
          assertThrows(
              ThreadGoneException.class,
              () -> lab.codex.openSession(lab.options().resume(NOBODY).build()));
      assertEquals(NOBODY, gone.threadId());
      assertTrue(gone.getMessage().contains(NOBODY));
    }
  }

  @Test
  void a_thread_that_is_gone_is_begun_anew_with_what_the_host_remembers() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("It was BLUE."));
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .resume(NOBODY)
                    .history(() -> List.of(new Message.User("My colour is blue")))
                    .build())) {
      ResumeReport report = session.resumed().orElseThrow();
      assertTrue(report.newThread());
      assertEquals(NOBODY, report.formerThreadId());
      assertEquals(session.threadId(), report.threadId());
      session.runTurn("Which colour?");
      assertTrue(lab.model.requests().get(0).json().contains("user: My colour is blue"));
    }
  }

  @Test
  void a_thread_without_a_turn_is_begun_anew() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("hello"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String former = session.threadId();
      kill(session);
      Reports heard = new Reports();
      assertEquals("hello", session.runTurn(TurnInput.of("hi"), heard).finalText());
      assertTrue(heard.heard.get(0).newThread());
      assertEquals(former, heard.heard.get(0).formerThreadId());
      assertNotEquals(former, session.threadId());
    }
  }

  @Test
  void many_sessions_that_revive_at_once_share_one_child() throws Exception {
    ModelScript script =
        ModelScript.builder().repeat().respond(request -> Reply.text("fine")).build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      List<CodexSession> sessions = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        sessions.add(lab.open(ApprovalDecision.decline()));
      }
      sessions.forEach(session -> session.runTurn("one"));
      sessions.forEach(RealResumeTest::kill);
      List<CompletableFuture<TurnResult>> turns = new ArrayList<>();
      for (CodexSession session : sessions) {
        turns.add(session.startTurn(TurnInput.of("two"), TurnListener.NONE).result());
      }
      for (CompletableFuture<TurnResult> turn : turns) {
        TurnResult result = turn.get(30, TimeUnit.SECONDS);
        assertEquals("fine", result.finalText(), String.valueOf(result.error()));
      }
      assertEquals(1, CodexLab.children().size());
      assertEquals(12, lab.model.requests().size());
    }
  }

  @Test
  void an_interrupt_before_the_child_is_up_keeps_the_prompt_back() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "three"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("one");
      kill(session);
      Turn turn = session.startTurn(TurnInput.of("NEVER-SENT"), TurnListener.NONE);
      turn.interrupt();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertEquals(TurnState.INTERRUPTED, turn.state());
      assertEquals("three", session.runTurn("three").finalText());
      assertFalse(lab.model.requests().get(1).json().contains("NEVER-SENT"));
    }
  }

  @Test
  void a_prompt_that_a_hung_child_never_read_is_sent_once() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        Codex codex =
            Codex.launch(lab.launchOptions().requestTimeout(Duration.ofSeconds(5)).build());
        CodexSession session = codex.openSession(lab.options().build())) {
      session.runTurn("one");
      for (ProcessHandle child : CodexLab.children()) {
        new ProcessBuilder("kill", "-STOP", Long.toString(child.pid())).start().waitFor();
      }
      TurnResult hung = session.runTurn("PROMPT-OF-UNKNOWN-FATE");
      assertEquals(TurnError.Kind.TIMEOUT, hung.error().kind());
      assertTrue(hung.retire());
      for (ProcessHandle child : CodexLab.children()) {
        new ProcessBuilder("kill", "-KILL", Long.toString(child.pid())).start().waitFor();
      }
      TurnResult again = session.runTurn("PROMPT-OF-UNKNOWN-FATE");
      assertEquals("two", again.finalText(), String.valueOf(again.error()));
      assertEquals(hung.threadId(), again.threadId());
      assertEquals(
          1,
          lab.model.requests().stream()
              .filter(request -> request.json().contains("PROMPT-OF-UNKNOWN-FATE"))
              .count());
    }
  }

  @Test
  void a_session_whose_codex_cannot_be_started_again_says_so_and_tries_again() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"))) {
      Path link = workspace.resolve("codex");
      Files.createSymbolicLink(link, CodexLab.executable());
      try (Codex codex = Codex.launch(lab.launchOptions().executable(link).build());
          CodexSession session = codex.openSession(lab.options().build())) {
        session.runTurn("one");
        kill(session);
        Files.delete(link);
        TurnResult failed = session.runTurn("two");
        assertEquals(TurnStatus.FAILED, failed.status());
        assertEquals(TurnError.Kind.CONNECTION_LOST, failed.error().kind());
        assertTrue(failed.error().message().contains("could not continue"));
        Files.createSymbolicLink(link, CodexLab.executable());
        assertEquals("two", session.runTurn("two").finalText());
      }
    }
  }

  @Test
  void a_thread_that_another_process_holds_is_waited_for() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"))) {
      Codex holder = lab.launch();
      CodexSession held = holder.openSession(lab.options().build());
      held.runTurn("one");
      CompletableFuture<Void> released =
          CompletableFuture.runAsync(
              holder::close, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
      try (CodexSession session =
          lab.codex.openSession(lab.options().resume(held.threadId()).build())) {
        assertEquals("two", session.runTurn("two").finalText());
      }
      released.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_retired_child_is_replaced_for_its_session_only() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .respond(
                request ->
                    request.latestPrompt().equals("STOP-HERE")
                        ? Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4)
                        : Reply.text("fine"))
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      CodexSession other = lab.open(ApprovalDecision.decline());
      assertEquals("fine", other.runTurn("one").finalText());
      TurnResult late =
          session.runTurn(
              TurnInput.of("STOP-HERE").timeout(Duration.ofMillis(500)), TurnListener.NONE);
      assertTrue(late.retire());
      Reports heard = new Reports();
      TurnResult next = session.runTurn(TurnInput.of("go on"), heard);
      assertEquals(TurnStatus.COMPLETED, next.status(), String.valueOf(next.error()));
      assertEquals(late.threadId(), next.threadId());
      assertEquals(1, heard.heard.size());
      assertEquals("fine", other.runTurn("two").finalText());
      assertEquals(2, CodexLab.children().size());
      other.close();
      await().until(() -> CodexLab.children().size() == 1);
    }
  }

  @Test
  void a_thread_of_a_closed_session_is_free_for_another_process() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        Codex other = lab.launch()) {
      CodexSession closed = lab.codex.openSession(lab.options().build());
      closed.runTurn("one");
      closed.close();
      try (CodexSession session =
          other.openSession(lab.options().resume(closed.threadId()).build())) {
        assertEquals("two", session.runTurn("two").finalText());
      }
    }
  }

  @Test
  void a_thread_that_another_process_keeps_is_refused_with_who_has_it() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        Codex holder = lab.launch()) {
      CodexSession held = holder.openSession(lab.options().build());
      held.runTurn("one");
      if (!CodexCapability.UNLOADS_AT_ONCE.isIn(CodexLab.version())) {
        // Older versions have no lock: each process may have the thread.
        lab.codex.openSession(lab.options().resume(held.threadId()).build()).close();
        return;
      }
      ThreadInUseException inUse =
          assertThrows(
              ThreadInUseException.class,
              () -> lab.codex.openSession(lab.options().resume(held.threadId()).build()));
      assertEquals(held.threadId(), inUse.threadId());
      assertTrue(inUse.getMessage().contains("another process"), inUse.getMessage());
      assertTrue(
          CodexLab.children().stream()
              .anyMatch(child -> inUse.getMessage().contains("process " + child.pid())),
          inUse.getMessage());
      assertEquals("two", held.runTurn("two").finalText());
    }
  }
}
