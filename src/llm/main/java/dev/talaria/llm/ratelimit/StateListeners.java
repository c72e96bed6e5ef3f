package dev.talaria.llm.ratelimit;

import dev.talaria.base.Guard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Calls the subscribers of a governor with its states, in order and one at a time.
 *
 * <p>Safe for use by many threads. A thread that delivers also delivers what others add meanwhile,
 * so no lock is held while a subscriber runs, and a subscriber may call the governor. What a
 * subscriber throws is logged, and the others are called all the same.
 */
final class StateListeners {

  private final List<Consumer<RateLimitState>> all = new CopyOnWriteArrayList<>();
  private final Deque<RateLimitState> waiting = new ArrayDeque<>();
  private boolean delivering;

  boolean isEmpty() {
    return all.isEmpty();
  }

  void add(Consumer<RateLimitState> listener) {
    all.add(listener);
  }

  void remove(Consumer<RateLimitState> listener) {
    all.remove(listener);
  }

  /** Keeps a state for {@link #deliver}, if there are subscribers. */
  void publish(RateLimitState state) {
    if (!all.isEmpty()) {
      synchronized (waiting) {
        waiting.add(state);
      }
    }
  }

  /** Delivers what waits, unless another thread does. */
  void deliver() {
    synchronized (waiting) {
      if (delivering) {
        return;
      }
      delivering = true;
    }
    for (RateLimitState state = next(); state != null; state = next()) {
      RateLimitState each = state;
      all.forEach(
          listener -> Guard.of("a subscriber of the rate limits").run(() -> listener.accept(each)));
    }
  }

  private RateLimitState next() {
    synchronized (waiting) {
      RateLimitState state = waiting.poll();
      delivering = state != null;
      return state;
    }
  }
}
