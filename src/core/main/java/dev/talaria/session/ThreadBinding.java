package dev.talaria.session;

import dev.talaria.appserver.Workers;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.connection.SharedConnection;
import dev.talaria.session.thread.ThreadRelease;
import dev.talaria.session.thread.ThreadSession;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the thread of a session is: on which connection of the pool, and why it may have to go on
 * with another one.
 *
 * <p>Safe for use by many threads. What changes the binding holds its lock, and may block.
 */
final class ThreadBinding {

  private static final Logger log = LoggerFactory.getLogger(ThreadBinding.class);

  private final OpenSessions sessions;
  private final ConnectionPool connections;
  private final SessionOptions options;
  private final ThreadOpener opener;

  private SharedConnection connection;
  private volatile ThreadSession current;
  private volatile String threadId;
  private volatile String retiredBecause = "";
  private volatile ResumeReport report;
  private volatile boolean reportTold;
  private volatile String lastModel;
  private volatile boolean hadTurns;
  private volatile boolean closed;

  ThreadBinding(
      OpenSessions sessions, ConnectionPool connections, Workers workers, SessionOptions options) {
    this.sessions = sessions;
    this.connections = connections;
    this.options = options;
    this.opener = new ThreadOpener(workers, options);
    this.threadId = options.resume().orElse("");
  }

  /** Opens the thread, or fails as {@link Codex#openSession} says. Blocks. */
  synchronized void open() {
    try {
      if (options.resume().isPresent()) {
        sessions.claim(threadId, this, ThreadOpener.WRITER_LIMIT);
      }
      connection = connections.acquire(threadId);
      bind(options.resume().isEmpty() ? opener.start(connection.server) : resumeOrReplace(""));
      if (closed) {
        throw new IllegalStateException("the session was closed while it was opened");
      }
    } catch (RuntimeException | Error e) {
      release();
      throw e;
    }
  }

  private ThreadOpener.Opened resumeOrReplace(String reason) {
    try {
      return opener.resume(connection.server, threadId, lastModel, reason, hadTurns);
    } catch (ThreadGoneException gone) {
      boolean hostAskedForIt = current == null && options.resume().isPresent();
      if (hostAskedForIt && options.history().isEmpty()) {
        throw gone;
      }
      return opener.replace(connection.server, gone, reason);
    }
  }

  private void bind(ThreadOpener.Opened opened) {
    current = opened.session();
    if (!threadId.equals(current.threadId())) {
      threadId = current.threadId();
      sessions.renamed(threadId, this);
    }
    report = opened.report();
    reportTold = report == null;
    retiredBecause = "";
  }

  /** The thread on its current connection; {@code null} before it is opened. */
  ThreadSession current() {
    return current;
  }

  String threadId() {
    return threadId;
  }

  /** How the thread came to its current connection; empty when it was started there. */
  Optional<ResumeReport> report() {
    return Optional.ofNullable(report);
  }

  /** The report, as long as no turn was told of it. */
  Optional<ResumeReport> untoldReport() {
    return reportTold ? Optional.empty() : report();
  }

  void reportTold() {
    reportTold = true;
  }

  /** The connection can no longer be used, for this reason. */
  void retire(String reason) {
    retiredBecause = reason;
  }

  /** The thread goes on with the model of its last turn. */
  void ranWith(String model) {
    lastModel = model;
  }

  /** The thread has had a turn, which its rollout must hold. */
  void hasTurns() {
    hadTurns = true;
  }

  /** Whether a turn can run where the thread is. */
  boolean isReady() {
    return !connections.replaces() || unfit().isEmpty();
  }

  /** Why another connection is needed; empty if none is. The server knows first that it is lost. */
  private String unfit() {
    TurnError unusable = current.unusable();
    if (unusable != null) {
      return unusable.message();
    }
    return current.server().isLost() && retiredBecause.isEmpty()
        ? "the connection to Codex was lost"
        : retiredBecause;
  }

  /** Gets another connection and resumes the thread there. Under the lock. */
  void revive() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    String reason = unfit();
    current.close();
    SharedConnection left = connection;
    if (connection == null) {
      connection = connections.acquire(threadId);
    } else if (connection.server == current.server() || !connection.takesSessions()) {
      connection = null;
      connection = connections.transfer(left, true);
    }
    awaitRelease(left);
    bind(resumeOrReplace(reason.lines().findFirst().orElse("")));
    log.info("the thread {} goes on with another connection: {}", threadId, reason);
    if (closed) {
      release();
      throw new IllegalStateException("the session was closed");
    }
  }

  /** Waits until the connection that was left has let go of the thread; ends it if it hangs. */
  private ThreadRelease.Outcome awaitRelease(SharedConnection left) {
    ThreadRelease.Outcome outcome =
        current
            .released()
            .completeOnTimeout(
                ThreadRelease.Outcome.LOADED,
                2 * ThreadRelease.LIMIT.toMillis(),
                TimeUnit.MILLISECONDS)
            .join();
    if (left != null && left.server == current.server()) {
      if (outcome == ThreadRelease.Outcome.UNANSWERED) {
        left.owner.endHung(left);
      } else if (left.server.isLost()) {
        // It may still be ending, and until then it has the thread.
        left.close();
      }
    }
    return outcome;
  }

  /** After a turn that retired the connection: one that hangs is ended for all its sessions. */
  void endIfHung() {
    SharedConnection suspect;
    synchronized (this) {
      suspect = connection;
    }
    if (suspect != null && suspect.server == current.server() && connections.replaces()) {
      suspect.endIfHung();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** The session is closed: the thread is not opened again. */
  void stopOpening() {
    closed = true;
    opener.close();
  }

  /**
   * Gives thread and connection up. Blocks until Codex lets go of the thread, or does not in time.
   */
  synchronized void release() {
    closeCurrent();
    SharedConnection left = connection;
    connection = null;
    if (left != null) {
      connections.release(left);
    }
    if (current != null && awaitRelease(left) == ThreadRelease.Outcome.LOADED && left != null) {
      left.keeps.add(threadId);
    }
    sessions.released(this);
  }

  /** There is none yet while the session is opened. */
  void closeCurrent() {
    ThreadSession session = current;
    if (session != null) {
      session.close();
    }
  }
}
