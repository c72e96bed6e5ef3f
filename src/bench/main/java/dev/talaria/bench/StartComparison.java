package dev.talaria.bench;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.ExternalRun;
import dev.talaria.bench.lab.Percentiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a command takes from the start of its process to its exit, with class-data sharing and
 * without.
 *
 * <p>Belongs to one thread. The commands take turns within a round, and medians are told.
 */
public final class StartComparison {

  /** One way to run one command. */
  private record Case(String name, List<String> command, Map<String, String> environment) {}

  private final int rounds;
  private final List<Case> cases = new ArrayList<>();

  /**
   * @param rounds how many measured rounds; one more before them warms the file system's cache
   */
  public StartComparison(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1");
    }
    this.rounds = rounds;
  }

  /** Adds a way to run a command. */
  public StartComparison add(String name, List<String> command, Map<String, String> environment) {
    cases.add(new Case(name, List.copyOf(command), Map.copyOf(environment)));
    return this;
  }

  /** Runs all of them. The exit code of the warm-up round must come each time. */
  public BenchTable compare() throws IOException, InterruptedException {
    Map<Case, List<ExternalRun>> runs = new LinkedHashMap<>();
    Map<Case, Integer> exitCodes = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Case each : cases) {
        ExternalRun run = ExternalRun.of(each.command(), each.environment());
        if (exitCodes.computeIfAbsent(each, key -> run.exitCode()) != run.exitCode()) {
          throw new IOException(
              each.name() + " ended with exit code " + run.exitCode() + ": " + run.errors());
        }
        if (round >= 0) {
          runs.computeIfAbsent(each, key -> new ArrayList<>()).add(run);
        }
      }
    }
    BenchTable table =
        new BenchTable(
            "start",
            "from the start of the process to its exit, " + rounds + " rounds",
            "command",
            "median ms",
            "best ms",
            "cpu ms",
            "exit code");
    runs.forEach(
        (each, list) ->
            table.row(
                each.name(),
                Percentiles.median(list, ExternalRun::seconds) * 1e3,
                list.stream().mapToDouble(ExternalRun::seconds).min().orElseThrow() * 1e3,
                Percentiles.median(list, ExternalRun::cpuSeconds) * 1e3,
                exitCodes.get(each)));
    return table;
  }
}
