package dev.talaria.llm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns that wait for results of tools, bounded in number and in time.
 *
 * <p>Safe for use by many threads. A turn that has to go is ended outside of the lock.
 */
final class SuspendedTurns {

  private static final Logger log = LoggerFactory.getLogger(SuspendedTurns.class);

  private final ChatCalls.Setup setup;
  private final Map<ChatTurn, Held> turns = new LinkedHashMap<>();
  private boolean closed;

  private record Held(List<String> callIds, Future<?> alarm) {}

  SuspendedTurns(ChatCalls.Setup setup) {
    this.setup = setup;
  }

  /** Keeps a turn until one of these calls is answered, its time is over or others are newer. */
  void hold(ChatTurn turn, List<String> callIds) {
    List<ChatTurn> surplus = new ArrayList<>();
    synchronized (this) {
      if (closed) {
        surplus.add(turn);
      } else {
        turns.put(turn, new Held(callIds, setup.after(setup.heldFor(), () -> expire(turn))));
        Iterator<ChatTurn> oldest = turns.keySet().iterator();
        while (turns.size() - surplus.size() > setup.maxHeld()) {
          surplus.add(oldest.next());
        }
      }
    }
    surplus.forEach(
        each -> {
          log.info("a turn that waits for tools is ended: {} are held at once", setup.maxHeld());
          each.end();
        });
  }

  private void expire(ChatTurn turn) {
    log.info("a turn got no results of its tools within {}; it is ended", setup.heldFor());
    turn.end();
  }

  /** Takes the turn out that waits for one of these calls. */
  synchronized Optional<ChatTurn> take(Set<String> callIds) {
    Optional<ChatTurn> found =
        turns.entrySet().stream()
            .filter(entry -> entry.getValue().callIds().stream().anyMatch(callIds::contains))
            .map(Map.Entry::getKey)
            .findFirst();
    found.ifPresent(this::forget);
    return found;
  }

  /** The turn is no longer held. */
  synchronized void forget(ChatTurn turn) {
    Held held = turns.remove(turn);
    if (held != null) {
      held.alarm().cancel(false);
    }
  }

  /** How many are held. */
  synchronized int size() {
    return turns.size();
  }

  /** No more are held. */
  synchronized void close() {
    closed = true;
  }
}
