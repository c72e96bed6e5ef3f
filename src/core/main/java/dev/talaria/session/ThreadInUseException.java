package dev.talaria.session;

import dev.talaria.base.TalariaException;

/**
 * A thread cannot be resumed because it is open elsewhere: in another session of the same {@link
 * Codex} or {@link CodexPool}, or in another process. Nothing is lost; close it there and resume
 * again.
 *
 * <p>Source: 0.169.0 lets one process at a time write a thread and refuses {@code thread/resume}
 * with "already has an active writer"; 0.125.0 and 0.130.0 do not. Immutable.
 */
public final class ThreadInUseException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /** The thread's id. */
  private final String threadId;

  ThreadInUseException(String threadId, String where, Throwable cause) {
    super("the thread " + threadId + " is open " + where, cause);
    this.threadId = threadId;
  }

  /** {@return the thread's id} */
  public String threadId() {
    return threadId;
  }
}
