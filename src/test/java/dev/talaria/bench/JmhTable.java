package dev.talaria.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of one class with JMH, each in a JVM of its own, and makes a table of them.
 *
 * <p>Belongs to one thread. System properties: {@code bench.jmh.time} is how long an iteration
 * takes ({@code 500ms} unless told), {@code bench.jmh.forks} how many JVMs each benchmark gets (1),
 * {@code bench.jmh.profiler} one more of JMH's profilers, as {@code jfr}, whose files go to {@code
 * target/bench}.
 */
final class JmhTable {

  private static final int WARM_UPS = 4;
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
    this.name = name;
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
        ITERATIONS
            + " iterations of "
            + time()
            + " after "
            + WARM_UPS
            + " to warm up, in "
            + forks()
            + " JVM; ± is half of JMH's 99.9 % interval");
  }

  private String[] columns() {
    return Stream.concat(
            Stream.of("way", "ns/op", "± ns", "B/op"),
            rivals.values().stream().map(rival -> "time/" + rival))
        .toArray(String[]::new);
  }

  private Object[] row(String label, RunResult result, Map<String, RunResult> all) {
    Result<?> time = result.getPrimaryResult();
    DoubleStream ratios =
        rivals.keySet().stream()
            .mapToDouble(rival -> time.getScore() / all.get(rival).getPrimaryResult().getScore());
    List<Object> cells = new ArrayList<>();
    cells.add(label);
    cells.add(time.getScore());
    cells.add(time.getScoreError());
    cells.add(result.getSecondaryResults().get(ALLOCATED).getScore());
    ratios.forEach(cells::add);
    return cells.toArray();
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
              String[] parts = more.split(":", 2);
              options.addProfiler(parts[0], parts.length == 2 ? parts[1] : "dir=target/bench");
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
