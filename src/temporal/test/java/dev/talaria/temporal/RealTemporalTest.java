package dev.talaria.temporal;

import static io.temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.Decision;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.StepResult;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.WhenThreadGone;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.session.result.TurnStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.testservice.v1.SleepRequest;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.internal.common.ProtobufTimeUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs on Temporal's own test server, with the real Codex. */
@Timeout(180)
@SuppressWarnings("try")
class RealTemporalTest {

  private static TemporalLab lab;

  @TempDir Path workspace;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()),
        "what a server keeps is measured for it");
    lab = new TemporalLab();
  }

  @AfterAll
  static void stop() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  private static RunResult end(String key) throws Exception {
    return lab.runs().await(key, Duration.ofSeconds(120));
  }

  /**
   * A query that comes while a run goes on in a new history is never answered by the test server,
   * and its clock stands still from then on; so the history tells when the run waits.
   */
  private static PendingApproval asked(String key) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              List<HistoryEvent> events = lab.history(key);
              int timer = -1;
              int step = -1;
              for (int i = 0; i < events.size(); i++) {
                EventType type = events.get(i).getEventType();
                timer = type == EventType.EVENT_TYPE_TIMER_STARTED ? i : timer;
                step = type == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ? i : step;
              }
              return timer > step;
            });
    return lab.runs().approval(key).orElseThrow();
  }

  private static Decision decision(PendingApproval about, ApprovalDecision.Kind verdict) {
    return Decision.of(about, verdict, "ada", Instant.now());
  }

  private void awaitCommand() {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> TemporalLab.contents(workspace.resolve("ran.txt")).equals("ran\n"));
  }

  private String effects() throws Exception {
    return TemporalLab.contents(workspace.resolve("ran.txt"))
        + TemporalLab.contents(workspace.resolve("asked.txt"));
  }

  /** Prints how long a history is, and holds its entries to their limit. */
  private static List<HistoryEvent> checkedHistory(String key) {
    List<HistoryEvent> events = lab.history(key);
    int largest = events.stream().mapToInt(HistoryEvent::getSerializedSize).max().orElseThrow();
    System.out.printf(
        "%s: %d events, %d bytes, the largest %d%n",
        key,
        events.size(),
        events.stream().mapToInt(HistoryEvent::getSerializedSize).sum(),
        largest);
    assertTrue(largest <= StepResult.MOST_BYTES, key + " has an entry of " + largest + " bytes");
    return events;
  }

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
  void a_run_survives_its_workers_and_a_day_without_any() throws Exception {
    Path executable = PinnedCodex.selected().executable();
    try (WorkerChild one = WorkerChild.start(lab, executable);
        WorkerChild two = WorkerChild.start(lab, executable)) {
      String prompt = "please wait and then ask";
      lab.runs().start(lab.request(workspace, "kills", prompt).build());
      one.work();
      awaitCommand();
      PendingActivityInfo first = awaitHeartbeat(0);
      String turn = heartbeat(first).turnId();
      one.kill();
      two.work();
      assertEquals(turn, heartbeat(awaitHeartbeat(first.getAttempt())).turnId());
      Files.createFile(workspace.resolve("go"));
      PendingApproval asked = asked("kills");
      two.kill();
      lab.time
          .blockingStub()
          .unlockTimeSkippingWithSleep(
              SleepRequest.newBuilder()
                  .setDuration(ProtobufTimeUtils.toProtoDuration(Duration.ofHours(24)))
                  .build());
      try (TemporalWorker three = lab.worker()) {
        lab.runs().decide("kills", decision(asked, ApprovalDecision.Kind.ALLOW));
        RunResult result = end("kills");
        assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
        assertEquals(turn, result.turns().get(0).turnId());
      }
      assertEquals("ran\nasked\n", effects());
      assertEquals(1, lab.timesToldToTheModel(prompt));
      List<HistoryEvent> events = checkedHistory("kills");
      Instant begin = ProtobufTimeUtils.toJavaInstant(events.get(0).getEventTime());
      Instant last = ProtobufTimeUtils.toJavaInstant(events.get(events.size() - 1).getEventTime());
      assertTrue(Duration.between(begin, last).toHours() >= 24, begin + " to " + last);
    }
  }

  /** A step after so many attempts that has told its turn. */
  private static PendingActivityInfo awaitHeartbeat(int attempts) {
    return await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                lab.pendingActivities("kills").stream()
                    .filter(step -> step.getAttempt() > attempts)
                    .filter(step -> step.getState() == PENDING_ACTIVITY_STATE_STARTED)
                    .filter(PendingActivityInfo::hasHeartbeatDetails)
                    .filter(step -> !heartbeat(step).turnId().isEmpty())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static TurnHeartbeat heartbeat(PendingActivityInfo step) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayloads(
        0, Optional.of(step.getHeartbeatDetails()), TurnHeartbeat.class, TurnHeartbeat.class);
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
  void a_run_whose_place_has_no_worker_goes_on_in_another_one() throws Exception {
    ThreadPlace here =
        new ThreadPlace(
            TemporalLab.MACHINE, lab.home.path().toString(), workspace.toRealPath().toString());
    ThreadPlace there = new ThreadPlace("there", here.home(), here.workspace());
    TemporalRuns runs =
        lab.runs().settings(RunSettings.defaults().withWorkerLimit(Duration.ofSeconds(1)));
    try (TemporalWorker worker = lab.worker(there, place -> here)) {
      runs.start(
          RunRequest.builder("place", there)
              .prompt("please ask")
              .whenThreadGone(WhenThreadGone.NEW_THREAD)
              .build());
      asked("place");
    }
    try (TemporalWorker worker = lab.worker(here, place -> here)) {
      runs.decide("place", decision(asked("place"), ApprovalDecision.Kind.DECLINE));
      runs.decide("place", decision(askedAgain(), ApprovalDecision.Kind.ALLOW));
      assertEquals(RunStatus.COMPLETED, end("place").status());
      assertEquals("asked\n", effects());
    }
  }

  /** On the new thread. */
  private static PendingApproval askedAgain() {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                lab.history("place").stream()
                        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED)
                        .count()
                    == 2);
    return lab.runs().approval("place").orElseThrow();
  }

  @Test
  void a_worker_that_is_closed_gives_its_step_to_another_one_and_leaves_the_turn()
      throws Exception {
    TemporalRuns patient = TemporalRuns.of(lab.client);
    try (TemporalWorker worker = lab.worker()) {
      patient.start(lab.request(workspace, "closed", "please wait").build());
      awaitCommand();
    }
    PendingActivityInfo step =
        await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(20))
            .until(
                () -> lab.pendingActivities("closed"),
                pending -> !pending.isEmpty() && pending.get(0).hasLastFailure())
            .get(0);
    assertTrue(step.getLastFailure().getMessage().contains("its turn goes on"), step.toString());
    assertEquals("", step.getLastFailure().getStackTrace());
    Files.createFile(workspace.resolve("go"));
    try (TemporalWorker worker = lab.worker()) {
      assertEquals(RunStatus.COMPLETED, end("closed").status());
    }
    assertEquals("ran\n", effects());
    checkedHistory("closed");
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
