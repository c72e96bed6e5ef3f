package dev.talaria.cli.bench;

import dev.talaria.bench.BenchTable;
import dev.talaria.bench.SessionsComparison;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench sessions}: what many sessions cost that are open at a time. */
@Command(
    name = "sessions",
    description = {
      "Opens sessions of the real Codex with a scripted model and runs a turn in each: with one"
          + " child each, on one shared child, and in a pool.",
      "One child each is left out beyond --children, and where it would take more than half of the"
          + " available memory: many children in one CODEX_HOME keep each other busy."
    })
final class BenchSessionsCommand extends Benchmark.OnCodex {

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,10,50,200",
      description = "Numbers of sessions; ${DEFAULT-VALUE}.")
  private int[] sizes;

  @Option(
      names = "--children",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many children with a session each; ${DEFAULT-VALUE}.")
  private int children;

  @Override
  BenchTable measure() throws Exception {
    if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
      throw misuse("bench sessions: each number of --sizes must be at least 1");
    }
    return new SessionsComparison(codex(), children).compare(sizes);
  }
}
