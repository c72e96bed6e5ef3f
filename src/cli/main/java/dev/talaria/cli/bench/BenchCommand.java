package dev.talaria.cli.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code talaria bench}: measures Talaria beside its rivals, in one run on one machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Talaria beside its rivals; see docs/performance.md.",
    subcommands = {
      BenchProjectCommand.class,
      BenchTurnCommand.class,
      BenchCallsCommand.class,
      BenchSessionsCommand.class,
      BenchStartCommand.class,
      BenchMigrateCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Each table also goes as JSON to target/bench, or to the file of --json."})
public final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "bench: say what to measure: " + String.join(", ", spec.subcommands().keySet()));
  }
}
