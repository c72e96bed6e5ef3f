package dev.talaria.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows a turn while it runs.
 *
 * <p>Called one event at a time, in Codex's order, on a worker thread of the session's; a slow
 * display delays its own session only. What it throws is logged and harms nothing. Previews are
 * safe to print; names of tools, arguments, results and texts are as they came.
 */
public interface HostDisplay {

  /**
   * A tool began.
   *
   * @param id the id that {@link #toolCompleted} repeats, and that the transcript's rows have
   * @param name as in the transcript; of the host's own tools the bare name
   * @param preview what it is about, on one line of at most 120 characters; may be empty
   * @param args the arguments, an object
   */
  default void toolStarted(String id, String name, String preview, JsonNode args) {}

  /**
   * A tool ended. One that had not when its turn did is reported as failed then, and told again
   * should it end after all.
   *
   * @param id as in {@link #toolStarted}
   * @param name as in {@link #toolStarted}
   * @param duration as Codex measured it, or else from the reported start; empty when neither is
   *     known
   * @param isError whether it failed
   * @param result the text of the transcript's row
   */
  default void toolCompleted(
      String id, String name, Optional<Duration> duration, boolean isError, String result) {}

  /**
   * A delta of a message, never empty.
   *
   * @param text to be appended, line feeds included
   */
  default void textDelta(String text) {}

  /**
   * A delta of the model's reasoning, never empty.
   *
   * @param text to be appended, line feeds included
   */
  default void reasoningDelta(String text) {}

  /**
   * A message is complete; only with {@link DisplayOptions#showCommentary}. The last one of a turn
   * is its final response, too: a host that shows these does not show that one again.
   *
   * @param text the whole message
   * @param streamed whether its deltas were given before
   */
  default void interimMessage(String text, boolean streamed) {}

  /**
   * What was streamed so far is done with, because its message is complete or starts again: the
   * next delta is the first one of another text.
   */
  default void streamedTextCleared() {}

  /**
   * Something about the session that the user should know; one line.
   *
   * @param text for the user as it is
   */
  default void notice(String text) {}
}
