package dev.talaria.session.turn;

import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.DiffUpdated;
import dev.talaria.protocol.ServerNotification.PlanUpdated;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import dev.talaria.protocol.ServerNotification.TokenUsageUpdated;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one turn has brought so far, transcript, final text and tokens, and which of its items are
 * open; the listener is notified of each step.
 *
 * <p>Mailbox only. Items may end after their turn has.
 */
final class TurnRecord {

  private final TurnListeners listeners;
  private final ItemProjector projector;
  private final Map<String, Item> open = new LinkedHashMap<>();
  private final Map<String, Instant> begun = new HashMap<>();
  private final Set<String> notRunning = new HashSet<>();
  private final Set<String> endedItems = new HashSet<>();
  private final Set<String> endedTexts = new HashSet<>();
  private final List<Message> messages = new ArrayList<>();
  private int toolIterations;
  private String finalText = "";
  private String commentary = "";
  private TokenUsage usage;
  private String diff = "";
  private List<PlanStep> plan = List.of();
  private boolean compacted;
  private String reviewed;

  /**
   * @param maxCommandOutput how many code points of a command's output are kept
   */
  TurnRecord(TurnListeners listeners, int maxCommandOutput) {
    this.listeners = listeners;
    this.projector = new ItemProjector(maxCommandOutput);
  }

  void started(Item item) {
    open.put(item.id(), item);
    begun.put(item.id(), Instant.now());
    listeners.tell(item.id(), to -> to.onItemStarted(item));
  }

  void completed(Item item, String threadId, String turnId) {
    open.remove(item.id());
    begun.remove(item.id());
    endedItems.add(item.id());
    compacted |= item instanceof Item.ContextCompaction;
    if (item instanceof Item.AgentMessage message) {
      completed(message);
    } else if (item instanceof ActivityItem.ExitedReviewMode review) {
      reviewed = review.review();
    }
    Projection rows = projector.projectCompleted(item, threadId, turnId);
    if (rows.toolIteration()) {
      toolIterations++;
    }
    add(rows);
    listeners.tell(item.id(), to -> to.onItemCompleted(item));
  }

  private void completed(Item.AgentMessage message) {
    endedTexts.add(message.text());
    if (message.text().isEmpty()) {
      return;
    }
    if (message.phase().orElse("").equals("commentary")) {
      commentary = message.text();
    } else {
      finalText = message.text();
    }
  }

  private void add(Projection rows) {
    rows.messages().forEach(this::add);
  }

  /** The transcript continues with a row. */
  void add(Message row) {
    messages.add(row);
    listeners.tell(to -> to.onMessage(row));
  }

  /** What a review found, as Codex writes it; {@code null} for another turn. */
  String reviewed() {
    return reviewed;
  }

  /** Takes text, tokens, diff or plan; skips everything else. */
  void progress(ServerNotification notification) {
    if (notification instanceof AgentMessageDelta delta) {
      listeners.tell(delta.itemId(), to -> to.onTextDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof ReasoningDelta delta) {
      listeners.tell(delta.itemId(), to -> to.onReasoningDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof CommandOutputDelta delta) {
      listeners.tell(delta.itemId(), to -> to.onCommandOutput(delta.itemId(), delta.delta()));
    } else if (notification instanceof TokenUsageUpdated latest) {
      usage = latest.usage();
      listeners.tell(to -> to.onUsage(latest.usage()));
    } else if (notification instanceof ServerNotification.Unknown other
        && other.method().equals("model/rerouted")) {
      String model = other.params().path("toModel").asText();
      listeners.tell(to -> to.onModelRerouted(model));
    } else if (notification instanceof DiffUpdated latest) {
      diff = latest.diff();
      listeners.tell(to -> to.onDiff(latest.diff()));
    } else if (notification instanceof PlanUpdated latest) {
      plan = latest.steps();
      listeners.tell(to -> to.onPlan(latest.steps()));
    }
  }

  /** No further item is awaited: the transcript gets what only this tells. */
  void noMoreAwaited() {
    add(projector.end());
  }

  /** Tells the host what has started and not ended. */
  void tellLeftOpen() {
    open.values().forEach(item -> listeners.tell(item.id(), to -> to.onItemLeftOpen(item)));
  }

  /** The items that have started and not ended, as they were when they started. */
  Collection<Item> open() {
    return open.values();
  }

  boolean commandIsOpen() {
    return open.values().stream().anyMatch(Item.CommandExecution.class::isInstance);
  }

  /** A tool may be silent for long; a message that Codex began and never ended says nothing. */
  boolean workIsOpen() {
    return open.values().stream()
        .anyMatch(
            item ->
                !(item instanceof Item.AgentMessage
                    || item instanceof Item.Reasoning
                    || item instanceof Item.UserMessage));
  }

  /** Codex never began this command, or no longer has it, and will not say that it ended. */
  void commandDoesNotRun(String itemId) {
    notRunning.add(itemId);
  }

  /** The commands that are open and run. */
  List<BackgroundCommand> runningCommands(String threadId, String turnId) {
    return open.values().stream()
        .filter(Item.CommandExecution.class::isInstance)
        .map(Item.CommandExecution.class::cast)
        .filter(item -> !notRunning.contains(item.id()))
        .map(
            item ->
                new BackgroundCommand(
                    threadId, turnId, item.id(), item.command(), item.cwd(), begun.get(item.id())))
        .toList();
  }

  /**
   * Whether Codex's own history holds an item whose end was not received here.
   *
   * <p>Old versions give messages other ids there, so a message is known by its text, too.
   */
  boolean misses(Item item) {
    boolean known =
        item instanceof Item.UserMessage
            || endedItems.contains(item.id())
            || item instanceof Item.AgentMessage message
                && (message.text().isEmpty() || endedTexts.contains(message.text()));
    return !known;
  }

  /** Whether the end of this item was received. */
  boolean hasEnded(String itemId) {
    return endedItems.contains(itemId);
  }

  /** Whether this item has begun and not ended. */
  boolean isOpen(String itemId) {
    return open.containsKey(itemId);
  }

  TurnResult result(
      String threadId,
      String turnId,
      TurnEnd end,
      List<BackgroundCommand> running,
      Duration duration) {
    return new TurnResult(
        threadId,
        turnId,
        end.status(),
        finalText.isEmpty() ? commentary : finalText,
        messages,
        toolIterations,
        end.error(),
        usage,
        diff,
        plan,
        compacted,
        running,
        end.retire(),
        duration);
  }
}
