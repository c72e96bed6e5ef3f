package dev.talaria.session.turn;

import dev.talaria.appserver.SerialQueue;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import java.util.function.Consumer;

/**
 * A delta that waits in a session's mailbox, and takes over the next one of the same item and kind.
 *
 * <p>Guarded by the mailbox's lock until it runs.
 */
public final class CoalescedDelta implements SerialQueue.Joinable {

  /** So many characters at most are told at once, if more than one delta is. */
  static final int MOST_JOINED = 64 * 1024;

  private final ServerNotification first;
  private final String itemId;
  private final String delta;
  private final Consumer<ServerNotification> accept;
  private StringBuilder joined;

  private CoalescedDelta(
      ServerNotification first, String itemId, String delta, Consumer<ServerNotification> accept) {
    this.first = first;
    this.itemId = itemId;
    this.delta = delta;
    this.accept = accept;
  }

  /** The task that gives a notification to {@code accept}. */
  public static Runnable of(ServerNotification notification, Consumer<ServerNotification> accept) {
    if (notification instanceof AgentMessageDelta message) {
      return new CoalescedDelta(message, message.itemId(), message.delta(), accept);
    } else if (notification instanceof ReasoningDelta reasoning) {
      return new CoalescedDelta(reasoning, reasoning.itemId(), reasoning.delta(), accept);
    } else if (notification instanceof CommandOutputDelta output) {
      return new CoalescedDelta(output, output.itemId(), output.delta(), accept);
    }
    return () -> accept.accept(notification);
  }

  @Override
  public int size() {
    return joined == null ? delta.length() : joined.length();
  }

  @Override
  public boolean join(SerialQueue.Joinable next) {
    if (!(next instanceof CoalescedDelta other)
        || size() + other.size() > MOST_JOINED
        || other.first.getClass() != first.getClass()
        || !other.itemId.equals(itemId)
        || !other.first.turnId().equals(first.turnId())) {
      return false;
    }
    if (joined == null) {
      joined = new StringBuilder(delta);
    }
    joined.append(other.delta);
    return true;
  }

  @Override
  public void run() {
    accept.accept(joined == null ? first : with(joined.toString()));
  }

  private ServerNotification with(String text) {
    if (first instanceof AgentMessageDelta) {
      return new AgentMessageDelta(first.threadId(), first.turnId(), itemId, text);
    } else if (first instanceof ReasoningDelta) {
      return new ReasoningDelta(first.threadId(), first.turnId(), itemId, text);
    }
    return new CommandOutputDelta(first.threadId(), first.turnId(), itemId, text);
  }
}
