package dev.talaria.session;

import java.time.Duration;
import java.util.Map;

/**
 * How a cell of the table comes about.
 *
 * <p>It opens what it needs, lets the fault happen, and closes everything.
 */
@FunctionalInterface
interface FaultCell {

  /** What came of it. */
  record Outcome(TurnResult result, Duration time, String next, long processesLeft) {}

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
