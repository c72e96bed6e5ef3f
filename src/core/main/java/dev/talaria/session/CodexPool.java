package dev.talaria.session;

import dev.talaria.approval.HostServices;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.service.Subscription;
import dev.talaria.session.connection.CodexConnections;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.session.listener.TalariaObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs many sessions on a few connections. Each connection has a Codex process of its own; all
 * share one configuration and one {@code CODEX_HOME}.
 *
 * <p>Connections are launched when they are needed. A session gets the connection with the fewest
 * sessions; when it is lost or retired, the next turn continues, on the same thread, with the one
 * that has the fewest then, or a new one.
 *
 * <p>Safe for use by many threads. The caller closes it.
 */
public final class CodexPool implements AutoCloseable {

  private final ConnectionPool connections;
  private final OpenSessions sessions;

  private CodexPool(ConnectionPool connections, Workers workers) {
    this.connections = connections;
    this.sessions = new OpenSessions(connections, workers);
  }

  /**
   * Launches the first connection, and fails as {@link Codex#launch(CodexOptions)} does. The
   * recording of another one is a file of its own, with a number behind its name.
   *
   * @param options which Codex to run, and how; the same for each connection
   * @param bounds how many connections and sessions there may be
   * @return the pool; close it
   */
  public static CodexPool launch(CodexOptions options, PoolOptions bounds) {
    return launch(options, bounds, HostServices.NONE);
  }

  /**
   * As {@link #launch(CodexOptions, PoolOptions)}, with services as {@link Codex} has them.
   *
   * @param options which Codex to run, and how; the same for each connection
   * @param bounds how many connections and sessions there may be
   * @param services as {@link Codex#launch(CodexOptions, HostServices)} takes them
   * @return the pool; close it
   */
  public static CodexPool launch(CodexOptions options, PoolOptions bounds, HostServices services) {
    Workers workers = Workers.create();
    List<CodexConnections> slots =
        IntStream.rangeClosed(1, bounds.children())
            .mapToObj(number -> recordingOf(options, number))
            .map(own -> CodexConnections.launching(own, workers, services))
            .toList();
    ConnectionPool connections = new ConnectionPool(slots, bounds.maxSessionsPerChild());
    try {
      connections.release(connections.acquire(""));
    } catch (RuntimeException | Error e) {
      connections.close();
      workers.close();
      throw e;
    }
    return new CodexPool(connections, workers);
  }

  private static CodexOptions recordingOf(CodexOptions options, int child) {
    Optional<Path> file = options.recording();
    return child == 1 || file.isEmpty()
        ? options
        : options.toBuilder()
            .recordTo(file.get().resolveSibling(file.get().getFileName() + ".child" + child))
            .build();
  }

  /**
   * Opens a session as {@link Codex#openSession} does, on the connection with the fewest.
   *
   * @param options how the session works, and who decides about approvals
   * @return the session, open; close it
   * @throws IllegalStateException if every connection has as many sessions as it may have
   * @throws TalariaException if no connection could be started, or Codex refuses
   */
  public CodexSession openSession(SessionOptions options) {
    return sessions.open(options);
  }

  /**
   * Has an observer watch all that is done with this pool from now on, as {@link Codex#observe}
   * does.
   *
   * @param observers take the place of the previous ones; none for nobody
   */
  public void observe(TalariaObserver... observers) {
    List<TalariaObserver> all = List.of(observers);
    connections.observe(all);
    sessions.observe(all);
  }

  /**
   * Has a watcher see every message of the connections from now on, until the subscription is
   * closed; for a viewer. While somebody watches, each message is read in full, which costs more
   * than a turn needs.
   *
   * @param watcher beside those that watch already
   * @return what ends it
   */
  public Subscription watch(MessageWatcher watcher) {
    return connections.watch(watcher);
  }

  /** {@return how many sessions are open} */
  public int sessions() {
    return connections.sessions();
  }

  /** {@return how many connections live at the moment} */
  public int children() {
    return connections.living();
  }

  /**
   * {@return what {@link #close} ended in the sessions that were open; empty before it} What a
   * session's own close ended is in the report of that session.
   */
  public Optional<CloseReport> closed() {
    return sessions.closed();
  }

  /** Ends all sessions, then all connections and what they started. Bounded and idempotent. */
  @Override
  public void close() {
    sessions.close();
  }
}
