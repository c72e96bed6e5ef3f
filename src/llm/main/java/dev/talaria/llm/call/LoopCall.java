package dev.talaria.llm.call;

import dev.talaria.llm.LlmException;
import dev.talaria.llm.LoopResult;
import dev.talaria.llm.StopReason;
import dev.talaria.llm.ToolFailurePolicy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A loop with tools; its future completes with a result, however the loop ends. */
public final class LoopCall extends ThreadCall<LoopResult> {

  private final ToolFailurePolicy toolFailures;

  public LoopCall(
      CallSetup setup, String model, CallOptions options, ToolFailurePolicy toolFailures) {
    super(setup, "loop", model, options);
    this.toolFailures = toolFailures;
  }

  @Override
  protected LoopResult work() throws InterruptedException {
    ask(options.text(), null);
    if (steps.budgetReached()) {
      return result(StopReason.BUDGET, Optional.empty());
    }
    Optional<LlmException> problem =
        toolFailures == ToolFailurePolicy.ERROR
            ? toolProblem().map(this::described)
            : Optional.empty();
    return result(problem.isPresent() ? StopReason.ERROR : StopReason.NATURAL, problem);
  }

  @Override
  void fail(CompletableFuture<LoopResult> future, LlmException problem) {
    future.complete(result(StopReason.ERROR, Optional.of(problem)));
  }

  @Override
  void cancelled(CompletableFuture<LoopResult> future) {
    future.complete(result(StopReason.CANCELLED, Optional.empty()));
  }

  private LoopResult result(StopReason reason, Optional<LlmException> problem) {
    return new LoopResult(reason, lastText, problem, meter.metrics(), meter.failures());
  }
}
