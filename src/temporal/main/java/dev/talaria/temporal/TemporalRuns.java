package dev.talaria.temporal;

import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.Decision;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import dev.talaria.durable.RunStatus;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Starts runs, decides their approvals and ends them, from any process that can reach Temporal. It
 * needs no Codex. A run is a workflow whose id is {@link #workflowId}.
 *
 * <p>Safe for use by many threads.
 */
public final class TemporalRuns {

  /** Of a run that has ended. */
  private static final Duration RESULT_LIMIT = Duration.ofSeconds(30);

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
        "the run " + request.key(),
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
   * {@return how a run stands, with its thread, its turns and what it waits for; empty when
   * Temporal does not know the run} A worker answers it.
   *
   * @param key the run's
   * @throws TalariaException if Temporal and a worker do not answer within Temporal's limit for
   *     queries, 10 seconds
   */
  public Optional<RunState> status(String key) {
    return call(
        "the run " + key,
        () -> {
          try {
            return Optional.of(stub(key).query("state", RunState.class));
          } catch (WorkflowNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * {@return the approval that a run waits for; empty for none, and when there is no such run}
   *
   * @param key the run's
   * @throws TalariaException as {@link #status} throws it
   */
  public Optional<PendingApproval> approval(String key) {
    return status(key).map(RunState::pending);
  }

  /**
   * {@return the runs that wait for a person, no matter who has started them; their order does not
   * say anything} For the inbox of those who decide. Each run that has not ended is asked, one
   * after the other; one that was started a moment ago may be missing.
   *
   * @throws TalariaException as {@link #status} throws it
   */
  public List<RunState> waiting() {
    return call("the runs that are open", () -> OpenRuns.keys(client)).stream()
        .flatMap(key -> status(key).stream())
        .filter(run -> run.status() == RunStatus.WAITING)
        .toList();
  }

  /**
   * Gives a person's decision to the run that waits for it, which checks it before it is kept. A
   * worker takes it. Repeated with the same decision, it does nothing more.
   *
   * @param key the run's
   * @param decision about the approval that {@link #status} shows
   * @throws IllegalArgumentException if the run does not wait for it: another approval is pending,
   *     it was decided before, or there is no such run; the message says so
   * @throws TalariaException if Temporal and a worker do not answer within Temporal's limit; the
   *     decision may be taken later then, and may be given again
   */
  public void decide(String key, Decision decision) {
    UpdateOptions<Void> options =
        UpdateOptions.newBuilder(Void.class)
            .setUpdateName("decide")
            .setUpdateId(updateId(decision))
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    call(
        "the run " + key,
        () -> {
          try {
            return stub(key).startUpdate(options, decision).getResult();
          } catch (WorkflowNotFoundException | WorkflowUpdateException e) {
            // Temporal says the first also of a run that has ended.
            RunState run = known(key, status(key));
            if (!run.decisions().contains(decision)) {
              run.check(decision);
              throw e;
            }
            return null;
          }
        });
  }

  /** The same for the same decision: Temporal takes it once. */
  private static String updateId(Decision decision) {
    return "%s/%s/%s".formatted(decision.itemId(), decision.digest(), decision.at());
  }

  /**
   * Cancels a run: its turn is interrupted, and it ends with the status {@link
   * dev.talaria.durable.RunStatus#CANCELLED}. No effect on one that has ended. A run that is
   * terminated with Temporal's tools leaves its turn running.
   *
   * @param key the run's
   * @throws IllegalArgumentException if there is no such run
   * @throws TalariaException if Temporal cannot be reached
   */
  public void cancel(String key) {
    call(
        "the run " + key,
        () -> {
          try {
            stub(key).cancel();
          } catch (WorkflowNotFoundException e) {
            // The same for a run that has ended.
            known(key, ending(key));
          }
          return null;
        });
  }

  /**
   * {@return the result of a run; empty while it continues, and when Temporal does not know the
   * run} Of a run that was cancelled Temporal keeps no result: a worker answers then.
   *
   * @param key the run's
   * @throws TalariaException if Temporal cannot be reached, or the run was terminated
   */
  public Optional<RunResult> result(String key) {
    boolean ended =
        call("the run " + key, () -> ending(key))
            .filter(status -> status != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING)
            .isPresent();
    return ended ? Optional.of(await(key, RESULT_LIMIT)) : Optional.empty();
  }

  /**
   * Waits for the end of a run.
   *
   * @param key the run's
   * @param longest how long to wait
   * @return what it came to, also when it did not complete
   * @throws IllegalArgumentException if there is no such run
   * @throws TalariaException if it has not ended by then, or was terminated
   */
  public RunResult await(String key, Duration longest) {
    return call(
        "the run " + key,
        () -> {
          try {
            return stub(key).getResult(longest.toMillis(), TimeUnit.MILLISECONDS, RunResult.class);
          } catch (TimeoutException e) {
            throw new TalariaException(
                "the run %s has not ended within %s".formatted(key, longest), e);
          } catch (WorkflowNotFoundException e) {
            throw noSuchRun(key);
          } catch (WorkflowFailedException e) {
            if (e.getCause() instanceof CanceledFailure
                && known(key, status(key)).next() instanceof NextStep.Done end) {
              return end.result();
            }
            throw e;
          }
        });
  }

  /** How the workflow stands for Temporal; empty if there is none. */
  private Optional<WorkflowExecutionStatus> ending(String key) {
    try {
      return Optional.of(stub(key).describe().getStatus());
    } catch (WorkflowNotFoundException e) {
      return Optional.empty();
    }
  }

  private static <T> T known(String key, Optional<T> run) {
    return run.orElseThrow(() -> noSuchRun(key));
  }

  private static IllegalArgumentException noSuchRun(String key) {
    return new IllegalArgumentException("there is no run " + key);
  }

  private WorkflowStub stub(String key) {
    return client.newUntypedWorkflowStub(workflowId(key));
  }

  private static <T> T call(String what, Supplier<T> task) {
    try {
      return task.get();
    } catch (WorkflowException | StatusRuntimeException e) {
      // A WorkflowException names the workflow; what went wrong is its cause.
      Throwable wrong = e.getCause() == null ? e : e.getCause();
      throw new TalariaException("Temporal, about %s: %s".formatted(what, Guard.words(wrong)), e);
    }
  }
}
