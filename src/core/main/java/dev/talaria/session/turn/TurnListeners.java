package dev.talaria.session.turn;

import dev.talaria.base.Guard;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.SubAgent;
import dev.talaria.session.listener.TurnListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The host's listeners of a turn, mostly one; what they throw is logged, and their own affair.
 *
 * <p>Safe for use by many threads; they are called on the thread that reports.
 */
public final class TurnListeners {

  private final Guard guard = Guard.of("the turn's listener");
  private final List<TurnListener> listeners = new CopyOnWriteArrayList<>();

  public TurnListeners(TurnListener first) {
    listeners.add(first);
  }

  /** None yet. */
  TurnListeners() {}

  void add(TurnListener listener) {
    listeners.add(listener);
  }

  /** They hear of another turn from now on, and no longer of this one. */
  void moveTo(TurnListeners others) {
    others.listeners.addAll(listeners);
    listeners.clear();
  }

  public void tell(Guard.Event<TurnListener> event) {
    listeners.forEach(listener -> guard.tell(listener, event));
  }

  /** What they give for the turns of a sub-agent, without those that give nothing. */
  List<TurnListener> ofAgent(SubAgent agent) {
    return listeners.stream()
        .map(
            one ->
                guard.call(
                    () -> Optional.ofNullable(one.onSubAgent(agent)),
                    failure -> Optional.<TurnListener>empty()))
        .flatMap(Optional::stream)
        .filter(given -> given != TurnListener.NONE)
        .toList();
  }

  /** Whether one of them wants such deltas. */
  boolean want(DeltaLine.Kind kind) {
    return listeners.stream().anyMatch(one -> ListenerInterests.of(one).contains(kind));
  }
}
