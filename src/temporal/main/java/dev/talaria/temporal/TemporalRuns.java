package dev.talaria.temporal;

import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.Decision;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Starts runs, decides their approvals, ends them: from any process that reaches Temporal. It needs
 * no Codex. A run is a workflow whose id is {@link #workflowId}.
 *
 * <p>Safe for use by many threads.
 */
public final class TemporalRuns {

  private final WorkflowClient client;
  private final String queue;
  private final RunSettings settings;

  private TemporalRuns(WorkflowClient client, String queue, RunSettings settings) {
    this.client = Objects.requireNonNull(client, "client");
    this.queue = Objects.requireNonNull(queue, "queue");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * {@return the runs of a namespace, with the default settings}
   *
   * @param client of the namespace; the host closes its connection
   */
  public static TemporalRuns of(WorkflowClient client) {
    return new TemporalRuns(client, TaskQueues.RUNS, RunSettings.defaults());
  }

  /**
   * {@return the same with workflows on another task queue}
   *
   * @param name as {@link TemporalWorker.Builder#taskQueue} has it
   */
  public TemporalRuns taskQueue(String name) {
    return new TemporalRuns(client, name, settings);
  }

  /**
   * {@return the same with other settings for the runs that it starts}
   *
   * @param changed not null
   */
  public TemporalRuns settings(RunSettings changed) {
    return new TemporalRuns(client, queue, changed);
  }

  /**
   * {@return the workflow of a run, for Temporal's own tools}
   *
   * @param key the run's
   */
  public static String workflowId(String key) {
    return "talaria-run:" + key;
  }

  /**
   * Starts a run, unless there is one with its key: one that works, or one that has ended and is
   * still in Temporal's retention. That one stays as it is, also when it was asked something else.
   *
   * @param request what is to be done
   * @return whether this call started it
   * @throws TalariaException if Temporal cannot be reached
   */
  public boolean start(RunRequest request) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(workflowId(request.key()))
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
            .setTaskQueue(queue)
            .build();
    return call(
        request.key(),
        () -> {
          try {
            client
                .newUntypedWorkflowStub(DurableRunWorkflow.TYPE, options)
                .start(RunState.of(request), settings);
            return true;
          } catch (WorkflowExecutionAlreadyStarted e) {
            return false;
          }
        });
  }

  /**
   * Asks how far a run has come: its status, thread, turns and what it waits for. Needs a worker.
   *
   * @param key the run's
   * @return the run
   * @throws TalariaException if there is no such run, or no worker answers within Temporal's limit
   *     for queries
   */
  public RunState state(String key) {
    return call(key, () -> stub(key).query("state", RunState.class));
  }

  /**
   * Asks what a run waits for. Needs a worker.
   *
   * @param key the run's
   * @return the approval; empty if none is pending
   * @throws TalariaException as {@link #state} throws it
   */
  public Optional<PendingApproval> pending(String key) {
    return Optional.ofNullable(state(key).pending());
  }

  /**
   * Decides the approval that a run waits for. The run checks it before it is kept. Needs a worker.
   *
   * @param key the run's
   * @param decision about what {@link #pending} said; the same again within the same history has no
   *     effect
   * @throws IllegalArgumentException if the approval is not pending: it was decided before, or what
   *     is asked now is another one
   * @throws TalariaException if there is no such run, or no worker takes it within Temporal's
   *     limit; it may be taken later then, and may be given again
   */
  public void decide(String key, Decision decision) {
    UpdateOptions<Void> options =
        UpdateOptions.newBuilder(Void.class)
            .setUpdateName("decide")
            .setUpdateId(updateId(decision))
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    call(
        key,
        () -> {
          try {
            return stub(key).startUpdate(options, decision).getResult();
          } catch (WorkflowNotFoundException e) {
            // The same for a run that has ended.
            state(key).check(decision);
            throw e;
          } catch (WorkflowUpdateException e) {
            throw e.getCause() instanceof ApplicationFailure refusal
                ? new IllegalArgumentException(refusal.getOriginalMessage(), e)
                : e;
          }
        });
  }

  /** The same for the same decision: Temporal takes it once. */
  private static String updateId(Decision decision) {
    return "%s/%s/%s".formatted(decision.itemId(), decision.digest(), decision.at());
  }

  /**
   * Cancels a run: its turn is interrupted, and it ends with the status {@link
   * dev.talaria.durable.RunStatus#CANCELLED}; {@link #result} waits for that. No effect on a run
   * that has ended. A run that is terminated with Temporal's tools leaves its turn running.
   *
   * @param key the run's
   * @throws TalariaException if there is no such run, or Temporal cannot be reached
   */
  public void cancel(String key) {
    call(
        key,
        () -> {
          WorkflowStub run = stub(key);
          try {
            run.cancel();
          } catch (WorkflowNotFoundException e) {
            // The same for a run that has ended; this fails only if there is none.
            run.describe();
          }
          return null;
        });
  }

  /**
   * Waits for the end of a run. Needs no worker once it has ended, except when it was cancelled:
   * Temporal keeps no result then, and a worker computes it.
   *
   * @param key the run's
   * @return what it came to, also when it did not complete; fails with a {@link TalariaException}
   *     if there is no such run or it was terminated
   */
  public CompletableFuture<RunResult> result(String key) {
    return stub(key)
        .getResultAsync(RunResult.class)
        .exceptionallyAsync(
            error -> {
              Throwable cause = Guard.cause(error);
              if (cause.getCause() instanceof CanceledFailure
                  && state(key).next() instanceof NextStep.Done end) {
                return end.result();
              }
              throw failure(key, cause);
            });
  }

  private WorkflowStub stub(String key) {
    return client.newUntypedWorkflowStub(workflowId(key));
  }

  private static <T> T call(String key, Supplier<T> task) {
    try {
      return task.get();
    } catch (WorkflowException | StatusRuntimeException e) {
      throw failure(key, e);
    }
  }

  private static TalariaException failure(String key, Throwable error) {
    return error instanceof WorkflowNotFoundException
        ? new TalariaException("Temporal has no run with the key " + key, error)
        : new TalariaException("the run %s: %s".formatted(key, Guard.words(error)), error);
  }
}
