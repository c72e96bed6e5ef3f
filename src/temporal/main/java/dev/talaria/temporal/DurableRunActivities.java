package dev.talaria.temporal;

import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.StepResult;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * The steps of a run as activities, each on the task queue of its place: {@link TaskQueues#of}.
 * Their failures are what may pass by itself; they are to be tried again.
 */
@ActivityInterface
public interface DurableRunActivities {

  /**
   * {@link dev.talaria.durable.TurnSteps#openThread}. Sends no heartbeats.
   *
   * @param step where, and which thread it replaces
   * @return {@link StepResult.Opened} or {@link StepResult.ThreadGone}
   */
  @ActivityMethod(name = "TalariaOpenThread")
  StepResult openThread(NextStep.OpenThread step);

  /**
   * {@link dev.talaria.durable.TurnSteps#follow}. Its heartbeats have a {@link TurnHeartbeat}; its
   * cancellation interrupts the turn, whose end it then returns.
   *
   * @param step the turn
   * @return {@link StepResult.Ended}, {@link StepResult.Asked} or {@link StepResult.ThreadGone}
   */
  @ActivityMethod(name = "TalariaFollow")
  StepResult follow(NextStep.Follow step);

  /**
   * {@link dev.talaria.durable.TurnSteps#interrupt}. Sends no heartbeats. No effect if the thread
   * is gone.
   *
   * @param turn the turn of a run that is cancelled
   */
  @ActivityMethod(name = "TalariaInterrupt")
  void interrupt(DurableTurn turn);
}
