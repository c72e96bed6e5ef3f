package dev.talaria.cli.bench;

import dev.talaria.bench.CallsComparison;
import dev.talaria.bench.lab.BenchTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench calls}: what a text call of a model costs. */
@Command(
    name = "calls",
    description =
        "Makes text calls on the real Codex with a scripted model: with Talaria on one warm child,"
            + " with a bare driver that writes the same requests on another one, and with one codex"
            + " exec each.")
final class BenchCallsCommand extends Benchmark.OnCodex {

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "200",
      description = "Calls in a round of each way; ${DEFAULT-VALUE}.")
  private int calls;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "8",
      description = "Calls that are open at a time; ${DEFAULT-VALUE}.")
  private int atOnce;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rounds on the warm children that do not count; ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Measured rounds; ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  BenchTable measure() throws Exception {
    CallsComparison.Size size;
    try {
      size = new CallsComparison.Size(calls, atOnce, warmUp, rounds);
    } catch (IllegalArgumentException e) {
      throw misuse("bench calls: " + e.getMessage());
    }
    return CallsComparison.calls(codex(), size);
  }
}
