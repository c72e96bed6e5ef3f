package dev.talaria.bench;

import dev.talaria.bench.turn.TurnComparison;
import dev.talaria.fixtures.PinnedCodex;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code talaria bench figures --only turn,approvals,deltas} with small numbers, for {@code mvn
 * -Pbench verify}.
 */
class TurnBench {

  private static final TurnComparison.Size SMALL =
      new TurnComparison.Size(40, 4, 20_000, 60_000, 500_000);

  @Test
  void turns_beside_a_bare_driver_and_exec() throws Exception {
    TurnComparison.turns(PinnedCodex.selected().executable(), SMALL)
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }

  @Test
  void questions_through_a_pipe() throws Exception {
    TurnComparison.approvals(2_000, 200)
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }

  @Test
  void deltas_through_a_pipe() throws Exception {
    TurnComparison.stream(SMALL).publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
