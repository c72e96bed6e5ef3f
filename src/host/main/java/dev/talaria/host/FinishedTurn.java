package dev.talaria.host;

import dev.talaria.transcript.Message;
import java.util.List;

/**
 * What an external memory gets of a turn that completed. Immutable.
 *
 * @param userText what the user said
 * @param finalText what the agent answered
 * @param rows what the turn added to the history
 * @param messages the whole history
 */
public record FinishedTurn(
    String userText, String finalText, List<Message> rows, List<Message> messages) {

  /**
   * Copies the lists.
   *
   * @param userText what the user said
   * @param finalText what the agent answered
   * @param rows not null
   * @param messages not null
   */
  public FinishedTurn {
    rows = List.copyOf(rows);
    messages = List.copyOf(messages);
  }
}
