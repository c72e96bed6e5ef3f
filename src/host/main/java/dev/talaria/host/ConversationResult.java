package dev.talaria.host;

import dev.talaria.base.Redaction;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.util.List;

/**
 * The result of a host's turn. Immutable.
 *
 * @param finalResponse what to show the user; of a turn that did not complete why, and after it the
 *     text that there is
 * @param messages the host's history after the turn; its rows are stored already
 * @param apiCalls 1 for a turn that was given to Codex, else 0
 * @param completed whether Codex did what it could and said so
 * @param partial the opposite of {@code completed}
 * @param error why it did not complete; {@code null} when it did, or was interrupted on request
 * @param errorKind what kind of error that is; {@code null} when there is none, or no turn of Codex
 *     had it
 * @param interrupted whether it was stopped before its end
 * @param codexThreadId the Codex thread; empty when there is none
 * @param codexTurnId the turn; empty when Codex never started it
 * @param usage the tokens; {@code null} when Codex reported none
 */
public record ConversationResult(
    String finalResponse,
    List<Message> messages,
    int apiCalls,
    boolean completed,
    boolean partial,
    String error,
    TurnError.Kind errorKind,
    boolean interrupted,
    String codexThreadId,
    String codexTurnId,
    TokenUsage usage) {

  private static final String INTERRUPTED =
      "Codex app-server task interrupted; it did not complete.";

  /**
   * Copies the messages.
   *
   * @param finalResponse what to show the user
   * @param messages not null
   * @param apiCalls 1 or 0
   * @param completed whether Codex did what it could and said so
   * @param partial the opposite
   * @param error may be {@code null}
   * @param errorKind may be {@code null}
   * @param interrupted whether it was stopped before its end
   * @param codexThreadId empty for none
   * @param codexTurnId empty for none
   * @param usage may be {@code null}
   */
  public ConversationResult {
    messages = List.copyOf(messages);
  }

  /** The result of a turn that Codex was given. */
  static ConversationResult of(TurnResult turn, List<Message> history) {
    boolean completed = turn.status() == TurnStatus.COMPLETED && turn.error() == null;
    String error = turn.error() == null ? null : turn.error().message();
    return new ConversationResult(
        completed ? text(turn) : unfinished(turn, error),
        history,
        1,
        completed,
        !completed,
        error,
        turn.error() == null ? null : turn.error().kind(),
        turn.interrupted(),
        turn.threadId(),
        turn.turnId(),
        turn.usage());
  }

  /** Interrupted before Codex got the turn. */
  static ConversationResult notBegun(List<Message> history, String threadId) {
    return new ConversationResult(
        INTERRUPTED, history, 0, false, true, null, null, true, threadId, "", null);
  }

  /** The session could not be opened, or broke without a turn's result. */
  static ConversationResult broken(Throwable cause, List<Message> history, String threadId) {
    String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String error = Redaction.redact(said);
    String response =
        "Codex app-server turn failed: "
            + error
            + ". Fall back to default runtime with `/codex-runtime auto`.";
    return new ConversationResult(
        response, history, 0, false, true, error, null, false, threadId, "", null);
  }

  /**
   * {@return whether the host may give the turn to its fallback provider: the account's quota is
   * used up, or it had too many requests ({@code usageLimitExceeded} and similar of {@code
   * turn/completed}, or HTTP 429)} Not after a refused login, a time limit, an unknown model or an
   * interrupt, which another provider would only hide.
   */
  public boolean quotaExceeded() {
    return !interrupted
        && (errorKind == TurnError.Kind.USAGE_LIMIT || errorKind == TurnError.Kind.RATE_LIMIT);
  }

  /** What the agent said last; may be empty. */
  static String text(TurnResult turn) {
    return turn.finalText() == null ? "" : turn.finalText();
  }

  private static String unfinished(TurnResult turn, String error) {
    String why = error == null ? INTERRUPTED : "Codex app-server task incomplete: " + error;
    String text = text(turn);
    return text.isBlank()
        ? why
        : why + "\n\nLast assistant message (not a completion confirmation):\n" + text;
  }
}
