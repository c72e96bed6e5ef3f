package dev.talaria.session;

import java.util.List;

/**
 * What closing a session, a {@link Codex} or a {@link CodexPool} ended. Immutable.
 *
 * @param endedCommands the commands of the session's turns that still ran; {@link
 *     CodexSession#awaitCommands} before closing lets them end by themselves
 */
public record CloseReport(List<BackgroundCommand> endedCommands) {

  /**
   * For tests of a host; {@link CodexSession#closed} gives that of a session.
   *
   * @param endedCommands copied; empty when nothing ran
   */
  public CloseReport {
    endedCommands = List.copyOf(endedCommands);
  }
}
