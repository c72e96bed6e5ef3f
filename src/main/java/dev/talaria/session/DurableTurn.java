package dev.talaria.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A turn of a session that may first have to get a child: until then it is {@code STARTING}.
 *
 * <p>Safe for use by many threads.
 */
final class DurableTurn implements Turn {

  private static final Logger log = LoggerFactory.getLogger(DurableTurn.class);

  final TurnInput input;
  final TurnListener listener;
  private final Consumer<TurnResult> onEnd;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final long startNanos = System.nanoTime();
  private final DurableSession session;
  private Turn inner;
  private TurnState early = TurnState.STARTING;

  /**
   * @param onEnd called once, before the result is there
   */
  DurableTurn(
      DurableSession session, TurnInput input, TurnListener listener, Consumer<TurnResult> onEnd) {
    this.session = session;
    this.input = input;
    this.listener = listener;
    this.onEnd = onEnd;
  }

  /** Hands the turn to its child, unless it has ended before. */
  synchronized void run(ThreadSession child) {
    if (early.isOver()) {
      return;
    }
    inner = child.startTurn(input, listener);
    inner
        .result()
        .whenComplete(
            (end, error) -> {
              if (error == null) {
                onEnd.accept(end);
                result.complete(end);
              } else {
                result.completeExceptionally(error);
              }
            });
  }

  /** Ends the turn without a child, unless it has one. */
  void endEarly(TurnStatus status, TurnError error, String reason) {
    synchronized (this) {
      if (inner != null || early.isOver()) {
        return;
      }
      early = TurnState.of(status);
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
    boolean retire = error != null && Retirement.after(error);
    TurnResult end =
        new TurnRecord(1).result(session.threadId(), "", status, error, retire, duration);
    tell(heard -> heard.onStateChanged(TurnState.STARTING, TurnState.of(status), reason));
    tell(heard -> heard.onCompleted(end));
    onEnd.accept(end);
    result.complete(end);
  }

  void tell(Consumer<TurnListener> event) {
    try {
      event.accept(listener);
    } catch (RuntimeException | Error e) {
      log.warn("the turn's listener failed; the turn goes on", e);
    }
  }

  /** Whether a child was asked to run it. */
  boolean ran() {
    return inner() != null;
  }

  private synchronized Turn inner() {
    return inner;
  }

  @Override
  public synchronized TurnState state() {
    return inner == null ? early : inner.state();
  }

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    Turn turn = inner();
    if (turn != null) {
      turn.interrupt();
    } else {
      session.later(
          () -> {
            endEarly(TurnStatus.INTERRUPTED, null, "interrupted before it began");
            Turn meanwhile = inner();
            if (meanwhile != null) {
              meanwhile.interrupt();
            }
          });
    }
  }

  @Override
  public CompletableFuture<Boolean> steer(String text) {
    Turn turn = inner();
    return turn == null ? CompletableFuture.completedFuture(false) : turn.steer(text);
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    Turn turn = inner();
    return turn == null ? CompletableFuture.completedFuture(false) : turn.steer(more);
  }
}
