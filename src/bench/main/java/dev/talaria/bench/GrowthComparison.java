package dev.talaria.bench;

import dev.talaria.bench.lab.BareDriver;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.JvmLoad;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.ResidentMemory;
import dev.talaria.bench.lab.Spending;
import dev.talaria.bench.lab.TimedCodex;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What more and more threads on one server cost: the memory of Codex and of this JVM, and the time
 * of a turn, beside a bare driver with as many threads on a server of its own.
 *
 * <p>Belongs to one thread. Both open threads one after another, and their turns alternate.
 */
public final class GrowthComparison {

  private static final double MEGA = 1 << 20;
  private static final int WARM_UP = 20;

  private final BenchTable table =
      new BenchTable(
          "growth",
          "threads that are open on one server, with turns in some of them",
          "threads",
          "Codex MB",
          "Codex MB, bare",
          "our heap MB",
          "our threads",
          "open ms/thread",
          "open ms/thread, bare",
          "turn p50 ms",
          "turn p50 ms, bare");
  private final Path executable;
  private final int turns;
  private final List<CodexSession> sessions = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();

  /**
   * @param executable of Codex
   * @param turns how many at each number of threads
   */
  public GrowthComparison(Path executable, int turns) {
    this.executable = executable;
    this.turns = turns;
  }

  /** Measures at each number of threads; smaller numbers come first. */
  public BenchTable compare(int... sizes) throws Exception {
    String script = BenchScript.always(SessionsCost.ANSWER);
    try (BenchCodex forTalaria = new BenchCodex(executable, script);
        BenchCodex forBare = new BenchCodex(executable, script)) {
      List<String> sent = TimedCodex.sentForTurn(forBare);
      JvmLoad empty = JvmLoad.now();
      List<ProcessHandle> before = processes(List.of());
      try (Codex codex = Codex.launch(forTalaria.options())) {
        List<ProcessHandle> ours = processes(before);
        try (BareDriver bare = new BareDriver(forBare.bare("app-server"), sent)) {
          before = new ArrayList<>(before);
          before.addAll(ours);
          List<ProcessHandle> theirs = processes(before);
          for (int size : sizes) {
            int more = size - sessions.size();
            double opening =
                each(more, () -> sessions.add(codex.openSession(forTalaria.session().build())));
            double bareOpening = each(more, () -> threads.add(bare.open()));
            add(empty, opening, bareOpening, ours, theirs, bare);
          }
        }
      }
    }
    return table
        .note(
            "Codex MB: what its server holds (Pss) after the turns; bare: that of the bare driver")
        .note("our heap and threads: live bytes and platform threads beyond those without a server")
        .note(
            "medians of %d turns at each number, in threads that are spread over all of them",
            turns);
  }

  private void add(
      JvmLoad empty,
      double opening,
      double bareOpening,
      List<ProcessHandle> ours,
      List<ProcessHandle> theirs,
      BareDriver bare)
      throws Exception {
    int size = sessions.size();
    Percentiles talaria = new Percentiles(turns);
    Percentiles driver = new Percentiles(turns);
    int uncounted = size == 1 ? WARM_UP : 0;
    for (int turn = -uncounted; turn < turns; turn++) {
      int thread = (int) ((long) Math.max(turn, 0) * size / turns);
      for (int place = 0; place < 2; place++) {
        boolean own = (turn + place) % 2 == 0;
        long start = System.nanoTime();
        if (own) {
          SessionsCost.check(sessions.get(thread).runTurn("Say ok."));
        } else {
          bare.turn(threads.get(thread));
        }
        if (turn >= 0) {
          (own ? talaria : driver).add(System.nanoTime() - start);
        }
      }
    }
    JvmLoad now = JvmLoad.now();
    boolean known = ResidentMemory.isTold();
    table.row(
        size,
        known ? ResidentMemory.of(ours).proportional() / MEGA : null,
        known ? ResidentMemory.of(theirs).proportional() / MEGA : null,
        (now.heap() - empty.heap()) / MEGA,
        now.threads() - empty.threads(),
        opening,
        bareOpening,
        talaria.millis(50),
        driver.millis(50));
  }

  /** Does it so many times, and returns the milliseconds of one. */
  private static double each(int times, Spending.Work work) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return (System.nanoTime() - start) / 1e6 / Math.max(1, times);
  }

  private static List<ProcessHandle> processes(List<ProcessHandle> others) {
    Set<ProcessHandle> known = new HashSet<>(others);
    return ProcessHandle.current().descendants().filter(each -> !known.contains(each)).toList();
  }
}
