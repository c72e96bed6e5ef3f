package dev.talaria.session;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.DiffUpdated;
import dev.talaria.protocol.ServerNotification.PlanUpdated;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import dev.talaria.protocol.ServerNotification.TokenUsageUpdated;

/**
 * What is told of a turn that changes nothing about where it is: pieces of text, tokens, diff,
 * plan.
 *
 * <p>Mailbox only.
 */
final class TurnProgress {

  private final TurnRecord record;
  private final GuardedListener listener;

  TurnProgress(TurnRecord record, GuardedListener listener) {
    this.record = record;
    this.listener = listener;
  }

  /** Takes a notification, if it is one of these. */
  void take(ServerNotification notification) {
    if (notification instanceof AgentMessageDelta delta) {
      listener.tell(heard -> heard.onTextDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof ReasoningDelta delta) {
      listener.tell(heard -> heard.onReasoningDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof CommandOutputDelta delta) {
      listener.tell(heard -> heard.onCommandOutput(delta.itemId(), delta.delta()));
    } else if (notification instanceof TokenUsageUpdated usage) {
      record.usage(usage.usage());
      listener.tell(heard -> heard.onUsage(usage.usage()));
    } else if (notification instanceof DiffUpdated diff) {
      record.diff(diff.diff());
      listener.tell(heard -> heard.onDiff(diff.diff()));
    } else if (notification instanceof PlanUpdated plan) {
      record.plan(plan.steps());
      listener.tell(heard -> heard.onPlan(plan.steps()));
    }
  }
}
