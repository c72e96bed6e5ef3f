package dev.talaria.host;

import dev.talaria.transcript.Message;
import java.util.List;

/**
 * What a {@link CodexConversation} needs of the host that it runs turns for.
 *
 * <p>All methods but {@link #display} are called by the thread that called {@link
 * CodexConversation#run(String, boolean)}, when the turn has ended. The user's message, the count
 * of user turns and that of turns since the last memory review are the host's own: it has taken
 * care of them before it runs a turn.
 */
public interface HostAgent {

  /**
   * {@return the current display; {@code null} for none} Asked for each event, on the session's
   * worker thread, so that it may change within a turn.
   */
  HostDisplay display();

  /**
   * Adds the rows of a turn to the history and stores them: called at most once in a turn, never
   * with the message that the host has added itself. What it throws reaches the caller of the turn.
   *
   * @param rows what the turn added, in order; never empty
   */
  void append(List<Message> rows);

  /**
   * {@return the whole history, the oldest row first; its last user row is what the turn was asked}
   */
  List<Message> history();

  /**
   * The conversation is in this Codex thread from now on; with its id a later process resumes it
   * ({@link CodexConversation.Builder#resume}). Told after the rows are stored, once for a thread.
   *
   * @param threadId the thread's id
   */
  default void threadChanged(String threadId) {}

  /**
   * The tokens of a turn: once for each turn of which Codex reported them.
   *
   * @param usage the turn, its model and its tokens
   */
  default void recordUsage(UsageRecord usage) {}

  /**
   * Codex has shortened what its thread remembers: once each time. The host's history stays.
   *
   * @param compaction the turn in which it happened, and how many there were
   */
  default void recordCompaction(CompactionRecord compaction) {}

  /**
   * {@return whether the user's next message waits already: a review that is {@linkplain
   * ReviewCadence due} is postponed then, and its count kept; {@code false} by default}
   */
  default boolean nextMessageWaits() {
    return false;
  }

  /** {@return how the host's model is called; a review gets the same without Codex's app-server} */
  default String apiMode() {
    return RuntimeResolver.CODEX_APP_SERVER;
  }

  /**
   * Gives an external memory what was said: once for each turn that completed with a text.
   *
   * @param turn what was said
   */
  default void syncMemory(FinishedTurn turn) {}

  /**
   * Starts a review in the background, and returns at once.
   *
   * @param request what is to be reviewed
   */
  void spawnReview(ReviewRequest request);
}
