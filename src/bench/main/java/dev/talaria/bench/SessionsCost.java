package dev.talaria.bench;

import dev.talaria.bench.lab.AtOnce;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.JvmLoad;
import dev.talaria.bench.lab.ResidentMemory;
import dev.talaria.session.CodexSession;
import dev.talaria.session.result.TurnResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What some sessions that are open at a time cost: the processes of Codex, this JVM, and time.
 *
 * <p>Immutable. Heap and threads are differences to what was there before the first child, with all
 * sessions open and after a turn in each.
 *
 * @param children processes of Codex
 * @param opening nanoseconds from the first child's launch to the last open session
 * @param turns nanoseconds for one turn in each, eight at a time
 * @param memory what the processes hold after the turns
 * @param openedHeap bytes, before the turns
 * @param heap bytes, after the turns
 * @param threads the larger count, before or after the turns
 */
record SessionsCost(
    int sessions,
    int children,
    long opening,
    long turns,
    ResidentMemory memory,
    long openedHeap,
    long heap,
    int threads) {

  /** What the scripted model says in each turn. */
  static final String ANSWER = "ok";

  /** Opens that many sessions, runs a turn in each, and closes them. */
  static SessionsCost of(BenchCodex codex, SessionHost.Way way, int sessions) throws Exception {
    Set<ProcessHandle> others = new HashSet<>(ProcessHandle.current().descendants().toList());
    JvmLoad before = JvmLoad.now();
    long start = System.nanoTime();
    SessionHost host = way.start(codex, sessions);
    try {
      List<CodexSession> open =
          AtOnce.each(
              Collections.nCopies(sessions, codex),
              lab -> host.opening().on(lab.session().build()));
      long opening = System.nanoTime() - start;
      JvmLoad idle = JvmLoad.now();
      start = System.nanoTime();
      List<TurnResult> results =
          new ArrayList<>(AtOnce.each(open, session -> session.runTurn("Say ok.")));
      long turns = System.nanoTime() - start;
      results.forEach(SessionsCost::check);
      results.clear();
      List<ProcessHandle> processes = processes(others);
      ResidentMemory memory = ResidentMemory.of(processes);
      JvmLoad after = JvmLoad.now();
      return new SessionsCost(
          sessions,
          (int) ProcessHandle.current().children().filter(child -> !others.contains(child)).count(),
          opening,
          turns,
          memory,
          idle.heap() - before.heap(),
          after.heap() - before.heap(),
          Math.max(idle.threads(), after.threads()) - before.threads());
    } finally {
      host.close();
    }
  }

  static void check(TurnResult result) {
    if (!result.finalText().equals(ANSWER)) {
      throw new IllegalStateException(
          "a turn of the benchmark ended with " + result.status() + ": " + result.error());
    }
  }

  private static List<ProcessHandle> processes(Set<ProcessHandle> others) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> !others.contains(process))
        .toList();
  }

  double openSeconds() {
    return opening / 1e9;
  }

  double turnsPerSecond() {
    return sessions * 1e9 / turns;
  }
}
