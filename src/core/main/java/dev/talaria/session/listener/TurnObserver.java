package dev.talaria.session.listener;

import dev.talaria.session.Turn;

/**
 * Receives what a turn's listener receives, before the host's own listener does, and wraps the
 * host's code of the turn.
 *
 * <p>An observer that {@link TurnListener#onSubAgent} returns is also entered for the requests of
 * that agent's turns. Returning one does not count as listening to the agent: its approvals are
 * still reported to the listener of the turn that began it, as {@link TurnListener#onSubAgent}
 * says.
 */
public interface TurnObserver extends TurnListener {

  /** An observer that does nothing. */
  TurnObserver NONE = new TurnObserver() {};

  /**
   * Makes the turn's context that of the calling thread, while code of the host runs for the turn
   * (listener, policy, approval handler, tool) or a request of the turn is sent. Called on several
   * threads at once.
   *
   * @param itemId the item that it is about; empty for the turn
   * @return what ends that; closed on the same thread
   */
  default ContextScope enter(String itemId) {
    return ContextScope.NONE;
  }

  /**
   * The host's input went into a turn that ran already, which has an observer of its own. Nothing
   * more is reported here.
   *
   * @param other the turn that continues
   */
  default void onJoined(Turn other) {}
}
