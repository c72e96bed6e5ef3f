package dev.talaria.cli.bench;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.cli.process.ConsoleCommand;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command of {@code talaria bench}: measures, and prints and writes one table. */
abstract class Benchmark extends ConsoleCommand {

  static final Path FOLDER = Path.of("target", "bench");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "The file for the table as JSON. Default: target/bench/NAME.json.")
  private Path json;

  /** Takes minutes. */
  abstract BenchTable measure() throws Exception;

  @Override
  public Integer call() throws Exception {
    BenchTable table = measure();
    if (json == null) {
      table.publish(out(), FOLDER);
    } else {
      table.publishTo(out(), json);
    }
    return FINE;
  }

  /** One that runs the real Codex. */
  abstract static class OnCodex extends Benchmark {

    @Mixin private BenchedCodex codex;

    final Path codex() throws InterruptedException {
      return codex.locate(this::say).path();
    }
  }
}
