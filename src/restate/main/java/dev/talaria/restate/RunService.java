package dev.talaria.restate;

import dev.restate.sdk.Context;
import dev.restate.sdk.HandlerRunner;
import dev.restate.sdk.SharedWorkflowContext;
import dev.restate.sdk.common.DurablePromiseKey;
import dev.restate.sdk.common.RetryPolicy;
import dev.restate.sdk.common.TerminalException;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.InvocationRetryPolicy;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.sdk.endpoint.definition.ServiceType;
import dev.restate.serde.Serde;
import dev.talaria.durable.Decision;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.TurnSteps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definition of the workflow for the engine, by hand: its handlers, and how long what may take.
 * Safe for use by many threads.
 */
final class RunService {

  static final String NAME = "TalariaRun";
  static final String RUN = "run";
  static final String STATUS = "status";
  static final String DECIDE = "decide";
  static final String CANCEL_RUN = "cancel";

  static final RunJson<RunRequest> REQUEST = RunJson.of(RunRequest.class);
  static final RunJson<RunResult> RESULT = RunJson.of(RunResult.class);
  static final RunJson<RestateRun> VIEW = RunJson.of(RestateRun.class);
  static final RunJson<Decision> DECISION = RunJson.of(Decision.class);

  static final DurablePromiseKey<String> CANCEL =
      DurablePromiseKey.of("cancel", RunJson.of(String.class));

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final Logger LOG = LoggerFactory.getLogger(RunService.class);

  private final TurnSteps steps;

  RunService(TurnSteps steps) {
    this.steps = steps;
  }

  /** The promise of a run's approval; its first one has the number 1. */
  static DurablePromiseKey<Decision> decision(int number) {
    return DurablePromiseKey.of("decision-" + number, DECISION);
  }

  /**
   * {@return the service}
   *
   * @param threads where handlers and steps run
   * @param longest how long a step may take
   * @param suspend after how long a waiting run is taken off its worker
   * @param retention how long a run is known after its end
   */
  ServiceDefinition definition(
      Executor threads, Duration longest, Duration suspend, Duration retention) {
    HandlerRunner.Options options = HandlerRunner.Options.withExecutor(threads);
    List<HandlerDefinition<?, ?>> handlers =
        List.of(
            HandlerDefinition.of(
                    RUN,
                    HandlerType.WORKFLOW,
                    REQUEST,
                    RESULT,
                    RunAttempt.runner(new RunWorkflow(steps)::run, options))
                .configure(run -> run.workflowRetention(retention).journalRetention(retention)),
            shared(STATUS, Serde.VOID, RunService::status, options),
            shared(DECIDE, DECISION, RunService::decide, options),
            shared(CANCEL_RUN, Serde.VOID, this::cancel, options));
    return ServiceDefinition.of(NAME, ServiceType.WORKFLOW, handlers)
        .configure(
            service ->
                service
                    .inactivityTimeout(suspend)
                    .abortTimeout(longest)
                    .invocationRetryPolicy(
                        InvocationRetryPolicy.builder()
                            .initialInterval(Duration.ofMillis(250))
                            .exponentiationFactor(2.0)
                            .maxInterval(Duration.ofSeconds(30))
                            .maxAttempts(Integer.MAX_VALUE)));
  }

  private static <Q> HandlerDefinition<Q, RestateRun> shared(
      String name,
      Serde<Q> request,
      RunAttempt.Handler<Q, RestateRun> handler,
      HandlerRunner.Options options) {
    return HandlerDefinition.of(
            name, HandlerType.SHARED, request, VIEW, RunAttempt.runner(handler, options))
        .configure(
            one -> one.journalRetention(Duration.ZERO).idempotencyRetention(Duration.ofHours(1)));
  }

  private static Optional<RestateRun> view(SharedWorkflowContext ctx) {
    return ctx.get(RunWorkflow.VIEW);
  }

  private static RestateRun status(Context context, RunAttempt attempt, Void nothing) {
    SharedWorkflowContext ctx = (SharedWorkflowContext) context;
    return view(ctx).orElseGet(() -> RestateRun.accepted(ctx.key()));
  }

  private static RestateRun decide(Context context, RunAttempt attempt, Decision decision) {
    SharedWorkflowContext ctx = (SharedWorkflowContext) context;
    RestateRun run =
        view(ctx)
            .orElseThrow(
                () ->
                    new TerminalException(
                        NOT_FOUND, "the run %s waits for no decision".formatted(ctx.key())));
    if (run.pending() == null) {
      throw new TerminalException(
          CONFLICT,
          "the run %s waits for no decision: it is %s".formatted(ctx.key(), run.status()));
    }
    if (!run.pending().isDecidedBy(decision)) {
      throw new TerminalException(
          CONFLICT,
          "the decision is about another approval than the run %s waits for; look at it again"
              .formatted(ctx.key()));
    }
    try {
      ctx.promiseHandle(decision(run.approvals())).resolve(decision);
    } catch (TerminalException e) {
      throw new TerminalException(
          CONFLICT, "the approval of the run %s was decided already".formatted(ctx.key()));
    }
    return run;
  }

  /** Interrupts the turn from here: the run may be suspended, or its worker far behind. */
  private RestateRun cancel(Context context, RunAttempt attempt, Void nothing) {
    SharedWorkflowContext ctx = (SharedWorkflowContext) context;
    RestateRun run = status(context, attempt, nothing);
    if (run.status().isOver() || ctx.promise(CANCEL).peek().isReady()) {
      return run;
    }
    try {
      ctx.promiseHandle(CANCEL).resolve("cancelled");
    } catch (TerminalException e) {
      LOG.debug("the run {} was cancelled twice at once", ctx.key());
    }
    run.turn().ifPresent(turn -> interrupt(ctx, attempt, turn));
    return run;
  }

  private void interrupt(SharedWorkflowContext ctx, RunAttempt attempt, DurableTurn turn) {
    try {
      ctx.run(
          "interrupt",
          RetryPolicy.exponential(Duration.ofMillis(200), 2).setMaxAttempts(3),
          () ->
              attempt.step(
                  "interrupt",
                  () -> {
                    steps.interrupt(turn);
                    return true;
                  }));
    } catch (TerminalException e) {
      LOG.warn("the run {} interrupts its turn itself: {}", ctx.key(), e.getMessage());
    }
  }
}
