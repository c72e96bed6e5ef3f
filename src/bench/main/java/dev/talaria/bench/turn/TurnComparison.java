package dev.talaria.bench.turn;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.Percentiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What a turn costs beyond a bare driver, and how fast what Codex says reaches the host.
 *
 * <p>Runs on the calling thread and takes minutes.
 */
public final class TurnComparison {

  /**
   * How much of each.
   *
   * @param turns on the real Codex, with each kind of driver
   * @param execs of {@code codex exec}
   * @param perSecond deltas a second of the paced stream
   * @param paced how many of those
   * @param flood how many deltas as fast as they go to a listener that takes 1 ms for each call
   */
  public record Size(int turns, int execs, int perSecond, int paced, int flood) {

    /** Turns that do not count: a host's JVM has long compiled what they need. */
    int warmUp() {
      return Math.min(200, turns);
    }

    /** Approvals through a pipe after which the JVM has compiled what answers them. */
    int compiled() {
      return 100 * warmUp();
    }
  }

  /** So often are children started to compare turns on them. */
  private static final int ROUNDS = 5;

  /** Of a JVM that has just begun. */
  private static final int COLD = 100;

  private static final String LISTENING = "talaria, a listener for the text";
  private static final String BARE = "bare driver";

  private TurnComparison() {}

  /** Turns on the real Codex. */
  public static BenchTable turns(Path executable, Size size) throws Exception {
    ApprovalStream.talaria(1, 1, size.compiled());
    TurnLatency.Outcome latency = TurnLatency.measure(executable, size.warmUp(), size.turns());
    TurnCost.Outcome cost =
        TurnCost.measure(
            executable,
            ROUNDS,
            size.warmUp() / ROUNDS,
            Math.max(1, size.turns() / ROUNDS),
            size.execs(),
            latency.sent());
    BenchTable table =
        new BenchTable(
            "turn",
            "a turn of 50 deltas on the real Codex with a scripted model",
            "driver",
            "turns",
            "wall p50 ms",
            "wall mean ms",
            "own processor p50 ms",
            "own processor mean ms",
            "Codex processor ms/turn");
    row(table, LISTENING, cost.listening());
    row(table, "talaria, no listener", cost.silent());
    row(table, BARE, cost.bare());
    row(table, "bare driver, another one", cost.again());
    row(table, "codex exec --json each", cost.exec());
    table
        .goal(
            "wall of a turn, of a bare driver's", 1.03, table.ratio(LISTENING, BARE, "wall p50 ms"))
        .goal(
            "own processor time of a turn, of a bare driver's",
            2.5,
            table.ratio(LISTENING, BARE, "own processor p50 ms"))
        .note(
            "beyond the bare driver, with a listener: wall %+.2f ms (target 2), "
                + "processor %+.2f ms (target 3)",
            beyond(cost.listening(), cost.bare()))
        .note(
            "beyond the bare driver, without one: wall %+.2f ms, processor %+.2f ms",
            beyond(cost.silent(), cost.bare()))
        .note(
            "the other bare driver beyond the first, which is noise: wall %+.2f ms, "
                + "processor %+.2f ms",
            beyond(cost.again(), cost.bare()))
        .note(
            "beyond: the median of the differences between turns that ran one after the other; the"
                + " mean holds the bursts of compilers and collector")
        .note(
            "%d rounds, each on new children; after %d questions through a pipe and %d turns of"
                + " each that do not count",
            ROUNDS, size.compiled(), size.warmUp());
    String own = "own wall of a turn, call to stdin and arrival of its end to the caller";
    latency(table, own, latency.own(), "target 2 ms");
    String listener = "arrival of a notification to the listener";
    latency(table, listener, latency.listener(), "no target");
    String approval = "arrival of an approval to the answer on stdin";
    return latency(table, approval, latency.approval(), "target p99 2 ms");
  }

  /** Deltas in memory: at a rate, and as a flood on a slow listener. */
  public static BenchTable stream(Size size) throws Exception {
    BenchTable table =
        new BenchTable(
            "turn-stream",
            "deltas of one turn through a pipe, in the form of Codex 0.169.0",
            "stream",
            "deltas",
            "calls",
            "per s",
            "p50 ms",
            "p99 ms",
            "bare p99 ms",
            "B/delta",
            "us/delta",
            "peak heap MB");
    DeltaStream stream = new DeltaStream();
    stream.heard(size.paced(), size.perSecond(), Duration.ZERO);
    String rate = String.format(Locale.ROOT, "%,d/s", size.perSecond());
    row(table, rate + ", a listener", stream.heard(size.paced(), size.perSecond(), Duration.ZERO));
    row(table, rate + ", no listener", stream.unheard(size.paced(), size.perSecond()));
    row(table, rate + ", a bare reader of trees", stream.bare(size.paced(), size.perSecond()));
    row(table, "flood, no listener", stream.unheard(size.flood(), 0));
    row(table, "flood, a bare reader of trees", stream.bare(size.flood(), 0));
    row(table, "flood, a listener of 1 ms", stream.heard(size.flood(), 0, Duration.ofMillis(1)));
    String listening = rate + ", a listener";
    return table
        .goal("ms from arrival to listener, p99", 1, table.cell(listening, "p99 ms"))
        .goal("B allocated for a delta", 1024, table.cell(listening, "B/delta"))
        .note("p50 and p99: arrival to listener")
        .note("a bare reader is one thread that reads lines and makes a tree of each")
        .note("bare p99: from the writing of the line to its arrival, the same for any reader");
  }

  /** Approvals in memory: how soon they are answered, and what waits while the host thinks. */
  public static BenchTable approvals(int approvals, int waiting)
      throws IOException, InterruptedException {
    BenchTable table =
        new BenchTable(
            "turn-approvals",
            "questions of turns through a pipe, in the form of Codex 0.169.0",
            "way",
            "questions",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "max ms");
    row(table, "the first " + COLD + " of this JVM", ApprovalStream.talaria(1, COLD, 0));
    row(table, "one at a time", ApprovalStream.talaria(1, approvals, approvals / 5));
    row(
        table,
        "8 sessions asked at once",
        ApprovalStream.talaria(8, approvals / 8, approvals / 40));
    row(table, "a bare reader that answers", ApprovalStream.bare(approvals, approvals / 5));
    return table
        .goal("ms from a question to its answer, p99", 2, table.cell("one at a time", "p99 ms"))
        .note("from the arrival of a question to the answer on stdin")
        .note(
            "%d sessions whose hosts think: %d more threads of the system",
            waiting, ApprovalStream.waiting(waiting));
  }

  private static void row(BenchTable table, String name, Percentiles took) {
    table.row(
        name, took.count(), took.millis(50), took.millis(90), took.millis(99), took.millis(100));
  }

  private static void row(BenchTable table, String name, TurnCost.Cost cost) {
    table.row(
        name,
        cost.wall.count(),
        cost.wall.millis(50),
        cost.wall.mean(),
        cost.own.millis(50),
        cost.own.mean(),
        cost.codex.mean());
  }

  private static void row(BenchTable table, String name, DeltaStream.Outcome outcome) {
    double seconds = outcome.wall().toNanos() / 1e9;
    table.row(
        name,
        outcome.sent(),
        outcome.calls(),
        outcome.sent() / seconds,
        outcome.latency().millis(50),
        outcome.latency().millis(99),
        outcome.pipe().millis(99),
        (double) outcome.allocated() / outcome.sent(),
        outcome.processor() / 1e3 / outcome.sent(),
        outcome.peakHeap() / 1e6);
  }

  private static Object[] beyond(TurnCost.Cost ours, TurnCost.Cost bare) {
    return new Object[] {
      ours.wall.beyond(bare.wall).millis(50), ours.own.beyond(bare.own).millis(50)
    };
  }

  private static BenchTable latency(
      BenchTable table, String what, Percentiles took, String target) {
    return table.note(
        "%s: p50 %.3f ms, p99 %.3f ms of %,d (%s)",
        what, took.millis(50), took.millis(99), took.count(), target);
  }
}
