package dev.talaria.bench;

import java.util.List;

/**
 * What some model calls cost in one go.
 *
 * <p>Immutable.
 *
 * @param wall milliseconds per call
 * @param processor milliseconds per call of this JVM and of all processes of Codex
 * @param own milliseconds per call of this JVM alone
 */
record CallsCost(double wall, double processor, double own) {

  private static final double NANOS = 1e6;

  /** Has the calls made and measures that. */
  static CallsCost of(BenchCodex codex, int calls, Spending.Work work) throws Exception {
    long children = codex.processorNanos();
    OwnProcessor threads = new OwnProcessor();
    threads.sinceLastLook();
    long here = OwnProcessor.total();
    long start = System.nanoTime();
    work.run();
    double wall = (System.nanoTime() - start) / NANOS / calls;
    // The JVM's steps hide a short round, and the scheduler's threads are without the callers,
    // which
    // have ended.
    double own = Math.max(OwnProcessor.total() - here, threads.sinceLastLook()) / NANOS / calls;
    double others = (codex.processorNanos() - children) / NANOS / calls;
    return new CallsCost(wall, own + others, own);
  }

  /** The median of each. */
  static CallsCost median(List<CallsCost> rounds) {
    return new CallsCost(
        Medians.of(rounds, CallsCost::wall),
        Medians.of(rounds, CallsCost::processor),
        Medians.of(rounds, CallsCost::own));
  }
}
