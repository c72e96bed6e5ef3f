package dev.talaria.host;

import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnResult;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts what a turn's result does not have, and passes the turn's events on to the display.
 *
 * <p>Safe for use by many threads: the session's worker writes, the host's thread reads.
 */
final class TurnUsage implements TurnListener {

  static final String NEW_THREAD = "Codex thread could not be resumed; starting a new one.";

  private final DisplayBridge display;
  private final Set<String> compactions = new HashSet<>();
  private final Set<String> tools = new HashSet<>();
  private Counts before;
  private boolean modelSpoke;

  TurnUsage(DisplayBridge display) {
    this.display = display;
  }

  /** How often Codex has shortened the thread in the turn. */
  synchronized int compactions(TurnResult turn) {
    return Math.max(compactions.size(), turn.compacted() ? 1 : 0);
  }

  /** The names of the tools that were called, as the display shows them. */
  synchronized Set<String> tools() {
    return Set.copyOf(tools);
  }

  /** The tokens of all requests of the turn, as far as its own events tell. */
  synchronized Counts tokens(TokenUsage latest) {
    return before == null ? latest.last() : minus(latest.total(), before);
  }

  /** What was added to {@code part}; never negative. */
  static Counts minus(Counts all, Counts part) {
    return new Counts(
        Math.max(0, all.totalTokens() - part.totalTokens()),
        Math.max(0, all.inputTokens() - part.inputTokens()),
        Math.max(0, all.cachedInputTokens() - part.cachedInputTokens()),
        Math.max(0, all.outputTokens() - part.outputTokens()),
        Math.max(0, all.reasoningOutputTokens() - part.reasoningOutputTokens()));
  }

  /** 0.125.0 and 0.130.0 begin a turn with the numbers of the one before. */
  @Override
  public synchronized void onUsage(TokenUsage usage) {
    if (!modelSpoke) {
      before = usage.total();
    } else if (before == null) {
      before = minus(usage.total(), usage.last());
    }
  }

  private synchronized void spoke(Item item) {
    modelSpoke |= !(item instanceof Item.UserMessage);
  }

  @Override
  public void onResumed(ResumeReport report) {
    if (report.newThread()) {
      display.notice(NEW_THREAD);
    }
  }

  @Override
  public void onItemStarted(Item item) {
    spoke(item);
    display.onItemStarted(item);
  }

  @Override
  public void onItemCompleted(Item item) {
    spoke(item);
    synchronized (this) {
      display.toolName(item).ifPresent(tools::add);
      if (item instanceof Item.ContextCompaction) {
        compactions.add(item.id());
      }
    }
    display.onItemCompleted(item);
  }

  @Override
  public void onItemLeftOpen(Item item) {
    display.onItemLeftOpen(item);
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    display.onTextDelta(itemId, delta);
  }

  @Override
  public void onReasoningDelta(String itemId, String delta) {
    display.onReasoningDelta(itemId, delta);
  }
}
