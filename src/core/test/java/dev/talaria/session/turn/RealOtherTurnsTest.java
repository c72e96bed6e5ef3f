package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification.GoalUpdated;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.CloseReport;
import dev.talaria.session.CodexSession;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Turns that the host did not start: heard, asked, counted and ended as its own. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealOtherTurnsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path workspace;
  private final RecordedTurns others = new RecordedTurns();

  @BeforeEach
  void onAVersionWithGoals() {
    assumeTrue(CodexLab.selectedIsPinned(), "goals, queue and their events are measured for it");
  }

  /** The first turn sets a goal; the next replies are those of the turns that Codex starts. */
  private static ModelScript.Builder goal() {
    return ModelScript.builder()
        .reply(OutputItem.call("create_goal", Map.of("objective", "five files")))
        .text("goal made");
  }

  private static OutputItem exec(String command) {
    return OutputItem.call("exec_command", Map.of("cmd", command, "login", false));
  }

  private static OutputItem reached() {
    return OutputItem.call("update_goal", Map.of("status", "complete"));
  }

  private CodexSession open(CodexLab lab, SandboxMode sandbox) {
    return lab.codex.openSession(
        lab.options()
            .sandbox(sandbox)
            .goals(true)
            .listener(others)
            .approvals(lab.answering(ApprovalDecision.allow()))
            .build());
  }

  private boolean goalIs(Goal.Status status) {
    GoalUpdated latest = others.latest(GoalUpdated.class);
    return latest != null && latest.goal().status() == status;
  }

  private void awaitGoal(Goal.Status status) {
    await().atMost(Duration.ofSeconds(30)).until(() -> goalIs(status));
  }

  @Test
  void a_goals_turns_are_heard_counted_and_asked_for_in_order() throws Exception {
    ModelScript script =
        goal()
            .reply(exec("echo 1 > 1.txt"))
            .text("first")
            .reply(exec("echo 2 > 2.txt"))
            .text("second")
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd",
                        "echo 3 > /tmp/../" + workspace + "/3.txt",
                        "login",
                        false,
                        "sandbox_permissions",
                        "require_escalated",
                        "justification",
                        "may I")))
            .reply(reached())
            .text("third")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab, SandboxMode.WORKSPACE_WRITE)) {
      TurnResult own = session.runTurn("go");
      assertEquals("goal made", own.finalText());
      awaitGoal(Goal.Status.COMPLETE);
      List<TurnResult> results = others.results();
      assertEquals(List.of(TurnOrigin.GOAL, TurnOrigin.GOAL, TurnOrigin.GOAL), others.origins);
      assertEquals(
          List.of("first", "second", "third"),
          results.stream().map(TurnResult::finalText).toList());
      assertTrue(results.stream().allMatch(one -> one.status() == TurnStatus.COMPLETED));
      assertTrue(results.stream().allMatch(one -> one.usage() != null));
      assertEquals(1, results.get(0).toolIterations());
      assertFalse(results.get(0).messages().isEmpty());
      assertEquals(1, lab.asked.size());
      assertEquals(results.get(2).turnId(), lab.asked.get(0).turnId());
      assertEquals(3, Files.list(workspace).filter(f -> f.toString().endsWith(".txt")).count());
      assertEquals(3, others.heard.events.stream().filter("started"::equals).count());
    }
  }

  @Test
  void without_goals_the_model_is_offered_none() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("hello"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("go");
      ModelRequest request = lab.model.requests().get(0);
      assertFalse(request.body().path("tools").toString().contains("_goal"));
    }
  }

  @Test
  void a_close_in_a_goals_turn_ends_the_goal_and_nothing_asks_the_model_again() throws Exception {
    ModelScript script = goal().reply(exec("sleep 300")).repeat().text("more").build();
    try (CodexLab lab = new CodexLab(workspace, script)) {
      CodexSession session = open(lab, SandboxMode.DANGER_FULL_ACCESS);
      session.runTurn("go");
      await().until(() -> others.heard.events.contains("+commandExecution"));
      int requests = lab.model.requests().size();
      session.close();
      CloseReport report = session.closed().orElseThrow();
      assertEquals(TurnOrigin.GOAL, report.endedTurns().get(0).origin());
      assertEquals("five files", report.stoppedGoals().get(0).objective());
      assertEquals(TurnError.Kind.CLOSED, others.turns.get(0).await().error().kind());
      assertEquals("paused", goalOf(lab, session.threadId()).path("status").asText());
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(60))
          .until(() -> lab.model.requests().size() == requests);
    }
  }

  private static JsonNode goalOf(CodexLab lab, String threadId) {
    return lab.codex
        .call(
            "thread/goal/get", Map.of("threadId", threadId), JsonNode.class, Duration.ofSeconds(10))
        .path("goal");
  }

  @Test
  void a_host_turn_with_a_schema_waits_for_the_goals_turn_and_the_goal_goes_on() throws Exception {
    ModelScript script =
        goal()
            .reply(Reply.of(exec("sleep 1")))
            .text("first")
            .text("{\"a\":1}")
            .reply(reached())
            .text("second")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = open(lab, SandboxMode.DANGER_FULL_ACCESS)) {
      session.runTurn("go");
      await().until(() -> others.heard.events.contains("+commandExecution"));
      TurnResult own =
          session.runTurn(
              TurnInput.of("as an object")
                  .outputSchema(
                      JSON.readTree(
                          """
                          {"type":"object","additionalProperties":false,"required":["a"],
                           "properties":{"a":{"type":"integer"}}}
                          """)),
              TurnListener.NONE);
      assertEquals("{\"a\":1}", own.finalText(), () -> "" + own.error());
      awaitGoal(Goal.Status.COMPLETE);
      List<TurnResult> results = others.results();
      assertEquals(
          List.of("first", "second"), results.stream().map(TurnResult::finalText).toList());
      assertNotEquals(own.turnId(), results.get(0).turnId());
    }
  }
}
