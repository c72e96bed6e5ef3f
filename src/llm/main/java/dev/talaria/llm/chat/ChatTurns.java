package dev.talaria.llm.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.ChatEntry;
import dev.talaria.llm.call.CallSetup;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.session.CodexSession;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolHandler;
import dev.talaria.tools.ToolRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of chat calls, and those of them that are suspended: they wait for results of tools,
 * bounded in number and in time.
 *
 * <p>Safe for use by many threads. A turn is ended outside of the lock.
 */
public final class ChatTurns implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ChatTurns.class);

  private static final Duration INJECT_LIMIT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofMinutes(1);

  final CallSetup setup;
  final String model;
  private final Duration heldFor;
  private final int maxHeld;

  /** How long nothing more may come after a call of a tool until it is handed out. */
  final Duration quietTime;

  private final Set<ChatTurn> open = ConcurrentHashMap.newKeySet();
  private final Map<ChatTurn, Suspension> suspended = new LinkedHashMap<>();
  private boolean closed;

  private record Suspension(Set<String> callIds, Future<?> alarm) {}

  public ChatTurns(
      CallSetup setup, String model, Duration heldFor, int maxHeld, Duration quietTime) {
    this.setup = setup;
    this.model = model;
    this.heldFor = heldFor;
    this.maxHeld = maxHeld;
    this.quietTime = quietTime;
  }

  /**
   * Continues with the turn that waits for the conversation's results, or begins a fresh one.
   * Blocks on Codex.
   */
  void begin(Conversation conversation, ReplyCall.Pending pending) {
    Optional<ChatTurn> waiting = resume(conversation.answered());
    if (waiting.isPresent()) {
      if (waiting.get().resume(conversation, pending)) {
        endWith(pending, waiting.get());
        return;
      }
      waiting.get().end();
    }
    ChatTurn turn = new ChatTurn(this, conversation, pending);
    open.add(turn);
    endWith(pending, turn);
    if (!pending.future.isDone()) {
      turn.begin();
    }
  }

  /**
   * Opens the thread of a conversation. Blocks on Codex.
   *
   * @param handler called for each of its tools
   */
  CodexSession open(Conversation conversation, ToolHandler handler) {
    Duration held = heldFor.multipliedBy(2).plus(SLACK);
    List<HostTool> tools = new ArrayList<>();
    for (DynamicTool tool : conversation.tools()) {
      tools.add(
          HostTool.builder(tool.name())
              .description(tool.description())
              .parameters(tool.inputSchema())
              .timeLimit(held)
              .handler(handler)
              .build());
    }
    return setup.open(
        conversation.model().orElse(model),
        false,
        ToolRegistry.of(tools),
        UnaryOperator.identity(),
        thread -> {
          // The limits that count are those of the calls, which know what is waited for.
          thread.noTurnTimeout().idleTimeout(setup.timeout().plus(held));
          if (!conversation.system().isBlank()) {
            thread.developerInstructions(conversation.system());
          }
        });
  }

  /** Gives a thread what came before the message that the model is to reply to. */
  void inject(Conversation conversation, CodexSession thread) {
    List<ChatEntry> before = conversation.before();
    if (!before.isEmpty()) {
      Map<String, Object> params =
          Map.of("threadId", thread.threadId(), "items", HistoryItems.of(before));
      setup.codex().call("thread/inject_items", params, JsonNode.class, INJECT_LIMIT);
    }
  }

  /** A reply that failed, or that nothing waits for any more, ends its turn. */
  private static void endWith(ReplyCall.Pending pending, ChatTurn turn) {
    pending.future.whenComplete(
        (reply, error) -> {
          if (error != null) {
            turn.end();
          }
        });
  }

  /** Ends the turn that waits for the conversation's results: nothing will continue with it. */
  void abandon(Conversation conversation) {
    resume(conversation.answered()).ifPresent(ChatTurn::end);
  }

  /** Keeps a turn until one of these calls is answered, its time is over or others are newer. */
  void suspend(ChatTurn turn, Set<String> callIds) {
    List<ChatTurn> surplus = new ArrayList<>();
    synchronized (this) {
      if (closed) {
        surplus.add(turn);
      } else {
        suspended.put(turn, new Suspension(callIds, setup.after(heldFor, () -> expire(turn))));
        int more = Math.max(0, suspended.size() - maxHeld);
        suspended.keySet().stream().limit(more).forEach(surplus::add);
      }
    }
    for (ChatTurn each : surplus) {
      log.info("a turn that waits for tools is ended: {} are held at once", maxHeld);
      each.end();
    }
  }

  private void expire(ChatTurn turn) {
    log.info("a turn got no results of its tools within {}; it is ended", heldFor);
    turn.end();
  }

  private synchronized Optional<ChatTurn> resume(Set<String> callIds) {
    Optional<ChatTurn> found =
        suspended.entrySet().stream()
            .filter(entry -> entry.getValue().callIds().stream().anyMatch(callIds::contains))
            .map(Map.Entry::getKey)
            .findFirst();
    found.ifPresent(this::forget);
    return found;
  }

  /** The turn is no longer suspended. */
  synchronized void forget(ChatTurn turn) {
    Suspension suspension = suspended.remove(turn);
    if (suspension != null) {
      suspension.alarm().cancel(false);
    }
  }

  /** The turn has ended. */
  void remove(ChatTurn turn) {
    open.remove(turn);
    forget(turn);
  }

  /** How many are suspended. */
  public synchronized int held() {
    return suspended.size();
  }

  /** How many run or are suspended. */
  public int open() {
    return open.size();
  }

  /** Ends all turns; no more are suspended. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    open.forEach(ChatTurn::end);
  }
}
