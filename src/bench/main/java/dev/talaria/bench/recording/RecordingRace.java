package dev.talaria.bench.recording;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.ExternalRun;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.codex.process.ScratchFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole processes that read one recording: Talaria's, which projects it and writes JSON, and loops
 * of other languages' parsers, which do nothing with what they parse.
 *
 * <p>Belongs to one thread. The processes run one after another, round by round; medians count.
 */
public final class RecordingRace {

  private static final String OURS = "talaria project --json";
  private static final double MEGABYTE = 1e6;

  /** Where a loop is, what runs it, and a program that fails where it cannot run. */
  private enum Rival {
    ORJSON("Python's orjson", "orjson-lines.py", "import orjson"),
    NODE("Node's JSON.parse", "parse-lines.mjs", ""),
    JSON("Python's json.loads", "json-lines.py", "");

    final String title;
    final String resource;
    final String trial;

    Rival(String title, String resource, String trial) {
      this.title = title;
      this.resource = resource;
      this.trial = trial;
    }

    /** The interpreter itself: a version manager's script before it would count as its time. */
    List<String> interpreter() {
      return this == NODE
          ? List.of("node", "-e", "console.log(process.execPath)")
          : List.of("python3", "-c", "import sys" + also() + "; print(sys.executable)");
    }

    private String also() {
      return trial.isEmpty() ? "" : "; " + trial;
    }
  }

  private RecordingRace() {}

  /**
   * Runs the race.
   *
   * @param talaria the command {@value #OURS}, without a file
   * @param lines how many lines the recording has
   */
  public static BenchTable run(List<String> talaria, long lines, int rounds) throws Exception {
    BenchTable table =
        new BenchTable(
            "recordings",
            "whole processes that read one recording",
            "process",
            "wall s",
            "MB/s",
            "cpu s",
            "wall / talaria");
    try (ScratchFolder folder = ScratchFolder.create("talaria-bench-")) {
      Path file = folder.path().resolve("recording.jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        new LongRecording().write(out, lines);
      }
      Map<String, List<String>> commands = new LinkedHashMap<>();
      commands.put(OURS, talaria);
      for (Rival rival : Rival.values()) {
        String interpreter = said(rival.interpreter());
        if (interpreter.isEmpty()) {
          table.note("%s was not measured: it is not installed", rival.title);
        } else {
          Path loop = folder.path().resolve(rival.resource);
          try (InputStream in = RecordingRace.class.getResourceAsStream(rival.resource)) {
            Files.copy(in, loop);
          }
          commands.put(rival.title, List.of(interpreter, loop.toString()));
        }
      }
      race(table, commands, file, rounds);
    }
    return table.note(
        "%,d lines, medians of %d rounds after one that does not count; the rivals parse each line"
            + " and drop it, ours projects them and writes the messages",
        lines, rounds);
  }

  private static void race(
      BenchTable table, Map<String, List<String>> commands, Path file, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<ExternalRun>> runs = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, List<String>> each : commands.entrySet()) {
        List<String> command = new ArrayList<>(each.getValue());
        command.add(file.toString());
        ExternalRun run = ExternalRun.of(command, Map.of());
        if (run.exitCode() != 0) {
          throw new IOException(each.getKey() + " failed: " + run.errors());
        }
        if (round >= 0) {
          runs.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(run);
        }
      }
    }
    double megabytes = Files.size(file) / MEGABYTE;
    double ours = Percentiles.median(runs.get(OURS), ExternalRun::seconds);
    runs.forEach(
        (name, list) -> {
          double seconds = Percentiles.median(list, ExternalRun::seconds);
          double processor = Percentiles.median(list, ExternalRun::cpuSeconds);
          table.row(name, seconds, megabytes / seconds, processor, seconds / ours);
        });
    for (String rival : commands.keySet()) {
      if (!rival.equals(OURS)) {
        table.goal("wall of " + OURS + ", of " + rival, 1, table.ratio(OURS, rival, "wall s"));
      }
    }
  }

  /** What a program writes; empty if it does not start or fails. */
  private static String said(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? text : "";
    } catch (IOException e) {
      return "";
    }
  }
}
