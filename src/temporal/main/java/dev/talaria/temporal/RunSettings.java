package dev.talaria.temporal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * The settings of Temporal for a run. It is kept with the run, so that a new history has the same.
 * Immutable.
 *
 * @param steps after how many steps the run continues in a new history ({@code continue-as-new});
 *     it does so earlier if the server suggests it
 * @param heartbeatSeconds after how long without a heartbeat a worker counts as dead, and another
 *     one continues
 * @param workerSeconds how long a step may wait for a worker of its place until that counts as
 *     lost; 0 for as long as it takes
 */
public record RunSettings(int steps, long heartbeatSeconds, long workerSeconds) {

  private static final RunSettings DEFAULTS = new RunSettings(200, 30, 0);

  /**
   * For JSON; {@link #defaults} and the methods that change one thing are shorter.
   *
   * @param steps at least 1
   * @param heartbeatSeconds at least 1
   * @param workerSeconds not negative
   * @throws IllegalArgumentException if one is too small
   */
  @JsonCreator
  public RunSettings(
      @JsonProperty("steps") int steps,
      @JsonProperty("heartbeatSeconds") long heartbeatSeconds,
      @JsonProperty("workerSeconds") long workerSeconds) {
    if (steps < 1 || heartbeatSeconds < 1 || workerSeconds < 0) {
      throw new IllegalArgumentException(
          "steps and the seconds between heartbeats must be at least 1, and no number may be negative: %d, %d, %d"
              .formatted(steps, heartbeatSeconds, workerSeconds));
    }
    this.steps = steps;
    this.heartbeatSeconds = heartbeatSeconds;
    this.workerSeconds = workerSeconds;
  }

  /** {@return 200 steps, 30 seconds between heartbeats, any time until a worker takes a step} */
  public static RunSettings defaults() {
    return DEFAULTS;
  }

  /**
   * {@return the same with another number of steps}
   *
   * @param most after how many steps a new history begins, at least 1
   */
  public RunSettings withSteps(int most) {
    return new RunSettings(most, heartbeatSeconds, workerSeconds);
  }

  /**
   * {@return the same with another limit for heartbeats} Those of {@link
   * dev.talaria.durable.TurnSteps.Builder#heartbeat} have to come several times as often.
   *
   * @param limit in whole seconds, at least one
   */
  public RunSettings withHeartbeatLimit(Duration limit) {
    return new RunSettings(steps, limit.toSeconds(), workerSeconds);
  }

  /**
   * {@return the same with a limit for the wait for a worker} When it passes, the run continues as
   * {@link dev.talaria.durable.RunRequest#whenThreadGone} says: it ends, or any worker opens a new
   * thread for it. A machine that is only switched off counts as lost, too.
   *
   * @param limit in whole seconds; zero for none
   */
  public RunSettings withWorkerLimit(Duration limit) {
    return new RunSettings(steps, heartbeatSeconds, limit.toSeconds());
  }
}
