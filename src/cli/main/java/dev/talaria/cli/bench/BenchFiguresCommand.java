package dev.talaria.cli.bench;

import dev.talaria.bench.Figures;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.cli.codex.CodexInstaller;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.process.OwnProcess;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench figures}: everything that is measured, as tables in Markdown. */
@Command(
    name = "figures",
    description = {
      "Measures everything against its rivals in one run and prints the tables of"
          + " docs/engineering/figures.md; takes some 13 minutes.",
      "Needs an otherwise idle machine with Python 3 (with orjson) and Node. Each"
          + " table is also written as JSON into target/bench."
    })
final class BenchFiguresCommand extends ConsoleCommand {

  @Option(
      names = "--codex",
      paramLabel = "FILE",
      description = "Codex's executable; else the one that is found, or the pinned one.")
  private Path executable;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page in which the section of measured tables is replaced.")
  private Path page;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only these figures: turn, approvals, deltas, recordings, sessions, calls,"
              + " start, connection, telemetry, server, growth.")
  private List<String> only = List.of();

  @Option(
      names = "--quick",
      description =
          "Runs a twentieth of everything, to check that it works. The figures are"
              + " meaningless.")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    CodexExecutable codex = locate();
    Figures figures =
        new Figures(codex.path(), words -> OwnProcess.command(words.toArray(String[]::new)), quick);
    if (!figures.names().containsAll(only)) {
      throw misuse("bench figures: --only takes " + String.join(", ", figures.names()));
    }
    List<BenchTable> tables = new ArrayList<>();
    for (String name : only.isEmpty() ? figures.names() : only) {
      say("measuring " + name);
      BenchTable table = figures.measure(name);
      table.publish(err(), BenchCommand.FOLDER);
      tables.add(table);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String measured = Figures.markdown(tables, "Codex " + codex.version(), took);
    if (page == null) {
      out().print(measured);
      out().flush();
    } else {
      Figures.write(page, measured);
    }
    return FINE;
  }

  /** Installs the pinned one, if it comes to that, and says so. */
  private CodexExecutable locate() throws InterruptedException {
    try {
      return locate(executable);
    } catch (CodexNotFoundException | CodexVersionException e) {
      if (executable != null) {
        throw e;
      }
      return locate(CodexInstaller.pinned(this::say));
    }
  }

  private static CodexExecutable locate(Path file) {
    CodexOptions.Builder options = CodexOptions.builder();
    if (file != null) {
      options.executable(file);
    }
    return CodexExecutable.locate(options.build());
  }
}
