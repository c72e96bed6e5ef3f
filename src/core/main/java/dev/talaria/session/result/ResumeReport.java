package dev.talaria.session.result;

import dev.talaria.protocol.ThreadTurn;
import java.util.Optional;

/**
 * Says that a session continued with another connection. Immutable.
 *
 * @param threadId the thread from now on
 * @param formerThreadId the previous thread; the same, unless Codex no longer had it
 * @param reason why, for people
 * @param lastTurn the thread's latest turn as Codex has kept it: its id, its status ({@code
 *     completed}, {@code interrupted}, {@code failed}) and its items; empty when there is none, or
 *     Codex did not tell. It says what happened to a turn whose end was not received
 */
public record ResumeReport(
    String threadId, String formerThreadId, String reason, Optional<ThreadTurn> lastTurn) {

  /** {@return whether Codex no longer had the thread, so that this is a new one} */
  public boolean newThread() {
    return !threadId.equals(formerThreadId);
  }
}
