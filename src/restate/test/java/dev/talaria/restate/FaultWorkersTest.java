package dev.talaria.restate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.AttachOptions;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.server.CodexServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are two at once, none at all, or killed at random, on the real Restate server. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FaultWorkersTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int RACES = Integer.getInteger("talaria.durable.races", 3);
  private static final int RUNS = Integer.getInteger("talaria.durable.runs", 16);
  private static final int AT_ONCE = 8;

  @TempDir Path folder;

  private Path workspace(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name)).toRealPath();
  }

  /** The first one is stopped right before its turn, the engine calls another one, both go on. */
  @Test
  void of_two_workers_that_take_up_a_run_at_once_one_acts() throws Exception {
    try (RestateServer engine = RestateServer.start();
        RestateLab lab = new RestateLab(engine, RestateLab::reply)) {
      Process first = lab.child();
      int port = lab.forwarder.workers.get(0);
      lab.worker();
      lab.register();
      for (int race = 1; race <= RACES; race++) {
        String key = "race-" + race;
        Path workspace = workspace(key);
        String prompt = "write it, " + key;
        StepGate gate = StepGate.of(workspace.toString()).create();
        gate.hold(2);
        gate.hold(3);
        if (!lab.forwarder.workers.contains(port)) {
          lab.forwarder.workers.add(0, port);
          lab.forwarder.cut();
        }
        lab.runs.start(lab.run(key, workspace).prompt(prompt).build());
        await().atMost(LIMIT).until(() -> gate.isReached(2));
        signal(first, "STOP");
        lab.forwarder.workers.remove((Integer) port);
        lab.forwarder.forsake();
        await().atMost(LIMIT).until(() -> gate.isReached(3));
        signal(first, "CONT");
        gate.release(2);
        gate.release(3);
        RunResult result = lab.runs.await(key, LIMIT);
        assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
        assertEquals("ran\n", RestateLab.effects(workspace));
        assertEquals(1, RestateLab.timesTold(lab.model.requests(), prompt));
        assertEquals(
            2, lab.model.requests().stream().filter(one -> one.json().contains(prompt)).count());
      }
    }
  }

  private static void signal(Process process, String name) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor());
  }

  /** Restate cannot skip time: what is shown is that nothing but its journal has to last. */
  @Test
  void an_approval_waits_without_workers_and_across_a_restart_of_the_engine() throws Exception {
    Path workspace = workspace("patient");
    try (RestateServer engine = RestateServer.start();
        RestateLab lab = new RestateLab(engine, RestateLab::reply)) {
      Process only = lab.child();
      lab.register();
      lab.runs.start(lab.run("patient", workspace).prompt("write, asking").build());
      PendingApproval approval = lab.awaitApproval("patient");
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  engine
                      .query("SELECT status FROM sys_invocation WHERE target_handler_name = 'run'")
                      .toString()
                      .contains("suspended"));
      lab.kill(only);
      engine.kill();
      engine.restart();
      lab.worker();
      lab.runs.decide(
          "patient", Decision.of(approval, ApprovalDecision.Kind.ALLOW, "ada", Instant.now()));
      assertEquals(RunStatus.COMPLETED, lab.runs.await("patient", LIMIT).status());
      assertEquals("ran\n", RestateLab.effects(workspace));
    }
  }

  @Test
  void many_runs_end_while_workers_are_killed_at_random() throws Exception {
    Random random = new Random();
    try (RestateServer engine = RestateServer.start();
        RestateLab lab = new RestateLab(engine, RestateLab::reply);
        ScratchCodexHome second = ScratchCodexHome.builder(lab.model.baseUrl()).create()) {
      try {
        lab.child();
        lab.register();
        measure(lab, engine);
        for (int i = 0; i < 3; i++) {
          lab.child();
        }
        List<RunRequest> requests = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
          String home = (i % 2 == 0 ? lab.home : second).path().toString();
          Path workspace = workspace("many-" + i);
          requests.add(
              RunRequest.builder(
                      "many-" + i, new ThreadPlace(WorkerChild.MACHINE, home, workspace.toString()))
                  .prompt("write " + i + ".")
                  .prompt("then " + i + ".")
                  .build());
        }
        int kills = 0;
        int started = 0;
        int ended = 0;
        while (ended < RUNS) {
          while (started < RUNS && started - ended < AT_ONCE) {
            lab.runs.start(requests.get(started++));
          }
          // One of the four dies, and another one comes.
          lab.kill(lab.children.get(random.nextInt(4)));
          lab.child();
          kills++;
          ended = 0;
          for (RunRequest request : requests.subList(0, started)) {
            ended += lab.runs.result(request.key()).isPresent() ? 1 : 0;
          }
        }
        for (RunRequest request : requests) {
          RunResult result = lab.runs.result(request.key()).orElseThrow();
          assertEquals(RunStatus.COMPLETED, result.status(), result.reason());
          assertEquals(2, result.turns().size());
          assertEquals("ran\n", RestateLab.effects(Path.of(request.place().workspace())));
          for (String prompt : request.prompts()) {
            assertEquals(1, RestateLab.timesTold(lab.model.requests(), prompt), prompt);
          }
        }
        assertEquals(
            0,
            engine
                .query("SELECT count(*) AS n FROM sys_invocation WHERE status <> 'completed'")
                .get(0)
                .path("n")
                .asInt());
        System.out.printf(
            "%d runs of two turns, 4 workers, 2 homes: %d workers killed%n", RUNS, kills);
      } finally {
        CodexServer.find(second.path()).ifPresent(server -> server.stop(Duration.ZERO));
      }
    }
  }

  /** What the engine costs, beside the same turns on the same server without it. */
  private void measure(RestateLab lab, RestateServer engine) throws Exception {
    int times = 10;
    List<Double> bare = new ArrayList<>();
    List<Double> durable = new ArrayList<>();
    for (int i = -2; i < times; i++) {
      String key = "measured-" + i;
      Path workspace = workspace(key);
      long start = System.nanoTime();
      lab.runs.start(lab.run(key, workspace).prompt("first").prompt("second").build());
      lab.runs.await(key, LIMIT);
      long middle = System.nanoTime();
      CodexServer server = CodexServer.find(lab.home.path()).orElseThrow();
      for (int turn = 0; turn < 2; turn++) {
        try (Codex codex = Codex.attach(URI.create(server.address()), AttachOptions.defaults());
            CodexSession session =
                codex.openSession(SessionOptions.builder().cwd(workspace).build())) {
          session.runTurn(TurnInput.of("first").once(key + turn), TurnListener.NONE);
        }
      }
      if (i >= 0) {
        durable.add((middle - start) / 1e6);
        bare.add((System.nanoTime() - middle) / 1e6);
      }
    }
    long bytes = 0;
    int entries = 0;
    for (JsonNode entry :
        engine.query(
            "SELECT j.raw_length AS bytes FROM sys_journal j JOIN sys_invocation i ON j.id = i.id"
                + " WHERE i.target_service_key = 'measured-0' AND i.target_handler_name = 'run'")) {
      bytes += entry.path("bytes").asInt();
      entries++;
    }
    double perStep = (median(durable) - median(bare)) / 3;
    System.out.printf(
        Locale.ROOT,
        "two turns: bare %.0f ms, as a durable run of three steps %.0f ms (%.0f ms for each step); journal %d entries, %d bytes%n",
        median(bare),
        median(durable),
        perStep,
        entries,
        bytes);
    assertTrue(entries > 0);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
