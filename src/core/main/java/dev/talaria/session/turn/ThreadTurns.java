package dev.talaria.session.turn;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnState;
import dev.talaria.session.request.PendingRequests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one thread on one connection: the one that runs, and those that have ended; with
 * what they need of the connection.
 *
 * <p>Mailbox only, where it does not say otherwise.
 */
public final class ThreadTurns {

  private static final Logger log = LoggerFactory.getLogger(ThreadTurns.class);

  private final AppServer server;
  private final Workers workers;
  private final SerialQueue mailbox;
  private final SessionOptions options;
  private final PendingRequests requests;
  private final AtomicReference<ActiveTurn> running = new AtomicReference<>();
  private final EndedTurns ended = new EndedTurns(this);
  private volatile String threadId = "";
  private volatile TurnError unusable;
  private boolean mayRun;

  public ThreadTurns(PendingRequests requests, Workers workers, SessionOptions options) {
    this.server = requests.server();
    this.workers = workers;
    this.mailbox = requests.mailbox();
    this.options = options;
    this.requests = requests;
  }

  /** Codex has opened the thread. */
  public void opened(String id) {
    threadId = id;
  }

  /**
   * Starts a turn. Any thread.
   *
   * @throws IllegalStateException if one runs already
   */
  public Turn start(TurnRequest request, TurnListener listener) {
    ActiveTurn turn = new ActiveTurn(this, request, listener);
    if (!running.compareAndSet(null, turn)) {
      throw new IllegalStateException(
          "a turn runs already in this session; wait for its result, steer it or interrupt it");
    }
    post(
        () -> {
          if (unusable != null) {
            turn.ending().failAtOnce(unusable);
          } else {
            turn.begin();
          }
        });
    return turn;
  }

  /** The turn has ended: the thread is free for the next one. */
  void ended(ActiveTurn turn) {
    ended.add(turn);
    mayRun |= turn.state() != TurnState.COMPLETED;
    running.compareAndSet(turn, null);
  }

  /** The turn that runs; {@code null} between turns. Any thread. */
  public ActiveTurn running() {
    return running.get();
  }

  public EndedTurns ended() {
    return ended;
  }

  /** The turn that an id means; no id means the one that runs. {@code null} for one of others. */
  public ActiveTurn of(String turnId) {
    ActiveTurn turn = running.get();
    boolean ofRunning =
        turn != null && (turnId.isEmpty() || !turn.isNamed() || turn.turnId().equals(turnId));
    ActiveTurn past = ended.get(turnId);
    return past != null ? past : ofRunning ? turn : null;
  }

  /** Takes what the server told, in order. */
  public void accept(ServerNotification notification) {
    ActiveTurn turn = of(notification.turnId());
    if (turn != null) {
      turn.accept(notification);
    } else {
      log.debug("ignored a notification of turn {}, which is not ours", notification.turnId());
    }
  }

  /** Why turns can no longer run here; {@code null} when they can. Any thread. */
  public TurnError unusable() {
    return unusable;
  }

  /** The thread can go no further here: the running turn fails, as every later one. Any thread. */
  public void fail(TurnError reason) {
    if (unusable == null) {
      unusable = reason;
    }
    post(
        () -> {
          ActiveTurn turn = running.get();
          if (turn != null) {
            turn.ending().failAtOnce(unusable);
          }
          requests.withdrawAll("the connection was lost");
          ended.noMoreEvents();
        });
  }

  /**
   * The session is closed: ends the turn that runs.
   *
   * @return whether a turn may run in Codex although none runs here
   */
  public boolean close() {
    ActiveTurn turn = running.get();
    if (turn != null) {
      mayRun = true;
      turn.ending().closeAtOnce();
    }
    requests.refuseAll("the session was closed");
    return mayRun;
  }

  /** The turn goes no further: what Codex asked in it is void. */
  void withdrawRequestsOf(ActiveTurn turn, String reason, boolean interrupted) {
    requests.withdrawOf(turn, reason);
    if (interrupted) {
      requests.refuseOfSubAgents(reason);
    }
  }

  /** Queues a task of the thread's own. Any thread. */
  public void post(Runnable task) {
    mailbox.post(task);
  }

  /** Queues a task after a delay. Any thread. */
  Future<?> later(Duration delay, Runnable task) {
    return workers
        .timer()
        .schedule(() -> mailbox.post(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Asks Codex for the thread's latest turns, the newest first. */
  CompletableFuture<List<ThreadTurn>> latest() {
    return TurnLookup.latest(server, threadId);
  }

  TurnError errorOf(CodexError error) {
    return CodexErrorReader.read(error, server.limitsResetAt());
  }

  AppServer server() {
    return server;
  }

  Workers workers() {
    return workers;
  }

  public SessionOptions options() {
    return options;
  }

  public String threadId() {
    return threadId;
  }
}
