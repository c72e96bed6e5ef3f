package dev.talaria.cli.bench;

import dev.talaria.bench.MigrateComparison;
import dev.talaria.cli.process.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talaria bench migrate}: a migration against the size of {@code config.toml}. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Migrations of files of several sizes beside one parse of each by tomlj.")
final class BenchMigrateCommand implements Callable<Integer> {

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

  @Mixin private BenchOutput output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    output.publish(new MigrateComparison(rounds).of(kilobytes), spec.commandLine());
    return ExitCode.FINE;
  }
}
