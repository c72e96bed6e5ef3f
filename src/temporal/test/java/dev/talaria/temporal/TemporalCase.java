package dev.talaria.temporal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.StepResult;
import dev.talaria.fixtures.PinnedCodex;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One server, Codex and model for the tests of a class. */
abstract class TemporalCase {

  static TemporalLab lab;

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

  static RunResult end(String key) throws Exception {
    return lab.runs().await(key, Duration.ofSeconds(120));
  }

  /**
   * A query that comes while a run goes on in a new history is never answered by the test server,
   * and its clock stands still from then on; so the history tells when the run waits.
   */
  static PendingApproval asked(String key) {
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

  static Decision decision(PendingApproval about, ApprovalDecision.Kind verdict) {
    return Decision.of(about, verdict, "ada", Instant.now());
  }

  void awaitCommand() {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> TemporalLab.contents(workspace.resolve("ran.txt")).equals("ran\n"));
  }

  String effects() throws Exception {
    return TemporalLab.contents(workspace.resolve("ran.txt"))
        + TemporalLab.contents(workspace.resolve("asked.txt"));
  }

  /** Prints how long a history is, and holds its entries to their limit. */
  static List<HistoryEvent> checkedHistory(String key) {
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
}
