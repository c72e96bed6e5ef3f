package dev.talaria.temporal;

import dev.talaria.durable.Decision;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * A durable run as a workflow. {@link TemporalRuns} calls it; a host's own workflow may start it as
 * a child. Implemented by {@link TemporalWorker}'s workers.
 *
 * <p>Its cancellation interrupts the turn; Temporal then closes the workflow as cancelled, without
 * a result, and {@link #state} has what it came to. Its termination leaves the turn running in its
 * Codex.
 */
@WorkflowInterface
public interface DurableRunWorkflow {

  /** The type of the workflow. */
  String TYPE = "TalariaRun";

  /**
   * Does the run, or the rest of it.
   *
   * @param state {@link RunState#of} a request; a later one where a new history continues with it
   * @param settings of the run
   * @return what the run came to
   */
  @WorkflowMethod(name = TYPE)
  RunResult run(RunState state, RunSettings settings);

  /** {@return how far the run has come, with the approval that it waits for} */
  @QueryMethod(name = "state")
  RunState state();

  /**
   * Takes a decision.
   *
   * @param decision about the approval that the run waits for
   */
  @UpdateMethod(name = "decide")
  void decide(Decision decision);

  /**
   * Refuses a decision about anything else, before it is in the history.
   *
   * @param decision what a person decided
   * @throws IllegalArgumentException as {@link RunState#check} throws it
   */
  @UpdateValidatorMethod(updateName = "decide")
  void check(Decision decision);
}
