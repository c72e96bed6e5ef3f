package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                                session -> ((DurableSession) session).bound().unusable() != null)
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
}
