package dev.talaria.session.request;

import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.Guard;
import dev.talaria.session.listener.TurnListener;

/**
 * The turn in which Codex asks the host something, or {@link #NONE}.
 *
 * <p>Called in the mailbox only, where it does not say otherwise.
 */
public interface RequestOwner {

  /** What Codex asks outside of every turn. */
  RequestOwner NONE = new RequestOwner() {};

  /** Reports to the turn's listener what happens to a request about an item. */
  default void tellOfRequest(String itemId, Guard.Event<TurnListener> event) {}

  /**
   * Runs code of the host for the turn on the calling thread. Any thread.
   *
   * @param itemId the item that it is about; empty for none
   */
  default void within(String itemId, Runnable task) {
    task.run();
  }

  /** The host has one more thing to do: its silence is not Codex's. */
  default void hostAsked() {}

  /** The host has one thing less to do, and the turn continues. */
  default void hostDone() {}

  /** Codex no longer waits for this approval. */
  default void withdrawn(ApprovalRequest request) {}
}
