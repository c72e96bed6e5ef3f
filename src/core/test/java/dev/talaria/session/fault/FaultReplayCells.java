package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.Fault;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Streams and orders that the real Codex cannot be made to produce: a replay with faults. */
final class FaultReplayCells implements FaultCell.Part {

  private static final Path RECORDINGS =
      Path.of(
          System.getProperty("talaria.root"), "fixtures/src/test/resources/dev/talaria/fixtures");

  /**
   * What is recorded: a turn that is looked at, and the host's next one.
   *
   * @param start what the client asks so that Codex begins the turn
   * @param begun how many messages of the server come before the first of the answer's
   * @param deltas how many pieces it is recorded in
   */
  private record Played(FaultPhase phase, String file, String start, int begun, int deltas) {
    int half() {
      return begun + 2;
    }

    int whole() {
      return begun + deltas + 2;
    }
  }

  private static final List<Played> PLAYED =
      List.of(
          new Played(FaultPhase.STREAMING, "plain-turns.jsonl", "turn/start", 9, 2),
          new Played(FaultPhase.GOAL_STREAMING, "goal-turns.jsonl", "thread/goal/set", 10, 3));

  private static final int NEVER = 100_000;

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    PLAYED.forEach(this::cells);
    return cells;
  }

  private void cells(Played played) {
    int half = played.half();
    int whole = played.whole();
    String start = played.start();
    cell(played, "stream cut", faults -> faults.after(half).add(new Fault.Cut()));
    cell(played, "stream cut after the text", faults -> faults.after(whole).add(new Fault.Cut()));
    cell(played, "exit 7", faults -> faults.after(half).add(new Fault.Exit(7)));
    cell(played, "stdout closed", faults -> faults.after(half).add(new Fault.CloseStdout()));
    cell(
        played,
        "garbage",
        faults -> faults.after(half).add(new Fault.Garbage("thread 'main' panicked")));
    cell(
        played,
        "a line in two halves",
        faults -> faults.add(new Fault.HalfLine("item/completed", Duration.ofMillis(200))));
    cell(played, "half a line forever", faults -> faults.halfLine("turn/completed"));
    cell(
        played,
        "a line of 64 MiB",
        faults -> faults.after(half).add(new Fault.BigLine(64 * 1024 * 1024)));
    for (String method : new String[] {start, "turn/started", "item/completed"}) {
      cell(played, method + " twice", faults -> faults.add(new Fault.Duplicate(method)));
    }
    cell(
        played,
        "turn/completed twice",
        faults -> faults.add(new Fault.Duplicate("turn/completed")));
    cell(played, start + " answered last", faults -> faults.late(start, whole + 2));
    cell(played, start + " never answered", faults -> faults.add(new Fault.NoAnswer(start)));
    cell(
        played, "item/started behind its deltas", faults -> faults.late("item/started", whole - 1));
    cell(played, "turn/started dropped", faults -> faults.late("turn/started", NEVER));
    cell(played, "turn/completed dropped", faults -> faults.late("turn/completed", NEVER));
    cell(
        played,
        "turn/completed late",
        faults -> faults.late("turn/completed", Duration.ofMillis(400)));
    cell(played, "a foreign turn/completed", faults -> faults.foreign("turn/completed"));
    cell(played, "a foreign item/completed", faults -> faults.foreign("item/completed"));
    cell(played, "silence", faults -> faults.after(whole).add(new Fault.Silence()));
  }

  private void cell(Played played, String fault, UnaryOperator<FaultScript.Builder> faults) {
    cells.put(
        FaultCell.key("replay: " + fault, played.phase()),
        marker ->
            replayed(
                played,
                faults.apply(FaultScript.builder()).build(),
                !fault.equals("thread/goal/set never answered")));
  }

  private static FaultCell.Outcome replayed(Played played, FaultScript faults, boolean hasRun)
      throws Exception {
    RecordedTurns others = new RecordedTurns();
    try (ReplayServer server =
            ReplayServer.start(
                Recording.read(RECORDINGS.resolve(played.file())),
                ReplayOptions.builder().faults(faults).build());
        Codex codex =
            Codex.connect(
                server.input(),
                server.output(),
                CodexOptions.builder().requestTimeout(Duration.ofSeconds(2)).build());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .goals(played.phase().isOfGoal())
                    .listener(others)
                    .quietTime(Duration.ofMillis(700))
                    .turnTimeout(Duration.ofSeconds(40))
                    .build())) {
      long start = System.nanoTime();
      TurnResult result =
          played.phase().isOfGoal()
              ? ofGoal(session, others, hasRun)
              : session.runTurn("say hello");
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      String next = result.retire() ? "-" : FaultMatrix.works(session.runTurn("and goodbye"));
      return new FaultCell.Outcome(result, null, time, next, 0);
    }
  }

  /**
   * The first turn of a goal that the second one reaches. The host hears of both turns, each once,
   * and of the goal's end.
   */
  private static TurnResult ofGoal(CodexSession session, RecordedTurns others, boolean hasRun)
      throws Exception {
    GoalRun run = null;
    if (hasRun) {
      run = session.goal("say hello", GoalOptions.defaults());
    } else {
      assertThrows(TalariaException.class, () -> session.goal("say hello", GoalOptions.defaults()));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> !others.turns.isEmpty());
    TurnResult result = others.turns.get(0).result().get(60, TimeUnit.SECONDS);
    int turns = result.retire() ? 1 : 2;
    await().atMost(Duration.ofSeconds(60)).until(() -> others.turns.size() >= turns);
    others.turns.get(turns - 1).result().get(60, TimeUnit.SECONDS);
    if (run != null) {
      assertEquals(
          result.retire() ? GoalEnd.Reason.CONNECTION_LOST : GoalEnd.Reason.COMPLETE,
          run.end().get(60, TimeUnit.SECONDS).reason());
      assertEquals(others.turns, run.turns());
    }
    assertEquals(Collections.nCopies(turns, TurnOrigin.GOAL), others.origins);
    return result;
  }
}
