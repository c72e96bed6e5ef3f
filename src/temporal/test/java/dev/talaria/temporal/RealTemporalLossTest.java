package dev.talaria.temporal;

import static io.temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.WhenThreadGone;
import dev.talaria.fixtures.PinnedCodex;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs whose workers are killed, closed or gone, on the real Codex. */
@Timeout(180)
@SuppressWarnings("try")
class RealTemporalLossTest extends TemporalCase {

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
    assertTrue(step.getLastFailure().getMessage().contains("its turn continues"), step.toString());
    assertEquals("", step.getLastFailure().getStackTrace());
    Files.createFile(workspace.resolve("go"));
    try (TemporalWorker worker = lab.worker()) {
      assertEquals(RunStatus.COMPLETED, end("closed").status());
    }
    assertEquals("ran\n", effects());
    checkedHistory("closed");
  }
}
