package dev.talaria.llm.call;

import dev.talaria.base.Guard;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ModelCallObserver;
import dev.talaria.session.listener.TalariaObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the observers of a Codex are notified of one call. What they throw is logged. */
final class CallObservation {

  private final Guard guard = Guard.of("the observer of a model call");
  private final List<ModelCallObserver> observers = new ArrayList<>();

  /** The call begins, on the thread that makes it. */
  CallObservation(List<TalariaObserver> watching, String operation, String model) {
    for (TalariaObserver one : watching) {
      guard
          .call(
              () -> Optional.ofNullable(one.onModelCall(operation, model)),
              failure -> Optional.<ModelCallObserver>empty())
          .ifPresent(observers::add);
    }
  }

  /** Runs the call on its worker. */
  void within(Runnable work) {
    Deque<ContextScope> entered = new ArrayDeque<>();
    try {
      observers.forEach(one -> guard.run(() -> entered.push(one.enter())));
      work.run();
    } finally {
      entered.forEach(scope -> guard.run(scope::close));
    }
  }

  void attempt(int number, Duration waited) {
    observers.forEach(one -> guard.tell(one, to -> to.onAttempt(number, waited)));
  }

  /**
   * @param failure empty for none
   */
  void ended(String failure) {
    observers.forEach(one -> guard.tell(one, to -> to.onEnded(failure)));
  }
}
