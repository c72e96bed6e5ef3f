package dev.talaria.cli.chat;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;

/** Passes the events of a turn to the view, without waiting for it. Safe for any thread. */
final class ChatEvents implements TurnListener {

  private final ChatQueue queue;
  private final ChatView view;

  ChatEvents(ChatQueue queue, ChatView view) {
    this.queue = queue;
    this.view = view;
  }

  @Override
  public void onResumed(ResumeReport report) {
    if (!report.reason().isBlank()) {
      queue.post(() -> view.note("  Codex was started anew: " + report.reason()));
    }
  }

  @Override
  public void onItemStarted(Item item) {
    queue.post(() -> view.itemStarted(item));
  }

  @Override
  public void onItemCompleted(Item item) {
    queue.post(() -> view.itemCompleted(item));
  }

  @Override
  public void onItemLeftOpen(Item item) {
    queue.post(() -> view.itemLeftOpen(item));
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    queue.post(() -> view.text(itemId, delta, false));
  }

  @Override
  public void onReasoningDelta(String itemId, String delta) {
    queue.post(() -> view.text(itemId, delta, true));
  }

  @Override
  public void onDiff(String diff) {
    queue.post(() -> view.diff(diff));
  }

  @Override
  public void onUsage(TokenUsage usage) {
    queue.post(() -> view.status.usage(usage));
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    // What ends the turn is told with its end.
    if (willRetry) {
      queue.post(() -> view.retried(error));
    }
  }

  @Override
  public void onApprovalEnded(ApprovalOutcome outcome) {
    queue.post(() -> view.questionEnded(outcome));
  }
}
