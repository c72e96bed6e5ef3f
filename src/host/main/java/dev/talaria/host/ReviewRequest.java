package dev.talaria.host;

import dev.talaria.transcript.Message;
import java.util.List;

/**
 * A review that is due after a turn. Immutable.
 *
 * @param messagesSnapshot the history as it was when the turn ended
 * @param reviewMemory whether the host had asked for a review of its memory
 * @param due the names of the {@linkplain ReviewCadence cadences} whose review is due
 * @param apiMode how the reviewing model is called: never through Codex's app-server, because the
 *     tools of a review run in the host's own loop
 */
public record ReviewRequest(
    List<Message> messagesSnapshot, boolean reviewMemory, List<String> due, String apiMode) {

  /**
   * Copies the lists.
   *
   * @param messagesSnapshot not null
   * @param reviewMemory whether the host had asked for a review of its memory
   * @param due empty for none
   * @param apiMode how the reviewing model is called
   */
  public ReviewRequest {
    messagesSnapshot = List.copyOf(messagesSnapshot);
    due = List.copyOf(due);
  }
}
