package dev.talaria.session;

import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import java.util.function.Function;

/**
 * What Codex said of a turn's end and why it was stopped: together they tell how it ends.
 *
 * <p>Mailbox only.
 */
final class TurnOutcome {

  private final Function<CodexError, TurnError> errors;
  private TurnCompleted completion;
  private TurnError stopReason;

  /**
   * @param errors reads an error of Codex
   */
  TurnOutcome(Function<CodexError, TurnError> errors) {
    this.errors = errors;
  }

  /** Codex has ended the turn. */
  void completed(TurnCompleted word) {
    completion = word;
  }

  /** Whether Codex has ended the turn. */
  boolean isGiven() {
    return completion != null;
  }

  /** A limit or a final error stops the turn. */
  void stoppedBy(TurnError reason) {
    stopReason = reason;
  }

  /** What stopped the turn; {@code null} for nothing. */
  TurnError stopReason() {
    return stopReason;
  }

  /**
   * The end that Codex has given the turn.
   *
   * @param interrupting whether it was asked to stop
   */
  TurnEnd end(boolean interrupting, String reason) {
    return switch (completion.status()) {
      case "completed" -> new TurnEnd(TurnStatus.COMPLETED, null, false, reason);
      case "interrupted" -> {
        TurnError why = interrupting ? stopReason : null;
        yield new TurnEnd(
            TurnStatus.INTERRUPTED, why, why != null && Retirement.after(why), reason);
      }
      default -> TurnEnd.failed(failure(), reason);
    };
  }

  private TurnError failure() {
    if (completion.error() != null) {
      return errors.apply(completion.error());
    }
    return stopReason != null
        ? stopReason
        : new TurnError(
            TurnError.Kind.OTHER,
            "Codex ended the turn with status '" + completion.status() + "' and gave no reason");
  }
}
