package dev.talaria.cli.bench;

import dev.talaria.cli.process.ConsoleCommand;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** {@code talaria bench}: measures Talaria against its rivals, in one run on one machine. */
@Command(
    name = "bench",
    description = "Measures Talaria against its alternatives; see docs/engineering/figures.md.",
    subcommands = {BenchFiguresCommand.class, BenchProjectCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Each table also goes as JSON to target/bench, or to the file that 'bench project --json' names."
    })
public final class BenchCommand extends ConsoleCommand {

  static final Path FOLDER = Path.of("target", "bench");

  @Override
  public Integer call() {
    throw misuse("bench: say what to measure: " + String.join(", ", spec.subcommands().keySet()));
  }
}
