package dev.talaria.bench;

import dev.talaria.bench.SessionHost.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Many sessions of the real Codex at a time: a child for each, one child for all, and a pool.
 *
 * <p>Belongs to one thread. Connections of each kind are launched only up to a number, and as long
 * as they fit into half of the memory that is available; then a row holds what follows from the
 * largest one that fitted.
 */
public final class SessionsComparison {

  private static final double MEGA = 1 << 20;
  private static final double KILO = 1 << 10;

  private final BenchTable table =
      new BenchTable(
          "sessions",
          "sessions open at a time, with one turn in each, eight at a time",
          "sessions, way",
          "children",
          "Pss MB",
          "RSS MB",
          "Pss MB/session",
          "Pss / children each",
          "heap KB/session opened",
          "heap KB/session after a turn",
          "threads/session",
          "open all s",
          "turns/s");
  private final Path executable;
  private final int mostChildren;
  private SessionsCost largestEach;

  /**
   * @param executable of Codex
   * @param mostChildren how many children with a session each are launched at most
   */
  public SessionsComparison(Path executable, int mostChildren) {
    this.executable = executable;
    this.mostChildren = mostChildren;
  }

  /** Measures each number of sessions in each way; smaller numbers come first. */
  public BenchTable compare(int... sizes) throws Exception {
    int[] sorted = Arrays.stream(sizes).sorted().distinct().toArray();
    if (sorted.length == 0 || sorted[0] < 1) {
      throw new IllegalArgumentException("each number of sessions must be at least 1");
    }
    try (BenchCodex codex = new BenchCodex(executable, BenchScript.always(SessionsCost.ANSWER))) {
      for (Way way : Way.values()) {
        SessionsCost first = SessionsCost.of(codex, way, 1);
        largestEach = largestEach == null ? first : largestEach;
      }
      for (int size : sorted) {
        measure(codex, size, size == sorted[sorted.length - 1]);
      }
    }
    return table
        .note("targets: 200 sessions on one shared child under 0.1 of the Pss of 200 children,")
        .note("  under 64 KB of heap and 0.1 thread for each session");
  }

  private void measure(BenchCodex codex, int size, boolean last) throws Exception {
    double each = largestEach.memory().proportional() * (double) size / largestEach.sessions();
    if (size <= mostChildren && fits(each)) {
      largestEach = SessionsCost.of(codex, Way.CHILD_EACH, size);
      each = largestEach.memory().proportional();
      add(size, Way.CHILD_EACH, largestEach, each);
    } else {
      addScaled(size, each);
    }
    for (Way way : List.of(Way.SHARED_CHILD, Way.POOL)) {
      SessionsCost cost = SessionsCost.of(codex, way, size);
      add(size, way, cost, each);
      if (last && way == Way.SHARED_CHILD) {
        table.note(reached(cost, each));
      }
    }
  }

  private static boolean fits(double bytes) throws IOException {
    OptionalLong available = ResidentMemory.available();
    return available.isEmpty() || bytes < available.getAsLong() / 2.0;
  }

  private void add(int size, Way way, SessionsCost cost, double each) {
    boolean told = ResidentMemory.isTold();
    double memory = cost.memory().proportional();
    table.row(
        size + ", " + way.title,
        cost.children(),
        told ? memory / MEGA : null,
        told ? cost.memory().resident() / MEGA : null,
        told ? memory / MEGA / size : null,
        told ? memory / each : null,
        cost.openedHeap() / KILO / size,
        cost.heap() / KILO / size,
        (double) cost.threads() / size,
        cost.openSeconds(),
        cost.turnsPerSecond());
  }

  /** What was not launched: too much for this machine at this moment. */
  private void addScaled(int size, double each) {
    List<Object> row = new ArrayList<>();
    row.add(size + ", " + Way.CHILD_EACH.title + " (from " + largestEach.sessions() + ")");
    double factor = (double) size / largestEach.sessions();
    row.add(size);
    row.add(each / MEGA);
    row.add(largestEach.memory().resident() * factor / MEGA);
    row.add(each / MEGA / size);
    row.add(1.0);
    row.addAll(Arrays.asList(null, null, null, null, null));
    table.row(row.toArray());
    table.note(
        "%d children of %.0f MB were not launched (at most %d, in half of the available memory):"
            + " the figures follow from %d",
        size, each / MEGA / size, mostChildren, largestEach.sessions());
  }

  private static String reached(SessionsCost cost, double each) {
    return String.format(
        Locale.ROOT,
        "%d sessions on one shared child: %s of the memory, %.1f KB of heap (opened; %.1f after a"
            + " turn) and %.2f threads for each",
        cost.sessions(),
        ResidentMemory.isTold()
            ? String.format(Locale.ROOT, "%.3f", cost.memory().proportional() / each)
            : "an unknown share",
        cost.openedHeap() / KILO / cost.sessions(),
        cost.heap() / KILO / cost.sessions(),
        (double) cost.threads() / cost.sessions());
  }
}
