package dev.talaria.temporal;

import dev.talaria.durable.RunState;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A worker for runs: for their workflows, and for the steps in the homes of its machine. Each step
 * that follows a turn has a thread, 200 at once for each home.
 *
 * <p>Safe for use by many threads.
 */
public final class TemporalWorker implements AutoCloseable {

  /** Otherwise a cancellation would be noticed when most of the heartbeat limit has passed. */
  private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(2);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

  private final WorkerFactory factory;

  private TemporalWorker(WorkerFactory factory) {
    this.factory = factory;
  }

  /**
   * Begins the set-up of a worker.
   *
   * @param client of the namespace; the host closes its connection
   * @param steps what the activities do
   * @return a builder without homes
   */
  public static Builder builder(WorkflowClient client, TurnSteps steps) {
    return new Builder(client, steps);
  }

  /**
   * Stops taking steps, and leaves those that run: their turns continue in their Codex, and another
   * worker follows them when their heartbeats are missed. Blocks until that is done, at most 30
   * seconds.
   */
  @Override
  public void close() {
    factory.shutdownNow();
    factory.awaitTermination(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  /** Collects the set-up of a worker. Not safe for use by many threads. */
  public static final class Builder {

    private final WorkflowClient client;
    private final TurnSteps steps;
    private final Set<String> queues = new LinkedHashSet<>();
    private String runs = TaskQueues.RUNS;
    private UnaryOperator<WorkerOptions.Builder> settings = UnaryOperator.identity();

    private Builder(WorkflowClient client, TurnSteps steps) {
      this.client = Objects.requireNonNull(client, "client");
      this.steps = Objects.requireNonNull(steps, "steps");
    }

    /**
     * Adds a home whose threads this worker reaches.
     *
     * @param home its workspace does not count
     * @return this builder
     */
    public Builder home(ThreadPlace home) {
      queues.add(TaskQueues.of(home));
      return this;
    }

    /**
     * Sets the task queue of the workflows. Default: {@link TaskQueues#RUNS}.
     *
     * @param queue as {@link TemporalRuns} has it
     * @return this builder
     */
    public Builder taskQueue(String queue) {
      runs = Objects.requireNonNull(queue, "queue");
      return this;
    }

    /**
     * Changes the options of the SDK's workers, such as how many steps run at once.
     *
     * @param change called for each task queue
     * @return this builder
     */
    public Builder options(UnaryOperator<WorkerOptions.Builder> change) {
      settings = Objects.requireNonNull(change, "change");
      return this;
    }

    /**
     * {@return the worker, at work}
     *
     * @throws io.grpc.StatusRuntimeException if Temporal cannot be reached
     */
    public TemporalWorker start() {
      WorkerFactory factory = WorkerFactory.newInstance(client);
      StepActivities activities = new StepActivities(steps);
      Worker workflows = factory.newWorker(runs, options());
      workflows.registerWorkflowImplementationFactory(
          DurableRunWorkflow.class,
          arguments ->
              new DurableRun(arguments.get(0, RunState.class), arguments.get(1, RunSettings.class)),
          io.temporal.worker.WorkflowImplementationOptions.getDefaultInstance());
      workflows.registerActivitiesImplementations(activities);
      for (String queue : queues) {
        factory.newWorker(queue, options()).registerActivitiesImplementations(activities);
      }
      factory.start();
      return new TemporalWorker(factory);
    }

    private WorkerOptions options() {
      return settings
          .apply(WorkerOptions.newBuilder().setMaxHeartbeatThrottleInterval(BETWEEN_HEARTBEATS))
          .build();
    }
  }
}
