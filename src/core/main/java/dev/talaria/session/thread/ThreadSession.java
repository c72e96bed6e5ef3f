package dev.talaria.session.thread;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.appserver.ThreadRouter;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.protocol.wire.ThreadStartResult;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.request.HostHandlers;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.turn.ActiveTurn;
import dev.talaria.session.turn.AgentThread;
import dev.talaria.session.turn.CoalescedDelta;
import dev.talaria.session.turn.SubAgents;
import dev.talaria.session.turn.ThreadTurns;
import dev.talaria.session.turn.TurnListeners;
import dev.talaria.session.turn.TurnRequest;
import java.util.ArrayList;
import java.util.List;
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
  private final SubAgents agents;
  private final ThreadRequestHandler handler;
  private final Consumer<ServerNotification> acceptance;
  private final CompletableFuture<ThreadRelease.Outcome> released = new CompletableFuture<>();

  private final CatchUp catchUp;

  private volatile ThreadStartResult thread;
  private volatile boolean closed;

  public ThreadSession(
      AppServer server, Workers workers, SessionOptions options, HostHandlers host) {
    this.server = server;
    this.workers = workers;
    this.mailbox = new SerialQueue(workers.executor(), SerialQueue.DEFAULT_CAPACITY);
    this.requests = new PendingRequests(server, workers, mailbox);
    this.turns = new ThreadTurns(requests, workers, options);
    this.agents = new SubAgents(turns, requests, this, this::offer);
    this.handler = new ThreadRequestHandler(agents, requests, host);
    this.catchUp = new CatchUp(this, server, workers, agents, requests);
    this.acceptance =
        notification -> {
          if (catchUp.holds(() -> acceptHeld(notification))) {
            return;
          }
          AgentThread agent = agents.of(notification.threadId());
          if (agent == null) {
            turns.accept(notification);
          } else {
            agent.run(() -> agent.threadTurns().accept(notification));
          }
        };
  }

  /** Codex has opened the thread with this one as its inbox. */
  public void opened(ThreadStartResult result) {
    thread = result;
    turns.opened(threadId(), result.rolloutPath(), result.model());
  }

  /**
   * Holds what Codex says of the thread until {@link #caughtUp}: a turn may run that was begun
   * before, and Codex asks again what waits in it.
   */
  public void holdUntilCaughtUp() {
    turns.post(catchUp::hold);
  }

  /**
   * What ran already when the session was opened is taken over.
   *
   * @param latest the thread's turns, the newest first
   */
  public void caughtUp(List<ThreadTurn> latest) {
    turns.post(() -> catchUp.caughtUp(latest));
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

  /** How many events and tasks of the thread wait. */
  public int pendingEvents() {
    return mailbox.waiting();
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
  public Turn startTurn(TurnRequest request, TurnListeners listeners) {
    if (closed) {
      throw new IllegalStateException("the session is closed; open another one");
    }
    return turns.start(request, listeners);
  }

  /** The thread's turns, goal and queue. */
  public ThreadTurns turns() {
    return turns;
  }

  /** Its sub-agents, and what can be said and done of all its threads at once. */
  public SubAgents agents() {
    return agents;
  }

  @Override
  public void notification(ServerNotification notification) {
    agents.adoptFrom(notification);
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
      agents.fail(
          new TurnError(
              TurnError.Kind.OVERFLOW,
              "the turn's listener is too slow: its mailbox overflowed; do slow work elsewhere"));
    }
  }

  @Override
  public void disconnected() {
    turns.post(catchUp::disconnected);
  }

  @Override
  public void reconnected() {
    turns.post(catchUp::begin);
  }

  @Override
  public void lost(ConnectionLostException reason) {
    agents.fail(new TurnError(TurnError.Kind.CONNECTION_LOST, reason.getMessage()));
  }

  private void acceptHeld(ServerNotification notification) {
    acceptance.accept(notification);
  }

  private void accept(RpcRequest request) {
    if (catchUp.holds(() -> accept(request))) {
      return;
    }
    String turnId = request.params().path("turnId").asText("");
    AgentThread agent = agents.of(ThreadRouter.threadOf(request.params()));
    if (agent == null) {
      turns.accept(turnId, () -> handler.accept(request));
    } else {
      agent.run(() -> agent.threadTurns().accept(turnId, () -> handler.accept(request)));
    }
  }

  /** Completes when Codex has released the thread after {@link #close}, or has not in time. */
  public CompletableFuture<ThreadRelease.Outcome> released() {
    return released;
  }

  /** The sub-agents' threads are left, too: one may yet begin what was asked of it. */
  private CompletableFuture<ThreadRelease.Outcome> release(boolean mayRun) {
    CompletableFuture<ThreadRelease.Outcome> own =
        ThreadRelease.of(server, workers, threadId(), mayRun);
    return CompletableFuture.allOf(
            agents.threadIds().stream()
                .map(id -> ThreadRelease.of(server, workers, id, true))
                .toArray(CompletableFuture<?>[]::new))
        .thenCombine(own, (done, outcome) -> outcome);
  }

  @Override
  public void close() {
    close(true);
  }

  /** The session is closed, and what runs in the thread continues. */
  public void detach() {
    if (closed) {
      return;
    }
    closed = true;
    CompletableFuture<Void> done = new CompletableFuture<>();
    turns.post(
        () -> {
          agents.detach();
          ThreadRelease.unsubscribe(server, threadIds()).thenAccept(released::complete);
          done.complete(null);
        });
    awaitMailbox(done);
  }

  private List<String> threadIds() {
    List<String> all = new ArrayList<>(agents.threadIds());
    all.add(threadId());
    return all;
  }

  /** The session continues with another connection: what it has queued stays there. */
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
          turns.ended().close();
          calm.thenCompose(mayRun -> release(mayRun)).thenAccept(released::complete);
          calm.thenRun(() -> done.complete(null));
        });
    awaitMailbox(done);
  }

  private void awaitMailbox(CompletableFuture<Void> done) {
    if (!mailbox.isCurrent()) {
      done.orTimeout(2, TimeUnit.SECONDS)
          .exceptionally(
              slow -> {
                log.warn(
                    "the session's listener is busy; the session is closed without waiting for it");
                return null;
              })
          .join();
    }
  }
}
