package dev.talaria.session;

import static org.awaitility.Awaitility.await;

import dev.talaria.session.lab.CodexLab;

/** Takes a session's child away, for tests outside of this package. */
public final class LostChild {

  private LostChild() {}

  /** Kills the Codex processes of this JVM and waits until the session knows. */
  public static void of(CodexSession session) {
    CodexLab.children().forEach(ProcessHandle::destroyForcibly);
    await().until(() -> ((ResumingSession) session).bound().unusable() != null);
  }
}
