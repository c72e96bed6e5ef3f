package dev.talaria.session.turn;

import dev.talaria.base.Guard;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Watches one turn for its limits and for silence, and asks Codex how the turn stands before
 * anything is done about it.
 *
 * <p>Mailbox only. One request is on its way at a time; those without an answer are counted.
 */
final class TurnWatchdog {

  /** How often the wait for the next look may double. */
  private static final int MOST_DOUBLINGS = 4;

  /** After so many requests without an answer Codex counts as hung. */
  private static final int MOST_UNANSWERED = 3;

  private final ActiveTurn turn;
  private final ThreadTurns thread;
  private final UnreadActivity unread;
  private final Duration quietTime;
  private final Optional<IdleTimer> idle;
  private IdleTimer quiet;
  private final List<Future<?>> tasks = new ArrayList<>();
  private final List<Runnable> onStillRunning = new ArrayList<>();
  private int doublings;
  private int unanswered;
  private int waitingFor;
  private boolean started;
  private boolean stopped;

  TurnWatchdog(ActiveTurn turn, ThreadTurns thread) {
    this.turn = turn;
    this.thread = thread;
    this.unread = new UnreadActivity(() -> thread.post(this::activity));
    this.quietTime = thread.options().quietTime();
    this.idle =
        thread
            .options()
            .idleTimeout()
            .map(
                limit ->
                    timer(
                        limit,
                        () -> limitReached("the turn was silent for " + limit.toMillis() + " ms")));
    this.quiet = timer(quietTime, this::lookIfIdle);
  }

  private IdleTimer timer(Duration limit, Runnable rings) {
    return new IdleTimer(limit, thread::later, unread::orLater, rings);
  }

  /** Starts all limits; once. */
  void start(Optional<Duration> limit) {
    if (started) {
      return;
    }
    started = true;
    limit.ifPresent(
        most ->
            after(most, () -> limitReached("the turn timed out after " + most.toMillis() + " ms")));
    idle.ifPresent(IdleTimer::restart);
    quiet.restart();
  }

  void stop() {
    stopped = true;
    tasks.forEach(task -> task.cancel(false));
    idle.ifPresent(IdleTimer::stop);
    quiet.stop();
  }

  /** Runs a task in the mailbox, unless the turn ends before. */
  void after(Duration delay, Runnable task) {
    if (!stopped) {
      tasks.add(thread.later(delay, task));
    }
  }

  /** Something of the turn was received. */
  void activity() {
    unanswered = 0;
    idle.ifPresent(IdleTimer::activity);
    if (doublings == 0) {
      quiet.activity();
    } else {
      doublings = 0;
      quietAfter(quietTime);
    }
  }

  /** Something of the turn arrived and need not be read. Reader thread. */
  void unreadActivity() {
    unread.note();
  }

  /** The host is asked something: its silence is not Codex's. */
  void hostAsked() {
    waitingFor++;
    if (turn.changeTo(TurnState.WAITING_ON_HOST, "the host is asked")) {
      idle.ifPresent(IdleTimer::pause);
      quiet.pause();
    }
  }

  /** One thing less that the host is asked. */
  void hostDone() {
    waitingFor--;
    if (waitingFor == 0 && turn.changeTo(TurnState.RUNNING, "the host has answered")) {
      idle.ifPresent(IdleTimer::resume);
      quiet.resume();
    }
  }

  /** Codex cannot be reached: its silence says nothing. */
  void disconnected() {
    idle.ifPresent(IdleTimer::pause);
    quiet.pause();
  }

  /** Codex can be reached again. */
  void reconnected() {
    unanswered = 0;
    if (waitingFor == 0) {
      idle.ifPresent(IdleTimer::resume);
      quiet.resume();
    }
  }

  private void lookIfIdle() {
    if (turn.isNamed() && !turn.record().workIsOpen()) {
      look(this::lookLater);
    } else {
      lookLater();
    }
  }

  /** The turn still runs: the next look comes later each time. */
  private void lookLater() {
    doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    quietAfter(quietTime.multipliedBy(1L << doublings));
  }

  private void quietAfter(Duration silence) {
    quiet.stop();
    if (!stopped) {
      quiet = timer(silence, this::lookIfIdle);
      quiet.restart();
    }
  }

  private void limitReached(String what) {
    TurnError reason = new TurnError(TurnError.Kind.TIMEOUT, what + "; its work so far is kept");
    if (turn.isNamed()) {
      look(() -> turn.ending().overdue(reason));
    } else {
      turn.ending().overdue(reason);
    }
  }

  /**
   * Asks Codex how the turn stands; if it has ended, so it does here.
   *
   * @param stillRunning what to do if the turn runs, or if Codex cannot say
   */
  void look(Runnable stillRunning) {
    onStillRunning.add(stillRunning);
    if (onStillRunning.size() == 1) {
      thread.latest().whenComplete((turns, error) -> thread.post(() -> looked(turns, error)));
    }
  }

  private void looked(List<ThreadTurn> turns, Throwable error) {
    List<Runnable> waiting = List.copyOf(onStillRunning);
    onStillRunning.clear();
    if (error == null || Guard.cause(error) instanceof RpcException) {
      unanswered = 0;
    } else if (thread.server().isConnected() || !thread.server().comesBack()) {
      unanswered++;
    }
    Optional<ThreadTurn> ended =
        Optional.ofNullable(turns)
            .flatMap(latest -> TurnLookup.find(latest, turn.turnId()))
            .filter(found -> !found.status().equals("inProgress"));
    if (turn.state().isOver()) {
      return;
    }
    if (ended.isPresent()) {
      turn.hadEnded(ended.get());
    } else if (unanswered >= MOST_UNANSWERED) {
      turn.ending()
          .failAtOnce(
              new TurnError(
                  TurnError.Kind.CONNECTION_LOST,
                  "Codex no longer answers: asked " + unanswered + " times"));
    } else {
      waiting.stream().filter(task -> !turn.state().isOver()).forEach(Runnable::run);
    }
  }

  /**
   * What arrived of a turn and was not read, because its listener does not want it: it is a sign of
   * life all the same.
   *
   * <p>{@link #note} belongs to the reader thread, {@link #orLater} may be called by any thread.
   */
  static final class UnreadActivity {

    /** The timers look at the time themselves, so that a report from time to time is enough. */
    private static final long REPORT_EVERY = Duration.ofMillis(50).toNanos();

    private final Runnable report;
    private volatile long latest;
    private volatile boolean any;
    private long reported;

    /**
     * @param report passes on that something arrived
     */
    UnreadActivity(Runnable report) {
      this.report = report;
    }

    void note() {
      long now = System.nanoTime();
      latest = now;
      if (!any || now - reported >= REPORT_EVERY) {
        any = true;
        reported = now;
        report.run();
      }
    }

    /** The later one of a time and of what was noted, by {@link System#nanoTime}. */
    long orLater(long time) {
      return any && latest - time > 0 ? latest : time;
    }
  }
}
