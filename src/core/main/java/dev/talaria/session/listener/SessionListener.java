package dev.talaria.session.listener;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.Turn;

/**
 * Is notified of what moves a session's thread besides the host's own turns.
 *
 * <p>Called one event at a time, in Codex's order, on the thread that calls the session's {@link
 * TurnListener}s. It must not wait for a turn of its session. What it throws is logged and harms
 * nothing.
 */
public interface SessionListener {

  /** A listener that does nothing. */
  SessionListener NONE = new SessionListener() {};

  /**
   * {@return a session listener that has all turns which the host did not start reported to one
   * listener}
   *
   * @param turns receives what happens in these turns
   */
  static SessionListener ofTurns(TurnListener turns) {
    return new SessionListener() {
      @Override
      public TurnListener onTurn(Turn turn) {
        return turns;
      }
    };
  }

  /**
   * A turn runs in the thread that the host did not start. Those of sub-agents run in threads of
   * their own: {@link TurnListener#onSubAgent} reports them. Its approvals go to the session's
   * policy and handler, its calls of the host's tools to the session's services, as those of any
   * turn.
   *
   * @param turn the turn, to wait for, to steer or to interrupt; {@link Turn#origin} says who
   *     started it
   * @return told what happens in the turn, from its first event on; {@code null} for nobody
   */
  default TurnListener onTurn(Turn turn) {
    return TurnListener.NONE;
  }

  /**
   * Codex says something about the thread, in a turn or between turns: its name, settings, status,
   * goal, queue, its tokens, a warning. What Codex says of a turn or an item goes to the turn's
   * listener.
   *
   * @param event one of the records; {@link ServerNotification.Unknown} for what has none
   */
  default void onEvent(ServerNotification event) {}
}
