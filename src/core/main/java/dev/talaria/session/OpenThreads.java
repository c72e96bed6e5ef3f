package dev.talaria.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The threads that the sessions of one {@link ConnectionSource} have open: one session for a
 * thread. Whoever resumes a thread claims it first, and so waits for a session that is being
 * closed.
 *
 * <p>Safe for use by many threads.
 */
final class OpenThreads {

  private final Map<String, DurableSession> open = new HashMap<>();

  /**
   * Takes a thread for a session; waits for another one that is being closed.
   *
   * @throws ThreadInUseException if another one is open with it, or is not closed in that time
   */
  synchronized void claim(String threadId, DurableSession session, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (open.getOrDefault(threadId, session) != session) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || !open.get(threadId).isClosed()) {
        throw new ThreadInUseException(
            threadId, "in another session of this program: close that one, and resume again", null);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ThreadInUseException(
            threadId, "in another session, and the wait for its end was interrupted", e);
      }
    }
    open.put(threadId, session);
  }

  /** A session has a new thread of this id, which nobody else can have, and no other any more. */
  synchronized void opened(String threadId, DurableSession session) {
    left(session);
    open.put(threadId, session);
  }

  /** A session has no thread any more. */
  synchronized void left(DurableSession session) {
    open.values().removeIf(session::equals);
    notifyAll();
  }
}
