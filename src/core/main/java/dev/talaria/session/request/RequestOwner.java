package dev.talaria.session.request;

import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.Guard;
import dev.talaria.session.listener.TurnListener;

/**
 * The turn in which Codex asks the host something, or {@link #NONE}.
 *
 * <p>Called in the mailbox only.
 */
public interface RequestOwner {

  /** What Codex asks outside of every turn. */
  RequestOwner NONE = new RequestOwner() {};

  /** Reports to the turn's listener what becomes of a request. */
  default void tellOfRequest(Guard.Event<TurnListener> event) {}

  /** The host has one more thing to do: its silence is not Codex's. */
  default void hostAsked() {}

  /** The host has one thing less to do, and the turn goes on. */
  default void hostDone() {}

  /** Codex no longer waits for this approval. */
  default void withdrawn(ApprovalRequest request) {}
}
