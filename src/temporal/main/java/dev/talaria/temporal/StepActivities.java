package dev.talaria.temporal;

import dev.talaria.base.Guard;
import dev.talaria.base.VisibleText;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.PlaceLostException;
import dev.talaria.durable.StepResult;
import dev.talaria.durable.TurnSteps;
import dev.talaria.session.ThreadGoneException;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps for Temporal: their heartbeats, and failures of bounded length. Safe for use by many
 * threads.
 */
final class StepActivities implements DurableRunActivities {

  private static final Logger log = LoggerFactory.getLogger(StepActivities.class);

  /** How much of a failure's message the history keeps. */
  private static final int MOST_MESSAGE = 1_000;

  private final TurnSteps steps;

  StepActivities(TurnSteps steps) {
    this.steps = steps;
  }

  @Override
  public StepResult openThread(NextStep.OpenThread step) {
    return bounded(() -> steps.openThread(step));
  }

  @Override
  public StepResult follow(NextStep.Follow step) {
    try (ActivityProgress progress = new ActivityProgress(Activity.getExecutionContext())) {
      return bounded(() -> steps.follow(step, progress));
    }
  }

  @Override
  public void interrupt(DurableTurn turn) {
    bounded(
        () -> {
          try {
            steps.interrupt(turn);
          } catch (PlaceLostException | ThreadGoneException e) {
            log.info("nothing to interrupt in thread {}: {}", turn.threadId(), e.getMessage());
          }
          return null;
        });
  }

  /** The history keeps what failed, and not where: Temporal would keep every frame. */
  private static <T> T bounded(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      String message = VisibleText.bounded(Guard.words(e), MOST_MESSAGE);
      log.warn("a step failed and is tried again: {}", message);
      // A thread that is still interrupted, as at a worker's end, could not tell Temporal.
      Thread.interrupted();
      ApplicationFailure failure = ApplicationFailure.newFailure(message, e.getClass().getName());
      failure.setStackTrace(new StackTraceElement[0]);
      throw failure;
    }
  }
}
