package dev.talaria.llm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A loop with tools; its future completes with a result, however the loop ends. */
final class LoopCall extends LlmCall<LoopResult> {

  private final LoopRequest request;

  LoopCall(CodexLlmRuntime.Setup setup, LoopRequest request) {
    super(setup, request.options());
    this.request = request;
  }

  LoopRequest request() {
    return request;
  }

  @Override
  LoopResult work(ModelThread thread) throws InterruptedException {
    thread.ask(options.text(), null);
    if (thread.budgetReached()) {
      return result(StopReason.BUDGET, thread.lastText(), Optional.empty());
    }
    Optional<LlmException> problem =
        request.toolFailures() == ToolFailurePolicy.ERROR
            ? toolProblem(meter.failures()).map(found -> found.with(meter.metrics()))
            : Optional.empty();
    StopReason reason = problem.isPresent() ? StopReason.ERROR : StopReason.NATURAL;
    return result(reason, thread.lastText(), problem);
  }

  @Override
  void fail(CompletableFuture<LoopResult> future, LlmException problem, ModelThread thread) {
    String text = thread == null ? "" : thread.lastText();
    future.complete(result(StopReason.ERROR, text, Optional.of(problem)));
  }

  @Override
  void cancelled(CompletableFuture<LoopResult> future, ModelThread thread) {
    String text = thread == null ? "" : thread.lastText();
    future.complete(result(StopReason.CANCELLED, text, Optional.empty()));
  }

  private LoopResult result(StopReason reason, String text, Optional<LlmException> problem) {
    return new LoopResult(reason, text, problem, meter.metrics(), meter.failures());
  }

  /** The failure that failed calls of tools are together; empty without any. */
  static Optional<LlmException> toolProblem(List<ToolFailure> failures) {
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LlmException(
                LlmException.Kind.TOOL_FAILED,
                failures.stream()
                    .map(failure -> failure.tool() + ": " + failure.message())
                    .collect(Collectors.joining("; ", "Codex runtime tool call failed: ", ""))));
  }
}
