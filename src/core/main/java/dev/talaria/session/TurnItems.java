package dev.talaria.session;

import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ThreadItem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of one turn: which are open, and what they bring when they end.
 *
 * <p>Mailbox only. Items may end after their turn has.
 */
final class TurnItems {

  private final TurnRecord record;
  private final GuardedListener listener;
  private final Map<String, ThreadItem> open = new LinkedHashMap<>();
  private final Map<String, Instant> begun = new HashMap<>();
  private final Set<String> notRunning = new HashSet<>();

  TurnItems(TurnRecord record, GuardedListener listener) {
    this.record = record;
    this.listener = listener;
  }

  void started(ThreadItem item) {
    open.put(item.id(), item);
    begun.put(item.id(), Instant.now());
    listener.tell(heard -> heard.onItemStarted(item));
  }

  void completed(ItemCompleted completed) {
    open.remove(completed.item().id());
    begun.remove(completed.item().id());
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

  /** Codex never began this command, or no longer has it, and will not say that it ended. */
  void commandDoesNotRun(String itemId) {
    notRunning.add(itemId);
  }

  /** The commands that are open and run. */
  List<BackgroundCommand> runningCommands(String threadId, String turnId) {
    return open.values().stream()
        .filter(ThreadItem.CommandExecution.class::isInstance)
        .map(ThreadItem.CommandExecution.class::cast)
        .filter(item -> !notRunning.contains(item.id()))
        .map(
            item ->
                new BackgroundCommand(
                    threadId, turnId, item.id(), item.command(), item.cwd(), begun.get(item.id())))
        .toList();
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
