package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.result.TurnResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Signals to the child, limits, interrupts and closing, at each phase of a turn on real Codex. */
final class FaultProcessCells implements FaultCell.Part {

  private static final List<FaultPhase> IN_A_TURN =
      List.of(
          FaultPhase.STARTING,
          FaultPhase.THINKING,
          FaultPhase.STREAMING,
          FaultPhase.COMMAND,
          FaultPhase.APPROVAL,
          FaultPhase.GOAL_THINKING,
          FaultPhase.GOAL_STREAMING,
          FaultPhase.GOAL,
          FaultPhase.GOAL_APPROVAL);

  /** Where an item is open, whose silence is its own: only a limit finds a child that hangs. */
  private static final List<FaultPhase> IN_AN_ITEM =
      List.of(
          FaultPhase.STREAMING,
          FaultPhase.COMMAND,
          FaultPhase.APPROVAL,
          FaultPhase.GOAL_STREAMING,
          FaultPhase.GOAL,
          FaultPhase.GOAL_APPROVAL);

  /** What a child must go on to notice, that was stopped so that its turn stays in its start. */
  private static final Set<String> WAKES = Set.of("SIGTERM", "interrupt", "session closed");

  /** What is done to a turn that is in its phase. */
  private interface Act {
    void on(FaultLab lab, CodexSession session, Turn turn);
  }

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    for (FaultPhase phase : FaultPhase.values()) {
      signalled("kill -9", phase, "KILL");
      signalled("SIGTERM", phase, "TERM");
      signalled("SIGSTOP", phase, "STOP");
    }
    for (FaultPhase phase : IN_A_TURN) {
      acted("interrupt", phase, o -> o, (lab, session, turn) -> turn.interrupt());
      acted("session closed", phase, o -> o, (lab, session, turn) -> session.close());
      acted("Codex closed", phase, o -> o, (lab, session, turn) -> lab.codex.close());
      acted(
          "turn limit of 2 s",
          phase,
          options -> options.turnTimeout(Duration.ofSeconds(2)),
          (lab, session, turn) -> {});
    }
    for (FaultPhase phase :
        List.of(
            FaultPhase.THINKING,
            FaultPhase.STREAMING,
            FaultPhase.COMMAND,
            FaultPhase.GOAL_THINKING,
            FaultPhase.GOAL_STREAMING,
            FaultPhase.GOAL)) {
      acted(
          "silence limit of 2 s",
          phase,
          options -> options.idleTimeout(Duration.ofSeconds(2)),
          (lab, session, turn) -> {});
    }
    for (FaultPhase phase : IN_AN_ITEM) {
      acted(
          "SIGSTOP, turn limit of 4 s",
          phase,
          options -> options.turnTimeout(Duration.ofSeconds(4)),
          (lab, session, turn) -> lab.signal("STOP"));
    }
    for (FaultPhase phase : List.of(FaultPhase.STREAMING, FaultPhase.GOAL_STREAMING)) {
      steered("kill -9, a steer on its way", phase, "KILL");
    }
    for (String signal : List.of("KILL", "TERM")) {
      compacted((signal.equals("KILL") ? "kill -9" : "SIGTERM") + ", in a compaction", signal);
    }
    return cells;
  }

  /** The steer is sent, and nothing waits for its answer before the signal. */
  private void steered(String fault, FaultPhase phase, String signal) {
    acted(
        fault,
        phase,
        options -> options,
        (lab, session, turn) -> {
          CompletableFuture<Boolean> taken = turn.steer("and be quick");
          lab.signal(signal);
          await().atMost(Duration.ofSeconds(60)).until(taken::isDone);
        });
  }

  /** The model is asked to sum the thread up, and does not answer. */
  private void compacted(String fault, String signal) {
    FaultPhase phase = FaultPhase.THINKING;
    ModelScript script =
        ModelScript.builder()
            .when(FaultLab.AGAIN)
            .repeat()
            .text("again it works")
            .text("first")
            .reply(Reply.text("never heard").hangAfter(0))
            .build();
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultLab lab = new FaultLab(script, marker, config -> config)) {
            CodexSession session = lab.codex.openSession(lab.options(phase).build());
            session.runTurn("first");
            Turn turn = session.compact(lab.heard);
            lab.model.awaitRequests(2, Duration.ofSeconds(20));
            long start = System.nanoTime();
            lab.signal(signal);
            TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }

  private void signalled(String fault, FaultPhase phase, String signal) {
    UnaryOperator<SessionOptions.Builder> limits =
        options -> options.quietTime(Duration.ofMillis(300)).turnTimeout(Duration.ofSeconds(40));
    if (signal.equals("STOP") && IN_AN_ITEM.contains(phase)) {
      return;
    }
    acted(fault, phase, limits, (lab, session, turn) -> lab.signal(signal));
  }

  private void acted(
      String fault, FaultPhase phase, UnaryOperator<SessionOptions.Builder> limits, Act act) {
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          boolean stops = fault.startsWith("SIGSTOP") || phase == FaultPhase.STARTING;
          try (FaultLab lab =
              stops
                  ? FaultLab.toBeStopped(phase.script(marker), marker)
                  : new FaultLab(phase.script(marker), marker, config -> config)) {
            CodexSession session = lab.codex.openSession(limits.apply(lab.options(phase)).build());
            return run(lab, session, phase, act, WAKES.contains(fault));
          }
        });
  }

  private static FaultCell.Outcome run(
      FaultLab lab, CodexSession session, FaultPhase phase, Act act, boolean wakes)
      throws Exception {
    if (phase == FaultPhase.BETWEEN) {
      session.runTurn("first");
    }
    boolean before = phase == FaultPhase.IDLE || phase == FaultPhase.BETWEEN;
    ProcessHandle child = lab.child();
    if (before) {
      act.on(lab, session, null);
      lab.noticeDeathOf(child);
    }
    if (phase == FaultPhase.STARTING) {
      FaultLab.signal(child, "STOP");
    }
    long start = System.nanoTime();
    Turn turn = lab.start(session, phase);
    lab.reach(phase);
    if (!before) {
      start = System.nanoTime();
      act.on(lab, session, turn);
    }
    if (phase == FaultPhase.STARTING && wakes) {
      goOn(child);
    }
    TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
    return FaultMatrix.finish(lab, session, result, start);
  }

  /** Wakes what was only stopped so that the fault came before Codex had taken the turn. */
  private static void goOn(ProcessHandle child) {
    if (child.isAlive()) {
      FaultLab.signal(child, "CONT");
    }
  }
}
