package dev.talaria.session.turn;

import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.util.Optional;

/**
 * Remembers a prompt of which it is not known whether Codex took it, so that it is not sent twice
 * unseen. Safe for use by many threads.
 */
public final class UnconfirmedPrompt {

  private String lastTurnId = "";
  private TurnInput open;

  /** A turn has ended that was given to Codex. */
  public synchronized void ended(TurnInput input, TurnResult result) {
    if (!result.turnId().isEmpty()) {
      lastTurnId = result.turnId();
    }
    open = result.turnId().isEmpty() && result.retire() ? input : null;
  }

  /**
   * The turn that this input is already, as Codex tells after a resume; then the host is to know,
   * and may send it again.
   */
  public synchronized Optional<ThreadTurn> takenAs(TurnInput input, Optional<ResumeReport> report) {
    if (open == null || report.isEmpty() || !isSame(input)) {
      return Optional.empty();
    }
    open = null;
    return report
        .flatMap(ResumeReport::lastTurn)
        .filter(last -> !last.id().equals(lastTurnId))
        .filter(last -> TurnLookup.beganWith(last, input));
  }

  private boolean isSame(TurnInput input) {
    return open.parts().equals(input.parts()) && open.key().equals(input.key());
  }

  /** What is reported to the host about such a turn. */
  public static TurnError refusal(ThreadTurn taken) {
    return new TurnError(
        TurnError.Kind.REFUSED,
        ("Codex had taken this prompt before the connection was lost, as turn %s, which is %s;"
                + " it was not sent again. Start the turn once more to send it")
            .formatted(taken.id(), taken.status()));
  }
}
