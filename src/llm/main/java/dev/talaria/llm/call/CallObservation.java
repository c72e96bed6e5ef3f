package dev.talaria.llm.call;

import dev.talaria.base.Guard;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ModelCallObserver;
import dev.talaria.session.listener.TalariaObserver;
import java.time.Duration;
import java.util.Optional;

/** What the observer of a Codex is told of one call. What it throws is logged. */
final class CallObservation {

  private final Guard guard = Guard.of("the observer of a model call");
  private final ModelCallObserver observer;

  /** The call begins, on the thread that makes it. */
  CallObservation(TalariaObserver watching, String operation, String model) {
    observer =
        guard
            .call(
                () -> Optional.ofNullable(watching.onModelCall(operation, model)),
                failure -> Optional.<ModelCallObserver>empty())
            .orElse(ModelCallObserver.NONE);
  }

  /** Runs the call on its worker. */
  void within(Runnable work) {
    ContextScope scope = guard.call(observer::enter, failure -> ContextScope.NONE);
    try {
      work.run();
    } finally {
      guard.run(scope::close);
    }
  }

  void attempt(int number, Duration waited) {
    guard.tell(observer, to -> to.onAttempt(number, waited));
  }

  /**
   * @param failure empty for none
   */
  void ended(String failure) {
    guard.tell(observer, to -> to.onEnded(failure));
  }
}
