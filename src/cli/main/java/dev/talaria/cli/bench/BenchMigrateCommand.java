package dev.talaria.cli.bench;

import dev.talaria.bench.MigrateComparison;
import dev.talaria.bench.lab.BenchTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench migrate}: a migration against the size of {@code config.toml}. */
@Command(
    name = "migrate",
    description = "Migrations of files of several sizes beside one parse of each by tomlj.")
final class BenchMigrateCommand extends Benchmark {

  @Option(
      names = "--kilobytes",
      split = ",",
      defaultValue = "50,500,5000",
      paramLabel = "KB",
      description = "The sizes; ${DEFAULT-VALUE}.")
  private int[] kilobytes;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Measured rounds; ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  BenchTable measure() throws Exception {
    return new MigrateComparison(rounds).of(kilobytes);
  }
}
