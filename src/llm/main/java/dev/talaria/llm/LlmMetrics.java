package dev.talaria.llm;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The time and tokens that a call used. Immutable.
 *
 * @param total from the call to its end, waits and retries included
 * @param usage the tokens of all its attempts
 * @param stepCount how many actions ended; a turn without any counts one
 * @param stepBoundaries when each step ended, measured at that moment, from the start of the call
 */
public record LlmMetrics(
    Duration total, LlmUsage usage, int stepCount, List<Duration> stepBoundaries) {

  /**
   * Checks the components and copies the list.
   *
   * @param total not null
   * @param usage {@link LlmUsage#NONE} if it is not known
   * @param stepCount how many actions ended
   * @param stepBoundaries empty if they were not measured
   */
  public LlmMetrics {
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(usage, "usage");
    stepBoundaries = List.copyOf(stepBoundaries);
  }
}
