package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.StoredItem;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadMatch;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.Page;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
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

  /** The turns of a thread, the newest first. */
  private static List<String> turnIds(CodexThreads threads, String id) {
    return threads.turns(id, 10).entries().stream().map(ThreadTurn::id).toList();
  }

  private static boolean has(MeasuredFact fact) {
    return fact.isIn(CodexLab.version());
  }

  private static void missing(String what, String needed, Executable call) {
    assertEquals(
        "Codex %s does not have %s: it needs Codex %s or newer"
            .formatted(CodexLab.version(), what, needed),
        assertThrows(CodexVersionException.class, call).getMessage());
  }

  @Test
  void a_fork_ends_at_a_turn_and_keeps_its_settings() {
    try (CodexLab lab =
            new CodexLab(workspace, ModelScript.texts("one", "penguins", "three", "four"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String id = session.threadId();
      String first = session.runTurn("a").turnId();
      String second = session.runTurn("b").turnId();
      session.runTurn("c");
      CodexThreads threads = lab.codex.threads();
      ForkOptions through = ForkOptions.all().through(second);
      if (!has(MeasuredFact.FORK_OPTIONS)) {
        missing("options of thread/fork", "0.145.0", () -> threads.fork(id, through));
        return;
      }
      assertEquals(List.of(second, first), turnIds(threads, threads.fork(id, through).id()));
      StoredThread before =
          threads.fork(
              id,
              through
                  .before(second)
                  .model("gpt-x")
                  .config("model_reasoning_effort", "high")
                  .extra("threadSource", JsonNodeFactory.instance.textNode("user")));
      assertEquals(List.of(first), turnIds(threads, before.id()));
      RpcException unknown =
          assertThrows(
              RpcException.class, () -> threads.fork(id, ForkOptions.all().through("none")));
      assertTrue(unknown.getMessage().contains("turn not found"), unknown.getMessage());
      try (CodexSession fork = lab.codex.openSession(lab.options().resume(before.id()).build())) {
        assertEquals("gpt-x", fork.model());
        fork.runTurn("d");
        JsonNode request = lab.model.requests().get(3).body();
        assertEquals("gpt-x", request.path("model").asText());
        assertEquals("high", request.at("/reasoning/effort").asText());
        assertFalse(request.toString().contains("penguins"), "not copied");
      }
    }
  }

  @Test
  void a_deleted_thread_is_gone_from_the_disk() throws IOException {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one"))) {
      CodexThreads threads = lab.codex.threads();
      String id;
      try (CodexSession session = lab.open(ApprovalDecision.decline())) {
        id = session.threadId();
        session.runTurn("a");
      }
      if (!has(MeasuredFact.THREAD_DELETE)) {
        missing("the method thread/delete", "0.140.0", () -> threads.delete(id));
        return;
      }
      assertTrue(isOnDisk(lab, id));
      StoredThread copy = threads.fork(id);
      assertThrows(RpcException.class, () -> threads.delete(id), "a copy refers to it");
      threads.delete(copy.id());
      threads.delete(id);
      assertFalse(isOnDisk(lab, id));
      assertEquals(List.of(), ids(threads.list(ThreadQuery.all())));
      assertThrows(RpcException.class, () -> threads.read(id));
    }
  }

  @Test
  void a_thread_that_is_deleted_under_its_session_takes_no_more_turns() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("one")
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .text("three")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("a");
      if (!has(MeasuredFact.THREAD_DELETE)) {
        return;
      }
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("b"), heard);
      await().until(() -> heard.deltas > 0);
      lab.codex.threads().delete(session.threadId());
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status(), () -> result.error() + "");
      TurnResult next = session.runTurn("c");
      assertEquals(TurnStatus.FAILED, next.status(), () -> next.finalText());
      assertEquals(2, lab.model.requests().size());
    }
  }

  private static boolean isOnDisk(CodexLab lab, String id) throws IOException {
    try (Stream<Path> files = Files.walk(lab.home.path().resolve("sessions"))) {
      return files.anyMatch(file -> file.getFileName().toString().contains(id));
    }
  }

  @Test
  void a_search_finds_messages_and_shows_them() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("pelicans fish", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("tell me about birds");
      CodexThreads threads = lab.codex.threads();
      if (!has(MeasuredFact.THREAD_SEARCH)) {
        missing("the method thread/search", "0.134.0", () -> threads.search("birds", 5, null));
        return;
      }
      ThreadMatch match = threads.search("pelican", 5, null).entries().get(0);
      assertEquals(session.threadId(), match.thread().id());
      assertEquals("pelicans fish", match.snippet());
      assertEquals(List.of(), threads.search("walnuts", 5, null).entries());
      assertThrows(IllegalArgumentException.class, () -> threads.search(" ", 5, null));
    }
  }

  @Test
  void items_are_read_page_by_page_with_their_turns_and_times() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String id = session.threadId();
      CodexThreads threads = lab.codex.threads();
      if (!has(MeasuredFact.THREAD_ITEMS)) {
        missing("the method thread/items/list", "0.151.0", () -> threads.items(id, 5, null));
        return;
      }
      TalariaException early =
          assertThrows(TalariaException.class, () -> threads.items(id, 5, null));
      assertTrue(early.getMessage().contains("it has no turn yet"), early.getMessage());
      String first = session.runTurn("a").turnId();
      String second = session.runTurn("b").turnId();
      Page<StoredItem> page = threads.items(id, 3, null);
      Page<StoredItem> rest = threads.items(id, 3, page.nextCursor().orElseThrow());
      assertEquals(
          List.of(first, first, second), page.entries().stream().map(StoredItem::turnId).toList());
      assertEquals(List.of(second), rest.entries().stream().map(StoredItem::turnId).toList());
      assertEquals(Optional.empty(), rest.nextCursor());
      StoredItem answer = page.entries().get(1);
      assertEquals("one", ((Item.AgentMessage) answer.item()).text());
      Instant begun = answer.startedAt().orElseThrow();
      assertFalse(answer.completedAt().orElseThrow().isBefore(begun));
      assertTrue(Duration.between(begun, Instant.now()).abs().toSeconds() < 60);
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
