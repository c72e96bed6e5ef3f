package dev.talaria.cli.bench;

import dev.talaria.bench.BenchTable;
import dev.talaria.cli.codex.CodexInstaller;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A command of {@code talaria bench}: measures, and prints and writes one table. */
abstract class Benchmark extends ConsoleCommand {

  private static final Path FOLDER = Path.of("target", "bench");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the table goes as JSON; target/bench/NAME.json without it.")
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

    @Option(
        names = "--codex",
        paramLabel = "FILE",
        description = "Codex's executable; else the one that is found, or the pinned one.")
    private Path codex;

    /** Installs the pinned one, if it comes to that, and says so on standard error. */
    final Path codex() throws InterruptedException {
      CodexOptions.Builder options = CodexOptions.builder();
      if (codex != null) {
        options.executable(codex);
      }
      try {
        return CodexExecutable.locate(options.build()).path();
      } catch (CodexNotFoundException | CodexVersionException e) {
        if (codex != null) {
          throw e;
        }
        return CodexInstaller.pinned(this::say);
      }
    }
  }
}
