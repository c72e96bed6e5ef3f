package dev.talaria.session;

import java.util.Objects;

/**
 * The one place that changes a turn's state.
 *
 * <p>Changed in the mailbox only; read by any thread.
 */
final class TurnStates {

  /** Hears of each change. */
  interface Observer {
    void changed(TurnState from, TurnState to, String reason);
  }

  private final Observer observer;
  private volatile TurnState state = TurnState.STARTING;

  TurnStates(Observer observer) {
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  TurnState now() {
    return state;
  }

  boolean isOver() {
    return state.isOver();
  }

  /**
   * Changes the state, if it may be changed so.
   *
   * @param reason why, for people
   * @return whether it was changed
   */
  boolean to(TurnState next, String reason) {
    TurnState before = state;
    if (!before.leadsTo(next)) {
      return false;
    }
    state = next;
    observer.changed(before, next, reason);
    return true;
  }
}
