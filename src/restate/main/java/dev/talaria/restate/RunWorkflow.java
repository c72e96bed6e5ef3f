package dev.talaria.restate;

import dev.restate.sdk.Context;
import dev.restate.sdk.DurableFuture;
import dev.restate.sdk.WorkflowContext;
import dev.restate.sdk.common.RetryPolicy;
import dev.restate.sdk.common.StateKey;
import dev.restate.sdk.common.TerminalException;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.Decision;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunState;
import dev.talaria.durable.StepResult;
import dev.talaria.durable.TurnSteps;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run as a workflow: {@link RunState} says what comes next, each step is a journaled one, and a
 * decision is a durable promise. All that it computes between the journal's entries is the same in
 * each attempt.
 *
 * <p>Safe for use by many threads; each call has a state of its own.
 */
final class RunWorkflow {

  static final StateKey<RestateRun> VIEW = StateKey.of("run", RunJson.of(RestateRun.class));

  private static final RunJson<StepResult> RESULT = RunJson.of(StepResult.class);
  private static final RunJson<String> TEXT = RunJson.of(String.class);
  private static final Logger LOG = LoggerFactory.getLogger(RunWorkflow.class);

  /** A Codex that cannot be reached does not keep a run from being cancelled. */
  private static final Duration INTERRUPT_LIMIT = Duration.ofMinutes(1);

  private final TurnSteps steps;

  RunWorkflow(TurnSteps steps) {
    this.steps = steps;
  }

  RunResult run(Context context, RunAttempt attempt, RunRequest request) {
    WorkflowContext ctx = (WorkflowContext) context;
    if (!ctx.key().equals(request.key())) {
      throw new TerminalException(
          TerminalException.BAD_REQUEST_CODE,
          "the request is for the run %s, not %s".formatted(request.key(), ctx.key()));
    }
    return new Execution(ctx, attempt, request).run();
  }

  /** One pass through a run's journal. For one thread. */
  private final class Execution {
    private final WorkflowContext ctx;
    private final RunAttempt attempt;
    private final DurableFuture<String> cancel;
    private RunState state;
    private int approvals;
    private NextStep.Follow latest;

    Execution(WorkflowContext ctx, RunAttempt attempt, RunRequest request) {
      this.ctx = ctx;
      this.attempt = attempt;
      this.cancel = ctx.promise(RunService.CANCEL).future();
      this.state = RunState.of(request);
    }

    RunResult run() {
      while (true) {
        NextStep next = state.next();
        if (next instanceof NextStep.Done done) {
          show(RestateRun.of(state, approvals));
          return done.result();
        } else if (next instanceof NextStep.OpenThread open) {
          open(open);
        } else if (next instanceof NextStep.Follow follow) {
          follow(follow);
        } else {
          decide((NextStep.AwaitDecision) next);
        }
      }
    }

    private void show(RestateRun view) {
      ctx.set(VIEW, view);
    }

    private void open(NextStep.OpenThread open) {
      DurableFuture<StepResult> opened =
          ctx.runAsync(
              "open thread",
              RESULT,
              () ->
                  attempt.step(
                      "open thread",
                      () -> attempt.isCancelled() ? gaveUp("") : steps.openThread(open)));
      StepResult result = orCancelled(opened);
      state = attempt.isCancelled() ? state.cancelled() : state.after(result);
    }

    private void follow(NextStep.Follow follow) {
      latest = follow;
      show(RestateRun.of(state, approvals));
      DurableFuture<StepResult> followed =
          ctx.runAsync(
              "follow " + follow.turn().key(),
              RESULT,
              () -> attempt.step("follow " + follow.turn().key(), () -> followed(follow)));
      state = state.after(orCancelled(followed));
      if (attempt.isCancelled() && state.pending() == null) {
        state = state.cancelled();
      }
    }

    private StepResult followed(NextStep.Follow follow) {
      try {
        return steps.follow(follow, (threadId, turnId) -> !attempt.isCancelled());
      } catch (TalariaException e) {
        if (attempt.isCancelled()) {
          LOG.warn("a cancelled run ends without its Codex: {}", e.getMessage());
          return gaveUp(follow.turn().key());
        }
        throw e;
      }
    }

    private StepResult gaveUp(String key) {
      return new StepResult.Ended(key, "", TurnStatus.INTERRUPTED, false, "", "", List.of());
    }

    /** The step's result; once the run is cancelled, the step knows. */
    private StepResult orCancelled(DurableFuture<StepResult> step) {
      if (DurableFuture.any(cancel, step).await() == 0) {
        attempt.cancel();
      }
      return step.await();
    }

    private void decide(NextStep.AwaitDecision wait) {
      approvals++;
      show(RestateRun.of(state, approvals).inTurn(latest.turn().key()));
      DurableFuture<Decision> decision = ctx.promise(RunService.decision(approvals)).future();
      DurableFuture<Void> limit = ctx.timer("approval " + approvals, wait.limit());
      int first = DurableFuture.any(cancel, decision, limit).await();
      if (first == 0) {
        interrupt();
        state = state.cancelled();
      } else if (first == 1) {
        state = state.decided(decision.await());
      } else {
        String now = ctx.run("time", TEXT, () -> Instant.now().toString());
        state = state.expired(Instant.parse(now));
      }
    }

    private void interrupt() {
      try {
        ctx.run(
            "interrupt",
            RetryPolicy.exponential(Duration.ofMillis(200), 2).setMaxDuration(INTERRUPT_LIMIT),
            () ->
                attempt.step(
                    "interrupt",
                    () -> {
                      steps.interrupt(latest.turn());
                      return true;
                    }));
      } catch (TerminalException e) {
        LOG.warn("the run {} is cancelled, its turn is not: {}", ctx.key(), e.getMessage());
      }
    }
  }
}
