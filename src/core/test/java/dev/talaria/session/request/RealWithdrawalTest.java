package dev.talaria.session.request;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.DecisionSource;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Item;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler that never decides: whatever ends the turn, ends it at once, and the handler hears. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealWithdrawalTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path workspace;

  /** What ends the turn. */
  enum End {
    INTERRUPT(TurnStatus.INTERRUPTED),
    DEADLINE(TurnStatus.INTERRUPTED),
    CHILD_DEATH(TurnStatus.FAILED),
    CLOSE(TurnStatus.INTERRUPTED);

    final TurnStatus status;

    End(TurnStatus status) {
      this.status = status;
    }
  }

  /** Two commands at once: one that asks, and one in the sandbox that goes on talking. */
  private static final ModelScript ASKS_WHILE_ANOTHER_RUNS =
      ModelScript.builder()
          .reply(
              Reply.of(
                  OutputItem.call(
                      "exec_command",
                      Map.of(
                          "cmd", "touch made.txt",
                          "login", false,
                          "sandbox_permissions", "require_escalated",
                          "justification", "a file")),
                  OutputItem.call(
                      "exec_command",
                      Map.of(
                          "cmd",
                          "i=0; while [ $i -lt 600 ]; do echo tick $i; i=$((i+1)); sleep 0.05; done",
                          "login",
                          false,
                          "yield_time_ms",
                          30_000))))
          .text("done")
          .build();

  /** A handler that blocks its thread, whoever wants it back. */
  private static final class Blocking {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch cancelled = new CountDownLatch(1);

    ApprovalHandler handler() {
      return ApprovalHandler.of(
          request -> {
            asked.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              cancelled.countDown();
            }
            return ApprovalDecision.allow();
          });
    }
  }

  /** Counts the pieces of the other command's output. */
  private static final class Ticks implements TurnListener {
    volatile int count;
    volatile String running = "";

    @Override
    public void onItemStarted(Item item) {
      if (item instanceof Item.CommandExecution command && command.command().contains("tick")) {
        running = item.id();
      }
    }

    @Override
    public void onCommandOutput(String itemId, String delta) {
      count++;
    }
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void a_turn_ends_although_the_handler_blocks(End end) throws Exception {
    Blocking blocking = new Blocking();
    Ticks ticks = new Ticks();
    try (CodexLab lab = new CodexLab(workspace, ASKS_WHILE_ANOTHER_RUNS)) {
      Duration turnLimit = end == End.DEADLINE ? Duration.ofSeconds(4) : Duration.ofMinutes(1);
      CodexSession session =
          lab.codex.openSession(
              lab.options().approvals(blocking.handler()).turnTimeout(turnLimit).build());
      long start = System.nanoTime();
      Turn turn = session.startTurn(TurnInput.of("go"), ticks);
      assertTrue(blocking.asked.await(60, TimeUnit.SECONDS));
      int before = ticks.count;
      // The reader delivers what the other command says while the handler blocks.
      await().atMost(Duration.ofSeconds(60)).until(() -> ticks.count > before + 2);
      long wait = 0;
      switch (end) {
        case INTERRUPT -> turn.interrupt();
        case DEADLINE -> wait = turnLimit.toNanos() - (System.nanoTime() - start);
        case CHILD_DEATH -> CodexLab.children().forEach(ProcessHandle::destroyForcibly);
        case CLOSE -> session.close();
      }
      TurnResult result =
          turn.result().get(LIMIT.toNanos() + Math.max(0, wait), TimeUnit.NANOSECONDS);
      assertEquals(end.status, result.status());
      assertTrue(blocking.cancelled.await(60, TimeUnit.SECONDS), "the handler was not told");
      session.close();
      assertFalse(Files.exists(workspace.resolve("made.txt")));
      ApprovalOutcome outcome = lab.outcomes.get(0);
      assertEquals(1, lab.outcomes.size());
      assertEquals(DecisionSource.WITHDRAWN, outcome.decider(), outcome.by());
      assertFalse(outcome.by().isEmpty());
      assertTrue(outcome.decision().isEmpty());
    }
  }

  @Test
  void an_approval_withdrawn_by_codex_is_cancelled_and_its_late_answer_dropped() throws Exception {
    Blocking blocking = new Blocking();
    try (CodexLab lab = new CodexLab(workspace, ASKS_WHILE_ANOTHER_RUNS);
        CodexSession session =
            lab.codex.openSession(lab.options().approvals(blocking.handler()).build())) {
      CompletableFuture<String> turnId = new CompletableFuture<>();
      Turn turn =
          session.startTurn(
              TurnInput.of("go"),
              new TurnListener() {
                @Override
                public void onStarted(String id) {
                  turnId.complete(id);
                }
              });
      assertTrue(blocking.asked.await(60, TimeUnit.SECONDS));
      // Behind the session's back: only Codex tells it that the question is void.
      lab.codex.call(
          "turn/interrupt",
          Map.of("threadId", session.threadId(), "turnId", turnId.get(60, TimeUnit.SECONDS)),
          JsonNode.class,
          Duration.ofSeconds(10));
      assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
      assertTrue(blocking.cancelled.await(60, TimeUnit.SECONDS));
      assertEquals(DecisionSource.WITHDRAWN, lab.outcomes.get(0).decider());
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
  }
}
