package dev.talaria.session;

import dev.talaria.protocol.ThreadTurn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Watches one turn for its limits and for silence, and asks Codex how it stands before anything is
 * done about it.
 *
 * <p>Mailbox only.
 */
final class TurnWatchdog implements TurnClock.Alarms, LivenessProbe.Outcome {

  /** What the watch finds. */
  interface Outcome {
    /** A limit is reached, and Codex has not ended the turn. */
    void overdue(TurnError reason);

    /** Codex has ended the turn, and it was not heard. */
    void hadEnded(ThreadTurn truth);

    /** Codex does not answer any more. */
    void hung(TurnError reason);
  }

  private final ThreadSession session;
  private final Supplier<String> turnId;
  private final TurnStates states;
  private final TurnItems items;
  private final Outcome outcome;
  private final TurnClock clock;
  private final LivenessProbe inquiry;
  private int waitingFor;

  /**
   * @param turnId the turn's id; empty until Codex has named it
   */
  TurnWatchdog(
      ThreadSession session,
      Supplier<String> turnId,
      TurnStates states,
      TurnItems items,
      UnreadActivity passedOver,
      Outcome outcome) {
    this.session = session;
    this.turnId = turnId;
    this.states = states;
    this.items = items;
    this.outcome = outcome;
    this.inquiry = new LivenessProbe(session.lookup(), session::post, this);
    this.clock =
        new TurnClock(
            this::inMailbox,
            session.options().idleTimeout(),
            session.options().quietTime(),
            passedOver::orLater,
            this);
  }

  private Future<?> inMailbox(Duration delay, Runnable task) {
    return session
        .workers()
        .timer()
        .schedule(() -> session.post(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Starts all limits. */
  void start(Optional<Duration> wallLimit) {
    clock.start(wallLimit);
  }

  void stop() {
    clock.stop();
  }

  /** Runs a task in the mailbox, unless the turn ends before. */
  void after(Duration delay, Runnable task) {
    clock.after(delay, task);
  }

  /** Something of the turn was heard. */
  void heard() {
    clock.heard();
    inquiry.heard();
  }

  /** The host is asked something: its silence is not Codex's. */
  void hostAsked() {
    waitingFor++;
    if (states.to(TurnState.WAITING_ON_HOST, "the host is asked")) {
      clock.hostDecides(true);
    }
  }

  /** One thing less that the host is asked. */
  void hostDone() {
    waitingFor--;
    if (waitingFor == 0 && states.to(TurnState.RUNNING, "the host has answered")) {
      clock.hostDecides(false);
    }
  }

  /** Asks Codex how the turn stands; if it has ended, so it does here. */
  void look(Runnable stillRunning) {
    inquiry.ask(
        turnId.get(),
        () -> {
          if (!states.isOver()) {
            stillRunning.run();
          }
        });
  }

  @Override
  public void quiet() {
    if (turnId.get().isEmpty() || items.workIsOpen()) {
      clock.stillRuns();
    } else {
      look(clock::stillRuns);
    }
  }

  @Override
  public void timeIsOver(Duration limit) {
    limitReached("the turn timed out after " + limit.toMillis() + " ms");
  }

  @Override
  public void tooSilent(Duration limit) {
    limitReached("nothing was heard of the turn for " + limit.toMillis() + " ms");
  }

  private void limitReached(String what) {
    TurnError reason = new TurnError(TurnError.Kind.TIMEOUT, what + "; its work so far is kept");
    if (turnId.get().isEmpty()) {
      outcome.overdue(reason);
    } else {
      look(() -> outcome.overdue(reason));
    }
  }

  @Override
  public void hadEnded(ThreadTurn truth) {
    if (!states.isOver()) {
      outcome.hadEnded(truth);
    }
  }

  @Override
  public void hung(int unanswered) {
    outcome.hung(
        new TurnError(
            TurnError.Kind.CONNECTION_LOST,
            "Codex does not answer any more: asked " + unanswered + " times"));
  }
}
