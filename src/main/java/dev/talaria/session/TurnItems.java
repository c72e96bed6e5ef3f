package dev.talaria.session;

import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ThreadItem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The items of one turn: which are open, and what they bring when they end.
 *
 * <p>Mailbox only. Items may end after their turn has.
 */
final class TurnItems {

  private final TurnRecord record;
  private final GuardedListener listener;
  private final Map<String, ThreadItem> open = new LinkedHashMap<>();

  TurnItems(TurnRecord record, GuardedListener listener) {
    this.record = record;
    this.listener = listener;
  }

  void started(ThreadItem item) {
    open.put(item.id(), item);
    listener.tell(heard -> heard.onItemStarted(item));
  }

  void completed(ItemCompleted completed) {
    open.remove(completed.item().id());
    record.completed(completed).forEach(row -> listener.tell(heard -> heard.onMessage(row)));
    listener.tell(heard -> heard.onItemCompleted(completed.item()));
  }

  /** No item is awaited any more: the transcript gets what only this tells. */
  void noMoreAwaited() {
    record.ended().forEach(row -> listener.tell(heard -> heard.onMessage(row)));
  }

  /** Tells the host what has started and not ended. */
  void tellLeftOpen() {
    open.values().forEach(item -> listener.tell(heard -> heard.onItemLeftOpen(item)));
  }

  /** The item as it was when it started; {@code null} when it is not open. */
  ThreadItem open(String itemId) {
    return open.get(itemId);
  }

  /** The items that have started and not ended. */
  Collection<ThreadItem> open() {
    return open.values();
  }

  boolean commandIsOpen() {
    return open.values().stream().anyMatch(ThreadItem.CommandExecution.class::isInstance);
  }

  /** A tool may be silent for long; a message that Codex began and never ended says nothing. */
  boolean workIsOpen() {
    return open.values().stream()
        .anyMatch(
            item ->
                !(item instanceof ThreadItem.AgentMessage
                    || item instanceof ThreadItem.Reasoning
                    || item instanceof ThreadItem.UserMessage));
  }
}
