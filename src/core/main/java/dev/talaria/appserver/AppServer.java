package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.process.CodexProcess;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.v2.ClientInfo;
import dev.talaria.protocol.v2.InitializeCapabilities;
import dev.talaria.protocol.v2.InitializeParams;
import dev.talaria.protocol.v2.ThreadResumeParams;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.protocol.v2.TurnInterruptParams;
import dev.talaria.protocol.v2.TurnSteerParams;
import dev.talaria.protocol.wire.InitializeResult;
import dev.talaria.protocol.wire.ThreadStartResult;
import dev.talaria.protocol.wire.TurnStartResult;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.TraceContext;
import dev.talaria.rpc.peer.RetryPolicy;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcInbound;
import dev.talaria.rpc.peer.RpcPeer;
import dev.talaria.rpc.peer.RpcPeerOptions;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.rpc.peer.RpcTap;
import dev.talaria.rpc.transport.ConnectRefusedException;
import dev.talaria.rpc.transport.StdioTransport;
import dev.talaria.rpc.transport.Transport;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to one {@code codex app-server} after its handshake.
 *
 * <p>Safe for use by many threads and many Codex threads at once. Futures complete on the
 * connection's workers, never on its reader thread. A request that Codex refuses because it is
 * overloaded is tried again within its time limit; nothing is sent twice for any other reason.
 * Closing ends the child process, where there is one of ours.
 */
public final class AppServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AppServer.class);

  private static final Duration EXIT_CODE_WAIT = Duration.ofMillis(500);
  private static final int STDERR_LINES = 12;

  /** The error of a request that Codex did not take because too many wait: nothing was done. */
  private static final int OVERLOADED = -32001;

  private static final String UNLOAD_DELAY = "thread_unload_delay_secs";

  /** The pause before the second try to connect again; it doubles with each. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final ThreadRouter router;

  /** What is behind the transport; {@code null} where that is not ours to end. */
  private final CodexProcess process;

  /** How it comes back after a loss; {@code null} where a loss is the end. */
  private final Reconnect reconnect;

  private final RemoteRequests remote = new RemoteRequests();
  private final CodexOptions options;
  private final Workers workers;
  private final WatchedTap tap;
  private final Object linkLock = new Object();
  private Link link;
  private volatile RpcPeer peer;
  private volatile boolean ready;
  private volatile boolean over;
  private volatile Supplier<Optional<TraceContext>> trace = Optional::empty;
  private final Duration requestTimeout;
  private final boolean experimentalApi;
  private final boolean unloads;
  private volatile InitializeResult server;
  private volatile CodexVersion version;
  private volatile RequestShapes shapes;

  private AppServer(
      Transport transport,
      CodexProcess process,
      CodexOptions options,
      Workers workers,
      RpcTap tap,
      Reconnect reconnect) {
    this.process = process;
    this.reconnect = reconnect;
    this.options = options;
    this.workers = workers;
    this.tap = new WatchedTap(tap);
    this.requestTimeout = options.requestTimeout();
    this.experimentalApi = options.experimentalApi();
    this.unloads = process != null && !saysDelay(options);
    this.router = new ThreadRouter(workers.executor(), this::respondError, this.tap::isBlind);
    this.link = new Link();
    this.peer = start(transport, link);
  }

  private RpcPeer start(Transport transport, Link on) {
    return RpcPeer.start(
        transport,
        new RpcPeerOptions(
            WireJson.mapper(),
            workers.executor(),
            workers.timer(),
            RpcPeerOptions.DEFAULT_OUTGOING_CAPACITY,
            tap,
            RetryPolicy.of(OVERLOADED),
            () -> trace.get()),
        reconnect == null ? router : on,
        reason -> process == null ? reason : diagnose(process, reason));
  }

  /**
   * The options by which a process releases a thread as soon as it has no subscriber, unless they
   * say another time; without them it keeps the thread from other processes for half an hour.
   */
  private static CodexOptions unloading(CodexOptions options, CodexVersion version) {
    return saysDelay(options) || !CodexCapability.UNLOADS_AT_ONCE.isIn(version)
        ? options
        : options.toBuilder().config(UNLOAD_DELAY, "0").build();
  }

  private static boolean saysDelay(CodexOptions options) {
    return options.config().containsKey(UNLOAD_DELAY);
  }

  /**
   * Finds Codex, starts it and shakes hands. Blocks, at most for the options' time limits.
   *
   * @throws dev.talaria.codex.CodexNotFoundException if Codex is not found
   * @throws dev.talaria.codex.CodexVersionException if it is too old
   * @throws TalariaException if it does not start or does not answer
   */
  public static AppServer launch(CodexOptions options, Workers workers) {
    CodexExecutable executable = CodexExecutable.locate(options);
    RpcTap tap = Recorder.start(options, executable.version().toString());
    CodexProcess process;
    try {
      process = CodexProcess.start(executable, unloading(options, executable.version()));
    } catch (RuntimeException | Error e) {
      tap.close();
      throw e;
    }
    Transport transport = new StdioTransport(process.stdout(), process.stdin());
    return new AppServer(transport, process, options, workers, tap, null).shakeHands();
  }

  /** Shakes hands over streams that are already connected to a server; for tests and replay. */
  public static AppServer connect(
      InputStream in, OutputStream out, CodexOptions options, Workers workers) {
    return attach(new StdioTransport(in, out), options, workers);
  }

  /**
   * Shakes hands with a server that somebody else runs. Closing ends the connection and leaves the
   * server as it is. Blocks, at most for the start's time limit.
   *
   * @param transport is connected, and belongs to the new connection from now on
   * @throws dev.talaria.rpc.ConnectionLostException if the server ends the connection
   * @throws TalariaException if it does not answer, or refuses
   */
  public static AppServer attach(Transport transport, CodexOptions options, Workers workers) {
    return attach(transport, null, options, workers);
  }

  /**
   * As {@link #attach(Transport, CodexOptions, Workers)}; a connection that is lost is made again,
   * as long as this is not closed and the limit is not over. What was asked when it was lost fails
   * anyway; {@link ThreadInbox#reconnected} is when to ask again.
   */
  public static AppServer attach(Reconnect reconnect, CodexOptions options, Workers workers) {
    return attach(reconnect.connect().get(), reconnect, options, workers);
  }

  private static AppServer attach(
      Transport transport, Reconnect reconnect, CodexOptions options, Workers workers) {
    RpcTap tap;
    try {
      tap = Recorder.start(options, "");
    } catch (RuntimeException | Error e) {
      transport.end();
      throw e;
    }
    return new AppServer(transport, null, options, workers, tap, reconnect).shakeHands();
  }

  private AppServer shakeHands() {
    try {
      shakeHands(peer);
      ready = true;
      return this;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void shakeHands(RpcPeer with) {
    InitializeParams params = initialize(options);
    server =
        await(
            with.request("initialize", params, InitializeResult.class, options.startTimeout()),
            options.startTimeout());
    version =
        server == null
            ? CodexVersion.MINIMUM
            : server.serverVersion().flatMap(CodexVersion::parse).orElse(CodexVersion.MINIMUM);
    shapes = new RequestShapes(version);
    with.notify("initialized", null);
  }

  /** What arrives over one transport; the next one has another. */
  private final class Link implements RpcInbound {

    /** Under the lock; {@code null} as long as it holds. */
    private ConnectionLostException end;

    @Override
    public boolean message(byte[] buffer, int start, int length) {
      return router.message(buffer, start, length);
    }

    @Override
    public void notification(String method, JsonNode params) {
      if (method.equals("serverRequest/resolved")) {
        remote.resolved(params.path("requestId"));
      }
      router.notification(method, params);
    }

    @Override
    public void request(RpcRequest request) {
      Optional<Object> answer = remote.answerTo(request);
      if (answer.isPresent()) {
        peer.respond(request.id(), answer.get());
      } else {
        router.request(request);
      }
    }

    @Override
    public void closed(ConnectionLostException reason) {
      synchronized (linkLock) {
        end = reason;
        if (this != link) {
          return;
        }
      }
      lost(reason);
    }
  }

  /** Reader thread, or the one that connects again. */
  private void lost(ConnectionLostException reason) {
    if (over || !ready || reconnect.limit().isZero()) {
      end(reason);
      return;
    }
    log.info("reconnecting: {}", reason.getMessage());
    router.disconnected(reason);
    DaemonThreads.named("talaria-reconnect").newThread(() -> connectAgain(reason)).start();
  }

  private void connectAgain(ConnectionLostException reason) {
    long deadline = System.nanoTime() + reconnect.limit().toNanos();
    Duration pause = FIRST_PAUSE;
    String failure = "";
    while (!over) {
      try {
        if (tryAgain()) {
          return;
        }
      } catch (ConnectRefusedException e) {
        failure = e.getMessage();
        break;
      } catch (RuntimeException e) {
        failure = Guard.words(e);
      }
      if (System.nanoTime() + pause.toNanos() - deadline > 0) {
        break;
      }
      pause(pause);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
    end(
        new ConnectionLostException(
            over || failure.isEmpty()
                ? reason.getMessage()
                : reason.getMessage() + "; reconnecting failed: " + failure,
            reason));
  }

  /** Whether it is connected again, and told so. */
  private boolean tryAgain() {
    Link next = new Link();
    RpcPeer nextPeer = start(reconnect.again().get(), next);
    try {
      shakeHands(nextPeer);
    } catch (RuntimeException | Error e) {
      nextPeer.close();
      throw e;
    }
    synchronized (linkLock) {
      if (over) {
        nextPeer.close();
        return false;
      }
      if (next.end != null) {
        return false;
      }
      link = next;
      peer = nextPeer;
      linkLock.notifyAll();
    }
    log.info("connected again");
    router.reconnected();
    return true;
  }

  private void pause(Duration time) {
    synchronized (linkLock) {
      try {
        if (!over) {
          TimeUnit.NANOSECONDS.timedWait(linkLock, time.toNanos());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void end(ConnectionLostException reason) {
    leave();
    router.closed(reason);
  }

  /** Whether a request that is sent now may arrive. */
  public boolean isConnected() {
    return !peer.isLost();
  }

  /** Whether somebody else runs the server, and the connection comes back when it is lost. */
  public boolean comesBack() {
    return reconnect != null;
  }

  /** Waits, as long as the connection is lost and may come back. */
  public void awaitConnection() {
    synchronized (linkLock) {
      while (comesBack() && !over && peer.isLost()) {
        pause(LONGEST_PAUSE);
        if (Thread.currentThread().isInterrupted()) {
          throw new TalariaException("interrupted while waiting for the connection to come back");
        }
      }
    }
  }

  /** Who we are, and what Codex may send us and let us do. */
  public static InitializeParams initialize(CodexOptions options) {
    ClientInfo client =
        ClientInfo.of(options.clientName(), options.clientVersion()).title(options.clientTitle());
    InitializeCapabilities capabilities =
        new InitializeCapabilities(Wire.tree(options.capabilities()))
            .experimentalApi(options.experimentalApi());
    if (options.requestAttestation()) {
      capabilities = capabilities.requestAttestation(true);
    }
    if (!options.optOutNotificationMethods().isEmpty()) {
      capabilities =
          capabilities.optOutNotificationMethods(
              options.optOutNotificationMethods().stream().sorted().toList());
    }
    return InitializeParams.of(client).capabilities(capabilities);
  }

  /**
   * Has requests belong to the trace of the thread that sends them, also after a reconnect.
   *
   * @param context must not throw
   */
  public void trace(Supplier<Optional<TraceContext>> context) {
    trace = context;
  }

  /**
   * Gives every message, as a line of a recording, to a watcher on a thread of its own, until the
   * returned action is run or the connection is closed.
   */
  public Runnable watch(Consumer<JsonNode> watcher) {
    return tap.watch(options, watcher);
  }

  /** What the server said about itself. */
  public InitializeResult server() {
    return server;
  }

  /** The server's version, from its {@code userAgent}. */
  public CodexVersion version() {
    return version;
  }

  /** In which shapes the server takes requests. */
  public RequestShapes shapes() {
    return shapes;
  }

  /** Whether experimental methods and fields may be used on this connection. */
  public boolean experimentalApi() {
    return experimentalApi;
  }

  /** How long a request without a time limit of its own may wait. */
  public Duration requestTimeout() {
    return requestTimeout;
  }

  /**
   * Calls any method.
   *
   * @param params a record, a map or a tree; {@code null} means no fields
   * @param type what the result is read as; {@link JsonNode} for the bare tree
   */
  public <T> CompletableFuture<T> request(String method, Object params, Class<T> type) {
    return request(method, params, type, requestTimeout);
  }

  /** As {@link #request(String, Object, Class)} with a time limit of its own. */
  public <T> CompletableFuture<T> request(
      String method, Object params, Class<T> type, Duration timeout) {
    return peer.request(method, params, type, timeout);
  }

  /**
   * As {@link #request(String, Object, Class, Duration)}; completes behind the notifications that
   * came before the result, on the thread of the connection's listener.
   */
  public CompletableFuture<JsonNode> requestInOrder(
      String method, Object params, Duration timeout) {
    CompletableFuture<JsonNode> ordered = new CompletableFuture<>();
    peer.request(
            method,
            params,
            JsonNode.class,
            timeout,
            result -> router.afterNotifications(() -> ordered.complete(result)))
        .exceptionally(
            failure -> {
              router.afterNotifications(() -> ordered.completeExceptionally(failure));
              return null;
            });
    return ordered;
  }

  /** Whether the server unloads a thread as soon as it has no subscriber. */
  public boolean unloadsThreads() {
    return unloads && CodexCapability.UNLOADS_AT_ONCE.isIn(version);
  }

  /** Whether the connection is gone permanently, for any reason. */
  public boolean isLost() {
    return comesBack() && ready ? over : peer.isLost();
  }

  /** Where what the server sends goes, by thread. */
  public ThreadRouter router() {
    return router;
  }

  /** Starts a thread; what the server sends about it from then on goes to {@code inbox}. */
  public CompletableFuture<ThreadStartResult> startThread(
      ThreadStartParams params, ThreadInbox inbox) {
    return peer.request(
            "thread/start", params, JsonNode.class, requestTimeout, result -> add(result, inbox))
        .thenApply(ThreadStartResult::new);
  }

  /** Loads a thread that Codex has kept; otherwise as {@link #startThread}. */
  public CompletableFuture<ThreadStartResult> resumeThread(
      ThreadResumeParams params, ThreadInbox inbox) {
    return peer.request(
            "thread/resume", params, JsonNode.class, requestTimeout, result -> add(result, inbox))
        .thenApply(ThreadStartResult::new);
  }

  /** Reader thread: events of the thread may be right after the reply. */
  private void add(JsonNode opened, ThreadInbox inbox) {
    new ThreadStartResult(opened).threadId().ifPresent(id -> router.add(id, inbox));
  }

  /**
   * When the account's limits are reset, if one of them is used up by what the server reported last
   * ({@code account/rateLimits/updated}).
   */
  public Optional<Instant> limitsResetAt() {
    return router.limits().windows().stream()
        .filter(window -> window.usedPercent() >= 100)
        .flatMap(window -> window.resetsAt().stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * The account's limits as far as the server reported them ({@code account/rateLimits/updated}).
   */
  public AccountLimits accountLimits() {
    return router.limits();
  }

  /**
   * Starts a turn. Its events may arrive before the reply.
   *
   * @param method what starts it; its reply names the turn as {@code turn.id}
   * @param onArrival gets the reply in its place among the events: on the reader thread, so it must
   *     neither block nor call the host
   */
  public CompletableFuture<TurnStartResult> startTurn(
      String method, Object params, Consumer<TurnStartResult> onArrival) {
    return peer.request(
            method,
            params,
            JsonNode.class,
            requestTimeout,
            result -> onArrival.accept(new TurnStartResult(result)))
        .thenApply(TurnStartResult::new);
  }

  /** Gives a running turn more input; whether the server took it; false if the request failed. */
  public CompletableFuture<Boolean> steerTurn(TurnSteerParams params) {
    return request("turn/steer", params, JsonNode.class)
        .handle(
            (reply, error) -> {
              log.debug("steer: {}", reply, error);
              String turn = params.expectedTurnId();
              return error == null && reply.path("turnId").asText(turn).equals(turn);
            });
  }

  /** Interrupts a turn; its {@code turn/completed} follows. */
  public CompletableFuture<JsonNode> interruptTurn(TurnInterruptParams params, Duration timeout) {
    return request("turn/interrupt", params, JsonNode.class, timeout);
  }

  /** Answers a request of the server. */
  public void respond(JsonNode requestId, Object result) {
    if (comesBack()) {
      remote.answered(requestId, result);
    }
    peer.respond(requestId, result);
  }

  /** Answers a request of the server with an error. */
  public void respondError(JsonNode requestId, RpcError error) {
    peer.respondError(requestId, error);
  }

  /**
   * The last lines that the process wrote to stderr, without colours and with secrets masked; empty
   * without a process of ours.
   */
  public String stderrTail(int lines) {
    return process == null ? "" : process.stderrTail(lines);
  }

  /** Ends the connection and the process with all its descendants; bounded; idempotent. */
  @Override
  public void close() {
    leave();
    peer.close();
    end();
  }

  /** As {@link #close()}, with a reason for the sessions. */
  public void close(String reason) {
    leave();
    peer.close(reason);
    end();
  }

  /** It does not come back any more. */
  private void leave() {
    synchronized (linkLock) {
      over = true;
      linkLock.notifyAll();
    }
  }

  private void end() {
    if (process != null) {
      process.close();
    }
    tap.close();
  }

  private static ConnectionLostException diagnose(
      CodexProcess process, ConnectionLostException reason) {
    String stderr;
    String what;
    try {
      int code = process.exit().get(EXIT_CODE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      what = "codex app-server exited unexpectedly with code " + code;
    } catch (TimeoutException e) {
      what = reason.getMessage() + ", but codex app-server (pid " + process.pid() + ") still runs";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      what = reason.getMessage();
    } catch (ExecutionException e) {
      what = "codex app-server failed: " + e.getCause().getMessage();
    }
    stderr = process.stderrTail(STDERR_LINES);
    return new ConnectionLostException(
        stderr.isBlank() ? what : what + "; the end of its stderr:\n" + stderr, reason);
  }

  /** Waits for a future of this connection; its own failure comes out as it is. */
  public static <T> T await(CompletableFuture<T> future, Duration limit) {
    try {
      return future.get(limit.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TalariaException known) {
        throw known;
      }
      throw new TalariaException("the request to Codex failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new TalariaException("Codex did not answer within " + limit.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      future.cancel(false);
      throw new TalariaException("interrupted while waiting for Codex", e);
    }
  }
}
