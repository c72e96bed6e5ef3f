package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 300 races of a close against a running turn, of the real Codex. */
@Timeout(240)
class FaultCloseRaceTest {

  private static final int SESSIONS_OF_A_CODEX = 40;
  private static final int CODEXES = 6;
  private static final int STARTS = 8;
  private static final int CODEX_CLOSES = 60 / FaultLab.ONE_IN;

  /** A turn of about 100 ms, some of it before the model answers. */
  private static final ModelScript SHORT_TURNS =
      ModelScript.builder()
          .repeat()
          .reply(Reply.of(OutputItem.chunks("a ", "b ", "c ", "d ")).between(Duration.ofMillis(12)))
          .build();

  private final Random random = new Random(1_124);
  private final Set<TurnStatus> seen = EnumSet.noneOf(TurnStatus.class);

  @Test
  void a_session_closed_in_its_turn_ends_it_at_once_and_throws_nothing() throws Exception {
    for (int i = 0; i < CODEXES; i++) {
      FaultLab lab = new FaultLab(SHORT_TURNS);
      try (lab) {
        for (int j = 0; j < SESSIONS_OF_A_CODEX; j++) {
          CodexSession session = lab.codex.openSession(lab.options(FaultPhase.IDLE).build());
          race(session, session::close);
        }
      }
      assertEquals(List.of(), lab.left());
      lab.clean();
    }
    assertTrue(seen.contains(TurnStatus.INTERRUPTED), "no close came in time");
  }

  @Test
  void a_codex_closed_in_a_turn_ends_it_and_leaves_nothing() throws Exception {
    for (int i = 0; i < CODEX_CLOSES; i++) {
      FaultLab lab = new FaultLab(SHORT_TURNS);
      try (lab) {
        CodexSession session = lab.codex.openSession(lab.options(FaultPhase.IDLE).build());
        race(session, lab.codex::close);
      }
      assertEquals(List.of(), lab.left());
      lab.clean();
    }
  }

  @Test
  void a_codex_closed_while_a_child_is_started_again_leaves_nothing() throws Exception {
    for (int i = 0; i < STARTS; i++) {
      FaultLab lab = new FaultLab(SHORT_TURNS);
      CompletableFuture<TurnResult> turn;
      try (lab) {
        CodexSession session = lab.codex.openSession(lab.options(FaultPhase.IDLE).build());
        lab.child().destroyForcibly();
        lab.noticeDeathOf(lab.child());
        turn = CompletableFuture.supplyAsync(() -> session.runTurn("go"));
        await().pollInterval(Duration.ofMillis(1)).until(lab::hasChild);
      }
      assertEquals(List.of(), lab.left());
      TurnResult result = turn.get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status(), () -> "" + result.error());
      lab.clean();
    }
  }

  /** Two threads: one runs the turn, the other closes at some time of it. */
  private void race(CodexSession session, Runnable close) throws Exception {
    long delay = TimeUnit.MICROSECONDS.toNanos(random.nextInt(140_000));
    CompletableFuture<TurnResult> turn =
        CompletableFuture.supplyAsync(
            () -> session.startTurn(TurnInput.of("go"), TurnListener.NONE).result().join());
    LockSupport.parkNanos(delay);
    TurnResult result;
    try {
      close.run();
      result = turn.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // The close came before the call: a misuse, told as such.
      assertTrue(e.getCause() instanceof IllegalStateException, () -> "was " + e.getCause());
      return;
    }
    seen.add(result.status());
    if (result.status() != TurnStatus.COMPLETED) {
      assertEquals(TurnStatus.INTERRUPTED, result.status(), () -> "" + result.error());
      assertEquals(TurnError.Kind.CLOSED, result.error().kind());
    }
  }
}
