package dev.talaria.bench;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.result.TurnResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What it costs to be watched: turns on the real Codex and streamed deltas, without an observer and
 * with each, in turns in one run; for {@code mvn -Pbench verify}.
 */
class ObserverBench {

  private static final int ROUNDS = 6;
  private static final int TURNS = 50;
  private static final int DELTAS = 300_000;

  /** What one way has taken so far. */
  private static final class Taken {
    private final Percentiles turns = new Percentiles(ROUNDS * TURNS);
    private long turnProcessor;
    private long deltaProcessor;
    private long deltaAllocated;
  }

  private final Map<String, Taken> taken = new LinkedHashMap<>();
  private final OwnProcessor processor = new OwnProcessor();

  private static Map<String, TalariaObserver> ways() {
    Map<String, TalariaObserver> ways = new LinkedHashMap<>();
    ways.put("no observer", TalariaObserver.NONE);
    ways.put("an observer that does nothing", new TalariaObserver() {});
    return ways;
  }

  @Test
  void watched_and_unwatched() throws Exception {
    Map<String, TalariaObserver> ways = ways();
    ways.keySet().forEach(way -> taken.put(way, new Taken()));
    // The first round warms up, and does not count.
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, TalariaObserver> way : ways.entrySet()) {
        Taken to = round == 0 ? new Taken() : taken.get(way.getKey());
        turns(way.getValue(), to);
        DeltaStream.Outcome deltas =
            new DeltaStream(way.getValue()).heard(DELTAS, 0, Duration.ZERO);
        to.deltaProcessor += deltas.processor();
        to.deltaAllocated += deltas.allocated();
      }
    }
    table().publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }

  private void turns(TalariaObserver observer, Taken to) throws Exception {
    try (BenchCodex home =
            new BenchCodex(
                PinnedCodex.selected().executable(), BenchScript.always(SessionsCost.ANSWER));
        Codex codex = Codex.launch(home.options())) {
      codex.observe(observer);
      try (CodexSession session = codex.openSession(home.session().build())) {
        session.runTurn("Say ok.");
        processor.sinceLastLook();
        for (int i = 0; i < TURNS; i++) {
          long start = System.nanoTime();
          TurnResult result = session.runTurn("Say ok.");
          to.turns.add(System.nanoTime() - start);
          if (!result.finalText().equals(SessionsCost.ANSWER)) {
            throw new IllegalStateException("a turn of the benchmark failed: " + result.error());
          }
        }
        to.turnProcessor += processor.sinceLastLook();
      }
    }
  }

  private BenchTable table() {
    BenchTable table =
        new BenchTable(
            "observers",
            "turns on the real Codex and streamed deltas, watched and not, in turns in one run",
            "way",
            "turn p50 ms",
            "turn p99 ms",
            "host cpu ms/turn",
            "cpu ns/delta",
            "allocated B/delta");
    double deltas = (double) ROUNDS * DELTAS;
    taken.forEach(
        (way, all) ->
            table.row(
                way,
                all.turns.millis(50),
                all.turns.millis(99),
                all.turnProcessor / 1e6 / ROUNDS / TURNS,
                all.deltaProcessor / deltas,
                all.deltaAllocated / deltas));
    return table;
  }
}
