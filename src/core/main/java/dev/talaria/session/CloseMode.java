package dev.talaria.session;

/** What closing a session does with the work of its thread. */
public enum CloseMode {

  /**
   * Turns, goals, commands and queued prompts continue in the server that the session is attached
   * to, and approvals wait for the next client that attaches. For a Codex of one's own this is
   * {@link #END_WORK}: it ends with its host.
   */
  LEAVE,

  /** What runs in the thread is ended, no matter who started it. */
  END_WORK
}
