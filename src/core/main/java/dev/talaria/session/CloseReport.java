package dev.talaria.session;

import dev.talaria.protocol.Goal;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnOrigin;
import java.util.List;

/**
 * What closing a session, a {@link Codex} or a {@link CodexPool} ended, and what it left running.
 * Immutable.
 *
 * @param endedCommands the commands of the session's turns that still ran; {@link
 *     CodexSession#awaitCommands} before closing lets them end by themselves
 * @param endedTurns the turns that still ran, no matter who started them, those of sub-agents
 *     included
 * @param stoppedGoals the goals that were active, as they were then; they are paused now, or
 *     cleared, as {@link SessionOptions.Builder#goals} has it
 * @param unqueued the keys of the prompts that the session had queued and that were not begun
 * @param leftTurns the turns that continue in a server that the session was attached to ({@link
 *     CloseMode#LEAVE}); all else is empty then
 */
public record CloseReport(
    List<BackgroundCommand> endedCommands,
    List<EndedTurn> endedTurns,
    List<Goal> stoppedGoals,
    List<String> unqueued,
    List<EndedTurn> leftTurns) {

  /**
   * A turn that a close ended, or left. Immutable.
   *
   * @param threadId its thread
   * @param turnId its id; empty when Codex had not named it
   * @param origin who started it
   */
  public record EndedTurn(String threadId, String turnId, TurnOrigin origin) {}

  /**
   * For tests of a host; {@link CodexSession#closed} gives that of a session.
   *
   * @param endedCommands copied; empty when nothing ran
   * @param endedTurns copied
   * @param stoppedGoals copied; at most one for each thread
   * @param unqueued copied
   * @param leftTurns copied; empty where all work was ended
   */
  public CloseReport {
    endedCommands = List.copyOf(endedCommands);
    endedTurns = List.copyOf(endedTurns);
    stoppedGoals = List.copyOf(stoppedGoals);
    unqueued = List.copyOf(unqueued);
    leftTurns = List.copyOf(leftTurns);
  }

  /** All of several reports in one. */
  static CloseReport of(List<CloseReport> reports) {
    return new CloseReport(
        reports.stream().flatMap(one -> one.endedCommands.stream()).toList(),
        reports.stream().flatMap(one -> one.endedTurns.stream()).toList(),
        reports.stream().flatMap(one -> one.stoppedGoals.stream()).toList(),
        reports.stream().flatMap(one -> one.unqueued.stream()).toList(),
        reports.stream().flatMap(one -> one.leftTurns.stream()).toList());
  }
}
