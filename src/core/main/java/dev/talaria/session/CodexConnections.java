package dev.talaria.session;

import dev.talaria.approval.HostServices;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The children of one {@link Codex}, one after the other: a lost or retired one is replaced when a
 * session needs it. A retired one is closed when its last session has left it.
 *
 * <p>Safe for use by many threads: many that need a child at once wait for one start.
 */
final class CodexConnections implements ConnectionSource {

  private static final Logger log = LoggerFactory.getLogger(CodexConnections.class);

  private final CodexOptions options;
  private final Workers workers;
  private final HostServices services;
  private final boolean replaces;

  /** Those that are not closed to the end: whoever closes all of them waits for these too. */
  private final Set<SharedConnection> open = new HashSet<>();

  private CompletableFuture<SharedConnection> starting;
  private volatile SharedConnection current;
  private final OpenThreads threads = new OpenThreads();
  private final ConnectionListeners listeners = new ConnectionListeners();
  private boolean closed;
  private int started;

  private CodexConnections(
      CodexOptions options, Workers workers, HostServices services, boolean replaces) {
    this.options = options;
    this.workers = workers;
    this.services = services;
    this.replaces = replaces;
  }

  /** Connections that are launched when they are needed. */
  static CodexConnections launching(CodexOptions options, Workers workers, HostServices services) {
    return new CodexConnections(options, workers, services, true);
  }

  /** One child that is connected already, and no other. */
  static CodexConnections of(AppServer server, Workers workers, HostServices services) {
    CodexConnections one = new CodexConnections(null, workers, services, false);
    one.current = new SharedConnection(one, server, workers, services);
    server.listen(one.listeners::notification);
    one.open.add(one.current);
    return one;
  }

  /** The latest child, which may be lost; {@code null} before the first. */
  SharedConnection current() {
    return current;
  }

  @Override
  public boolean replaces() {
    return replaces;
  }

  @Override
  public OpenThreads threads() {
    return threads;
  }

  SharedConnection take() {
    return take("");
  }

  /** All sessions that come get the latest child, which has every thread that is kept loaded. */
  @Override
  public SharedConnection take(String threadId) {
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

  /** Starts a child; who waits for it gets it, or the failure. */
  private void start(CompletableFuture<SharedConnection> start) {
    SharedConnection child = null;
    Throwable failure = null;
    try {
      child = new SharedConnection(this, AppServer.launch(numbered(), workers), workers, services);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    boolean late;
    SharedConnection lost;
    synchronized (this) {
      starting = null;
      late = closed && child != null;
      lost = child == null || late ? null : replaceBy(child);
    }
    if (late) {
      child.close();
      failure = new TalariaException("the Codex was closed while its child was started");
    }
    if (lost != null) {
      end(lost);
    }
    if (failure == null) {
      start.complete(child);
    } else {
      start.completeExceptionally(failure);
    }
  }

  /** Under the lock; returns the child of before if it is to be closed now. */
  private SharedConnection replaceBy(SharedConnection next) {
    SharedConnection before = current;
    current = next;
    open.add(next);
    next.server.listen(listeners::notification);
    boolean over = before != null && (before.server.isLost() || before.sessions == 0);
    return over ? before : null;
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

  @Override
  public SharedConnection move(SharedConnection from, boolean retire) {
    leave(from, retire);
    return take();
  }

  @Override
  public void leave(SharedConnection child) {
    leave(child, false);
  }

  /** Closes the child if it is of no more use to anybody: the thread that left it is free then. */
  void leave(SharedConnection child, boolean retire) {
    boolean over;
    synchronized (this) {
      child.sessions--;
      child.retired |= retire;
      over = replaces && child.sessions <= 0 && !child.takesSessions();
    }
    if (over) {
      end(child);
    }
  }

  /** Ends a child that does not answer, for all its sessions; each goes on with another one. */
  void endHung(SharedConnection child) {
    if (!replaces || child.server.isLost()) {
      return;
    }
    log.warn("codex app-server does not answer and is ended with all its sessions");
    end(
        child,
        () ->
            child.close(
                "codex app-server did not answer within "
                    + ThreadRelease.LIMIT.toSeconds()
                    + " s and was ended with all its sessions"));
  }

  private void end(SharedConnection child) {
    end(child, child::close);
  }

  private void end(SharedConnection child, Runnable close) {
    try {
      close.run();
    } finally {
      synchronized (this) {
        open.remove(child);
      }
    }
  }

  void listen(ConnectionListener next) {
    listeners.replace(next);
  }

  ConnectionListener.Subscription subscribe(ConnectionListener another) {
    return listeners.add(another);
  }

  /** Ends all children, and waits for those that somebody else is ending. Idempotent. */
  void close() {
    List<SharedConnection> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(open);
    }
    all.forEach(this::end);
  }
}
