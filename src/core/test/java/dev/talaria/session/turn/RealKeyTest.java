package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Item;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.RefusedSettingException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Prompts with keys, on the real Codex. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealKeyTest {

  private static final String KEY = "order-42 \"é\uD83D\uDCA5";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ModelScript HANGS =
      ModelScript.builder()
          .repeat()
          .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
          .build();

  @TempDir Path workspace;

  private static final class Heard implements TurnListener {
    final List<Item.UserMessage> prompts = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void onStarted(String turnId) {
      events.add("started");
    }

    @Override
    public void onItemCompleted(Item item) {
      events.add(item.type());
      if (item instanceof Item.UserMessage prompt) {
        prompts.add(prompt);
      }
    }

    @Override
    public void onCompleted(TurnResult result) {
      events.add("completed");
    }
  }

  private static boolean hasKeys() {
    return MeasuredFact.PROMPT_KEYS.isIn(CodexLab.version());
  }

  @BeforeEach
  void needs_keys(TestInfo test) {
    assumeTrue(
        hasKeys() || test.getTags().contains("any-version"), "this Codex keeps no keys of prompts");
  }

  private static TurnResult result(Turn turn) throws Exception {
    return turn.result().get(60, TimeUnit.SECONDS);
  }

  private static TurnResult once(CodexSession session, String text) throws Exception {
    return result(session.startTurn(TurnInput.of(text).once(KEY), TurnListener.NONE));
  }

  @Test
  @Tag("any-version")
  void a_version_without_keys_is_not_given_a_prompt_that_has_one() throws Exception {
    assumeTrue(!hasKeys());
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("done"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      for (TurnInput input : List.of(TurnInput.of("a").key(KEY), TurnInput.of("a").once(KEY))) {
        TurnError error = result(session.startTurn(input, TurnListener.NONE)).error();
        assertEquals(TurnError.Kind.REFUSED, error.kind());
        assertTrue(error.message().contains("does not keep the key"), error.message());
      }
      assertThrows(RefusedSettingException.class, () -> session.findTurn(KEY));
      assertEquals(List.of(), lab.model.requests());
    }
  }

  @Test
  void a_turn_is_found_by_its_key_with_what_came_of_it() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two", "three"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      assertEquals(Optional.empty(), session.findTurn(KEY));
      session.runTurn("first");
      Heard heard = new Heard();
      TurnResult live = session.runTurn(TurnInput.of("deploy").key(KEY), heard);
      assertEquals(Optional.of(KEY), heard.prompts.get(0).clientId());
      session.runTurn("third");
      TurnResult found = result(session.findTurn(KEY).orElseThrow());
      assertEquals(live.turnId(), found.turnId());
      assertEquals(TurnStatus.COMPLETED, found.status());
      assertEquals("two", found.finalText());
      assertEquals(live.messages(), found.messages());
      assertEquals(Optional.empty(), session.findTurn("order-4"));
    }
  }

  @Test
  void a_prompt_is_sent_once() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult first = once(session, "deploy");
      Heard heard = new Heard();
      Turn second = session.startTurn(TurnInput.of("deploy").once(KEY), heard);
      assertEquals(first.turnId(), result(second).turnId());
      assertEquals(TurnState.COMPLETED, second.state());
      assertEquals(List.of("started", "userMessage", "agentMessage", "completed"), heard.events);
      assertEquals(first.messages(), result(second).messages());
      assertEquals(1, lab.model.requests().size());
      TurnResult other = session.runTurn("next");
      assertEquals("two", other.finalText());
      assertNotEquals(first.turnId(), other.turnId());
    }
  }

  @Test
  void a_key_that_is_only_given_is_sent_again() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnInput input = TurnInput.of("deploy").key(KEY);
      session.runTurn(input, TurnListener.NONE);
      TurnResult second = session.runTurn(input, TurnListener.NONE);
      assertEquals("two", second.finalText());
      assertEquals(second.turnId(), result(session.findTurn(KEY).orElseThrow()).turnId());
    }
  }

  @Test
  void a_later_process_finds_the_turn_and_its_failure() throws Exception {
    ModelScript fails =
        ModelScript.builder()
            .reply(Reply.httpError(403, "{\"error\":{\"message\":\"no\"}}"))
            .text("unused")
            .build();
    try (CodexLab lab = new CodexLab(workspace, fails)) {
      String threadId;
      TurnResult first;
      try (Codex one = lab.launch();
          CodexSession session = one.openSession(lab.options().build())) {
        first = once(session, "deploy");
        threadId = session.threadId();
        assertEquals(TurnStatus.FAILED, first.status());
      }
      try (Codex two = lab.launch();
          CodexSession session = two.openSession(lab.options().resume(threadId).build())) {
        TurnResult found = result(session.findTurn(KEY).orElseThrow());
        assertEquals(first.turnId(), found.turnId());
        assertEquals(TurnStatus.FAILED, found.status());
        assertEquals(first.error().kind(), found.error().kind());
        assertEquals(first.turnId(), once(session, "deploy").turnId());
        assertEquals(1, lab.model.requests().size());
      }
    }
  }

  @Test
  void a_turn_that_runs_in_the_session_is_the_one_that_is_found() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, HANGS);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      Turn first = session.startTurn(TurnInput.of("deploy").once(KEY), TurnListener.NONE);
      assertSame(first, session.startTurn(TurnInput.of("deploy").once(KEY), TurnListener.NONE));
      assertSame(first, session.findTurn(KEY).orElseThrow());
      TurnInput other = TurnInput.of("other").once("order-43");
      assertThrows(IllegalStateException.class, () -> session.startTurn(other, TurnListener.NONE));
      await().until(() -> lab.model.requests().size() == 1);
      first.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, result(first).status());
    }
  }

  @Test
  void a_turn_that_a_killed_codex_leaves_is_interrupted_and_not_begun_again() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, HANGS);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn first = session.startTurn(TurnInput.of("deploy").once(KEY), heard);
      await().until(() -> heard.deltas > 0);
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      TurnResult lost = result(first);
      assertEquals(TurnError.Kind.CONNECTION_LOST, lost.error().kind());
      TurnResult found = once(session, "deploy");
      assertEquals(lost.turnId(), found.turnId());
      assertEquals(TurnStatus.INTERRUPTED, found.status());
      assertEquals(1, lab.model.requests().size());
    }
  }

  private static JsonNode start(CodexLab lab, CodexSession session, String text, String key) {
    return lab.codex.call(
        "turn/start",
        Map.of(
            "threadId",
            session.threadId(),
            "input",
            List.of(Map.of("type", "text", "text", text)),
            "clientUserMessageId",
            key),
        JsonNode.class,
        LIMIT);
  }

  @Test
  void a_turn_that_somebody_else_started_is_followed_to_its_end() throws Exception {
    ModelScript slow =
        ModelScript.builder().reply(Reply.text("done").delay(Duration.ofSeconds(1))).build();
    try (CodexLab lab = new CodexLab(workspace, slow);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String running = start(lab, session, "deploy", KEY).at("/turn/id").asText();
      await().until(() -> session.findTurn(KEY).isPresent());
      Turn found = session.findTurn(KEY).orElseThrow();
      TurnResult again = once(session, "deploy");
      assertEquals(running, again.turnId());
      assertEquals("done", again.finalText());
      assertEquals(again.messages(), result(found).messages());
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void a_followed_turn_can_be_interrupted_and_ends_with_its_session() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, HANGS)) {
      Turn left;
      try (CodexSession session = lab.open(ApprovalDecision.decline())) {
        start(lab, session, "deploy", KEY);
        await().until(() -> session.findTurn(KEY).isPresent());
        left = session.findTurn(KEY).orElseThrow();
        assertEquals(TurnState.RUNNING, left.state());
      }
      assertEquals(TurnError.Kind.CLOSED, result(left).error().kind());
      try (CodexSession session = lab.open(ApprovalDecision.decline())) {
        start(lab, session, "deploy", "other");
        await().until(() -> session.findTurn("other").isPresent());
        Turn found = session.startTurn(TurnInput.of("deploy").once("other"), TurnListener.NONE);
        await().until(() -> found.state() == TurnState.RUNNING);
        found.interrupt();
        assertEquals(TurnStatus.INTERRUPTED, result(found).status());
        assertEquals(null, result(found).error());
      }
    }
  }

  @Test
  void a_key_that_came_into_a_running_turn_is_found_there_and_in_a_fork() throws Exception {
    ModelScript slow =
        ModelScript.builder()
            .reply(Reply.text("one").delay(Duration.ofMillis(600)))
            .text("two")
            .build();
    try (CodexLab lab = new CodexLab(workspace, slow);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      Turn first = session.startTurn(TurnInput.of("first"), TurnListener.NONE);
      await().until(() -> first.state() == TurnState.RUNNING);
      start(lab, session, "second", KEY);
      TurnResult ended = result(first);
      assertEquals(ended.turnId(), once(session, "second").turnId());
      String fork = lab.codex.threads().fork(session.threadId()).id();
      try (CodexSession other = lab.codex.openSession(lab.options().resume(fork).build())) {
        assertTrue(other.findTurn(KEY).isPresent());
      }
    }
  }

  @Test
  void keys_of_an_ephemeral_thread_cannot_be_looked_for() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one"));
        CodexSession session = lab.codex.openSession(lab.options().ephemeral(true).build())) {
      TurnResult refused = once(session, "deploy");
      assertEquals(TurnError.Kind.REFUSED, refused.error().kind());
      assertTrue(refused.error().message().contains("ephemeral"), refused.error().message());
      assertThrows(TalariaException.class, () -> session.findTurn(KEY));
      assertEquals(List.of(), lab.model.requests());
    }
  }

  @Test
  void a_long_thread_is_read_page_by_page() throws Exception {
    ModelScript.Builder script = ModelScript.builder();
    script.repeat().text("ok");
    try (CodexLab lab = new CodexLab(workspace, script.build());
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String oldest = once(session, "deploy").turnId();
      for (int i = 0; i < 24; i++) {
        session.runTurn("more " + i);
      }
      assertEquals(oldest, result(session.findTurn(KEY).orElseThrow()).turnId());
      assertEquals(Optional.empty(), session.findTurn("another"));
    }
  }

  @Test
  void a_prompt_that_a_killed_codex_wrote_without_its_key_is_not_sent_again() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("one")
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .text("three")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("first");
      RecordingListener heard = new RecordingListener();
      Turn first = session.startTurn(TurnInput.of("d\u00E9ploy").once(KEY), heard);
      await().until(() -> heard.deltas > 0);
      CodexLab.children().forEach(each -> each.destroyForcibly());
      TurnResult lost = result(first);
      await().until(() -> CodexLab.children().isEmpty());
      CodexLab.cutAfterPrompt(lab.home.path(), "d\u00E9ploy");
      assertEquals(Optional.empty(), session.findTurn(KEY));
      for (int i = 0; i < 2; i++) {
        TurnResult found = once(session, "d\u00E9ploy");
        assertEquals(lost.turnId(), found.turnId());
        assertEquals(TurnStatus.INTERRUPTED, found.status());
      }
      assertEquals(2, lab.model.requests().size());
      TurnInput other = TurnInput.of("d\u00E9ploy").once("order-43");
      assertEquals("three", session.runTurn(other, TurnListener.NONE).finalText());
    }
  }
}
