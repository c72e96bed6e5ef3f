package dev.talaria.session.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ConnectionEvents;
import dev.talaria.appserver.Reconnect;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.Notification;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.TraceContext;
import dev.talaria.service.Subscription;
import dev.talaria.session.Codex;
import dev.talaria.session.listener.ConnectionEvent;
import dev.talaria.session.listener.ConnectionListener;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.session.listener.TalariaObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one {@link Codex}, one after the other: a lost or retired one is replaced when
 * a session needs it. A retired one is closed when its last session has released it.
 *
 * <p>Safe for use by many threads: many that need a connection at once wait for one start.
 */
public final class CodexConnections {

  private static final Logger log = LoggerFactory.getLogger(CodexConnections.class);

  private final CodexOptions options;

  /** Makes a connection with options that have a recording of their own. */
  private final Function<CodexOptions, AppServer> maker;

  private final Workers workers;
  private final HostServices services;
  private final boolean replaces;

  /** Those that are not fully closed: a caller that closes all of them waits for these too. */
  private final Set<SharedConnection> open = new HashSet<>();

  /** How many sessions have a place here, also while it is started. Guarded by the pool. */
  int places;

  private CompletableFuture<SharedConnection> starting;
  private volatile SharedConnection current;
  private final ConnectionListeners listeners = new ConnectionListeners();
  private final Guard observerGuard = Guard.of("the observer");
  private volatile List<TalariaObserver> observers = List.of();
  private final List<Watch> watches = new ArrayList<>();
  private boolean closed;
  private int started;

  private CodexConnections(
      CodexOptions options,
      Function<CodexOptions, AppServer> maker,
      Workers workers,
      HostServices services,
      boolean replaces) {
    this.options = options;
    this.maker = maker;
    this.workers = workers;
    this.services = services;
    this.replaces = replaces;
  }

  /** Connections that are launched when they are needed. */
  public static CodexConnections launching(
      CodexOptions options, Workers workers, HostServices services) {
    return new CodexConnections(
        options, numbered -> AppServer.launch(numbered, workers), workers, services, true);
  }

  /** Connections to a server that somebody else runs, made when they are needed. */
  public static CodexConnections attaching(
      Reconnect server, CodexOptions options, Workers workers, HostServices services) {
    return new CodexConnections(
        options, numbered -> AppServer.attach(server, numbered, workers), workers, services, true);
  }

  /** One connection that is there already, and no other. */
  public static CodexConnections of(AppServer server, Workers workers, HostServices services) {
    CodexConnections one = new CodexConnections(null, null, workers, services, false);
    one.current = new SharedConnection(one, server, workers, services);
    one.listenTo(server);
    one.open.add(one.current);
    return one;
  }

  /** The latest connection, which may be lost; {@code null} before the first. */
  public SharedConnection current() {
    return current;
  }

  /** Whether a connection that is lost is replaced by another. */
  boolean replaces() {
    return replaces;
  }

  /**
   * The latest connection for one more session; blocks while it is started.
   *
   * @throws IllegalStateException if this is closed
   * @throws TalariaException if none could be started
   */
  SharedConnection acquire() {
    while (true) {
      CompletableFuture<SharedConnection> start;
      boolean mine = false;
      synchronized (this) {
        if (closed) {
          throw new IllegalStateException("the Codex is closed; launch another one");
        }
        if (current != null && (current.takesSessions() || !replaces)) {
          current.sessions++;
          return current;
        }
        if (starting == null) {
          starting = new CompletableFuture<>();
          mine = true;
        }
        start = starting;
      }
      if (mine) {
        start(start);
      }
      await(start);
    }
  }

  private static void await(CompletableFuture<SharedConnection> start) {
    try {
      start.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TalariaException known) {
        throw known;
      }
      throw new TalariaException("Codex could not be started: " + e.getCause(), e.getCause());
    }
  }

  /** Starts a connection; who waits for it gets it, or the failure. */
  private void start(CompletableFuture<SharedConnection> start) {
    SharedConnection connection = null;
    Throwable failure = null;
    try {
      connection = new SharedConnection(this, maker.apply(numbered()), workers, services);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    boolean late;
    SharedConnection lost;
    ConnectionEvent.Kind kind;
    synchronized (this) {
      starting = null;
      kind = current == null ? ConnectionEvent.Kind.OPENED : ConnectionEvent.Kind.REPLACED;
      late = closed && connection != null;
      lost = connection == null || late ? null : replaceBy(connection);
    }
    if (late) {
      connection.close();
      failure = new TalariaException("the Codex was closed while its process was started");
    }
    if (lost != null) {
      end(lost);
    }
    if (failure == null) {
      tell(kind, connection.server, "");
      start.complete(connection);
    } else {
      start.completeExceptionally(failure);
    }
  }

  /** Under the lock; returns the previous connection if it is to be closed now. */
  private SharedConnection replaceBy(SharedConnection next) {
    SharedConnection previous = current;
    current = next;
    open.add(next);
    listenTo(next.server);
    boolean over = previous != null && (previous.server.isLost() || previous.sessions == 0);
    return over ? previous : null;
  }

  private void listenTo(AppServer server) {
    server.trace(this::traceContext);
    server.router().listen(new ObservedEvents(server));
    watches.forEach(watch -> watch.begin(server));
  }

  private Optional<TraceContext> traceContext() {
    for (TalariaObserver one : observers) {
      Optional<TraceContext> context =
          observerGuard.call(one::traceContext, failure -> Optional.<TraceContext>empty());
      if (context.isPresent()) {
        return context;
      }
    }
    return Optional.empty();
  }

  /** Whether it is this side that ends the connection. */
  private synchronized boolean isEnding(AppServer server) {
    return open.stream().noneMatch(one -> one.server == server && !one.ending);
  }

  private void tell(ConnectionEvent.Kind kind, AppServer server, String reason) {
    ConnectionEvent event = new ConnectionEvent(kind, server.comesBack(), server.version(), reason);
    observers.forEach(one -> observerGuard.tell(one, to -> to.onConnection(event)));
  }

  /** Watches the connections, those that are there included. */
  public void observe(List<TalariaObserver> next) {
    List<SharedConnection> there;
    synchronized (this) {
      observers = next;
      there = List.copyOf(open);
    }
    there.forEach(one -> tell(ConnectionEvent.Kind.OPENED, one.server, ""));
  }

  /** Watches the messages of all connections, those that are there included. */
  public synchronized Subscription watch(MessageWatcher watcher) {
    Watch watch = new Watch(watcher);
    watches.add(watch);
    open.forEach(one -> watch.begin(one.server));
    return watch;
  }

  /** One watcher on all connections. Its state is guarded by the connections' lock. */
  private final class Watch implements Subscription {

    private final MessageWatcher watcher;
    private final List<Runnable> ends = new ArrayList<>();

    Watch(MessageWatcher watcher) {
      this.watcher = watcher;
    }

    void begin(AppServer server) {
      observerGuard.tell(
          watcher,
          to -> {
            MessageWatcher.Calls calls =
                (method, params) -> server.request(method, params, JsonNode.class);
            ends.add(server.watch(to.onConnection(calls)));
          });
    }

    @Override
    public void close() {
      List<Runnable> all;
      synchronized (CodexConnections.this) {
        watches.remove(this);
        all = List.copyOf(ends);
        ends.clear();
      }
      all.forEach(Runnable::run);
    }
  }

  /** What one connection tells goes to the listeners of all, and to the observers. */
  private final class ObservedEvents implements ConnectionEvents {

    private final AppServer server;

    ObservedEvents(AppServer server) {
      this.server = server;
    }

    @Override
    public void notification(ServerNotification notification, String method, JsonNode params) {
      if (AccountLimits.isUpdate(notification)) {
        AccountLimits limits = server.accountLimits();
        observers.forEach(one -> observerGuard.tell(one, to -> to.onAccountLimits(limits)));
      }
      listeners.notification(notification, method, params);
    }

    @Override
    public void disconnected(ConnectionLostException reason) {
      tell(ConnectionEvent.Kind.DISCONNECTED, server, reason.getMessage());
    }

    @Override
    public void reconnected() {
      tell(ConnectionEvent.Kind.RECONNECTED, server, "");
    }

    @Override
    public void lost(ConnectionLostException reason) {
      if (!isEnding(server)) {
        tell(ConnectionEvent.Kind.LOST, server, reason.getMessage());
      }
      listeners.lost(reason);
    }
  }

  /** Each recording has a file of its own. */
  private CodexOptions numbered() {
    int number;
    synchronized (this) {
      number = ++started;
    }
    if (number == 1 || options.recording().isEmpty()) {
      return options;
    }
    Path file = options.recording().get();
    return options.toBuilder()
        .recordTo(file.resolveSibling(file.getFileName() + "." + number))
        .build();
  }

  /**
   * A session no longer uses a connection, which is closed with its last one if it is lost or
   * retired: the thread of that session is free then.
   */
  void release(SharedConnection connection, boolean retire) {
    boolean over;
    synchronized (this) {
      connection.sessions--;
      connection.retired |= retire;
      over = replaces && connection.sessions <= 0 && !connection.takesSessions();
    }
    if (over) {
      end(connection);
    }
  }

  /** Ends one that does not answer, for all its sessions; each continues with another one. */
  public void endHung(SharedConnection connection) {
    if (!replaces || connection.server.isLost()) {
      return;
    }
    log.warn("codex app-server does not answer and is ended with all its sessions");
    String reason =
        "codex app-server did not answer within "
            + SharedConnection.ANSWER_LIMIT.toSeconds()
            + " s and was ended with all its sessions";
    tell(ConnectionEvent.Kind.LOST, connection.server, reason);
    end(connection, () -> connection.close(reason));
  }

  private void end(SharedConnection connection) {
    end(connection, connection::close);
  }

  private void end(SharedConnection connection, Runnable close) {
    synchronized (this) {
      connection.ending = true;
    }
    try {
      close.run();
    } finally {
      boolean was;
      synchronized (this) {
        was = open.remove(connection);
      }
      if (was) {
        tell(ConnectionEvent.Kind.CLOSED, connection.server, "");
      }
    }
  }

  public void listen(ConnectionListener next) {
    listeners.replace(next);
  }

  public Subscription subscribe(ConnectionListener another) {
    return listeners.add(ConnectionListeners.guarded(another));
  }

  public <T> Subscription subscribe(Notification<T> kind, Consumer<T> listener) {
    Objects.requireNonNull(listener, "listener");
    Guard guard = Guard.of("a listener of " + kind);
    return listeners.add(
        (notification, method, params) -> {
          if (method.equals(kind.name())) {
            T told = kind.params(params);
            guard.tell(listener, to -> to.accept(told));
          }
        });
  }

  public <T> CompletableFuture<T> next(Notification<T> kind, Predicate<T> wanted) {
    CompletableFuture<T> next = new CompletableFuture<>();
    Subscription subscription =
        subscribe(
            kind,
            params -> {
              if (wanted.test(params)) {
                next.complete(params);
              }
            });
    listeners.waiting.add(next);
    next.whenComplete(
        (params, failure) -> {
          subscription.close();
          listeners.waiting.remove(next);
        });
    if (current != null && current.server.isLost()) {
      next.completeExceptionally(new ConnectionLostException("the connection is lost"));
    }
    return next;
  }

  /**
   * Ends all connections, and waits for those that are being ended or started already. Idempotent.
   */
  void close() {
    List<SharedConnection> all;
    CompletableFuture<SharedConnection> start;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(open);
      start = starting;
    }
    all.forEach(this::end);
    if (start != null) {
      // It ends what it has started, and is bounded by the limits of a start.
      start.handle((connection, failure) -> null).join();
    }
  }

  /**
   * The host's listener of a connection, and those that subscribed beside it.
   *
   * <p>Safe for use by many threads. What one throws is logged, and the others are told anyway.
   */
  private static final class ConnectionListeners {

    private interface Listener {
      void notification(ServerNotification notification, String method, JsonNode params);
    }

    final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();
    private final List<Entry> others = new CopyOnWriteArrayList<>();
    private volatile Listener host = (notification, method, params) -> {};

    static Listener guarded(ConnectionListener listener) {
      Objects.requireNonNull(listener, "listener");
      Guard guard = Guard.of("a listener of the connection");
      return (notification, method, params) ->
          guard.tell(listener, to -> to.notification(notification));
    }

    void replace(ConnectionListener next) {
      host = guarded(next);
    }

    Subscription add(Listener listener) {
      Entry entry = new Entry(listener);
      others.add(entry);
      return entry;
    }

    void notification(ServerNotification notification, String method, JsonNode params) {
      host.notification(notification, method, params);
      others.forEach(entry -> entry.listener.notification(notification, method, params));
    }

    void lost(ConnectionLostException reason) {
      waiting.forEach(one -> one.completeExceptionally(reason));
    }

    /** Compared by identity, so that the same listener can subscribe twice. */
    private final class Entry implements Subscription {
      private final Listener listener;

      Entry(Listener listener) {
        this.listener = listener;
      }

      @Override
      public void close() {
        others.remove(this);
      }
    }
  }
}
