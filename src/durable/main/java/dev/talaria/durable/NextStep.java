package dev.talaria.durable;

import java.time.Duration;
import java.util.List;

/** What a run needs next; {@link RunState#next} says it, an engine's adapter does it. Immutable. */
public sealed interface NextStep {

  /**
   * {@link TurnSteps#openThread}, as a step of its own: a thread that is opened within a step which
   * is tried again would be lost, and its prompt sent twice.
   *
   * @param place where
   * @param runKey names the thread
   * @param replaces the thread that is gone; empty for none
   */
  record OpenThread(ThreadPlace place, String runKey, String replaces) implements NextStep {}

  /**
   * {@link TurnSteps#follow}, as a step.
   *
   * @param turn the turn to start or find
   * @param decisions those that were given in it
   * @param limit how long the turn may take
   */
  record Follow(DurableTurn turn, List<Decision> decisions, Duration limit) implements NextStep {}

  /**
   * A decision has to be waited for, with no worker.
   *
   * @param approval what is asked
   * @param limit when {@link RunState#expired} is to be called
   */
  record AwaitDecision(PendingApproval approval, Duration limit) implements NextStep {}

  /**
   * Nothing: the run has ended.
   *
   * @param result how
   */
  record Done(RunResult result) implements NextStep {}
}
