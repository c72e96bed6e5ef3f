package dev.talaria.session.fault;

import dev.talaria.base.TalariaException;
import dev.talaria.session.result.TurnResult;
import java.time.Duration;
import java.util.Map;

/**
 * How a cell of the table comes about.
 *
 * <p>It opens what it needs, lets the fault happen, and closes everything.
 */
@FunctionalInterface
interface FaultCell {

  /**
   * What came of it.
   *
   * @param result the turn's; {@code null} when there was none
   * @param refusal why there is no turn; {@code null} when there is one
   */
  record Outcome(
      TurnResult result, TalariaException refusal, Duration time, String next, long processesLeft) {

    /** No turn could be started: not even Codex or its thread. */
    static Outcome refused(TalariaException refusal, long start, long processesLeft) {
      return new Outcome(
          null, refusal, Duration.ofNanos(System.nanoTime() - start), "-", processesLeft);
    }

    /** What went wrong, for the list of differences. */
    Object reason() {
      return result == null ? refusal : result.error();
    }
  }

  /**
   * Runs it.
   *
   * @param marker digits that no other cell has
   */
  Outcome run(String marker) throws Exception;

  /** The cells by {@link FaultRow#name}. */
  static String key(String fault, FaultPhase phase) {
    return fault + " | " + phase.words;
  }

  /** A part of the table. */
  interface Part {
    Map<String, FaultCell> cells();
  }
}
