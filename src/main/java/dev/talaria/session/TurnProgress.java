package dev.talaria.session;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.DiffUpdated;
import dev.talaria.protocol.ServerNotification.PlanUpdated;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import dev.talaria.protocol.ServerNotification.TokenUsageUpdated;
import java.util.function.Consumer;

/**
 * What is told of a turn that changes nothing about where it is: pieces of text, tokens, diff,
 * plan.
 *
 * <p>Mailbox only.
 */
final class TurnProgress {

  private final TurnRecord record;
  private final Consumer<Consumer<TurnListener>> tell;

  TurnProgress(TurnRecord record, Consumer<Consumer<TurnListener>> tell) {
    this.record = record;
    this.tell = tell;
  }

  /** Takes a notification, if it is one of these. */
  void take(ServerNotification notification) {
    if (notification instanceof AgentMessageDelta delta) {
      tell.accept(heard -> heard.onTextDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof ReasoningDelta delta) {
      tell.accept(heard -> heard.onReasoningDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof CommandOutputDelta delta) {
      tell.accept(heard -> heard.onCommandOutput(delta.itemId(), delta.delta()));
    } else if (notification instanceof TokenUsageUpdated usage) {
      record.usage(usage.usage());
      tell.accept(heard -> heard.onUsage(usage.usage()));
    } else if (notification instanceof DiffUpdated diff) {
      record.diff(diff.diff());
      tell.accept(heard -> heard.onDiff(diff.diff()));
    } else if (notification instanceof PlanUpdated plan) {
      record.plan(plan.steps());
      tell.accept(heard -> heard.onPlan(plan.steps()));
    }
  }
}
