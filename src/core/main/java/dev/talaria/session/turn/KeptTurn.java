package dev.talaria.session.turn;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.TurnInterruptParams;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A turn that was begun by an earlier call or another process, as Codex's history has it. One that
 * runs is looked at from time to time until it has ended.
 *
 * <p>Safe for use by many threads. Its listeners are called on the thread that sees the end.
 */
public final class KeptTurn implements Turn {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(5);
  private static final int MOST_FAILURES = 3;
  private static final Logger log = LoggerFactory.getLogger(KeptTurn.class);

  private final String threadId;
  private final String turnId;
  private final AppServer server;
  private final Workers workers;
  private final TurnListeners listeners;
  private final TurnRecord record;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final long startNanos = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile TurnState state = TurnState.RUNNING;
  private volatile Supplier<Optional<ThreadTurn>> lookup;
  private Duration pause = FIRST_PAUSE;
  private int failures;

  /**
   * Whether a server of many clients has reported it as interrupted: see {@link TurnLookup#many}.
   */
  private volatile boolean seenCut;

  /**
   * @param maxCommandOutput how many code points of a command's output are kept
   */
  public KeptTurn(
      String threadId,
      String turnId,
      AppServer server,
      Workers workers,
      TurnListeners listeners,
      int maxCommandOutput) {
    this.threadId = threadId;
    this.turnId = turnId;
    this.server = server;
    this.workers = workers;
    this.listeners = listeners;
    listeners.named(threadId, turnId);
    this.record = new TurnRecord(listeners, maxCommandOutput);
  }

  /**
   * Takes the turn as it was found, and follows it if it runs.
   *
   * @param again looks for the turn again; may block
   */
  public void follow(ThreadTurn found, Supplier<Optional<ThreadTurn>> again) {
    lookup = again;
    listeners.tell(
        to -> to.onStateChanged(TurnState.STARTING, TurnState.RUNNING, "Codex had taken it"));
    listeners.tell(to -> to.onStarted(turnId));
    take(found);
  }

  /** Interrupts the turn and ends it here, unless it ends by itself within this time. */
  public void within(Duration limit) {
    after(
        limit,
        () -> {
          String what = "the turn timed out after " + limit.toMillis() + " ms";
          TurnError error = new TurnError(TurnError.Kind.TIMEOUT, what);
          requestInterrupt();
          end(TurnEnd.cutOff(error, what));
        });
  }

  private void take(ThreadTurn now) {
    boolean doubted = server.comesBack() && TurnLookup.isDoubtful(now) && !seenCut;
    seenCut |= doubted;
    if (now.status().equals("inProgress") || doubted) {
      lookLater();
    } else {
      end(endOf(now), now.items(), now.duration());
    }
  }

  /** It may have been long ago: regardless of its end, the connection of today can be used. */
  private TurnEnd endOf(ThreadTurn now) {
    String reason = "Codex reports it as " + now.status();
    return switch (now.status()) {
      case "completed" -> new TurnEnd(TurnStatus.COMPLETED, null, false, reason);
      case "interrupted" -> new TurnEnd(TurnStatus.INTERRUPTED, null, false, reason);
      default -> {
        TurnError error =
            now.error() == null
                ? new TurnError(TurnError.Kind.OTHER, reason + " and gives no reason")
                : CodexErrorReader.read(now.error(), server.limitsResetAt());
        yield new TurnEnd(TurnStatus.FAILED, error, false, reason);
      }
    };
  }

  private synchronized void lookLater() {
    after(pause, this::look);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void look() {
    if (state.isOver()) {
      return;
    }
    try {
      Optional<ThreadTurn> now = lookup.get();
      failures = 0;
      now.ifPresentOrElse(this::take, this::gone);
    } catch (TalariaException e) {
      failures++;
      if (e instanceof ConnectionLostException || failures >= MOST_FAILURES) {
        end(TurnEnd.lost(new TurnError(TurnError.Kind.CONNECTION_LOST, Guard.words(e))));
      } else {
        log.debug("how turn {} stands is not known yet", turnId, e);
        lookLater();
      }
    }
  }

  private void gone() {
    String what = "the turn " + turnId + " was removed from its thread";
    end(TurnEnd.failed(new TurnError(TurnError.Kind.OTHER, what)));
  }

  private void after(Duration delay, Runnable task) {
    try {
      workers.timer().schedule(() -> workers.run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("the search for turn {} has ended", turnId, e);
      closed();
    }
  }

  /** The session is closed. */
  public void closed() {
    end(TurnEnd.CLOSED);
  }

  private void end(TurnEnd end) {
    end(end, List.of(), Optional.empty());
  }

  private void end(TurnEnd end, List<Item> items, Optional<Duration> took) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    items.forEach(item -> record.completed(item, threadId, turnId));
    record.noMoreAwaited();
    Duration seen = Duration.ofNanos(System.nanoTime() - startNanos);
    TurnResult last = record.result(threadId, turnId, end, List.of(), took.orElse(seen));
    state = end.state();
    listeners.tell(to -> to.onStateChanged(TurnState.RUNNING, end.state(), end.reason()));
    listeners.tell(to -> to.onCompleted(last));
    result.complete(last);
  }

  @Override
  public String turnId() {
    return turnId;
  }

  @Override
  public TurnState state() {
    return state;
  }

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    if (!state.isOver()) {
      requestInterrupt();
      after(
          INTERRUPT_LIMIT, () -> end(TurnEnd.cutOff(null, "Codex did not confirm the interrupt")));
    }
  }

  private void requestInterrupt() {
    server
        .interruptTurn(TurnInterruptParams.of(threadId, turnId), INTERRUPT_LIMIT)
        .whenComplete((done, error) -> workers.run(this::look));
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    return state.isOver()
        ? CompletableFuture.completedFuture(false)
        : server.steerTurn(TurnLookup.steer(threadId, turnId, more));
  }
}
