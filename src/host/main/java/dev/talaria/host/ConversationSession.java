package dev.talaria.host;

import dev.talaria.base.Guard;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ThreadGoneException;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one session of a conversation: opened when it is needed, closed once, and opened again on the
 * same thread.
 *
 * <p>{@link #take} is for one thread at a time; the others may be called by any.
 */
final class ConversationSession {

  private static final Logger log = LoggerFactory.getLogger(ConversationSession.class);
  private static final String CLOSED = "the conversation is closed; begin another one";

  private final SessionSource source;
  private final Consumer<String> notice;
  private CodexSession session;
  private String threadId;
  private boolean closed;

  /**
   * @param threadId the thread to go on with; empty for a new one
   * @param notice tells the user
   */
  ConversationSession(SessionSource source, String threadId, Consumer<String> notice) {
    this.source = source;
    this.threadId = threadId;
    this.notice = notice;
  }

  /** The session, opened if there is none. Opening runs without the lock: it may take long. */
  CodexSession take() {
    String goOn;
    synchronized (this) {
      requireOpen();
      if (session != null) {
        return session;
      }
      goOn = threadId;
    }
    CodexSession opened = Objects.requireNonNull(open(goOn), "the host gave no session");
    synchronized (this) {
      if (!closed) {
        session = opened;
        return opened;
      }
    }
    close(opened);
    throw new IllegalStateException(CLOSED);
  }

  private CodexSession open(String goOn) {
    try {
      return source.open(goOn);
    } catch (ThreadGoneException e) {
      if (goOn.isEmpty()) {
        throw e;
      }
      log.info("the thread {} is gone; a new one is started", goOn, e);
      threadId("");
      notice.accept(TurnUsage.NEW_THREAD);
      return source.open("");
    }
  }

  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException(CLOSED);
    }
  }

  /** The thread to go on with; empty for none. */
  synchronized String threadId() {
    return threadId;
  }

  synchronized void threadId(String id) {
    threadId = id;
  }

  /** Closes the session; the next turn opens another one. */
  void drop() {
    CodexSession last;
    synchronized (this) {
      last = session;
      session = null;
    }
    if (last != null) {
      close(last);
    }
  }

  /** Closes the session for good. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    drop();
  }

  private static void close(CodexSession session) {
    Guard.of("the end of a session").run(session::close);
  }
}
