package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Reconnect;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.Method;
import dev.talaria.protocol.Notification;
import dev.talaria.server.ServerOptions;
import dev.talaria.service.AccountService;
import dev.talaria.service.ConfigService;
import dev.talaria.service.ExecService;
import dev.talaria.service.FileService;
import dev.talaria.service.McpService;
import dev.talaria.service.ModelService;
import dev.talaria.service.PluginService;
import dev.talaria.service.SearchService;
import dev.talaria.service.SkillService;
import dev.talaria.service.Subscription;
import dev.talaria.service.TypedCalls;
import dev.talaria.session.connection.Attachment;
import dev.talaria.session.connection.CodexConnections;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.listener.ConnectionListener;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.session.listener.TalariaObserver;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One running Codex: a child process that serves any number of sessions.
 *
 * <p>A connection that was launched and is lost is replaced, with another process, when a session
 * needs it: the next turn, or the next session. What does not belong to a session asks the latest
 * one.
 *
 * <p>Safe for use by many threads. The caller closes it: then its sessions end, and the process
 * with everything that it started.
 */
public final class Codex implements TypedCalls, AutoCloseable {

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
   * @param options which Codex to run, and how
   * @return the running Codex; close it
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
   *
   * @param options which Codex to run, and how
   * @param services called on workers, also for later connections; {@link HostServices#NONE}
   *     refuses all but the time
   * @return the running Codex; close it
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

  /**
   * Connects to an app-server that someone else runs, with {@code codex app-server --listen} or
   * {@link dev.talaria.server.CodexServer}. Blocks within the options' time limits.
   *
   * <p>A lost connection does not mean a lost Codex: it is made again, running turns are taken up
   * with what was missed, and approvals that are still open are asked again; deltas of what was
   * missed are not told, the whole text is. Closing leaves the server and what runs in it ({@link
   * CloseMode}).
   *
   * @param server {@code unix:///PATH}, {@code ws://HOST:PORT} on this machine, or {@code
   *     wss://HOST:PORT}
   * @param options the token, TLS, the limits, and who the host is
   * @return the attached Codex; close it
   * @throws IllegalArgumentException if it is not such an address
   * @throws TalariaException if the server cannot be reached, refuses, or must not be trusted
   */
  public static Codex attach(URI server, AttachOptions options) {
    return attach(server, options, HostServices.NONE);
  }

  /**
   * Connects to the server of a {@code CODEX_HOME}, and starts one if none runs, which continues
   * when this program ends. Otherwise as {@link #attach(URI, AttachOptions)}; a server that has
   * ended is started again when a session needs it.
   *
   * @param server which home, and which Codex if one has to be started
   * @param options the limits, and who the host is; the token is found
   * @return the attached Codex; close it
   * @throws TalariaException as {@link dev.talaria.server.CodexServer#startOrFind} and {@link
   *     #attach(URI, AttachOptions)} do
   */
  public static Codex attachOrStart(ServerOptions server, AttachOptions options) {
    return attach(Attachment.toServerOf(server, options), options, HostServices.NONE);
  }

  /**
   * As {@link #attach(URI, AttachOptions)}, with services.
   *
   * @param server as {@link #attach(URI, AttachOptions)} takes it
   * @param options the token, TLS, the limits, and who the host is
   * @param services as {@link #launch(CodexOptions, HostServices)} takes them
   * @return the attached Codex; close it
   */
  public static Codex attach(URI server, AttachOptions options, HostServices services) {
    return attach(Attachment.to(server.toString(), options), options, services);
  }

  private static Codex attach(Reconnect reconnect, AttachOptions options, HostServices services) {
    Workers workers = Workers.create();
    try {
      Codex codex =
          new Codex(
              CodexConnections.attaching(reconnect, options.codex(), workers, services), workers);
      codex.ensureRunning();
      return codex;
    } catch (RuntimeException | Error e) {
      workers.close();
      throw e;
    }
  }

  /**
   * Shakes hands with a server behind two streams: a replay, or a test's own.
   *
   * @param in what the server writes, one JSON message per line in UTF-8
   * @param out what the server reads, in the same form
   * @param options who the host is, the time limits and the recording; the rest does not matter
   * @return a Codex whose connection is not replaced when it is lost; close it
   */
  public static Codex connect(InputStream in, OutputStream out, CodexOptions options) {
    return connect(in, out, options, HostServices.NONE);
  }

  /**
   * As {@link #connect(InputStream, OutputStream, CodexOptions)}, with services.
   *
   * @param in what the server writes, one JSON message per line in UTF-8
   * @param out what the server reads, in the same form
   * @param options who the host is, the time limits and the recording; the rest does not matter
   * @param services as {@link #launch(CodexOptions, HostServices)} takes them
   * @return a Codex whose connection is not replaced when it is lost; close it
   */
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

  /** Whether a request that is sent now may arrive. */
  boolean isConnected() {
    return server().isConnected();
  }

  /** Whether the current connection is lost and not yet replaced. */
  boolean isLost() {
    return server().isLost();
  }

  private AppServer server() {
    return connections.current().server;
  }

  /**
   * Starts another connection if the current one is lost or retired, as the next session would; for
   * what is asked of Codex before a session is opened. Blocks while it does.
   *
   * @throws IllegalStateException if this Codex is closed
   * @throws TalariaException if none can be started
   */
  public void ensureRunning() {
    pool.release(pool.acquire(""));
  }

  /**
   * {@return the version of the latest connection's Codex; {@link CodexCapability#isIn} says what
   * it can}
   */
  public CodexVersion version() {
    return server().version();
  }

  /** {@return the {@code CODEX_HOME} that the running Codex uses; empty when it did not say} */
  public String codexHome() {
    String home = server().server() == null ? null : server().server().codexHome();
    return home == null ? "" : home;
  }

  /**
   * {@return how much of the account's limits is used, as far as the latest connection was told}
   */
  public AccountLimits accountLimits() {
    return server().accountLimits();
  }

  /**
   * Starts a new Codex thread, or resumes one. Blocks until Codex has it, at most a minute (Codex
   * waits for MCP servers that are required).
   *
   * @param options how the session works, and who decides about approvals
   * @return the session, open; close it
   * @throws ThreadGoneException if Codex does not have the thread that is to be resumed, and the
   *     host gave no history to begin a new one with
   * @throws ThreadInUseException if the thread that is to be resumed is open in another session, or
   *     another process does not release it
   * @throws IllegalArgumentException if the working directory is not a directory: Codex would
   *     accept it and every command in it would fail
   * @throws RefusedSettingException if Codex refuses a setting
   * @throws TalariaException if Codex refuses, for instance because its configuration is broken
   */
  public CodexSession openSession(SessionOptions options) {
    return sessions.open(options);
  }

  /** {@return the threads that Codex keeps: to list, read, fork, name and archive} */
  public CodexThreads threads() {
    return new CodexThreads(server(), workers);
  }

  /** {@return who is logged in, login and logout, limits and usage} */
  public AccountService account() {
    return new AccountService(this);
  }

  /** {@return models, permission profiles, modes and features} */
  public ModelService models() {
    return new ModelService(this);
  }

  /** {@return the MCP servers of the configuration} */
  public McpService mcp() {
    return new McpService(this);
  }

  /** {@return skills and hooks} */
  public SkillService skills() {
    return new SkillService(this);
  }

  /** {@return plugins, marketplaces and apps} */
  public PluginService plugins() {
    return new PluginService(this);
  }

  /** {@return Codex's configuration} */
  public ConfigService config() {
    return new ConfigService(this);
  }

  /** {@return commands without a thread} */
  public ExecService exec() {
    return new ExecService(this);
  }

  /** {@return files on the machine of the app-server} */
  public FileService files() {
    return new FileService(this);
  }

  /** {@return files by parts of their names} */
  public SearchService search() {
    return new SearchService(this);
  }

  /**
   * Calls any method of the app-server.
   *
   * @param <T> what the result is read as
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

  /**
   * As {@link #request(String, Object, Class)}, waiting for the result.
   *
   * @param <T> what the result is read as
   * @param method the wire name, such as {@code model/list}
   * @param params a record, a map or a tree; {@code null} means no fields
   * @param type what the result is read as; {@link JsonNode} for the bare tree
   * @param limit how long to wait for the response; the options' request timeout does not count
   *     here
   * @return the result
   * @throws TalariaException if Codex refuses or does not answer in time, the connection is lost,
   *     or the waiting thread is interrupted
   */
  public <T> T call(String method, Object params, Class<T> type, Duration limit) {
    return AppServer.await(server().request(method, params, type, limit), limit);
  }

  @Override
  public <P, R> CompletableFuture<R> request(Method<P, R> method, P params) {
    return server().request(method.name(), params, JsonNode.class).thenApply(method::result);
  }

  @Override
  public <P, R> CompletableFuture<R> requestInOrder(Method<P, R> method, P params, Duration limit) {
    return server().requestInOrder(method.name(), params, limit).thenApply(method::result);
  }

  @Override
  public <P, R> R call(Method<P, R> method, P params) {
    AppServer server = server();
    return method.result(
        AppServer.await(
            server.request(method.name(), params, JsonNode.class), server.requestTimeout()));
  }

  @Override
  public <T> Subscription subscribe(Notification<T> kind, Consumer<T> listener) {
    return connections.subscribe(kind, listener);
  }

  @Override
  public <T> CompletableFuture<T> next(Notification<T> kind, Predicate<T> wanted) {
    return connections.next(kind, wanted);
  }

  /**
   * {@return the last lines that Codex wrote to stderr, joined by line feeds, without colours and
   * with secrets masked; at most 500 are remembered}
   *
   * @param lines how many at most
   */
  public String stderrTail(int lines) {
    return server().stderrTail(lines);
  }

  /**
   * Sets the listener for what belongs to no session: account, configuration, other threads. It
   * replaces the previous one, but none of those that subscribed.
   *
   * @param listener not null; keeps its place when a connection is replaced
   */
  public void listen(ConnectionListener listener) {
    connections.listen(listener);
  }

  /**
   * Adds a listener beside the one of {@link #listen}, for a library on a connection that it shares
   * with its host; it is notified of every connection, one after the other.
   *
   * @param listener not null; the same one may subscribe twice
   * @return what ends the subscription when it is closed
   */
  public Subscription subscribe(ConnectionListener listener) {
    return connections.subscribe(listener);
  }

  /**
   * Has an observer watch all that is done with this Codex from now on: its connections, the
   * sessions that are opened, their turns, model calls. Observers are called in this order; the
   * first that has a trace context gives it.
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

  /** {@return the observers that {@link #observe} has set} */
  public List<TalariaObserver> observers() {
    return sessions.observers();
  }

  /**
   * {@return what {@link #close} ended, or left, in the sessions that were open; empty before it}
   * What a session's own close ended is in the report of that session.
   */
  public Optional<CloseReport> closed() {
    return sessions.closed();
  }

  /**
   * Ends all sessions, then the process and everything that it started; an attached one leaves the
   * server as it is, with what runs there. Bounded and idempotent.
   */
  @Override
  public void close() {
    sessions.close();
  }
}
