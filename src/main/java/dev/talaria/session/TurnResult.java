package dev.talaria.session;

import dev.talaria.protocol.TokenUsage;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a turn came to. Immutable.
 *
 * @param threadId the Codex thread
 * @param turnId the turn; empty when Codex never started it
 * @param status how it ended
 * @param finalText the last message that is no commentary; whatever text there is when the turn did
 *     not complete; may be empty
 * @param messages the transcript of the turn, in order, the user's message included
 * @param toolIterations how many tool calls ended in this turn
 * @param error why it did not complete; {@code null} when it did, or when it was interrupted on
 *     request
 * @param usage the tokens of the last request and of the thread; {@code null} when Codex reported
 *     none
 * @param retire whether the session is of no more use: close it and open another
 * @param duration from the call to the end
 */
public record TurnResult(
    String threadId,
    String turnId,
    TurnStatus status,
    String finalText,
    List<Message> messages,
    int toolIterations,
    TurnError error,
    TokenUsage usage,
    boolean retire,
    Duration duration) {

  public TurnResult {
    Objects.requireNonNull(status, "status");
    messages = List.copyOf(messages);
  }

  /** Whether the turn was stopped before its end. */
  public boolean interrupted() {
    return status == TurnStatus.INTERRUPTED;
  }
}
