package dev.talaria.host;

import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.util.function.Supplier;

/**
 * Opens the session of a conversation: the host decides which Codex, which directory, who approves.
 *
 * <p>Called by the thread that runs a turn, when there is no session: before the first turn, and
 * after one that ended the last session. May block.
 */
@FunctionalInterface
public interface SessionOpener {

  /**
   * Opens a session, which then belongs to the conversation.
   *
   * @param threadId the thread to continue with; empty for a new one
   * @return the session, open
   * @throws dev.talaria.session.ThreadGoneException if Codex has lost that thread: the conversation
   *     then asks for a new one
   */
  CodexSession open(String threadId);

  /**
   * {@return a source that opens sessions of one Codex}
   *
   * @param codex stays open when a session is closed
   * @param options asked for each session, so that they hold who approves now
   */
  static SessionOpener of(Codex codex, Supplier<SessionOptions.Builder> options) {
    return threadId -> {
      SessionOptions.Builder builder = options.get();
      if (!threadId.isEmpty()) {
        builder.resume(threadId);
      }
      return codex.openSession(builder.build());
    };
  }
}
