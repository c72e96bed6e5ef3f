package dev.talaria.temporal;

import dev.talaria.base.Guard;
import dev.talaria.durable.Decision;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import dev.talaria.durable.StepResult;
import dev.talaria.durable.ThreadPlace;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The workflow: asks the state what is next, and has it done. It reads no clock but Temporal's and
 * has no effects, as it is computed again from its history. For Temporal's workflow thread.
 */
final class DurableRun implements DurableRunWorkflow {

  private final RunSettings settings;
  private RunState state;

  /** Whether any worker is to open the next thread, as none serves the place. */
  private boolean placeLost;

  private boolean cancelling;

  /** A decision or a query may come before {@link #run} is called. */
  DurableRun(RunState state, RunSettings settings) {
    this.state = state;
    this.settings = settings;
  }

  @Override
  public RunResult run(RunState from, RunSettings same) {
    boolean waited = false;
    for (int done = 0; true; done++) {
      NextStep next = state.next();
      if (next instanceof NextStep.Done end) {
        return end.result();
      }
      boolean waits = next instanceof NextStep.AwaitDecision;
      // Not beside a decision, so that its update ends in the history in which it was taken.
      if (isLong(done) && !placeLost && !waits && !waited) {
        Workflow.continueAsNew(state, settings);
      }
      waited = waits;
      try {
        take(next);
      } catch (CanceledFailure | ActivityFailure e) {
        if (!isCancelled()) {
          throw e;
        }
      }
      if (isCancelled()) {
        return cancelled();
      }
    }
  }

  private boolean isLong(int steps) {
    return steps >= settings.steps() || Workflow.getInfo().isContinueAsNewSuggested();
  }

  private static boolean isCancelled() {
    return CancellationScope.current().isCancelRequested();
  }

  private void take(NextStep next) {
    if (next instanceof NextStep.OpenThread step) {
      // The run's first thread can be in its place only, so a worker there is waited for.
      boolean anywhere = placeLost;
      boolean limited = !anywhere && !step.replaces().isEmpty();
      String queue = anywhere ? Workflow.getInfo().getTaskQueue() : TaskQueues.of(step.place());
      DurableRunActivities worker = worker(StepOptions.openThread(settings, queue, limited));
      state = state.after(unlessLost(step.place(), step.replaces(), () -> worker.openThread(step)));
    } else if (next instanceof NextStep.Follow step) {
      DurableTurn turn = step.turn();
      DurableRunActivities worker =
          worker(StepOptions.follow(settings, TaskQueues.of(turn.place()), step.limit()));
      state = state.after(unlessLost(turn.place(), turn.threadId(), () -> worker.follow(step)));
    } else if (next instanceof NextStep.AwaitDecision step) {
      if (!Workflow.await(step.limit(), () -> state.pending() == null)) {
        state = state.expired(Instant.ofEpochMilli(Workflow.currentTimeMillis()));
      }
    }
  }

  private static DurableRunActivities worker(ActivityOptions options) {
    return Workflow.newActivityStub(DurableRunActivities.class, options);
  }

  /** A step that no worker of the place takes in time shows that the thread is gone. */
  private StepResult unlessLost(ThreadPlace place, String threadId, Supplier<StepResult> step) {
    try {
      StepResult result = step.get();
      placeLost = false;
      return result;
    } catch (ActivityFailure e) {
      if (!(e.getCause() instanceof TimeoutFailure timeout)
          || timeout.getTimeoutType() != TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START) {
        throw e;
      }
      placeLost = true;
      return new StepResult.ThreadGone(
          threadId,
          "no worker of %s on %s has taken a step for %d s"
              .formatted(place.home(), place.machine(), settings.workerSeconds()));
    }
  }

  /** The turn is interrupted while decisions are refused, and the run ends. */
  private RunResult cancelled() {
    cancelling = true;
    Optional<DurableTurn> turn = state.status().isOver() ? Optional.empty() : state.turn();
    String failure = turn.map(this::interrupt).orElse("");
    state =
        failure.isEmpty()
            ? state.cancelled()
            : state.cancelled("cancelled, but the turn may continue: " + failure);
    // Temporal closes the workflow as cancelled and drops this; TemporalRuns asks for the state.
    return ((NextStep.Done) state.next()).result();
  }

  /** What went wrong; empty for nothing. */
  private String interrupt(DurableTurn turn) {
    DurableRunActivities worker = worker(StepOptions.interrupt(TaskQueues.of(turn.place())));
    String[] failure = {""};
    Workflow.newDetachedCancellationScope(
            () -> {
              try {
                worker.interrupt(turn);
              } catch (ActivityFailure e) {
                failure[0] = Guard.words(e.getCause());
              }
            })
        .run();
    return failure[0];
  }

  @Override
  public RunState state() {
    return state;
  }

  @Override
  public void check(Decision decision) {
    if (cancelling) {
      throw new IllegalArgumentException(
          "the run %s is being cancelled".formatted(state.request().key()));
    }
    state.check(decision);
  }

  @Override
  public void decide(Decision decision) {
    state = state.decided(decision);
  }
}
