package dev.talaria.bench;

import dev.talaria.bench.lab.BenchTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks of one class with JMH, each in a JVM of its own, and makes a table of them.
 *
 * <p>Belongs to one thread. System properties: {@code bench.jmh.time} is how long an iteration
 * takes ({@code 500ms} unless told), {@code bench.jmh.forks} how many JVMs each benchmark gets (1),
 * {@code bench.jmh.profiler} one more of JMH's profilers that write files, {@code name:options};
 * {@code jfr} alone writes to {@code target/bench}. It costs time, so that such a table is called
 * {@code -profiled}.
 */
final class JmhTable {

  private static final int WARM_UPS = 6;
  private static final int ITERATIONS = 5;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final String name;
  private final String title;
  private final Class<?> benchmarks;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> rivals = new LinkedHashMap<>();

  /**
   * @param name of the table and its file
   * @param title what one operation is
   */
  JmhTable(String name, String title, Class<?> benchmarks) {
    this.name = profiler().isPresent() ? name + "-profiled" : name;
    this.title = title;
    this.benchmarks = benchmarks;
  }

  /** A row that the others are compared with, in a column {@code time/shortName}. */
  JmhTable rival(String method, String label, String shortName) {
    rivals.put(method, shortName);
    return way(method, label);
  }

  /** A row. */
  JmhTable way(String method, String label) {
    labels.put(method, label);
    return this;
  }

  /**
   * Runs what has a row.
   *
   * @throws IllegalStateException if a row has no result, or a benchmark no row
   */
  BenchTable run() throws RunnerException {
    Map<String, RunResult> results = new TreeMap<>();
    for (RunResult result : new Runner(options().build()).run()) {
      String method = result.getParams().getBenchmark();
      results.put(method.substring(method.lastIndexOf('.') + 1), result);
    }
    if (!results.keySet().equals(labels.keySet())) {
      throw new IllegalStateException(
          name + " has rows for " + labels.keySet() + " and results of " + results.keySet());
    }
    BenchTable table = new BenchTable(name, title, columns());
    labels.forEach((method, label) -> table.row(row(label, results.get(method), results)));
    return table.note(
        "medians of "
            + ITERATIONS
            + " iterations of "
            + time()
            + " after "
            + WARM_UPS
            + " to warm up; JVMs for each: "
            + forks());
  }

  private String[] columns() {
    return Stream.concat(
            Stream.of("way", "ns/op", "fastest", "slowest", "B/op"),
            rivals.values().stream().map(rival -> "time/" + rival))
        .toArray(String[]::new);
  }

  private Object[] row(String label, RunResult result, Map<String, RunResult> all) {
    Statistics time = result.getPrimaryResult().getStatistics();
    List<Object> cells = new ArrayList<>();
    cells.add(label);
    cells.add(median(result));
    cells.add(time.getMin());
    cells.add(time.getMax());
    cells.add(result.getSecondaryResults().get(ALLOCATED).getScore());
    rivals.keySet().forEach(rival -> cells.add(median(result) / median(all.get(rival))));
    return cells.toArray();
  }

  /** Neighbours on the machine move it less than they move JMH's own score, a mean. */
  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmarks.getName() + "."))
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(forks())
            .warmupIterations(WARM_UPS)
            .warmupTime(time())
            .measurementIterations(ITERATIONS)
            .measurementTime(time())
            .jvmArgs("-Xms512m", "-Xmx512m", "-Dtalaria.root=" + System.getProperty("talaria.root"))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    profiler()
        .ifPresent(
            more -> {
              String[] parts = (more.equals("jfr") ? "jfr:dir=target/bench" : more).split(":", 2);
              options.addProfiler(parts[0], parts.length == 2 ? parts[1] : "");
            });
    return options;
  }

  private static int forks() {
    return Integer.getInteger("bench.jmh.forks", 1);
  }

  private static TimeValue time() {
    return TimeValue.fromString(System.getProperty("bench.jmh.time", "500ms"));
  }

  private static Optional<String> profiler() {
    return Optional.ofNullable(System.getProperty("bench.jmh.profiler"));
  }
}
