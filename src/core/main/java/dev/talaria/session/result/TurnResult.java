package dev.talaria.session.result;

import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.CodexSession;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The result of a turn. Immutable.
 *
 * <p>That the turn has ended does not mean that its commands have: a command that takes longer than
 * the model waits for it (ten seconds, unless the model says otherwise) continues, and ends with
 * the session unless the host waits for it ({@link CodexSession#awaitCommands}).
 *
 * @param threadId the Codex thread
 * @param turnId the turn; empty when Codex never started it
 * @param status how it ended
 * @param finalText the last message that is not commentary; what text there is when the turn did
 *     not complete; may be empty
 * @param messages the transcript of the turn, in order, the user's message included
 * @param toolIterations how many tool calls ended in this turn
 * @param error why it did not complete; {@code null} when it did, or when it was interrupted on
 *     request
 * @param usage the tokens of the last request and of the thread; {@code null} when Codex reported
 *     none
 * @param diff what the turn changed, as Git writes it; the latest that Codex reported, empty for
 *     none
 * @param plan the agent's plan as it was last; empty when it made none
 * @param compacted whether Codex shortened the thread's history in this turn
 * @param runningCommands the commands of the turn, and of the sub-agents that it began, that went
 *     on at the moment of its end; a snapshot
 * @param retire whether the connection can no longer be used: the session's next turn gets another
 *     one, and resumes the thread there
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
    String diff,
    List<PlanStep> plan,
    boolean compacted,
    List<BackgroundCommand> runningCommands,
    boolean retire,
    Duration duration) {

  /**
   * For tests of a host; Talaria makes those of a session.
   *
   * @param threadId the thread
   * @param turnId empty when Codex never started it
   * @param status not null
   * @param finalText empty for none
   * @param messages copied
   * @param toolIterations how many tool calls ended
   * @param error {@code null} for none
   * @param usage {@code null} when unknown
   * @param diff not null; empty for none
   * @param plan copied
   * @param compacted whether Codex shortened the history
   * @param runningCommands copied
   * @param retire false while the connection can be used
   * @param duration from the call to the end
   */
  public TurnResult {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(diff, "diff");
    messages = List.copyOf(messages);
    plan = List.copyOf(plan);
    runningCommands = List.copyOf(runningCommands);
  }

  /** {@return the size of the model's window in tokens, if Codex reported it} */
  public OptionalLong contextWindow() {
    return usage == null || usage.modelContextWindow() == null
        ? OptionalLong.empty()
        : OptionalLong.of(usage.modelContextWindow());
  }

  /** {@return whether the turn was stopped before its end} */
  public boolean interrupted() {
    return status == TurnStatus.INTERRUPTED;
  }
}
