package dev.talaria.cli.bench;

import dev.talaria.bench.StartComparison;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.recording.LongRecording;
import dev.talaria.cli.process.OwnProcess;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench start}: how long short commands take, from process start to exit. */
@Command(
    name = "start",
    description = "Short commands from process start to exit, with class-data sharing and without.")
final class BenchStartCommand extends Benchmark {

  private static final int SMALL = 1200;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "Measured rounds; ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  BenchTable measure() throws Exception {
    Path small = Files.createTempFile("talaria-bench-", ".jsonl");
    try {
      try (OutputStream out = Files.newOutputStream(small)) {
        new LongRecording().write(out, SMALL);
      }
      Map<String, List<String>> commands = new LinkedHashMap<>();
      commands.put("--version", List.of("--version"));
      commands.put("doctor", List.of("doctor"));
      commands.put("project, " + SMALL + " lines", List.of("project", small.toString()));
      StartComparison comparison = new StartComparison(rounds);
      commands.forEach((name, arguments) -> add(comparison, name, arguments));
      return comparison.compare();
    } finally {
      Files.delete(small);
    }
  }

  /** By the launcher that started this process; by its own JDK and classes when there was none. */
  private static void add(StartComparison comparison, String name, List<String> arguments) {
    List<String> command = OwnProcess.command(arguments.toArray(String[]::new));
    if (OwnProcess.launcher().isEmpty()) {
      comparison.add(name + ", on a class path", command, Map.of());
      return;
    }
    comparison.add(name + ", class data", command, Map.of("TALARIA_CLASS_DATA", "on"));
    comparison.add(name + ", without", command, Map.of("TALARIA_CLASS_DATA", "off"));
  }
}
