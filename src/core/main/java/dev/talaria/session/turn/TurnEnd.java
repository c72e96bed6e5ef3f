package dev.talaria.session.turn;

import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.List;

/**
 * How a turn ends. Immutable.
 *
 * @param error {@code null} for none
 * @param retire whether the connection goes with it: the session's next turn gets another one, on
 *     the same thread
 * @param reason why, for people
 */
public record TurnEnd(TurnStatus status, TurnError error, boolean retire, String reason) {

  /** The host interrupted the turn before Codex was asked to begin it. */
  public static final TurnEnd BEFORE_IT_BEGAN =
      new TurnEnd(TurnStatus.INTERRUPTED, null, false, "interrupted before it began");

  /** The session was closed, which does not wait for Codex to confirm the end. */
  public static final TurnEnd CLOSED =
      cutOff(
          new TurnError(TurnError.Kind.CLOSED, "the session was closed while the turn ran"),
          "the session was closed");

  /** The session was closed, and Codex continues with the turn. */
  public static final TurnEnd DETACHED =
      cutOff(
          new TurnError(
              TurnError.Kind.DETACHED, "the session was closed; the turn continues in its server"),
          "the session was closed");

  /** The turn has failed, and the connection with it. */
  static TurnEnd lost(TurnError error) {
    return new TurnEnd(TurnStatus.FAILED, error, true, error.message());
  }

  /** The turn has failed for the reason that its error gives. */
  public static TurnEnd failed(TurnError error) {
    return failed(error, error.message());
  }

  /** The turn has failed; its error says whether the connection can still be used. */
  static TurnEnd failed(TurnError error, String reason) {
    return new TurnEnd(TurnStatus.FAILED, error, retires(error), reason);
  }

  /** The turn was cut off and Codex did not confirm it. */
  static TurnEnd cutOff(TurnError error, String reason) {
    return new TurnEnd(TurnStatus.INTERRUPTED, error, true, reason);
  }

  /** The state that it leaves the turn in. */
  public TurnState state() {
    return TurnState.valueOf(status.name());
  }

  /** The result of a turn that ends so and was never begun. */
  public TurnResult unbegun(String threadId, Duration duration) {
    return new TurnRecord(new TurnListeners(threadId), 1)
        .result(threadId, "", this, List.of(), duration);
  }

  /**
   * Whether an error ends the connection besides its turn; the docs on reliability have the table.
   */
  public static boolean retires(TurnError error) {
    return switch (error.kind()) {
      case CONNECTION_LOST, TIMEOUT, CLOSED, DETACHED, OVERFLOW -> true;
      // Codex keeps the login that it was started with.
      case UNAUTHORIZED -> CodexErrorReader.isAboutLogin(error.message());
      case USAGE_LIMIT,
          RATE_LIMIT,
          CONTEXT_WINDOW,
          OVERLOADED,
          SERVER_ERROR,
          BAD_REQUEST,
          SANDBOX,
          CONNECTION,
          POLICY,
          OTHER,
          REFUSED ->
          false;
    };
  }
}
