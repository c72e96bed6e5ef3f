package dev.talaria.session.turn;

import dev.talaria.base.Guard;
import dev.talaria.session.TurnListener;

/**
 * The host's listener of a turn; what it throws is logged, and its own affair.
 *
 * <p>Called on the thread that reports.
 */
public record GuardedListener(TurnListener listener, Guard guard) {

  public GuardedListener(TurnListener listener) {
    this(listener, Guard.of("the turn's listener"));
  }

  public void tell(Guard.Event<TurnListener> event) {
    guard.tell(listener, event);
  }
}
