package dev.talaria.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.connection.SharedConnection;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.thread.ThreadRelease;
import dev.talaria.session.thread.ThreadSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the thread of a session is: on which connection of the pool, and why it may have to
 * continue with another one.
 *
 * <p>Safe for use by many threads. What changes the binding holds its lock, and may block.
 */
final class ThreadBinding {

  private static final Logger log = LoggerFactory.getLogger(ThreadBinding.class);

  private final OpenSessions sessions;
  private final ConnectionPool connections;
  private final SessionOptions options;
  private final ThreadOpener opener;

  /** As Codex names them; its own lock. */
  private final ObjectNode keptSettings = WireJson.mapper().createObjectNode();

  private SharedConnection connection;
  private volatile ThreadSession current;
  private volatile String threadId;
  private volatile String retiredBecause = "";
  private volatile ResumeReport report;
  private volatile boolean reportTold;
  private volatile String lastModel;
  private volatile boolean hadTurns;
  private volatile TurnInput settings = TurnInput.settings();
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

  /** The report, as long as no turn was notified of it. */
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

  /** The thread continues with the model of its last turn. */
  void ranWith(String model) {
    lastModel = model;
    synchronized (keptSettings) {
      keptSettings.remove("model");
    }
  }

  /**
   * The thread has these settings from now on, on later connections, too.
   *
   * @param sent as Codex took them
   */
  void keep(TurnInput more, ObjectNode sent) {
    synchronized (keptSettings) {
      settings = more.or(settings);
      // One of the two takes the place of the other.
      if (sent.has("sandboxPolicy") || sent.has("permissions")) {
        keptSettings.remove(List.of("sandboxPolicy", "permissions"));
      }
      keptSettings.setAll(sent);
    }
    more.model().ifPresent(model -> lastModel = model);
  }

  /** What was set last by {@link #keep}. */
  TurnInput settings() {
    return settings;
  }

  /**
   * The thread where a turn can run, on another connection if need be. Blocks.
   *
   * @throws IllegalStateException if the session is closed
   */
  synchronized ThreadSession ready() {
    if (closed) {
      throw new IllegalStateException("the session is closed; open another one");
    }
    if (connections.replaces() && unfit().isEmpty()) {
      current.server().awaitConnection();
    }
    if (!isReady()) {
      revive();
    }
    return current;
  }

  /** The thread has had a turn, which its rollout must hold. */
  void hasTurns() {
    hadTurns = true;
  }

  /** Whether a turn can run where the thread is. */
  boolean isReady() {
    return !connections.replaces() || unfit().isEmpty() && current.server().isConnected();
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
  private void revive() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    String reason = unfit();
    current.leave();
    SharedConnection left = connection;
    if (connection == null) {
      connection = connections.acquire(threadId);
    } else if (connection.server == current.server() || !connection.takesSessions()) {
      connection = null;
      connection = connections.transfer(left, true);
    }
    awaitRelease(left);
    ThreadSession before = current;
    bind(resumeOrReplace(reason.lines().findFirst().orElse("")));
    current.turns().queue().takeOver(before.turns().queue());
    restoreSettings();
    log.info("the thread {} continues with another connection: {}", threadId, reason);
    if (closed) {
      release();
      throw new IllegalStateException("the session was closed");
    }
  }

  /** Without them no turn is to run: they may be stricter than the session's options. */
  private void restoreSettings() {
    ObjectNode kept;
    synchronized (keptSettings) {
      kept = keptSettings.deepCopy();
    }
    try {
      if (!kept.isEmpty()) {
        ThreadControl.apply(current, kept);
      }
    } catch (RuntimeException e) {
      retire("the thread's settings could not be restored: " + e.getMessage());
      throw e;
    }
  }

  /** Waits until the connection that was left has released the thread; ends it if it hangs. */
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
   * Gives thread and connection up. Blocks until Codex releases the thread, or does not in time.
   */
  synchronized void release() {
    closeCurrent(CloseMode.LEAVE);
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
  void closeCurrent(CloseMode mode) {
    ThreadSession session = current;
    if (session != null && session.server().comesBack() && mode == CloseMode.LEAVE) {
      session.detach();
    } else if (session != null) {
      session.close();
    }
  }
}
