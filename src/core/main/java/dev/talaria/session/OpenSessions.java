package dev.talaria.session;

import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.listener.TalariaObserver;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The open sessions of a {@link Codex} or a {@link CodexPool}, and their threads: one session for a
 * thread. A caller that resumes a thread claims it first, and so waits for a session that is being
 * closed.
 *
 * <p>Safe for use by many threads.
 */
final class OpenSessions {

  private final ConnectionPool connections;
  private final Workers workers;
  private final Set<ResumingSession> sessions = ConcurrentHashMap.newKeySet();
  private final Map<String, ThreadBinding> threads = new HashMap<>();
  private final AtomicReference<CloseReport> closed = new AtomicReference<>();
  private final Guard guard = Guard.of("the observer");
  private volatile List<TalariaObserver> observers = List.of();

  OpenSessions(ConnectionPool connections, Workers workers) {
    this.connections = connections;
    this.workers = workers;
  }

  /** Opens a session as {@link Codex#openSession} says. */
  ResumingSession open(SessionOptions options) {
    if (connections.ownsCodex() && !Files.isDirectory(options.cwd())) {
      throw new IllegalArgumentException(
          "the session's working directory is not a directory: " + options.cwd());
    }
    SessionOptions observed = options.observedBy(observers);
    ResumingSession session = new ResumingSession(this, connections, workers, observed);
    sessions.add(session);
    try {
      session.open();
      observed.observers().forEach(one -> guard.tell(one, to -> to.onSessionOpened(session)));
      return session;
    } catch (RuntimeException | Error e) {
      sessions.remove(session);
      throw e;
    }
  }

  /** Watches the sessions that are opened from now on. */
  void observe(List<TalariaObserver> next) {
    observers = next;
  }

  List<TalariaObserver> observers() {
    return observers;
  }

  /** The session is closed. It has its thread until {@link #released}. */
  void closed(ResumingSession session, List<TalariaObserver> watching) {
    if (sessions.remove(session)) {
      watching.forEach(one -> guard.tell(one, to -> to.onSessionClosed(session)));
    }
  }

  /** Closes all sessions, then all connections. Idempotent. */
  void close() {
    List<ResumingSession> open = List.copyOf(sessions);
    open.forEach(ResumingSession::closeAtOnce);
    closed.compareAndSet(
        null, CloseReport.of(open.stream().flatMap(session -> session.closed().stream()).toList()));
    connections.close();
    workers.close();
  }

  /** What {@link #close} ended in the sessions that were open; empty before it. */
  Optional<CloseReport> closed() {
    return Optional.ofNullable(closed.get());
  }

  /**
   * Acquires a thread for a session; waits for another one that is being closed.
   *
   * @throws ThreadInUseException if another one is open with it, or is not closed in that time
   */
  synchronized void claim(String threadId, ThreadBinding session, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (threads.getOrDefault(threadId, session) != session) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || !threads.get(threadId).isClosed()) {
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
    threads.put(threadId, session);
  }

  /** A session has a new thread of this id, which no other can have, instead of its own. */
  synchronized void renamed(String threadId, ThreadBinding session) {
    released(session);
    threads.put(threadId, session);
  }

  /** A session no longer has a thread. */
  synchronized void released(ThreadBinding session) {
    threads.values().removeIf(session::equals);
    notifyAll();
  }
}
