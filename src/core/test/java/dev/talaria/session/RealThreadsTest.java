package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.rpc.RpcException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The threads that the real Codex keeps. */
@Timeout(120)
class RealThreadsTest {

  @TempDir Path workspace;

  private static List<String> ids(Page<StoredThread> page) {
    return page.entries().stream().map(StoredThread::id).toList();
  }

  @Test
  void a_thread_is_listed_read_named_and_found() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"))) {
      CodexThreads threads = lab.codex.threads();
      String first;
      String second;
      try (CodexSession b = lab.open(ApprovalDecision.decline())) {
        first = b.threadId();
        assertEquals(List.of(), threads.turns(first, 5).entries());
        b.runTurn("tell me about cherries");
      }
      Thread.sleep(1100); // Codex orders threads by whole seconds.
      try (CodexSession a = lab.open(ApprovalDecision.decline())) {
        second = a.threadId();
        a.runTurn("tell me about walnuts");
        a.name("Peanuts");
        assertThrows(IllegalArgumentException.class, () -> a.name(" "));
        StoredThread read = threads.read(second);
        assertEquals("Peanuts", read.name());
        assertEquals("tell me about walnuts", read.preview());
        assertEquals(workspace.toRealPath().toString(), read.cwd());
        assertEquals("idle", read.status());
        assertEquals("", read.forkedFrom());
        assertEquals("", read.parent());
        assertFalse(read.ephemeral());
        Instant begun = read.createdAt().orElseThrow();
        assertTrue(Duration.between(begun, Instant.now()).abs().toSeconds() < 60);
        assertTrue(read.updatedAt().isPresent());
      }
      assertEquals(List.of(second, first), ids(threads.list(ThreadQuery.all())));
      Page<StoredThread> page = threads.list(ThreadQuery.all().limit(1));
      assertEquals(List.of(second), ids(page));
      Page<StoredThread> next =
          threads.list(ThreadQuery.all().limit(1).cursor(page.nextCursor().orElseThrow()));
      assertEquals(List.of(first), ids(next));
      assertEquals(List.of(first), ids(threads.list(ThreadQuery.all().search("cherries"))));
      if (MeasuredFact.SEARCHES_NAMES_AND_TEXTS.isIn(CodexLab.version())) {
        assertEquals(List.of(second), ids(threads.list(ThreadQuery.all().search("Peanut"))));
        assertEquals(List.of(second), ids(threads.list(ThreadQuery.all().search("walnuts"))));
      }
      Path real = workspace.toRealPath();
      assertEquals(2, threads.list(ThreadQuery.all().cwd(real)).entries().size());
      assertEquals(List.of(), ids(threads.list(ThreadQuery.all().cwd(real.resolve("x")))));
      RpcException unknown =
          assertThrows(
              RpcException.class, () -> threads.read("01a1fe87-0000-7000-8000-000000000000"));
      assertTrue(unknown.getMessage().contains("thread/read was refused"), unknown.getMessage());
    }
  }

  @Test
  void turns_are_read_page_by_page_the_newest_first() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two", "three"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult first = session.runTurn("a");
      TurnResult second = session.runTurn("b");
      TurnResult third = session.runTurn("c");
      CodexThreads threads = lab.codex.threads();
      Page<ThreadTurn> page = threads.turns(session.threadId(), 2);
      assertEquals(
          List.of(third.turnId(), second.turnId()),
          page.entries().stream().map(ThreadTurn::id).toList());
      assertEquals("completed", page.entries().get(0).status());
      assertEquals(2, page.entries().get(0).items().size());
      Page<ThreadTurn> rest = threads.turns(session.threadId(), 2, page.nextCursor().orElseThrow());
      assertEquals(List.of(first.turnId()), rest.entries().stream().map(ThreadTurn::id).toList());
      assertTrue(page.entries().get(0).duration().isPresent(), page.toString());
      Page<ThreadTurn> outlines =
          threads.turnOutlines(session.threadId(), 2, page.nextCursor().orElseThrow());
      assertEquals(
          List.of(first.turnId()), outlines.entries().stream().map(ThreadTurn::id).toList());
    }
  }

  @Test
  void a_fork_has_the_turns_and_is_a_thread_of_its_own() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("a");
      CodexThreads threads = lab.codex.threads();
      StoredThread fork = threads.fork(session.threadId());
      assertNotEquals(session.threadId(), fork.id());
      assertEquals(session.threadId(), fork.forkedFrom());
      session.runTurn("b");
      assertEquals(2, threads.turns(session.threadId(), 5).entries().size());
      assertEquals(1, threads.turns(fork.id(), 5).entries().size());
      try (Codex other = lab.launch()) {
        assertEquals("notLoaded", other.threads().read(fork.id()).status());
        assertEquals(1, other.threads().turns(fork.id(), 5).entries().size());
      }
    }
  }

  @Test
  void an_archived_thread_is_out_of_the_list_until_it_is_taken_back() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one"))) {
      String id;
      try (CodexSession session = lab.open(ApprovalDecision.decline())) {
        session.runTurn("a");
        id = session.threadId();
      }
      CodexThreads threads = lab.codex.threads();
      threads.archive(id);
      assertEquals(List.of(), ids(threads.list(ThreadQuery.all())));
      assertEquals(List.of(id), ids(threads.list(ThreadQuery.all().archived())));
      threads.unarchive(id);
      assertEquals(List.of(id), ids(threads.list(ThreadQuery.all())));
    }
  }

  @Test
  void compaction_is_a_turn_that_says_so() throws Exception {
    try (CodexLab lab =
            new CodexLab(workspace, ModelScript.texts("one", "a summary of it all", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      assertFalse(session.runTurn("a").compacted());
      RecordingListener heard = new RecordingListener();
      Turn turn = session.compact(heard);
      assertThrows(IllegalStateException.class, () -> session.runTurn("meanwhile"));
      TurnResult result = turn.result().get(30, TimeUnit.SECONDS);
      assertEquals(TurnStatus.COMPLETED, result.status(), () -> result.error() + "");
      assertTrue(result.compacted());
      assertFalse(result.turnId().isEmpty());
      assertEquals("", result.finalText());
      assertEquals(
          List.of("started", "completed"),
          List.of(heard.events.get(0), heard.events.get(heard.events.size() - 1)));
      assertEquals("two", session.runTurn("b").finalText());
      assertTrue(lab.model.requests().get(2).json().contains("a summary of it all"));
    }
  }

  @Test
  void compaction_of_a_thread_without_turns_ends_too() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("nothing", "one"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result = session.compact().result().get(30, TimeUnit.SECONDS);
      assertEquals(TurnStatus.COMPLETED, result.status(), () -> result.error() + "");
      session.runTurn("b");
    }
  }
}
