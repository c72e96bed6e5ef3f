package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many sessions on few children of the real Codex. */
@Timeout(120)
class RealPoolTest {

  @TempDir Path workspace;

  private static ModelScript always(String text) {
    return ModelScript.builder().repeat().respond(request -> Reply.text(text)).build();
  }

  @Test
  void sessions_are_spread_and_a_full_pool_says_so() {
    try (CodexLab lab = new CodexLab(workspace, always("fine"))) {
      int before = CodexLab.children().size();
      try (CodexPool pool = CodexPool.launch(lab.launchOptions().build(), new PoolOptions(2, 2))) {
        assertEquals(1, pool.children());
        List<CodexSession> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          sessions.add(pool.openSession(lab.options().build()));
        }
        assertEquals(2, pool.children());
        assertEquals(4, pool.sessions());
        IllegalStateException full =
            assertThrows(
                IllegalStateException.class, () -> pool.openSession(lab.options().build()));
        assertTrue(full.getMessage().contains("at most 2 sessions each"), full.getMessage());
        sessions.forEach(session -> assertEquals("fine", session.runTurn("go").finalText()));
        sessions.get(0).close();
        await().until(() -> pool.sessions() == 3);
        assertEquals("fine", pool.openSession(lab.options().build()).runTurn("go").finalText());
      }
      assertEquals(before, CodexLab.children().size());
    }
  }

  @Test
  void the_sessions_of_a_dead_child_go_on_elsewhere() {
    try (CodexLab lab = new CodexLab(workspace, always("fine"))) {
      List<ProcessHandle> others = CodexLab.children();
      try (CodexPool pool = CodexPool.launch(lab.launchOptions().build(), new PoolOptions(2, 4))) {
        List<CodexSession> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          sessions.add(pool.openSession(lab.options().build()));
        }
        sessions.forEach(session -> session.runTurn("one"));
        List<String> threads = sessions.stream().map(CodexSession::threadId).toList();
        CodexLab.children().stream()
            .filter(child -> !others.contains(child))
            .findFirst()
            .orElseThrow()
            .destroyForcibly();
        await()
            .until(
                () ->
                    2
                        == sessions.stream()
                            .filter(
                                session -> ((ResumingSession) session).bound().unusable() != null)
                            .count());
        for (CodexSession session : sessions) {
          TurnResult result = session.runTurn("two");
          assertEquals("fine", result.finalText(), String.valueOf(result.error()));
        }
        assertEquals(threads, sessions.stream().map(CodexSession::threadId).toList());
        assertEquals(2, sessions.stream().filter(session -> session.resumed().isPresent()).count());
        assertEquals(4, pool.sessions());
      }
    }
  }

  @Test
  void a_closed_thread_is_resumed_on_whichever_child_there_is_room() {
    try (CodexLab lab = new CodexLab(workspace, always("fine"));
        CodexPool pool = CodexPool.launch(lab.launchOptions().build(), new PoolOptions(2, 4))) {
      for (int round = 0; round < 3; round++) {
        CodexSession first = pool.openSession(lab.options().build());
        assertEquals("fine", first.runTurn("the first prompt").finalText());
        first.close();
        CodexSession second = pool.openSession(lab.options().build());
        CodexSession third = pool.openSession(lab.options().build());
        CodexSession again = pool.openSession(lab.options().resume(first.threadId()).build());
        assertEquals(first.threadId(), again.threadId());
        assertEquals("fine", again.runTurn("the second prompt").finalText());
        again.close();
        second.close();
        CodexSession back = pool.openSession(lab.options().resume(first.threadId()).build());
        assertEquals("fine", back.runTurn("the third prompt").finalText());
        String request = lab.model.requests().get(lab.model.requests().size() - 1).json();
        assertTrue(request.contains("the first prompt"), request);
        assertTrue(request.contains("the second prompt"), request);
        back.close();
        third.close();
      }
      assertTrue(pool.children() <= 2);
      try (Codex other = lab.launch()) {
        assertEquals(
            0, other.threads().list(ThreadQuery.all().archived()).entries().size(), "archived");
      }
    }
  }

  @Test
  void a_thread_of_a_child_that_was_retired_by_another_session_is_resumed() {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .respond(
                request ->
                    request.latestPrompt().equals("STOP-HERE")
                        ? Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4)
                        : Reply.text("fine"))
            .build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      CodexSession closed = lab.codex.openSession(lab.options().build());
      closed.runTurn("one");
      closed.close();
      CodexSession stays = lab.codex.openSession(lab.options().build());
      stays.runTurn("one");
      CodexSession late = lab.codex.openSession(lab.options().build());
      assertTrue(
          late.runTurn(TurnInput.of("STOP-HERE").timeout(Duration.ofMillis(500)), TurnListener.NONE)
              .retire());
      assertEquals("fine", late.runTurn("go on").finalText());
      CodexSession again = lab.codex.openSession(lab.options().resume(closed.threadId()).build());
      assertEquals("fine", again.runTurn("two").finalText());
      assertEquals("fine", stays.runTurn("two").finalText());
      assertFalse(stays.resumed().isPresent());
    }
  }

  @Test
  void a_thread_is_resumed_while_its_session_is_being_closed() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .respond(
                request ->
                    request.latestPrompt().equals("LONG")
                        ? Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4)
                        : Reply.text("fine"))
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexPool pool = CodexPool.launch(lab.launchOptions().build(), new PoolOptions(2, 4))) {
      String thread;
      try (CodexSession first = pool.openSession(lab.options().build())) {
        first.runTurn("one");
        thread = first.threadId();
      }
      for (int round = 0; round < 12; round++) {
        CodexSession session = pool.openSession(lab.options().resume(thread).build());
        assertEquals(thread, session.threadId());
        int asked = lab.model.requests().size();
        Turn turn = session.startTurn(TurnInput.of("LONG"), TurnListener.NONE);
        if (round % 2 == 0) {
          lab.model.awaitRequests(asked + 1, Duration.ofSeconds(20));
        }
        session.close();
        assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
      }
      try (CodexSession last = pool.openSession(lab.options().resume(thread).build())) {
        assertEquals("fine", last.runTurn("last").finalText());
      }
    }
  }

  @Test
  void two_sessions_do_not_have_one_thread() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, always("fine"));
        CodexPool pool = CodexPool.launch(lab.launchOptions().build(), new PoolOptions(2, 4))) {
      CodexSession first = pool.openSession(lab.options().build());
      first.runTurn("one");
      first.close();
      SessionOptions resume = lab.options().resume(first.threadId()).build();
      CompletableFuture<CodexSession> one =
          CompletableFuture.supplyAsync(() -> pool.openSession(resume));
      CompletableFuture<CodexSession> two =
          CompletableFuture.supplyAsync(() -> pool.openSession(resume));
      List<CodexSession> opened = new ArrayList<>();
      List<Throwable> refused = new ArrayList<>();
      for (CompletableFuture<CodexSession> opening : List.of(one, two)) {
        try {
          opened.add(opening.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
          refused.add(e.getCause());
        }
      }
      assertEquals(1, opened.size(), refused.toString());
      assertTrue(refused.get(0).getMessage().contains("another session"), refused.toString());
      assertEquals("fine", opened.get(0).runTurn("two").finalText());
      opened.get(0).close();
      assertEquals("fine", pool.openSession(resume).runTurn("three").finalText());
      assertEquals(1, pool.sessions(), "a refused resume has no place");
    }
  }
}
