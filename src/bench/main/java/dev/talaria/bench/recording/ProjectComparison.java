package dev.talaria.bench.recording;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.ExternalRun;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.Spending;
import dev.talaria.bench.recording.ProjectionPasses.Pass;
import dev.talaria.bench.recording.ProjectionPasses.Seen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Decodes and projects a recording beside Jackson's own ways to read it and beside other programs.
 *
 * <p>Belongs to one thread. The ways take turns within a round, and medians of the rounds are told;
 * the rounds before them only warm the compiler up.
 */
public final class ProjectComparison {

  private static final double MEGABYTE = 1e6;
  private static final int DELTA_LINES = 50_000;
  private static final long FIRST_MARK = 256L << 20;
  private static final int WARM_UPS = 3;
  private static final String TOKENS = "jackson token stream";
  private static final String TREES = "jackson readTree per line";
  private static final String OURS = "talaria, messages only";
  private static final String DELTAS = "deltas: ";

  private final int rounds;
  private final ProjectionPasses passes = new ProjectionPasses();
  private Seen seen;

  /**
   * @param rounds how many measured rounds
   */
  public ProjectComparison(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1");
    }
    this.rounds = rounds;
  }

  /** Compares the ways to read a file; other programs are named by what they are. */
  public BenchTable compare(Path file, Map<String, List<String>> programs) throws Exception {
    long bytes = Files.size(file);
    long lines = lines(file);
    if (lines == 0) {
      throw new IOException(file + " has no lines; talaria bench project --generate makes some");
    }
    Map<String, List<Spending>> spent = new LinkedHashMap<>();
    Map<String, List<ExternalRun>> runs = new LinkedHashMap<>();
    for (int round = -WARM_UPS; round < rounds; round++) {
      read(() -> Files.newInputStream(file), "", round, spent);
      if (round >= 0) {
        run(file, programs, runs);
      }
    }
    BenchTable table =
        new BenchTable(
            "project",
            lines + " lines, " + Math.round(bytes / MEGABYTE) + " MB, " + rounds + " rounds",
            "reader",
            "lines/s",
            "MB/s",
            "cpu ns/line",
            "B/line",
            "peak heap MB",
            "time/tokens",
            "time/readTree",
            "time/talaria");
    double[] reference = tell(table, "", spent, lines, bytes);
    runs.forEach(
        (name, list) -> {
          double median = Percentiles.median(list, ExternalRun::seconds);
          table.row(
              name,
              lines / median,
              bytes / MEGABYTE / median,
              Percentiles.median(list, ExternalRun::cpuSeconds) * 1e9 / lines,
              null,
              null,
              median / reference[0],
              median / reference[1],
              median / reference[2]);
        });
    deltas(table);
    table.note("messages " + seen.messages() + ", tool iterations " + seen.toolIterations());
    return table.note(
        "targets: messages only within 1.3 of tokens, each event within 1.5 of readTree, under"
            + " 1024 B/line for a delta");
  }

  /** What a line costs that is a delta and nothing else; its ratios are those of such lines. */
  private void deltas(BenchTable table) throws Exception {
    byte[] bytes = LongRecording.deltas(DELTA_LINES);
    Map<String, List<Spending>> spent = new LinkedHashMap<>();
    for (int round = -WARM_UPS; round < rounds; round++) {
      read(() -> new ByteArrayInputStream(bytes), DELTAS, round, spent);
    }
    tell(table, DELTAS, spent, DELTA_LINES, bytes.length);
  }

  private void read(
      Callable<InputStream> source, String prefix, int round, Map<String, List<Spending>> spent)
      throws Exception {
    Map<String, Pass> ways = new LinkedHashMap<>();
    ways.put(TOKENS, passes::tokens);
    ways.put(TREES, passes::trees);
    ways.put(OURS, passes::messages);
    ways.put("talaria, a tree of each event", passes::everything);
    for (Map.Entry<String, Pass> way : ways.entrySet()) {
      Spending spending =
          Spending.of(
              () -> {
                try (InputStream in = source.call()) {
                  Seen now = way.getValue().read(in);
                  seen = prefix.isEmpty() && way.getKey().equals(OURS) ? now : seen;
                }
              });
      if (round >= 0) {
        spent.computeIfAbsent(prefix + way.getKey(), key -> new ArrayList<>()).add(spending);
      }
    }
  }

  private static void run(
      Path file, Map<String, List<String>> programs, Map<String, List<ExternalRun>> runs)
      throws IOException, InterruptedException {
    for (Map.Entry<String, List<String>> program : programs.entrySet()) {
      List<String> command = new ArrayList<>(program.getValue());
      command.add(file.toString());
      ExternalRun run = ExternalRun.of(command, Map.of());
      if (run.exitCode() != 0) {
        throw new IOException(
            "%s ended with exit code %d: %s"
                .formatted(String.join(" ", command), run.exitCode(), run.errors()));
      }
      runs.computeIfAbsent(program.getKey(), key -> new ArrayList<>()).add(run);
    }
  }

  /** Adds the rows of what was read here, and returns the times that others are compared with. */
  private static double[] tell(
      BenchTable table, String prefix, Map<String, List<Spending>> spent, long lines, long bytes) {
    double[] reference = new double[3];
    String[] names = {TOKENS, TREES, OURS};
    for (int i = 0; i < names.length; i++) {
      reference[i] = Percentiles.median(spent.get(prefix + names[i]), Spending::seconds);
    }
    spent.forEach(
        (name, list) -> {
          double seconds = Percentiles.median(list, Spending::seconds);
          table.row(
              name,
              lines / seconds,
              bytes / MEGABYTE / seconds,
              Percentiles.median(list, Spending::cpuSeconds) * 1e9 / lines,
              Percentiles.median(list, each -> (double) each.allocated() / lines),
              Percentiles.median(list, each -> each.peakHeap() / MEGABYTE),
              seconds / reference[0],
              seconds / reference[1],
              seconds / reference[2]);
        });
    return reference;
  }

  /**
   * Reads a stream of any length once, and says how much of the heap that took by the time that 256
   * MiB, twice as much, and so on, were read.
   */
  public BenchTable stream(InputStream in) throws Exception {
    BenchTable table =
        new BenchTable(
            "project-stream",
            "standard input read once, messages only, maximum heap "
                + Math.round(Runtime.getRuntime().maxMemory() / MEGABYTE)
                + " MB",
            "bytes read",
            "lines",
            "lines/s",
            "MB/s",
            "peak heap MB",
            "live heap MB");
    long start = System.nanoTime();
    CountedStream[] self = new CountedStream[1];
    self[0] =
        new CountedStream(in, FIRST_MARK, () -> row(table, self[0], System.nanoTime() - start));
    Seen[] result = new Seen[1];
    Spending spending = Spending.of(() -> result[0] = passes.messages(self[0]));
    row(table, self[0], spending.nanos());
    return table.note(
        "messages " + result[0].messages() + ", tool iterations " + result[0].toolIterations());
  }

  private static void row(BenchTable table, CountedStream read, long nanos) {
    double seconds = nanos / 1e9;
    table.row(
        read.bytes(),
        read.lines(),
        read.lines() / seconds,
        read.bytes() / MEGABYTE / seconds,
        Spending.peakSoFar() / MEGABYTE,
        Spending.liveHeap() / MEGABYTE);
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.count();
    }
  }
}
