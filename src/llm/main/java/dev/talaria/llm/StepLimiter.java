package dev.talaria.llm;

import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnStatus;
import java.util.function.Consumer;

/**
 * Hears the turns of a call: counts their steps, stops them when the budget is used up, and tells
 * the host.
 *
 * <p>Safe for use by many threads; one turn at a time.
 */
final class StepLimiter implements TurnListener {

  private final LlmCall<?> call;
  private final int budget;
  private final Consumer<LoopStep> onStep;
  private Runnable interrupt;
  private boolean sawAction;
  private boolean everActed;
  private boolean reached;

  private StepLimiter(LlmCall<?> call, int budget, Consumer<LoopStep> onStep) {
    this.call = call;
    this.budget = budget;
    this.onStep = onStep;
  }

  /** The watch of a loop. */
  static StepLimiter of(LoopCall loop) {
    return new StepLimiter(
        loop,
        loop.request().stepBudget(),
        step -> loop.listeners.run(() -> loop.request().onStep().accept(step)));
  }

  /** The watch of a call without a budget. */
  static StepLimiter of(LlmCall<?> call) {
    return new StepLimiter(call, Integer.MAX_VALUE, step -> {});
  }

  /** A turn is about to begin. */
  synchronized void begin() {
    interrupt = null;
    sawAction = false;
  }

  /** The turn runs, and this interrupts it. */
  void runs(Runnable interruption) {
    boolean late;
    synchronized (this) {
      interrupt = interruption;
      late = reached;
    }
    if (late) {
      interruption.run();
    }
  }

  synchronized boolean budgetReached() {
    return reached;
  }

  /** Whether anything was done in the turn but talking. */
  synchronized boolean sawAction() {
    return sawAction;
  }

  @Override
  public void onUsage(TokenUsage usage) {
    call.meter.used(usage);
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    call.meter.retried().heard(error, willRetry);
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    if (!call.isStopped()) {
      call.listeners.run(() -> call.options.onDelta().accept(delta));
    }
  }

  @Override
  public void onItemStarted(ThreadItem item) {
    if (ToolOutcome.of(item).isPresent()) {
      synchronized (this) {
        sawAction = true;
      }
    }
  }

  @Override
  public void onItemCompleted(ThreadItem item) {
    ToolOutcome.of(item).ifPresent(this::ended);
  }

  private void ended(ToolOutcome outcome) {
    synchronized (this) {
      sawAction = true;
      everActed = true;
      if (reached) {
        return;
      }
    }
    outcome.failure().ifPresent(call.meter::failed);
    tell(outcome.kind(), outcome.name(), outcome.failed());
    Runnable stop;
    synchronized (this) {
      reached = call.meter.steps() >= budget;
      stop = reached ? interrupt : null;
    }
    if (stop != null) {
      stop.run();
    }
  }

  @Override
  public void onCompleted(TurnResult result) {
    boolean onlyAnswered;
    synchronized (this) {
      onlyAnswered = !everActed;
    }
    if (result.status() == TurnStatus.COMPLETED && onlyAnswered) {
      tell(LoopStep.Kind.ANSWER, "", false);
    }
  }

  private void tell(LoopStep.Kind kind, String name, boolean failed) {
    LoopStep step = call.meter.step(kind, name, failed);
    onStep.accept(step);
  }
}
