package dev.talaria.restate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunStatus;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the real Restate server and the real Codex. */
@Timeout(180)
class RealRestateTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static RestateServer engine;
  private static RestateLab lab;

  @TempDir Path folder;
  private Path workspace;

  @BeforeAll
  static void start() throws Exception {
    engine = RestateServer.start();
    lab = new RestateLab(engine, RestateLab::reply);
    lab.worker();
    lab.register();
  }

  @AfterAll
  static void end() throws Exception {
    if (lab != null) {
      lab.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  @BeforeEach
  void place() throws Exception {
    workspace = folder.toRealPath();
  }

  private static Decision allow(PendingApproval approval) {
    return Decision.of(approval, ApprovalDecision.Kind.ALLOW, "ada", Instant.now());
  }

  @Test
  void a_run_waits_for_its_approval_and_ends() throws Exception {
    RunRequest run = lab.run("order/1", workspace).prompt("write, asking").prompt("more").build();
    assertTrue(lab.runs.start(run));
    assertFalse(lab.runs.start(run));
    PendingApproval approval = lab.awaitApproval("order/1");
    assertTrue(approval.text().contains("echo ran >> ran.txt"), approval.text());
    assertEquals("", RestateLab.effects(workspace));
    assertTrue(lab.runs.result("order/1").isEmpty());
    List<RestateRun> inbox = lab.runs.waiting(engine.admin());
    assertEquals(List.of(lab.runs.status("order/1").orElseThrow()), inbox);
    Decision other =
        new Decision(
            "other", approval.digest(), ApprovalDecision.Kind.ALLOW, "", "", Instant.now());
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> lab.runs.decide("order/1", other))
            .getMessage();
    assertTrue(refusal.contains("about another approval"), refusal);
    lab.runs.decide("order/1", allow(approval));
    RunResult result = lab.runs.await("order/1", LIMIT);
    assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
    assertEquals(2, result.turns().size());
    assertEquals("ran\n", RestateLab.effects(workspace));
    assertEquals(List.of(), lab.runs.waiting(engine.admin()));
    assertEquals(result, lab.runs.result("order/1").orElseThrow());
    assertEquals(RunStatus.COMPLETED, lab.runs.status("order/1").orElseThrow().status());
    assertFalse(lab.runs.start(run));
    refusal =
        assertThrows(
                IllegalArgumentException.class, () -> lab.runs.decide("order/1", allow(approval)))
            .getMessage();
    assertTrue(refusal.contains("waits for no decision"), refusal);
    List<Integer> entries = new ArrayList<>();
    for (JsonNode entry :
        engine.query(
            "SELECT j.raw_length AS bytes FROM sys_journal j JOIN sys_invocation i ON j.id = i.id"
                + " WHERE i.target_service_key = 'order/1' AND i.target_handler_name = 'run'")) {
      entries.add(entry.path("bytes").asInt());
    }
    System.out.println("journal of a run with one approval and two turns: " + entries);
  }

  @Test
  void an_unknown_run_is_nothing_but_cannot_be_cancelled() {
    assertTrue(lab.runs.status("none").isEmpty());
    assertTrue(lab.runs.result("none").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> lab.runs.cancel("none"));
  }

  @Test
  void a_run_that_waits_is_cancelled_with_its_turn() throws Exception {
    lab.runs.start(lab.run("waiting", workspace).prompt("write, asking").build());
    lab.awaitApproval("waiting");
    lab.runs.cancel("waiting");
    RunResult result = lab.runs.await("waiting", LIMIT);
    assertEquals(RunStatus.CANCELLED, result.status(), result.reason());
    assertEquals("", RestateLab.effects(workspace));
    lab.runs.cancel("waiting");
  }

  /** The worker has been asked to suspend the run by then, which a turn that runs does not let. */
  @Test
  void a_run_is_cancelled_in_mid_turn() throws Exception {
    lab.runs.start(lab.run("long", workspace).prompt("write, for long").build());
    await().atMost(LIMIT).until(() -> RestateLab.effects(workspace).equals("ran\n"));
    await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    lab.runs.cancel("long");
    RunResult result = lab.runs.await("long", LIMIT);
    assertEquals(RunStatus.CANCELLED, result.status(), result.reason());
    assertEquals(TurnStatus.INTERRUPTED, result.turns().get(0).status());
    assertFalse(result.turns().get(0).cutOff());
  }

  @Test
  void a_step_whose_engine_is_gone_is_left_and_its_turn_goes_on() throws Exception {
    StepGate gate = StepGate.of(workspace.toString()).create();
    lab.runs.start(lab.run("left", workspace).prompt("write, for long").build());
    await().atMost(LIMIT).until(() -> RestateLab.effects(workspace).equals("ran\n"));
    assertEquals(1, steps());
    lab.forwarder.cut();
    await().atMost(LIMIT).until(() -> gate.isReached(3));
    await().atMost(LIMIT).until(() -> steps() == 1);
    lab.runs.cancel("left");
    RunResult result = lab.runs.await("left", LIMIT);
    assertEquals(RunStatus.CANCELLED, result.status(), result.reason());
    assertEquals(1, result.turns().size());
    assertEquals("ran\n", RestateLab.effects(workspace));
  }

  /** How many steps follow a turn in this JVM. */
  private static long steps() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("talaria-heartbeat"))
        .count();
  }

  @Test
  void another_worker_goes_on_when_one_is_killed_in_mid_turn() throws Exception {
    Path release = workspace.resolve("release");
    try (RestateLab own =
        new RestateLab(
            engine,
            request -> {
              await().atMost(LIMIT).until(() -> Files.exists(release));
              return RestateLab.reply(request);
            })) {
      Process first = own.child();
      own.worker();
      own.register();
      try {
        own.runs.start(own.run("killed", workspace).prompt("write it").build());
        await().atMost(LIMIT).until(() -> !own.model.requests().isEmpty());
        own.kill(first);
        Files.createFile(release);
        RunResult result = own.runs.await("killed", LIMIT);
        assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
        assertEquals(1, result.turns().size());
        assertEquals("ran\n", RestateLab.effects(workspace));
        assertEquals(1, RestateLab.timesTold(own.model.requests(), "write it"));
      } finally {
        lab.register();
      }
    }
  }
}
