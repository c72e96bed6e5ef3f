package dev.talaria.session.thread;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ServerRequestResolved;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.protocol.wire.ThreadStartResult;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnListener;
import dev.talaria.session.request.HostHandlers;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.turn.ActiveTurn;
import dev.talaria.session.turn.CoalescedDelta;
import dev.talaria.session.turn.EndedTurns;
import dev.talaria.session.turn.ThreadTurns;
import dev.talaria.session.turn.TurnRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread on one connection.
 *
 * <p>Everything that changes its state runs in one mailbox, in order: what the server sends, what
 * the host asks, what a timer or a handler brings. Fields without a lock are touched there only.
 */
public final class ThreadSession implements AutoCloseable, ThreadInbox {

  private static final Logger log = LoggerFactory.getLogger(ThreadSession.class);

  private final AppServer server;
  private final Workers workers;
  private final SerialQueue mailbox;
  private final PendingRequests requests;
  private final ThreadTurns turns;
  private final SubAgents subAgents;
  private final ThreadRequestHandler handler;
  private final Consumer<ServerNotification> acceptance;
  private final CompletableFuture<ThreadRelease.Outcome> released = new CompletableFuture<>();

  private volatile ThreadStartResult thread;
  private volatile boolean closed;

  public ThreadSession(
      AppServer server, Workers workers, SessionOptions options, HostHandlers host) {
    this.server = server;
    this.workers = workers;
    this.mailbox = new SerialQueue(workers.executor(), SerialQueue.DEFAULT_CAPACITY);
    this.requests = new PendingRequests(server, workers, mailbox);
    this.turns = new ThreadTurns(requests, workers, options);
    this.acceptance = turns::accept;
    this.subAgents =
        new SubAgents(
            server,
            notification -> offer(() -> acceptOfSubAgent(notification)),
            request -> offer(() -> handle(request)));
    this.handler = new ThreadRequestHandler(turns, subAgents, requests, host);
  }

  /** Codex has opened the thread with this one as its inbox. */
  public void opened(ThreadStartResult result) {
    thread = result;
    turns.opened(threadId(), result.rolloutPath());
  }

  /** The thread as Codex opened it. */
  public ThreadStartResult thread() {
    return thread;
  }

  public String threadId() {
    return thread.threadId().orElse("");
  }

  public AppServer server() {
    return server;
  }

  /** Why turns can no longer run here; {@code null} when they can. */
  public TurnError unusable() {
    return turns.unusable();
  }

  /** Whether the calling thread runs this session's listener. */
  public boolean callsItself() {
    return mailbox.isCurrent();
  }

  /**
   * Starts a turn.
   *
   * @throws IllegalStateException if one runs already, or the session is closed
   */
  public Turn startTurn(TurnRequest request, TurnListener listener) {
    if (closed) {
      throw new IllegalStateException("the session is closed; open another one");
    }
    return turns.start(request, listener);
  }

  /** The thread's turns, goal and queue. */
  public ThreadTurns turns() {
    return turns;
  }

  /** The turns that have ended, and their commands. */
  public EndedTurns endedTurns() {
    return turns.ended();
  }

  @Override
  public void notification(ServerNotification notification) {
    subAgents.adoptFrom(notification);
    offer(CoalescedDelta.of(notification, acceptance));
  }

  @Override
  public boolean passOver(DeltaLine.Kind kind, String turnId) {
    ActiveTurn turn = turns.running();
    return turn != null && turn.notedUnread(kind, turnId);
  }

  @Override
  public void request(RpcRequest request) {
    offer(() -> accept(request));
  }

  private void offer(Runnable task) {
    if (turns.unusable() == null && !mailbox.offer(task)) {
      turns.fail(
          new TurnError(
              TurnError.Kind.OVERFLOW,
              "the turn's listener is too slow: its mailbox overflowed; do slow work elsewhere"));
    }
  }

  @Override
  public void lost(ConnectionLostException reason) {
    turns.fail(new TurnError(TurnError.Kind.CONNECTION_LOST, reason.getMessage()));
  }

  private void acceptOfSubAgent(ServerNotification notification) {
    if (notification instanceof ServerRequestResolved resolved) {
      requests.resolved(resolved.requestId());
    }
  }

  private void accept(RpcRequest request) {
    turns.accept(request.params().path("turnId").asText(""), () -> handle(request));
  }

  private void handle(RpcRequest request) {
    handler.accept(request);
  }

  /** Completes when Codex has let go of the thread after {@link #close}, or has not in time. */
  public CompletableFuture<ThreadRelease.Outcome> released() {
    return released;
  }

  @Override
  public void close() {
    close(true);
  }

  /** The session goes on with another connection: what it has queued stays there. */
  public void leave() {
    close(false);
  }

  private void close(boolean forGood) {
    if (closed) {
      return;
    }
    closed = true;
    CompletableFuture<Void> done = new CompletableFuture<>();
    turns.post(
        () -> {
          CompletableFuture<Boolean> calm = turns.close(forGood);
          subAgents.forget();
          turns.ended().close();
          calm.thenCompose(mayRun -> ThreadRelease.of(server, workers, threadId(), mayRun))
              .thenAccept(released::complete);
          calm.thenRun(() -> done.complete(null));
        });
    if (!mailbox.isCurrent()) {
      done.orTimeout(2, TimeUnit.SECONDS)
          .exceptionally(
              slow -> {
                log.warn("the session's listener is busy; it is closed behind its back");
                return null;
              })
          .join();
    }
  }
}
