package dev.talaria.bench;

import dev.talaria.bench.SessionHost.Way;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.ResidentMemory;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Many sessions of the real Codex at a time: a child for each, one child for all, and a pool.
 *
 * <p>Belongs to one thread. All of them are launched: no figure follows from another one.
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

  /**
   * @param executable of Codex
   */
  public SessionsComparison(Path executable) {
    this.executable = executable;
  }

  /** Measures each number of sessions in each way; smaller numbers come first. */
  public BenchTable compare(int... sizes) throws Exception {
    int[] sorted = Arrays.stream(sizes).sorted().distinct().toArray();
    if (sorted.length == 0 || sorted[0] < 1) {
      throw new IllegalArgumentException("each number of sessions must be at least 1");
    }
    try (BenchCodex codex = new BenchCodex(executable, BenchScript.always(SessionsCost.ANSWER))) {
      for (Way way : Way.values()) {
        SessionsCost.of(codex, way, 1);
      }
      for (int size : sorted) {
        double each = 0;
        for (Way way : Way.values()) {
          SessionsCost cost = SessionsCost.of(codex, way, size);
          each = way == Way.CHILD_EACH ? cost.memory().proportional() : each;
          add(size, way, cost, each);
        }
      }
    }
    int most = sorted[sorted.length - 1];
    String shared = name(most, Way.SHARED_CHILD);
    if (ResidentMemory.isTold()) {
      String what =
          "memory of %d sessions in one child, of that of %d children".formatted(most, most);
      table.goal(what, 0.1, table.cell(shared, "Pss / children each"));
    }
    return table
        .goal("KB of heap for each", 64, table.cell(shared, "heap KB/session after a turn"))
        .goal("threads for each", 0.1, table.cell(shared, "threads/session"));
  }

  private static String name(int size, Way way) {
    return size + ", " + way.title;
  }

  private void add(int size, Way way, SessionsCost cost, double each) {
    boolean told = ResidentMemory.isTold();
    double memory = cost.memory().proportional();
    table.row(
        name(size, way),
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
}
