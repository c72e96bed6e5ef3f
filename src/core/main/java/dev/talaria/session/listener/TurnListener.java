package dev.talaria.session.listener;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.transcript.Message;
import java.util.List;

/**
 * Is notified of what happens in a turn, as it happens.
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
   * session continues with a fresh one. Told before everything else of the turn, and before Codex
   * gets the prompt; a turn that is interrupted now is never sent.
   *
   * @param report the thread from now on, and what happened to its latest turn
   */
  default void onResumed(ResumeReport report) {}

  /**
   * Codex started the turn.
   *
   * @param turnId the turn's id
   */
  default void onStarted(String turnId) {}

  /**
   * The turn is in another state.
   *
   * @param from the previous state
   * @param to the state now
   * @param reason why, for people
   */
  default void onStateChanged(TurnState from, TurnState to, String reason) {}

  /**
   * An item began: a message, a command, a file change, a tool call, …
   *
   * @param item the item as it begins; much of it may be empty yet
   */
  default void onItemStarted(Item item) {}

  /**
   * An item ended; this is its authoritative form.
   *
   * @param item the item in full
   */
  default void onItemCompleted(Item item) {}

  /**
   * The turn ended, and Codex never ended this item; it may still end later.
   *
   * @param item the item as it began
   */
  default void onItemLeftOpen(Item item) {}

  /**
   * The agent's plan as it is now.
   *
   * @param plan the steps in order; replaces the previous plan
   */
  default void onPlan(List<PlanStep> plan) {}

  /**
   * What the turn has changed so far, as Git writes it.
   *
   * @param diff a unified diff of all changes of the turn; replaces the previous one
   */
  default void onDiff(String diff) {}

  /**
   * A row of the transcript is final.
   *
   * @param message a row for the user, the agent or a tool; the rows together are {@link
   *     TurnResult#messages}
   */
  default void onMessage(Message message) {}

  /**
   * A delta of a message; drop what was collected when the same item starts again.
   *
   * @param itemId the message's item
   * @param delta the text that follows what came before
   */
  default void onTextDelta(String itemId, String delta) {}

  /**
   * A delta of the model's reasoning.
   *
   * @param itemId the reasoning's item
   * @param delta the text that follows what came before
   */
  default void onReasoningDelta(String itemId, String delta) {}

  /**
   * A delta of a command's output.
   *
   * @param itemId the command's item
   * @param delta the output that follows what came before
   */
  default void onCommandOutput(String itemId, String delta) {}

  /**
   * The tokens so far.
   *
   * @param usage of the latest request to the model and of the whole thread
   */
  default void onUsage(TokenUsage usage) {}

  /**
   * From now on Codex uses a different model than the turn asked for ({@code model/rerouted}).
   *
   * @param model the other one
   */
  default void onModelRerouted(String model) {}

  /**
   * Something failed.
   *
   * @param error what failed
   * @param willRetry whether Codex tries again by itself; else the turn fails
   */
  default void onError(TurnError error, boolean willRetry) {}

  /**
   * Codex asks for an approval; the session's policy or approval handler decides.
   *
   * @param request what Codex asks; answering is not the listener's part
   */
  default void onApprovalRequested(ApprovalRequest request) {}

  /**
   * The approval was answered, or withdrawn before it was.
   *
   * @param outcome who decided what, and what Codex was answered
   */
  default void onApprovalEnded(ApprovalOutcome outcome) {}

  /**
   * The turn has begun a sub-agent. What that does is not reported here, but to the listener that
   * is returned; return {@code this} to receive all of it in one place. Only its approvals are
   * reported here where no listener is returned.
   *
   * @param agent the agent; its turns follow
   * @return told what happens in the agent's turns, from the first event on; {@link #NONE} or
   *     {@code null} for nobody
   */
  default TurnListener onSubAgent(SubAgent agent) {
    return NONE;
  }

  /**
   * Every notification of the turn, and of its thread while it runs, before the calls above. A
   * listener with this method has every delta read for it.
   *
   * @param notification its method and params, as Codex sent them
   */
  default void onNotification(ServerNotification notification) {}

  /**
   * The turn ended.
   *
   * @param result the same that {@link Turn#result} completes with
   */
  default void onCompleted(TurnResult result) {}
}
