package dev.talaria.cli.chat;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.cli.terminal.Console;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.SubAgent;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Passes the events of a turn to the view, without waiting for it, as long as its thread is the one
 * that is looked at. Safe for any thread.
 *
 * @param indent of the agent's rows; empty for the thread's own
 */
record ChatEvents(Console console, ChatView view, BooleanSupplier isShown, String indent)
    implements TurnListener {

  private void post(Runnable showing) {
    console.post(
        () -> {
          if (isShown.getAsBoolean()) {
            showing.run();
          }
        });
  }

  @Override
  public void onResumed(ResumeReport report) {
    if (!report.reason().isBlank()) {
      post(() -> view.note("  Codex was started again: " + report.reason()));
    }
  }

  @Override
  public void onItemStarted(Item item) {
    post(() -> view.itemStarted(item, indent));
  }

  @Override
  public void onItemCompleted(Item item) {
    post(() -> view.itemCompleted(item, indent));
  }

  @Override
  public void onItemLeftOpen(Item item) {
    post(() -> view.itemLeftOpen(item));
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    // What a sub-agent says is shown when it is complete.
    if (indent.isEmpty()) {
      post(() -> view.text(itemId, delta, false));
    }
  }

  @Override
  public void onReasoningDelta(String itemId, String delta) {
    if (indent.isEmpty()) {
      post(() -> view.text(itemId, delta, true));
    }
  }

  @Override
  public void onCommandOutput(String itemId, String delta) {
    post(() -> view.output(itemId, delta));
  }

  @Override
  public void onPlan(List<PlanStep> plan) {
    if (indent.isEmpty()) {
      post(() -> view.plan(plan));
    }
  }

  @Override
  public void onDiff(String diff) {
    if (indent.isEmpty()) {
      post(() -> view.diff(diff));
    }
  }

  @Override
  public void onUsage(TokenUsage usage) {
    if (indent.isEmpty()) {
      post(() -> view.status.usage(usage));
    }
  }

  @Override
  public TurnListener onSubAgent(SubAgent agent) {
    post(() -> view.agent(agent.label(), agent.role(), indent));
    return new ChatEvents(console, view, isShown, indent + "  │ ");
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    // What ends the turn is told with its end.
    if (willRetry) {
      post(() -> view.retried(error));
    }
  }

  @Override
  public void onApprovalEnded(ApprovalOutcome outcome) {
    post(() -> view.questionEnded(outcome));
  }
}
