package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A goal that the host sets: its turns, its limits, and every way in which it ends. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealGoalTest {

  /** Such a turn goes on until it is ended. */
  private static final Reply HANGS = Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(4);

  @TempDir Path workspace;
  private final RecordedTurns others = new RecordedTurns();
  private final List<Goal> progress = new CopyOnWriteArrayList<>();

  @BeforeEach
  void onAVersionWithGoals() {
    assumeTrue(CodexLab.selectedIsPinned(), "goals are measured for it");
  }

  private static OutputItem moves(String status) {
    return OutputItem.call("update_goal", Map.of("status", status));
  }

  private CodexSession open(CodexLab lab) {
    return lab.codex.openSession(
        lab.options().sandbox(SandboxMode.DANGER_FULL_ACCESS).goals(true).listener(others).build());
  }

  private GoalOptions options() {
    return GoalOptions.defaults().onProgress(progress::add);
  }

  private static GoalEnd end(GoalRun run) throws Exception {
    return run.end().get(40, TimeUnit.SECONDS);
  }

  private void awaitDelta() {
    await().until(() -> others.heard.deltas > 0);
  }

  @Test
  void a_goal_runs_turn_after_turn_until_it_is_reached() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("first")
            .text("second")
            .reply(moves("complete"))
            .text("third")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      assertTrue(session.goal().isEmpty());
      GoalRun run = session.goal("three turns", options().tokenBudget(1_000_000));
      GoalEnd end = end(run);
      assertEquals(GoalEnd.Reason.COMPLETE, end.reason());
      assertEquals("three turns", end.goal().orElseThrow().objective());
      assertEquals(1_000_000, end.goal().orElseThrow().tokenBudget().orElseThrow());
      assertEquals(
          List.of("first", "second", "third"),
          run.turns().stream().map(turn -> turn.await().finalText()).toList());
      assertEquals(others.turns, run.turns());
      assertTrue(progress.stream().anyMatch(one -> one.status() == Goal.Status.ACTIVE));
      assertEquals(Goal.Status.COMPLETE, progress.get(progress.size() - 1).status());
      assertEquals(Goal.Status.COMPLETE, session.goal().orElseThrow().status());
      ExecutionException over =
          assertThrows(ExecutionException.class, () -> run.resume().get(60, TimeUnit.SECONDS));
      assertTrue(over.getCause() instanceof IllegalStateException);
    }
  }

  @Test
  void a_goal_ends_as_blocked_or_at_its_budget_and_another_begins_anew() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(moves("blocked"))
            .text("stuck")
            .text("too much")
            .repeat()
            .text("more")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      assertEquals(GoalEnd.Reason.BLOCKED, end(session.goal("one", options())).reason());
      GoalEnd end = end(session.goal("two", options().tokenBudget(1)));
      assertEquals(GoalEnd.Reason.BUDGET_LIMITED, end.reason());
      assertEquals("two", end.goal().orElseThrow().objective());
      int requests = lab.model.requests().size();
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(60))
          .until(() -> lab.model.requests().size() == requests);
    }
  }

  @Test
  void a_paused_goal_goes_on_when_the_host_says_so() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).between(Duration.ofSeconds(1)))
            .text("host")
            .reply(moves("complete"))
            .text("second")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      GoalRun run = session.goal("it", options());
      awaitDelta();
      assertThrows(IllegalStateException.class, () -> session.goal("another", options()));
      run.pause().get(60, TimeUnit.SECONDS);
      run.turns().get(0).await();
      assertEquals("host", session.runTurn("in between").finalText());
      assertEquals(Goal.Status.PAUSED, run.goal().status());
      assertFalse(run.end().isDone());
      assertEquals(2, lab.model.requests().size());
      run.resume().get(60, TimeUnit.SECONDS);
      assertEquals(GoalEnd.Reason.COMPLETE, end(run).reason());
      assertEquals(2, run.turns().size());
    }
  }

  @Test
  void the_time_limit_spans_the_turns_and_leaves_nothing_that_runs() throws Exception {
    ModelScript script = ModelScript.builder().text("first").repeat().reply(HANGS).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      GoalRun run = session.goal("it", options().timeout(Duration.ofSeconds(6)));
      GoalEnd end = end(run);
      assertEquals(GoalEnd.Reason.TIMEOUT, end.reason());
      assertEquals(Goal.Status.PAUSED, session.goal().orElseThrow().status());
      assertEquals(
          List.of(TurnStatus.COMPLETED, TurnStatus.INTERRUPTED),
          run.turns().stream().map(turn -> turn.await().status()).toList());
      int requests = lab.model.requests().size();
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(60))
          .until(() -> lab.model.requests().size() == requests);
    }
  }

  @Test
  void an_interrupt_of_its_turn_a_clear_and_a_close_end_it() throws Exception {
    ModelScript script = ModelScript.builder().repeat().reply(HANGS).build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      CodexSession session = open(lab);
      GoalRun paused = session.goal("one", options());
      awaitDelta();
      paused.turns().get(0).interrupt();
      assertEquals(GoalEnd.Reason.PAUSED, end(paused).reason());

      others.heard.deltas = 0;
      GoalRun cleared = session.goal("two", options());
      awaitDelta();
      cleared.clear().get(60, TimeUnit.SECONDS);
      await().until(() -> session.goal().isEmpty());
      cleared.turns().get(0).interrupt();
      assertEquals(GoalEnd.Reason.CLEARED, end(cleared).reason());

      others.heard.deltas = 0;
      GoalRun closed = session.goal("three", options());
      awaitDelta();
      session.close();
      assertEquals(GoalEnd.Reason.CLOSED, end(closed).reason());
      assertEquals("three", session.closed().orElseThrow().stoppedGoals().get(0).objective());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_close_pauses_the_goal_or_clears_it(boolean clears) {
    ModelScript script = ModelScript.builder().repeat().reply(HANGS).build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      SessionOptions.Builder options =
          lab.options().goals(true).listener(others).clearGoalAtClose(clears);
      CodexSession session = lab.codex.openSession(options.build());
      session.goal("it", options());
      awaitDelta();
      session.close();
      options.resume(session.threadId());
      try (CodexSession later = lab.codex.openSession(options.build())) {
        Map<String, String> thread = Map.of("threadId", later.threadId());
        JsonNode kept =
            lab.codex.call("thread/goal/get", thread, JsonNode.class, Duration.ofSeconds(30));
        assertEquals(clears ? "" : "paused", kept.at("/goal/status").asText());
      }
    }
  }

  @Test
  void a_turn_of_the_hosts_that_is_interrupted_leaves_it_to_go_on() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).between(Duration.ofSeconds(1)))
            .reply(HANGS)
            .reply(moves("complete"))
            .text("second")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      GoalRun run = session.goal("it", options());
      awaitDelta();
      RecordingListener heard = new RecordingListener();
      Turn own = session.startTurn(TurnInput.of("in between"), heard);
      await().atMost(Duration.ofSeconds(30)).until(() -> heard.text.length() > 0);
      own.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, own.await().status());
      assertEquals(GoalEnd.Reason.COMPLETE, end(run).reason());
      assertEquals(2, run.turns().size());
    }
  }

  @Test
  void a_lost_connection_ends_it() throws Exception {
    ModelScript script = ModelScript.builder().repeat().reply(HANGS).build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      GoalRun run = session.goal("it", options());
      awaitDelta();
      CodexLab.children().forEach(ProcessHandle::destroyForcibly);
      assertEquals(GoalEnd.Reason.CONNECTION_LOST, end(run).reason());
    }
  }

  @Test
  void a_queued_prompt_while_a_goal_is_active_is_told_apart() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).between(Duration.ofSeconds(1)))
            .text("queued")
            .reply(moves("complete"))
            .text("last")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab)) {
      GoalRun run = session.goal("it", options());
      awaitDelta();
      session.queue().add(TurnInput.of("in between").key("k"));
      assertEquals(GoalEnd.Reason.COMPLETE, end(run).reason());
      assertEquals(List.of(TurnOrigin.GOAL, TurnOrigin.QUEUE, TurnOrigin.GOAL), others.origins);
      assertEquals(2, run.turns().size());
    }
  }

  @Test
  void without_goals_it_says_what_to_do() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"));
        CodexSession session = lab.codex.openSession(lab.options().build())) {
      String why =
          assertThrows(IllegalStateException.class, () -> session.goal("it", options()))
              .getMessage();
      assertTrue(why.contains("goals(true)"), why);
    }
    try (CodexLab lab =
            new CodexLab(
                workspace, ModelScript.texts("x"), config -> config.feature("goals", false));
        CodexSession session = open(lab)) {
      String why =
          assertThrows(TalariaException.class, () -> session.goal("it", options())).getMessage();
      assertTrue(why.contains("features.goals"), why);
      assertThrows(IllegalArgumentException.class, () -> session.goal(" ", options()));
    }
  }
}
