package dev.talaria.llm.call;

import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * The tools of a call as long as its step budget is not used up. Codex may ask for one more before
 * the interrupt reaches it, and that one is not run.
 *
 * <p>As safe for use by many threads as what it stands before.
 */
record BudgetedTools(HostServices tools, BooleanSupplier usedUp) implements HostServices {

  @Override
  public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
    return usedUp.getAsBoolean()
        ? CompletableFuture.completedFuture(
            ToolAnswer.failure("not run: the step budget is used up"))
        : tools.callTool(call);
  }
}
