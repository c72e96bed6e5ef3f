package dev.talaria.cli.bench;

import dev.talaria.bench.BenchTable;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Where the commands of {@code talaria bench} write their tables: a mixin.
 *
 * <p>Belongs to the one thread of its command.
 */
final class BenchOutput {

  private static final Path FOLDER = Path.of("target", "bench");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the table goes as JSON; target/bench/NAME.json without it.")
  private Path json;

  /** Prints a table on standard output and writes it as JSON. */
  void publish(BenchTable table, CommandLine line) throws IOException {
    if (json == null) {
      table.publish(line.getOut(), FOLDER);
    } else {
      table.publishTo(line.getOut(), json);
    }
  }
}
