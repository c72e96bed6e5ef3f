package dev.talaria.cli.bench;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.recording.LongRecording;
import dev.talaria.bench.recording.ProjectComparison;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.process.OwnProcess;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria bench project}: the reading of a recording beside other ways to read it. */
@Command(
    name = "project",
    description = "Decodes and projects a recording beside Jackson and other programs.",
    footer = {
      "",
      "  talaria bench project --generate 1000000 > big.jsonl",
      "  talaria bench project big.jsonl --rival 'python3 src/bench/test/rivals/project.py'",
      "  talaria bench project --generate 20000000 | talaria bench project -"
    })
final class BenchProjectCommand extends ConsoleCommand {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The recording; - reads standard input once and reports the peak of the heap.")
  private String file;

  @Option(
      names = "--rival",
      paramLabel = "CMD",
      description = "A command that reads the same file, its last argument; may be repeated.")
  private List<String> rivals = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Measured rounds; ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the table goes as JSON; target/bench/NAME.json without it.")
  private Path json;

  @Option(
      names = "--generate",
      paramLabel = "LINES",
      description = "Instead writes a recording with this number of lines to standard output.")
  private Long lines;

  @Override
  public Integer call() throws Exception {
    if (lines != null) {
      try (OutputStream out =
          new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
        new LongRecording().write(out, lines);
      }
    } else if (json == null) {
      measure().publish(out(), BenchCommand.FOLDER);
    } else {
      measure().publishTo(out(), json);
    }
    return FINE;
  }

  private BenchTable measure() throws Exception {
    ProjectComparison bench = new ProjectComparison(rounds);
    if (file == null) {
      throw misuse("bench project: name a recording, or -");
    }
    if ("-".equals(file)) {
      return bench.stream(System.in);
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw misuse("bench project: " + file + " is not a file");
    }
    return bench.compare(path, programs());
  }

  private Map<String, List<String>> programs() {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put("talaria project --json, a process", OwnProcess.command("project", "--json"));
    for (String rival : rivals) {
      programs.put(rival, List.of(rival.strip().split("\\s+")));
    }
    return programs;
  }
}
