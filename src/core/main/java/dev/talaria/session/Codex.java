package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.session.connection.CodexConnections;
import dev.talaria.session.connection.ConnectionPool;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One running Codex: a child process that serves any number of sessions.
 *
 * <p>A child that was launched and is lost is replaced when a session needs it: the next turn, or
 * the next session. What does not belong to a session asks the latest child.
 *
 * <p>Safe for use by many threads. Whoever launches it closes it: then its sessions end, and the
 * child with everything that it started.
 */
public final class Codex implements AutoCloseable {

  private final CodexConnections connections;
  private final ConnectionPool pool;
  private final Workers workers;
  private final OpenSessions sessions;

  private Codex(CodexConnections connections, Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.pool = new ConnectionPool(List.of(connections), Integer.MAX_VALUE);
    this.sessions = new OpenSessions(pool, workers);
  }

  /**
   * Finds Codex, starts {@code codex app-server} and shakes hands. Blocks within the options' time
   * limits.
   *
   * @throws dev.talaria.codex.CodexNotFoundException if there is no Codex
   * @throws dev.talaria.codex.CodexVersionException if it is older than {@link
   *     CodexVersion#MINIMUM}
   * @throws TalariaException if it does not start or does not answer
   */
  public static Codex launch(CodexOptions options) {
    return launch(options, HostServices.NONE);
  }

  /**
   * As {@link #launch(CodexOptions)}, with services for what Codex asks that belongs to no session:
   * {@link HostServices#authTokens} and {@link HostServices#attestation}.
   */
  public static Codex launch(CodexOptions options, HostServices services) {
    Workers workers = Workers.create();
    try {
      Codex codex = new Codex(CodexConnections.launching(options, workers, services), workers);
      codex.ensureRunning();
      return codex;
    } catch (RuntimeException | Error e) {
      workers.close();
      throw e;
    }
  }

  /** Shakes hands with a server behind two streams: a replay, or a test's own. */
  public static Codex connect(InputStream in, OutputStream out, CodexOptions options) {
    return connect(in, out, options, HostServices.NONE);
  }

  /** As {@link #connect(InputStream, OutputStream, CodexOptions)}, with services. */
  public static Codex connect(
      InputStream in, OutputStream out, CodexOptions options, HostServices services) {
    Workers workers = Workers.create();
    try {
      AppServer server = AppServer.connect(in, out, options, workers);
      return new Codex(CodexConnections.of(server, workers, services), workers);
    } catch (RuntimeException | Error e) {
      workers.close();
      throw e;
    }
  }

  /** Whether the current connection is lost and not yet replaced. */
  boolean isLost() {
    return server().isLost();
  }

  private AppServer server() {
    return connections.current().server;
  }

  /**
   * Starts another child if the current one is lost or retired, as the next session would; for what
   * is asked of Codex before a session is opened. Blocks while it does.
   *
   * @throws IllegalStateException if this Codex is closed
   * @throws TalariaException if no child can be started
   */
  public void ensureRunning() {
    pool.release(pool.acquire(""));
  }

  /** The latest child's version; {@link CodexCapability#isIn} says what it can. */
  public CodexVersion version() {
    return server().version();
  }

  /** The {@code CODEX_HOME} that the running Codex uses; empty when it did not say. */
  public String codexHome() {
    String home = server().server() == null ? null : server().server().codexHome();
    return home == null ? "" : home;
  }

  /** How much of the account's limits is used, as far as the latest child told it. */
  public AccountLimits accountLimits() {
    return server().accountLimits();
  }

  /**
   * Starts a new Codex thread, or resumes one. Blocks until Codex has it, at most a minute (Codex
   * waits for MCP servers that are required).
   *
   * @throws ThreadGoneException if Codex does not have the thread that is to be resumed, and the
   *     host gave no history to begin a new one with
   * @throws ThreadInUseException if the thread that is to be resumed is open in another session, or
   *     another process does not let go of it
   * @throws IllegalArgumentException if the working directory is not a directory: Codex would
   *     accept it and every command in it would fail
   * @throws RefusedSettingException if Codex refuses a setting
   * @throws TalariaException if Codex refuses, for instance because its configuration is broken
   */
  public CodexSession openSession(SessionOptions options) {
    return sessions.open(options);
  }

  /** The threads that Codex keeps: to list, read, fork, name and archive. */
  public CodexThreads threads() {
    return new CodexThreads(server(), workers);
  }

  /**
   * Calls any method of the app-server.
   *
   * @param method the wire name, such as {@code model/list}
   * @param params a record, a map or a tree; {@code null} means no fields
   * @param type what the result is read as; {@link JsonNode} for the bare tree
   * @return completes on a worker thread with the result, or with {@link
   *     dev.talaria.rpc.RpcException}, {@link dev.talaria.rpc.RequestTimeoutException} or {@link
   *     dev.talaria.rpc.ConnectionLostException}
   */
  public <T> CompletableFuture<T> request(String method, Object params, Class<T> type) {
    return server().request(method, params, type);
  }

  /** As {@link #request(String, Object, Class)}, waiting for the result. */
  public <T> T call(String method, Object params, Class<T> type, Duration limit) {
    return AppServer.await(server().request(method, params, type, limit), limit);
  }

  /**
   * The last lines that Codex wrote to stderr, without colours and with secrets masked; at most 500
   * are remembered.
   */
  public String stderrTail(int lines) {
    return server().stderrTail(lines);
  }

  /**
   * Who is told what belongs to no session: account, configuration, other threads; replaces the one
   * before, but none of those that subscribed.
   */
  public void listen(ConnectionListener listener) {
    connections.listen(listener);
  }

  /**
   * Adds a listener beside the one of {@link #listen}, for a library on a connection that it shares
   * with its host; it is told of every child, one after the other.
   */
  public ConnectionListener.Subscription subscribe(ConnectionListener listener) {
    return connections.subscribe(listener);
  }

  /**
   * What {@link #close} ended in the sessions that were open; empty before it. What a session's own
   * close ended is in the report of that session.
   */
  public Optional<CloseReport> closed() {
    return sessions.closed();
  }

  /** Ends all sessions, then the child and everything that it started. Bounded and idempotent. */
  @Override
  public void close() {
    sessions.close();
  }
}
