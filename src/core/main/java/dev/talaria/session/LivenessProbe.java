package dev.talaria.session;

import dev.talaria.protocol.ThreadTurn;
import dev.talaria.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks Codex how a turn stands, one question at a time, and counts the questions without an answer.
 *
 * <p>Mailbox only.
 */
final class LivenessProbe {

  /** After so many questions without an answer Codex counts as hung. */
  private static final int MOST_UNANSWERED = 3;

  /** What the truth may be, besides that the turn runs. */
  interface Outcome {
    /** Codex has ended the turn. */
    void hadEnded(ThreadTurn truth);

    /** Codex does not answer any more. */
    void hung(int unanswered);
  }

  private final TurnLookup lookup;
  private final Consumer<Runnable> mailbox;
  private final Outcome outcome;
  private final List<Runnable> onStillRunning = new ArrayList<>();
  private int unanswered;

  LivenessProbe(TurnLookup lookup, Consumer<Runnable> mailbox, Outcome outcome) {
    this.lookup = lookup;
    this.mailbox = mailbox;
    this.outcome = outcome;
  }

  /** Codex said something of the turn: it does not hang. */
  void heard() {
    unanswered = 0;
  }

  /**
   * Asks.
   *
   * @param stillRunning what to do if the turn runs, or if Codex cannot say
   */
  void ask(String turnId, Runnable stillRunning) {
    onStillRunning.add(stillRunning);
    if (onStillRunning.size() == 1) {
      lookup
          .latest()
          .whenComplete((turns, error) -> mailbox.accept(() -> answered(turnId, turns, error)));
    }
  }

  private void answered(String turnId, List<ThreadTurn> turns, Throwable error) {
    List<Runnable> waiting = List.copyOf(onStillRunning);
    onStillRunning.clear();
    unanswered = error == null || error instanceof RpcException ? 0 : unanswered + 1;
    ThreadTurn truth = error == null ? TurnLookup.find(turns, turnId).orElse(null) : null;
    if (truth != null && !truth.status().equals("inProgress")) {
      outcome.hadEnded(truth);
    } else if (unanswered >= MOST_UNANSWERED) {
      outcome.hung(unanswered);
    } else {
      waiting.forEach(Runnable::run);
    }
  }
}
