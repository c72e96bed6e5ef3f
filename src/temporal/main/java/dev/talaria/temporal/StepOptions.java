package dev.talaria.temporal;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** How the activities of a run are called. Stateless: a workflow computes it again. */
final class StepOptions {

  /** Codex may have to be started for it. */
  private static final Duration SHORT_STEP = Duration.ofMinutes(2);

  /** What a step needs besides its turn: to reach Codex, and for commands after the turn's end. */
  private static final Duration BESIDE_THE_TURN = Duration.ofMinutes(5);

  /** Until a cancelled run ends though its turn could not be interrupted. */
  static final Duration INTERRUPT_LIMIT = Duration.ofMinutes(10);

  private static final RetryOptions WITHOUT_END =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(1))
          .setBackoffCoefficient(2)
          .setMaximumInterval(Duration.ofMinutes(1))
          .build();

  private StepOptions() {}

  static ActivityOptions openThread(RunSettings settings, String queue, boolean limited) {
    ActivityOptions.Builder options = within(queue, SHORT_STEP);
    return (limited ? limited(options, settings) : options).build();
  }

  static ActivityOptions follow(RunSettings settings, String queue, Duration turnLimit) {
    return limited(within(queue, turnLimit.plus(BESIDE_THE_TURN)), settings)
        .setHeartbeatTimeout(Duration.ofSeconds(settings.heartbeatSeconds()))
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }

  static ActivityOptions interrupt(String queue) {
    return within(queue, SHORT_STEP).setScheduleToCloseTimeout(INTERRUPT_LIMIT).build();
  }

  private static ActivityOptions.Builder within(String queue, Duration limit) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(limit)
        .setRetryOptions(WITHOUT_END);
  }

  private static ActivityOptions.Builder limited(
      ActivityOptions.Builder options, RunSettings settings) {
    return settings.workerSeconds() == 0
        ? options
        : options.setScheduleToStartTimeout(Duration.ofSeconds(settings.workerSeconds()));
  }
}
