package dev.talaria.bench;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.recording.RecordingRace;
import dev.talaria.bench.turn.TelemetryComparison;
import dev.talaria.bench.turn.TurnComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * All figures of one page: each is a table that has a rival of the same run, and its goals.
 *
 * <p>Belongs to one thread. All of them take some 13 minutes.
 */
public final class Figures {

  /**
   * The heading below which a page holds what was measured; what is above it is written by hand.
   */
  static final String MEASURED = "## Measured";

  private static final Map<String, String> OFF = Map.of("TALARIA_CLASS_DATA", "off");

  private final Path codex;
  private final Function<List<String>, List<String>> talaria;
  private final boolean quick;
  private final Map<String, Callable<BenchTable>> figures = new LinkedHashMap<>();

  /**
   * @param codex its executable
   * @param talaria makes of arguments the command that runs this command line with them
   * @param quick whether a fraction suffices, which shows that everything runs and nothing else
   */
  public Figures(Path codex, Function<List<String>, List<String>> talaria, boolean quick) {
    this.codex = codex;
    this.talaria = talaria;
    this.quick = quick;
    TurnComparison.Size size =
        new TurnComparison.Size(of(160), of(20), of(20_000), of(100_000), of(100_000));
    figures.put("turn", () -> TurnComparison.turns(codex, size));
    figures.put("approvals", () -> TurnComparison.approvals(of(5_000), of(200)));
    figures.put("deltas", () -> TurnComparison.stream(size));
    figures.put("recordings", this::recordings);
    figures.put("sessions", () -> new SessionsComparison(codex).compare(of(200)));
    figures.put("calls", () -> CallsComparison.calls(codex, calls()));
    figures.put("start", this::start);
    figures.put("connection", this::connection);
    figures.put("telemetry", () -> TelemetryComparison.compare(codex, of(240), of(300_000)));
    figures.put("server", () -> new AttachComparison(codex, 10).compare(of(1_000), of(100)));
    figures.put("growth", this::growth);
  }

  /** {@return the names of all figures, in their order} */
  public Set<String> names() {
    return figures.keySet();
  }

  /** Measures one of them. */
  public BenchTable measure(String name) throws Exception {
    return figures.get(name).call();
  }

  private int of(int whole) {
    return quick ? Math.max(1, whole / 20) : whole;
  }

  private BenchTable recordings() throws Exception {
    return RecordingRace.run(
        talaria.apply(List.of("project", "--json")), of(1_000_000), quick ? 1 : 5);
  }

  private CallsComparison.Size calls() {
    return new CallsComparison.Size(of(120), 8, quick ? 1 : 5, quick ? 1 : 4);
  }

  private BenchTable start() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new StartComparison(of(20))
        .add("talaria --version", talaria.apply(List.of("--version")), Map.of())
        .add("talaria --version, no class data", talaria.apply(List.of("--version")), OFF)
        .add("java -version", List.of(java, "-version"), Map.of())
        .add("codex --version", List.of(codex.toString(), "--version"), Map.of())
        .compare();
  }

  private BenchTable connection() throws Exception {
    return ConnectionComparison.compare(codex, of(20), talaria.apply(List.of("chat")));
  }

  private BenchTable growth() throws Exception {
    GrowthComparison growth = new GrowthComparison(codex, of(40));
    return quick ? growth.compare(1, 10) : growth.compare(1, 10, 100, 1_000);
  }

  /** The goals of the tables, and the tables, in Markdown. */
  public static String markdown(List<BenchTable> tables, String version, Duration took) {
    StringBuilder page = new StringBuilder(MEASURED).append("\n\n");
    page.append(
        String.format(
            Locale.ROOT,
            "%s, %d processors, JDK %s, %s, in %d minutes.%n%n",
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            version,
            Math.max(1, took.toMinutes())));
    page.append("| figure | goal, at most | measured | |\n|---|---:|---:|---|\n");
    for (BenchTable table : tables) {
      table.goals().forEach(goal -> page.append(goal.markdown()));
    }
    tables.forEach(table -> page.append('\n').append(table.markdown()));
    return page.toString();
  }

  /** Replaces what a page holds below {@value #MEASURED}; a new page holds nothing else. */
  public static void write(Path page, String measured) throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : "";
    int at = before.indexOf(MEASURED);
    Files.writeString(page, (at < 0 ? before : before.substring(0, at)) + measured);
  }
}
