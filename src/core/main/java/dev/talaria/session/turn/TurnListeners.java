package dev.talaria.session.turn;

import dev.talaria.base.Guard;
import dev.talaria.base.internal.LogContext;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.listener.TurnObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Who is notified of a turn: observers first, then the host's listeners, mostly one of each. What
 * they throw is logged, and their own affair. The host's code runs in the turn's context: that of
 * the log, and those of the observers.
 *
 * <p>Safe for use by many threads; they are called on the thread that reports.
 */
public final class TurnListeners {

  private final Guard guard = Guard.of("the turn's listener");
  private final Guard observerGuard = Guard.of("the turn's observer");
  private final List<TurnObserver> observers = new CopyOnWriteArrayList<>();
  private final List<TurnListener> listeners = new CopyOnWriteArrayList<>();
  private volatile String threadId;
  private volatile String turnId = "";

  /** Of a turn in this thread, none yet. */
  public TurnListeners(String threadId) {
    this.threadId = threadId;
  }

  /** Of a turn in this thread, one. */
  public TurnListeners(String threadId, TurnListener first) {
    this(threadId);
    add(first);
  }

  /** Has the turn observed, too. */
  public void observedBy(List<TalariaObserver> by, ObservedTurn turn) {
    for (TalariaObserver one : by) {
      observerGuard
          .call(
              () -> Optional.ofNullable(one.onTurn(turn)),
              failure -> Optional.<TurnObserver>empty())
          .ifPresent(this::add);
    }
  }

  void add(TurnListener listener) {
    if (listener instanceof TurnObserver observer) {
      if (observer != TurnObserver.NONE) {
        observers.add(observer);
      }
    } else if (listener != TurnListener.NONE) {
      listeners.add(listener);
    }
  }

  /** The turn has a name. */
  void named(String thread, String turn) {
    threadId = thread;
    turnId = turn;
  }

  /** The host's listeners are notified of another turn from now on, and nobody of this one. */
  void moveTo(TurnListeners others, Turn other) {
    others.listeners.addAll(listeners);
    listeners.clear();
    observers.forEach(one -> observerGuard.tell(one, to -> to.onJoined(other)));
    observers.clear();
  }

  public void tell(Guard.Event<TurnListener> event) {
    tell("", event);
  }

  /** Tells something of an item. */
  void tell(String itemId, Guard.Event<TurnListener> event) {
    tellObservers(event);
    if (!listeners.isEmpty()) {
      within(itemId, toHost(event));
    }
  }

  void tellObservers(Guard.Event<TurnListener> event) {
    observers.forEach(observer -> observerGuard.tell(observer, event));
  }

  void tellHost(String itemId, Guard.Event<TurnListener> event) {
    within(itemId, toHost(event));
  }

  private Runnable toHost(Guard.Event<TurnListener> event) {
    return () -> listeners.forEach(listener -> guard.tell(listener, event));
  }

  /**
   * Runs code of the host, or what sends a request of the turn, on this thread.
   *
   * @param itemId the item that it is about; empty for the turn
   */
  void within(String itemId, Runnable task) {
    LogContext log = LogContext.enter(threadId, turnId, itemId);
    try {
      if (observers.isEmpty()) {
        task.run();
      } else {
        observed(itemId, task);
      }
    } finally {
      log.close();
    }
  }

  private void observed(String itemId, Runnable task) {
    Deque<ContextScope> entered = new ArrayDeque<>();
    try {
      observers.forEach(observer -> observerGuard.run(() -> entered.push(observer.enter(itemId))));
      task.run();
    } finally {
      entered.forEach(scope -> observerGuard.run(scope::close));
    }
  }

  /** What they give for the turns of a sub-agent, without those that give nothing. */
  List<TurnListener> ofAgent(SubAgent agent) {
    return Stream.concat(observers.stream(), listeners.stream())
        .map(
            one ->
                guard.call(
                    () -> Optional.ofNullable(one.onSubAgent(agent)),
                    failure -> Optional.<TurnListener>empty()))
        .flatMap(Optional::stream)
        .filter(given -> given != TurnListener.NONE && given != TurnObserver.NONE)
        .toList();
  }

  /** Whether one of them wants such deltas. */
  boolean want(DeltaLine.Kind kind) {
    return isWantedBy(observers, kind) || isWantedBy(listeners, kind);
  }

  /** Without a stream: this is asked for each delta. */
  private static boolean isWantedBy(List<? extends TurnListener> those, DeltaLine.Kind kind) {
    for (TurnListener one : those) {
      if (ListenerInterests.of(one).contains(kind)) {
        return true;
      }
    }
    return false;
  }
}
