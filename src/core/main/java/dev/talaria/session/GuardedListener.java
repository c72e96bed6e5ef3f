package dev.talaria.session;

import dev.talaria.base.Guard;

/**
 * The host's listener of a turn; what it throws is logged, and its own affair.
 *
 * <p>Called on the thread that reports.
 */
record GuardedListener(TurnListener listener, Guard guard) {

  GuardedListener(TurnListener listener) {
    this(listener, Guard.of("the turn's listener"));
  }

  void tell(Guard.Event<TurnListener> event) {
    guard.tell(listener, event);
  }
}
