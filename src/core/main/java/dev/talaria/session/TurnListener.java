package dev.talaria.session;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.transcript.Message;
import java.util.List;

/**
 * Is told what happens in a turn, as it happens.
 *
 * <p>Called one event at a time, in Codex's order, on a worker thread of the session's. A slow
 * listener delays its own session only; it must not wait for its own turn. What it throws is logged
 * and harms nothing. While it is more than 64 events behind, deltas that follow each other in the
 * same item come as one, up to 64 Ki characters; nothing is left out and no order changes. Deltas
 * for which a listener's class has no method of its own are not read. {@link #onCompleted} comes
 * before the turn's future completes; an item that Codex ends late may still be reported after it.
 */
public interface TurnListener {

  /** A listener that does nothing. */
  TurnListener NONE = new TurnListener() {};

  /**
   * The session's connection was lost, or is another one since the host resumed the thread: the
   * session goes on with a fresh one. Told before everything else of the turn, and before Codex
   * gets the prompt; a turn that is interrupted now is never sent.
   */
  default void onResumed(ResumeReport report) {}

  /** Codex started the turn. */
  default void onStarted(String turnId) {}

  /** The turn is in another state, for this reason. */
  default void onStateChanged(TurnState from, TurnState to, String reason) {}

  /** An item began: a message, a command, a file change, a tool call, … */
  default void onItemStarted(ThreadItem item) {}

  /** An item ended; this is its authoritative form. */
  default void onItemCompleted(ThreadItem item) {}

  /** The turn ended, and Codex never ended this item; it may still end later. */
  default void onItemLeftOpen(ThreadItem item) {}

  /** The agent's plan as it is now. */
  default void onPlan(List<PlanStep> plan) {}

  /** What the turn has changed so far, as Git writes it. */
  default void onDiff(String diff) {}

  /** A row of the transcript is final. */
  default void onMessage(Message message) {}

  /** A delta of a message; drop what was collected when the same item starts again. */
  default void onTextDelta(String itemId, String delta) {}

  /** A delta of the model's reasoning. */
  default void onReasoningDelta(String itemId, String delta) {}

  /** A delta of a command's output. */
  default void onCommandOutput(String itemId, String delta) {}

  /** The tokens so far. */
  default void onUsage(TokenUsage usage) {}

  /** Something failed; with {@code willRetry} Codex tries again by itself. */
  default void onError(TurnError error, boolean willRetry) {}

  /** Codex asks for an approval; the session's policy or approval handler decides. */
  default void onApprovalRequested(ApprovalRequest request) {}

  /** The approval was answered, or withdrawn before it was. */
  default void onApprovalEnded(ApprovalOutcome outcome) {}

  /**
   * Every notification of the turn, and of its thread while it runs, before the calls above. A
   * listener with this method has every delta read for it.
   */
  default void onNotification(ServerNotification notification) {}

  /** The turn ended. */
  default void onCompleted(TurnResult result) {}
}
