package dev.talaria.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.Decision;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import dev.talaria.durable.RunStatus;
import dev.talaria.session.result.TurnStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.testservice.v1.SleepRequest;
import io.temporal.internal.common.ProtobufTimeUtils;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs on Temporal's own test server, with the real Codex. */
@Timeout(180)
@SuppressWarnings("try")
class RealTemporalTest extends TemporalCase {

  @Test
  void a_run_waits_for_its_approval_and_is_one_however_often_it_is_started() throws Exception {
    try (TemporalWorker worker = lab.worker()) {
      assertTrue(lab.runs().start(lab.request(workspace, "one", "please ask", "thanks").build()));
      assertFalse(lab.runs().start(lab.request(workspace, "one", "something else").build()));
      PendingApproval asked = asked("one");
      RunState waiting = lab.runs().status("one").orElseThrow();
      assertEquals(RunStatus.WAITING, waiting.status());
      assertTrue(asked.text().contains("echo asked"), asked.text());
      assertEquals(List.of(waiting), lab.runs().waiting());
      assertRefused(asked);
      assertEquals(Optional.empty(), lab.runs().result("one"));
      Decision allowed = decision(asked, ApprovalDecision.Kind.ALLOW);
      lab.runs().decide("one", allowed);
      lab.runs().decide("one", allowed);
      RunResult result = end("one");
      assertEquals(Optional.of(result), lab.runs().result("one"));
      assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
      assertEquals(2, result.turns().size());
      assertEquals("asked\n", effects());
      assertFalse(lab.runs().start(lab.request(workspace, "one", "again").build()));
      assertThrows(
          IllegalArgumentException.class,
          () -> lab.runs().decide("one", decision(asked, ApprovalDecision.Kind.DECLINE)));
    }
    checkedHistory("one");
  }

  private static void assertRefused(PendingApproval asked) {
    PendingApproval other =
        new PendingApproval(
            "another", asked.digest(), asked.threadId(), asked.turnId(), "command", "", true);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> lab.runs().decide("one", decision(other, ApprovalDecision.Kind.ALLOW)));
    assertTrue(refused.getMessage().contains("another approval"), refused.getMessage());
    assertTrue(
        lab.history("one").stream()
            .noneMatch(
                event ->
                    event.getEventType()
                        == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED),
        "what is refused is not kept");
  }

  @Test
  void a_cancelled_run_interrupts_its_turn_and_ends() throws Exception {
    try (TemporalWorker worker = lab.worker()) {
      lab.runs().start(lab.request(workspace, "in mid-turn", "please wait").build());
      awaitCommand();
      lab.runs().cancel("in mid-turn");
      assertCancelled("in mid-turn");

      lab.runs().start(lab.request(workspace, "waiting", "please ask").build());
      asked("waiting");
      lab.runs().cancel("waiting");
      assertCancelled("waiting");
      lab.runs().cancel("waiting");
      assertEquals("ran\n", effects());
      assertThrows(IllegalArgumentException.class, () -> lab.runs().cancel("no such run"));
      assertEquals(Optional.empty(), lab.runs().status("no such run"));
    }
  }

  private static void assertCancelled(String key) throws Exception {
    RunResult result = end(key);
    assertEquals(RunStatus.CANCELLED, result.status());
    assertEquals("cancelled", result.reason());
    DurableTurn turn = lab.runs().status(key).orElseThrow().turn().orElseThrow();
    assertEquals(TurnStatus.INTERRUPTED, lab.steps.read(turn).orElseThrow().status());
    checkedHistory(key);
  }

  @Test
  void an_approval_that_nobody_decides_is_declined_at_its_limit() throws Exception {
    try (TemporalWorker worker = lab.worker()) {
      lab.runs()
          .start(
              lab.request(workspace, "limit", "please ask")
                  .approvalLimit(Duration.ofDays(30))
                  .build());
      asked("limit");
      lab.time
          .blockingStub()
          .unlockTimeSkippingWithSleep(
              SleepRequest.newBuilder()
                  .setDuration(ProtobufTimeUtils.toProtoDuration(Duration.ofDays(31)))
                  .build());
      RunResult result = end("limit");
      assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
      assertEquals("", effects());
    }
  }

  @Test
  void a_run_goes_on_in_a_new_history_after_a_number_of_steps() throws Exception {
    TemporalRuns runs = lab.runs().settings(RunSettings.defaults().withSteps(2));
    try (TemporalWorker worker = lab.worker()) {
      runs.start(lab.request(workspace, "histories", "a", "please ask", "b").build());
      Decision allowed = decision(asked("histories"), ApprovalDecision.Kind.ALLOW);
      runs.decide("histories", allowed);
      RunResult result = end("histories");
      assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
      assertEquals(3, result.turns().size());
      assertEquals("asked\n", effects());
      List<HistoryEvent> last = checkedHistory("histories");
      assertFalse(
          last.get(0)
              .getWorkflowExecutionStartedEventAttributes()
              .getContinuedExecutionRunId()
              .isEmpty());
    }
  }

  @Test
  void what_a_step_leaves_in_the_history_is_short_whatever_is_asked() throws Exception {
    try (TemporalWorker worker = lab.worker()) {
      lab.runs().start(lab.request(workspace, "long", "please ask-long").build());
      PendingApproval asked = asked("long");
      assertFalse(asked.whole());
      lab.runs().decide("long", decision(asked, ApprovalDecision.Kind.DECLINE));
      assertEquals(RunStatus.COMPLETED, end("long").status());
    }
    checkedHistory("long");
  }
}
