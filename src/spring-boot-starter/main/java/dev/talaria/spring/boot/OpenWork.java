package dev.talaria.spring.boot;

import dev.talaria.protocol.AccountLimits;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnObserver;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The sessions that are open and the turns that run, no matter who started them.
 *
 * <p>Safe for use by many threads.
 */
final class OpenWork implements TalariaObserver {

  private final Set<CodexSession> sessions = new LinkedHashSet<>();
  private final Set<RunningTurn> turns = new LinkedHashSet<>();
  private volatile AccountLimits limits = AccountLimits.UNKNOWN;

  /**
   * A session as the endpoint shows it. Immutable.
   *
   * @param turns those that run
   */
  record ShownSession(String threadId, String model, List<ShownTurn> turns) {}

  /**
   * A turn as the endpoint shows it. Immutable.
   *
   * @param turnId empty until Codex has named it
   */
  record ShownTurn(String turnId, TurnOrigin origin, Instant since) {}

  /** One turn, until it has ended. */
  private final class RunningTurn implements TurnObserver {

    private final ObservedTurn turn;
    private final Instant since = Instant.now();
    private volatile String turnId = "";

    RunningTurn(ObservedTurn turn) {
      this.turn = turn;
    }

    @Override
    public void onStarted(String id) {
      turnId = id;
    }

    @Override
    public void onJoined(Turn other) {
      over(this);
    }

    @Override
    public void onCompleted(TurnResult result) {
      over(this);
    }

    ShownTurn shown() {
      return new ShownTurn(turnId, turn.origin(), since);
    }
  }

  @Override
  public synchronized void onSessionOpened(CodexSession session) {
    sessions.add(session);
  }

  @Override
  public synchronized void onSessionClosed(CodexSession session) {
    sessions.remove(session);
  }

  @Override
  public void onAccountLimits(AccountLimits known) {
    limits = known;
  }

  @Override
  public synchronized TurnObserver onTurn(ObservedTurn turn) {
    RunningTurn running = new RunningTurn(turn);
    turns.add(running);
    return running;
  }

  private synchronized void over(RunningTurn turn) {
    turns.remove(turn);
    notifyAll();
  }

  AccountLimits limits() {
    return limits;
  }

  synchronized int runningTurns() {
    return turns.size();
  }

  synchronized List<ShownSession> sessions() {
    return sessions.stream()
        .map(session -> shown(session.threadId(), Optional.ofNullable(session.model())))
        .toList();
  }

  private ShownSession shown(String threadId, Optional<String> model) {
    List<ShownTurn> running =
        turns.stream()
            .filter(one -> one.turn.threadId().equals(threadId))
            .map(RunningTurn::shown)
            .sorted(Comparator.comparing(ShownTurn::since))
            .toList();
    return new ShownSession(threadId, model.orElse(""), running);
  }

  /**
   * Waits until no turn runs; false if some still do after this time, or the wait was interrupted.
   */
  synchronized boolean awaitIdle(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!turns.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
