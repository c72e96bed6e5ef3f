package dev.talaria.cli.bench;

import dev.talaria.bench.SessionsComparison;
import dev.talaria.bench.lab.BenchTable;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench sessions}: what many sessions cost that are open at a time. */
@Command(
    name = "sessions",
    description =
        "Opens sessions of the real Codex with a scripted model and runs a turn in each: with a"
            + " child and home each, on one shared child, and in a pool.")
final class BenchSessionsCommand extends Benchmark.OnCodex {

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,10,50,200",
      description = "Numbers of sessions; ${DEFAULT-VALUE}.")
  private int[] sizes;

  @Override
  BenchTable measure() throws Exception {
    if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
      throw misuse("bench sessions: each number of --sizes must be at least 1");
    }
    return new SessionsComparison(codex()).compare(sizes);
  }
}
