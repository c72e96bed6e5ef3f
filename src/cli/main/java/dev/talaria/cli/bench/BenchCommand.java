package dev.talaria.cli.bench;

import dev.talaria.cli.process.ConsoleCommand;
import picocli.CommandLine.Command;

/** {@code talaria bench}: measures Talaria against its rivals, in one run on one machine. */
@Command(
    name = "bench",
    description = "Measures Talaria against its alternatives; see docs/engineering/figures.md.",
    subcommands = {
      BenchFiguresCommand.class,
      BenchProjectCommand.class,
      BenchTurnCommand.class,
      BenchCallsCommand.class,
      BenchSessionsCommand.class,
      BenchStartCommand.class,
      BenchMigrateCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Each table also goes as JSON to target/bench, or to the file of --json."})
public final class BenchCommand extends ConsoleCommand {

  @Override
  public Integer call() {
    throw misuse("bench: say what to measure: " + String.join(", ", spec.subcommands().keySet()));
  }
}
