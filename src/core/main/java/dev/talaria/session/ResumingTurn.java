package dev.talaria.session;

import dev.talaria.base.Guard;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.thread.ThreadSession;
import dev.talaria.session.turn.TurnEnd;
import dev.talaria.session.turn.TurnListeners;
import dev.talaria.session.turn.TurnLog;
import dev.talaria.session.turn.TurnRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A turn of a session that may first have to get a connection: until then it is {@code STARTING}.
 *
 * <p>Safe for use by many threads.
 */
final class ResumingTurn implements Turn {

  final TurnInput input;
  final TurnListeners listeners;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final long startNanos = System.nanoTime();
  private final ResumingSession session;
  private final Function<ThreadSession, TurnRequest> request;

  /** Completes with the turn on its connection; with {@code null} when it ended before that. */
  private final CompletableFuture<Turn> begun = new CompletableFuture<>();

  private Turn inner;
  private TurnState early = TurnState.STARTING;
  private boolean sent;

  /**
   * @param request what has Codex begin it, on the thread's connection of that moment
   */
  ResumingTurn(
      ResumingSession session,
      TurnInput input,
      TurnListeners listeners,
      Function<ThreadSession, TurnRequest> request) {
    this.session = session;
    this.request = request;
    this.input = input;
    this.listeners = listeners;
  }

  /** Begins the turn on a connection, unless it has ended before. */
  synchronized void run(ThreadSession thread) {
    if (early.isOver()) {
      return;
    }
    sent = true;
    begun(thread.startTurn(request.apply(thread), listeners));
  }

  /** Is the turn that Codex has already, unless it has ended before. */
  synchronized void runAs(Turn first) {
    if (early.isOver()) {
      return;
    }
    begun(first);
  }

  private void begun(Turn turn) {
    inner = turn;
    begun.complete(turn);
    turn.result().thenAccept(this::ended);
  }

  /** Ends the turn before it is begun, unless it is. */
  void endEarly(TurnEnd end) {
    synchronized (this) {
      if (inner != null || early.isOver()) {
        return;
      }
      early = end.state();
    }
    begun.complete(null);
    Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
    TurnResult ended = end.unbegun(session.threadId(), duration);
    tell(to -> to.onStateChanged(TurnState.STARTING, end.state(), end.reason()));
    tell(to -> to.onCompleted(ended));
    TurnLog.ended(ended, TurnOrigin.HOST);
    ended(ended);
  }

  /** The result is completed also when the session fails to continue. */
  private void ended(TurnResult end) {
    try {
      session.ended(this, end);
    } finally {
      result.complete(end);
    }
  }

  void tell(Guard.Event<TurnListener> event) {
    listeners.tell(event);
  }

  /** Waits at most this long for the end. */
  boolean isOverWithin(Duration wait) {
    try {
      result.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Whether its input was given to Codex. */
  synchronized boolean wasSent() {
    return sent;
  }

  private synchronized Turn inner() {
    return inner;
  }

  @Override
  public synchronized TurnState state() {
    return inner == null ? early : inner.state();
  }

  @Override
  public String turnId() {
    Turn turn = inner();
    return turn == null ? "" : turn.turnId();
  }

  @Override
  public Optional<ReviewFindings> findings() {
    Turn turn = inner();
    return turn == null ? Optional.empty() : turn.findings();
  }

  @Override
  public TurnOrigin origin() {
    Turn turn = inner();
    return turn == null ? TurnOrigin.HOST : turn.origin();
  }

  @Override
  public List<SubAgent> subAgents() {
    Turn turn = inner();
    return turn == null ? List.of() : turn.subAgents();
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
            endEarly(TurnEnd.BEFORE_IT_BEGAN);
            Turn meanwhile = inner();
            if (meanwhile != null) {
              meanwhile.interrupt();
            }
          });
    }
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    if (more.hasSettings()) {
      throw new IllegalArgumentException(
          "a turn that runs takes more input, but no settings and no key");
    }
    return begun.thenCompose(
        turn -> turn == null ? CompletableFuture.completedFuture(false) : turn.steer(more));
  }
}
