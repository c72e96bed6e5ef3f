package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.v2.QueuedSubmission;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.UserInput;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.ReviewFindings.Finding;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What moves a thread besides prompts: reviews, commands of the user's, settings, the queue. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealThreadControlTest {

  private static final String ANSWER =
      """
      {"findings":[{"title":"Bug","body":"bad","confidence_score":0.9,"priority":1,
        "code_location":{"absolute_file_path":"/w/f.txt","line_range":{"start":1,"end":2}}}],
       "overall_correctness":"patch is incorrect","overall_explanation":"because",
       "overall_confidence_score":0.8}
      """;

  @TempDir Path workspace;
  private final RecordedTurns others = new RecordedTurns();

  private SessionOptions options(CodexLab lab, SandboxMode sandbox) {
    return lab.options().sandbox(sandbox).listener(others).build();
  }

  private static void assumeHas(CodexCapability capability) {
    assumeTrue(capability.isIn(CodexLab.version()), capability + " is not in this version");
  }

  /** Another client of the thread, on the same connection. */
  private static JsonNode call(CodexLab lab, String method, String thread, Map<String, ?> params) {
    Map<String, Object> all = new java.util.HashMap<>(params);
    all.put("threadId", thread);
    return lab.codex.call(method, all, JsonNode.class, Duration.ofSeconds(20));
  }

  private static List<Map<String, String>> text(String prompt) {
    return List.of(Map.of("type", "text", "text", prompt));
  }

  private static String userTexts(ModelRequest request) {
    StringBuilder texts = new StringBuilder();
    for (JsonNode item : request.body().path("input")) {
      if (item.path("role").asText().equals("user")) {
        texts.append(item.path("content").path(0).path("text").asText()).append('|');
      }
    }
    return texts.toString();
  }

  @Test
  void a_review_is_a_turn_with_typed_findings() throws Exception {
    Files.writeString(workspace.resolve("f.txt"), "a");
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts(ANSWER, "plain words", "after"));
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.review(ReviewTarget.Custom.of("look at f.txt"), heard);
      TurnResult result = turn.await();
      assertEquals(TurnStatus.COMPLETED, result.status(), () -> "" + result.error());
      assertEquals(TurnOrigin.REVIEW, turn.origin());
      assertEquals(1, heard.events.stream().filter("started"::equals).count());
      ReviewFindings findings = turn.findings().orElseThrow();
      assertTrue(findings.structured());
      assertEquals(
          List.of(
              new Finding(
                  "Bug", "bad", OptionalDouble.of(0.9), OptionalInt.of(1), "/w/f.txt", 1, 2)),
          findings.findings());
      assertEquals("patch is incorrect", findings.correctness());
      assertEquals("because", findings.explanation());
      assertEquals(OptionalDouble.of(0.8), findings.confidence());
      assertTrue(findings.text().contains("Bug"), findings.text());

      Turn words = session.review(ReviewTarget.UncommittedChanges.of());
      assertEquals(TurnStatus.COMPLETED, words.await().status());
      assertFalse(words.findings().orElseThrow().structured());
      assertEquals("plain words", words.findings().orElseThrow().text());
      Turn prompt = session.startTurn(TurnInput.of("go on"), TurnListener.NONE);
      assertEquals("after", prompt.await().finalText());
      assertTrue(prompt.findings().isEmpty());
      assertEquals(List.of(), others.origins);
    }
  }

  @Test
  void an_interrupted_review_has_no_findings() {
    ModelScript script =
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4)).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      Turn stopped =
          session.review(
              ReviewTarget.Commit.of("0000000").title("no such commit"), TurnListener.NONE);
      // The model is the class's: a request that is under way would count for the next test.
      await().until(() -> lab.model.requests().size() == 1);
      stopped.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, stopped.await().status());
      assertTrue(stopped.findings().isEmpty());
      assertThrows(
          IllegalArgumentException.class, () -> session.review(ReviewTarget.BaseBranch.of(" ")));
    }
  }

  @Test
  void a_command_of_the_users_runs_outside_the_sandbox_and_the_model_is_told_later()
      throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("seen"));
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      RecordingListener heard = new RecordingListener();
      Turn turn =
          session.shellCommand("echo out | tee made.txt; exit 3", Duration.ofSeconds(20), heard);
      TurnResult result = turn.await();
      assertEquals(TurnStatus.COMPLETED, result.status(), () -> "" + result.error());
      assertEquals(TurnOrigin.SHELL, turn.origin());
      assertEquals("out\n", Files.readString(workspace.resolve("made.txt")));
      assertEquals(List.of(), lab.asked);
      assertEquals(0, lab.model.requests().size());
      session.runTurn("what was that");
      String told = userTexts(lab.model.requests().get(0));
      assertTrue(told.contains("tee made.txt; exit 3") && told.contains("Exit code: 3"), told);
      assertThrows(IllegalArgumentException.class, () -> session.shellCommand(" "));
    }
  }

  @Test
  void a_command_of_the_users_ends_at_its_limit_and_by_an_interrupt() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"));
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      TurnResult late =
          session.shellCommand("exec sleep 61.5", Duration.ofSeconds(1), TurnListener.NONE).await();
      assertEquals(TurnStatus.INTERRUPTED, late.status());
      assertEquals(TurnError.Kind.TIMEOUT, late.error().kind());
      RecordingListener heard = new RecordingListener();
      Turn stopped = session.shellCommand("exec sleep 61.5", Duration.ofMinutes(1), heard);
      await().until(() -> heard.events.contains("+commandExecution"));
      stopped.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, stopped.await().status());
      await()
          .until(
              () ->
                  ProcessHandle.current()
                      .descendants()
                      .noneMatch(one -> one.info().commandLine().orElse("").contains("61.5")));
    }
  }

  @Test
  void other_clients_turns_are_heard_with_their_origins() throws Exception {
    assumeHas(CodexCapability.PROMPT_QUEUE);
    ModelScript script = ModelScript.texts("one", "two", ANSWER, "last");
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      String thread = session.threadId();
      call(lab, "turn/start", thread, Map.of("input", text("from elsewhere")));
      ended(1);
      call(
          lab,
          "thread/queue/add",
          thread,
          Map.of("input", text("queued elsewhere"), "clientUserMessageId", "k1"));
      ended(2);
      call(
          lab,
          "review/start",
          thread,
          Map.of("target", Map.of("type", "custom", "instructions", "look")));
      ended(3);
      call(lab, "thread/shellCommand", thread, Map.of("command", "true"));
      ended(4);
      assertEquals(
          List.of(TurnOrigin.OTHER_CLIENT, TurnOrigin.QUEUE, TurnOrigin.REVIEW, TurnOrigin.SHELL),
          others.origins);
      List<TurnResult> results = others.results();
      assertTrue(results.stream().allMatch(one -> one.status() == TurnStatus.COMPLETED));
      assertEquals("one", results.get(0).finalText());
      assertEquals("two", results.get(1).finalText());
      assertEquals(1, others.turns.get(2).findings().orElseThrow().findings().size());
      assertEquals(4, others.heard.events.stream().filter("started"::equals).count());
      assertEquals("last", session.runTurn("mine").finalText());
      assertEquals(4, others.turns.size());
    }
  }

  private void ended(int turns) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> others.turns.size() == turns && others.turns.get(turns - 1).result().isDone());
  }

  @Test
  void queued_prompts_begin_one_behind_the_other_and_a_close_takes_out_the_rest() throws Exception {
    assumeHas(CodexCapability.PROMPT_QUEUE);
    ModelScript script =
        ModelScript.builder()
            .text("first")
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4))
            .repeat()
            .text("more")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY));
      QueuedSubmission first = session.queue().add("one");
      assertFalse(first.clientUserMessageId().isEmpty());
      ended(1);
      assertEquals("first", others.turns.get(0).await().finalText());
      session.queue().add(TurnInput.of("two").key("k2"));
      await().until(() -> others.turns.size() == 2);
      QueuedSubmission third = session.queue().add(TurnInput.of("three").key("k3"));
      session.queue().add(TurnInput.of("four").key("k4"));
      call(
          lab,
          "thread/queue/add",
          session.threadId(),
          Map.of("input", text("of another"), "clientUserMessageId", "other"));
      assertEquals(
          List.of("three", "four", "of another"),
          session.queue().list().stream()
              .flatMap(one -> one.input().stream())
              .map(part -> ((UserInput.Text) part).text())
              .toList());
      assertTrue(session.queue().delete(third.id()));
      assertFalse(session.queue().delete(third.id()));
      assertThrows(
          IllegalArgumentException.class, () -> session.queue().add(TurnInput.of("x").model("m")));
      assertEquals(List.of(TurnOrigin.QUEUE, TurnOrigin.QUEUE), others.origins);
      await().until(() -> lab.model.requests().size() == 2);
      session.queue().list().stream()
          .filter(one -> one.clientUserMessageId().equals("other"))
          .forEach(one -> session.queue().delete(one.id()));
      session.close();
      CloseReport report = session.closed().orElseThrow();
      assertEquals(List.of("k4"), report.unqueued());
      assertEquals(TurnOrigin.QUEUE, report.endedTurns().get(0).origin());
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(60))
          .until(() -> lab.model.requests().size() == 2);
    }
  }

  @Test
  void settings_hold_for_later_turns_and_on_another_connection() throws Exception {
    assumeHas(CodexCapability.THREAD_SETTINGS);
    ModelScript script =
        ModelScript.builder()
            .text("one")
            .reply(
                OutputItem.call("exec_command", Map.of("cmd", "echo x > made.txt", "login", false)))
            .text("two")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session =
            lab.codex.openSession(
                lab.options().sandbox(SandboxMode.READ_ONLY).effort("high").build())) {
      session.settings(
          TurnInput.settings()
              .model("gpt-5.4")
              .effort("low")
              .sandbox(SandboxMode.DANGER_FULL_ACCESS));
      assertEquals("one", session.runTurn("one").finalText());
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      await().until(lab.codex::isLost);
      assertEquals("two", session.runTurn("two").finalText());
      for (ModelRequest request : lab.model.requests()) {
        assertEquals("gpt-5.4", request.body().path("model").asText());
        assertEquals("low", request.body().path("reasoning").path("effort").asText());
      }
      assertEquals("x\n", Files.readString(workspace.resolve("made.txt")));
      assertThrows(
          IllegalArgumentException.class, () -> session.settings(TurnInput.of("a prompt")));
      assertThrows(
          IllegalArgumentException.class,
          () -> session.startTurn(TurnInput.settings().effort("low"), TurnListener.NONE));
    }
  }

  @Test
  void a_revert_takes_turns_out_of_the_memory_and_leaves_the_files() throws Exception {
    assumeHas(CodexCapability.THREAD_REVERT);
    ModelScript script =
        ModelScript.builder()
            .text("one")
            .reply(
                OutputItem.call("exec_command", Map.of("cmd", "echo x > made.txt", "login", false)))
            .text("two")
            .text("three")
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4))
            .text("again")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session =
            lab.codex.openSession(options(lab, SandboxMode.DANGER_FULL_ACCESS))) {
      final TurnResult first = session.runTurn("first");
      TurnResult second = session.runTurn("second");
      session.revert(second.turnId());
      assertTrue(Files.exists(workspace.resolve("made.txt")));
      assertEquals("three", session.runTurn("third").finalText());
      String told = userTexts(lab.model.requests().get(3));
      assertTrue(told.contains("first|third|"), told);
      assertThrows(RpcException.class, () -> session.revert(second.turnId()));
      RecordingListener heard = new RecordingListener();
      Turn running = session.startTurn(TurnInput.of("fourth"), heard);
      await().until(() -> heard.deltas > 0);
      assertThrows(IllegalStateException.class, () -> session.revert(first.turnId()));
      assertFalse(running.result().isDone());
      running.interrupt();
      running.await();
      session.revert(first.turnId());
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      await().until(lab.codex::isLost);
      TurnResult again = session.runTurn("again");
      assertEquals("again", again.finalText(), () -> "" + again.error());
      assertFalse(userTexts(lab.model.requests().get(5)).contains("first"));
    }
  }

  @Test
  void what_a_version_does_not_have_is_refused_with_its_number() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"));
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      if (!CodexCapability.PROMPT_QUEUE.isIn(CodexLab.version())) {
        String why =
            assertThrows(TalariaException.class, () -> session.queue().list()).getMessage();
        assertTrue(why.contains("0.148.0") && why.contains("" + CodexLab.version()), why);
      }
      assertEquals(
          CodexCapability.THREAD_SETTINGS.isIn(CodexLab.version()),
          !isRefused(lab, session, "thread/settings/update", Map.of()));
      assertEquals(
          CodexCapability.PROMPT_QUEUE.isIn(CodexLab.version()),
          !isRefused(lab, session, "thread/queue/list", Map.of()));
      assertEquals(
          CodexCapability.GOALS.isIn(CodexLab.version()),
          !isRefused(lab, session, "thread/goal/get", Map.of()));
      assertEquals(
          CodexCapability.THREAD_REVERT.isIn(CodexLab.version()),
          !isRefused(lab, session, "thread/revert", Map.of("beforeTurnId", "x")));
    }
  }

  private static boolean isRefused(
      CodexLab lab, CodexSession session, String method, Map<String, ?> params) {
    try {
      call(lab, method, session.threadId(), params);
      return false;
    } catch (RpcException e) {
      return e.error().contains("unknown variant");
    }
  }

  @Test
  void another_clients_command_is_part_of_the_turn_that_runs() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).between(Duration.ofSeconds(2)))
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.codex.openSession(options(lab, SandboxMode.READ_ONLY))) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      await().until(() -> heard.deltas > 0);
      call(lab, "thread/shellCommand", session.threadId(), Map.of("command", "true"));
      turn.await();
      assertTrue(heard.events.contains("-commandExecution"), () -> "" + heard.events);
      assertEquals(List.of(), others.origins);
    }
  }
}
