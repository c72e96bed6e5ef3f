package dev.talaria.session;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the host's listener of a turn; what it throws is logged, and its own affair.
 *
 * <p>Calls it on the thread that tells.
 */
record GuardedListener(TurnListener listener) {

  private static final Logger log = LoggerFactory.getLogger(GuardedListener.class);

  void tell(Consumer<TurnListener> event) {
    try {
      event.accept(listener);
    } catch (RuntimeException | Error e) {
      log.warn("the turn's listener failed; the turn goes on", e);
    }
  }
}
