package dev.talaria.llm.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.RequestOrigin;
import dev.talaria.approval.ToolAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetedToolsTest {

  @Test
  void a_tool_that_is_called_behind_the_budget_is_not_run() {
    AtomicInteger run = new AtomicInteger();
    HostServices tools =
        new HostServices() {
          @Override
          public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
            run.incrementAndGet();
            return CompletableFuture.completedFuture(ToolAnswer.text("done"));
          }
        };
    AtomicBoolean usedUp = new AtomicBoolean();
    HostServices budgeted = new BudgetedTools(tools, usedUp::get);
    HostRequest.DynamicToolCall call =
        new HostRequest.DynamicToolCall(
            new RequestOrigin("item/tool/call", "thread", "", "turn", "item"),
            "",
            "echo",
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode());
    assertEquals(
        ToolAnswer.text("done"), budgeted.callTool(call).toCompletableFuture().getNow(null));
    usedUp.set(true);
    assertEquals(
        ToolAnswer.failure("not run: the step budget is used up"),
        budgeted.callTool(call).toCompletableFuture().getNow(null));
    assertEquals(1, run.get());
  }
}
