package dev.talaria.session;

import dev.talaria.approval.RequestOrigin;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ServerRequestResolved;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.protocol.wire.ThreadStartParams;
import dev.talaria.protocol.wire.ThreadStartResult;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on one connection.
 *
 * <p>Everything that changes its state runs in one mailbox, in order: what the server sends, what
 * the host asks, what a timer or a handler brings. Fields without a lock are touched there only.
 */
final class ThreadSession implements AutoCloseable, ThreadInbox {

  private static final Logger log = LoggerFactory.getLogger(ThreadSession.class);

  private final AppServer server;
  private final Workers workers;
  private final SessionOptions options;
  private final SerialQueue mailbox;
  private final PendingApprovals questions;
  private final ServiceCalls calls;
  private final ApprovalRequestMapper reader;
  private final SubAgents subAgents;
  private final Consumer<ServerNotification> acceptance = this::accept;
  private final AtomicReference<ActiveTurn> running = new AtomicReference<>();
  private final EndedTurns endedTurns = new EndedTurns();
  private final BackgroundCommands commands = new BackgroundCommands(this, endedTurns);

  private volatile ThreadStartResult thread;
  private volatile TurnError unusable;
  private volatile boolean closed;
  private final CompletableFuture<ThreadRelease.Outcome> released = new CompletableFuture<>();

  /** Whether a turn may run in Codex although none runs here. Mailbox only. */
  private boolean turnMayRun;

  ThreadSession(AppServer server, Workers workers, SessionOptions options) {
    this.server = server;
    this.workers = workers;
    this.options = options;
    this.mailbox = new SerialQueue(workers.executor(), SerialQueue.DEFAULT_CAPACITY);
    this.questions = new PendingApprovals(server, workers.timer(), options, mailbox);
    this.calls = new ServiceCalls(server, workers, mailbox::afterwards);
    this.reader =
        new ApprovalRequestMapper(this, new SessionRequestHandler(this, questions, calls, options));
    this.subAgents =
        new SubAgents(
            server,
            notification -> offer(() -> acceptOfSubAgent(notification)),
            request -> offer(() -> read(request)));
  }

  /** Starts a new thread. */
  void start(ThreadStartParams params, Duration limit) {
    ProfileRequest profile = new ProfileRequest(server, options.permissionProfile());
    opened(profile, profile.start(params, this, limit), "thread/start");
  }

  /** Goes on with a thread that Codex has kept. */
  void resume(String threadId, ThreadStartParams params, Duration limit) {
    ProfileRequest profile = new ProfileRequest(server, options.permissionProfile());
    opened(profile, profile.resume(threadId, params, this, limit), "thread/resume");
    if (!threadId().equals(threadId)) {
      close();
      throw new TalariaException(
          "thread/resume of " + threadId + " returned the thread " + threadId());
    }
  }

  private void opened(ProfileRequest profile, ThreadStartResult result, String method) {
    thread = result;
    if (thread.threadId().isEmpty()) {
      throw new TalariaException(
          method + " returned no thread id; this Codex (" + server.version() + ") is not known");
    }
    try {
      profile.check(thread);
    } catch (PermissionProfileException e) {
      close();
      throw e;
    }
  }

  /** Why no turn can run here any more; {@code null} when one can. */
  TurnError unusable() {
    return unusable;
  }

  /** Whether the calling thread runs this session's listener. */
  boolean callsItself() {
    return mailbox.isCurrent();
  }

  String threadId() {
    return thread.threadId().orElse("");
  }

  /** The file in which Codex keeps the thread; empty when it did not say. */
  String rolloutPath() {
    return thread.rolloutPath();
  }

  String model() {
    return thread.model();
  }

  SessionOptions options() {
    return options;
  }

  AppServer server() {
    return server;
  }

  Workers workers() {
    return workers;
  }

  /** The turn goes no further: what Codex asked in it is void. Mailbox only. */
  void withdrawQuestionsOf(ActiveTurn turn, String reason, boolean interrupted) {
    questions.withdrawOf(turn, reason);
    calls.withdrawOf(turn);
    if (interrupted) {
      questions.declineSubAgents(reason);
    }
  }

  TurnLookup lookup() {
    return new TurnLookup(server, threadId());
  }

  /** Whether this turn is none of those that ran here before. Mailbox only. */
  boolean isNew(String turnId) {
    return endedTurns.get(turnId) == null;
  }

  /** The turn that runs; {@code null} between turns. */
  ActiveTurn running() {
    return running.get();
  }

  void name(String text) {
    new CodexThreads(server, workers).name(threadId(), text);
  }

  Turn startTurn(TurnInput input, TurnListener listener) {
    if (closed) {
      throw new IllegalStateException("the session is closed; open another one");
    }
    ActiveTurn turn = new ActiveTurn(this, input, listener);
    if (!running.compareAndSet(null, turn)) {
      throw new IllegalStateException(
          "a turn runs already in this session; wait for its result, steer it or interrupt it");
    }
    post(
        () -> {
          if (unusable != null) {
            turn.failAtOnce(unusable);
          } else {
            turn.begin();
          }
        });
    return turn;
  }

  /** The turn has ended: the session is free for the next one. Mailbox only. */
  void ended(ActiveTurn turn) {
    endedTurns.add(turn);
    commands.endedWith(turn);
    turnMayRun |= turn.state() != TurnState.COMPLETED;
    running.compareAndSet(turn, null);
  }

  /** An item of a turn that is over has ended. Mailbox only. */
  void itemEndedLate() {
    endedTurns.refresh();
  }

  /** Queues a task of the session's own. Any thread. */
  void post(Runnable task) {
    mailbox.post(task);
  }

  @Override
  public void notification(ServerNotification notification) {
    subAgents.adoptFrom(notification);
    offer(CoalescedDelta.of(notification, acceptance));
  }

  @Override
  public boolean passOver(DeltaLine.Kind kind, String turnId) {
    ActiveTurn turn = running.get();
    return turn != null && turn.passOver(kind, turnId);
  }

  @Override
  public void request(RpcRequest request) {
    offer(() -> accept(request));
  }

  private void offer(Runnable task) {
    if (unusable == null && !mailbox.offer(task)) {
      fail(
          new TurnError(
              TurnError.Kind.OVERFLOW,
              "the turn's listener is too slow: its mailbox overflowed; do slow work elsewhere"));
    }
  }

  @Override
  public void lost(ConnectionLostException reason) {
    fail(new TurnError(TurnError.Kind.CONNECTION_LOST, reason.getMessage()));
  }

  /** The session can go no further: the running turn fails, and so will every later one. */
  private void fail(TurnError reason) {
    if (unusable == null) {
      unusable = reason;
    }
    post(
        () -> {
          ActiveTurn turn = running.get();
          if (turn != null) {
            turn.failAtOnce(unusable);
          }
          questions.withdrawAll("the connection was lost");
          calls.withdrawAll();
          endedTurns.hearNoMore();
        });
  }

  /** Takes what the server told, in order. Mailbox only. */
  void accept(ServerNotification notification) {
    if (notification instanceof ServerRequestResolved resolved) {
      questions.resolved(resolved.requestId());
    }
    ActiveTurn turn = turnOf(notification.turnId());
    if (turn != null) {
      turn.accept(notification);
    } else {
      log.debug("ignored a notification of turn {}, which is not ours", notification.turnId());
    }
  }

  private void acceptOfSubAgent(ServerNotification notification) {
    if (notification instanceof ServerRequestResolved resolved) {
      questions.resolved(resolved.requestId());
    }
  }

  private void accept(RpcRequest request) {
    ActiveTurn turn = turnOf(request.params().path("turnId").asText(""));
    if (turn == running.get() && turn != null && turn.turnId().isEmpty()) {
      turn.holdUntilNamed(() -> accept(request));
      return;
    }
    read(request);
  }

  private void read(RpcRequest request) {
    reader.read(request).ifPresent(error -> server.respondError(request.id(), error));
  }

  /** The item as it was when it started; {@code null} when it is not open. */
  ThreadItem openItem(RequestOrigin origin) {
    if (origin.ofSubAgent()) {
      return subAgents.openItem(origin.threadId(), origin.itemId());
    }
    ActiveTurn turn = turnOf(origin.turnId());
    return turn == null ? null : turn.items().open(origin.itemId());
  }

  /** The MCP calls that are in progress where a question comes from. */
  List<ThreadItem.McpToolCall> openToolCalls(RequestOrigin origin) {
    ActiveTurn turn = turnOf(origin.turnId());
    Collection<ThreadItem> items =
        origin.ofSubAgent()
            ? subAgents.openItems(origin.threadId())
            : turn == null ? List.of() : turn.items().open();
    return items.stream()
        .filter(ThreadItem.McpToolCall.class::isInstance)
        .map(ThreadItem.McpToolCall.class::cast)
        .toList();
  }

  /** The turn that an id means; no id means the one that runs. {@code null} when it is not ours. */
  ActiveTurn turnOf(String turnId) {
    ActiveTurn turn = running.get();
    boolean ofRunning =
        turn != null
            && (turnId.isEmpty() || turn.turnId().isEmpty() || turn.turnId().equals(turnId));
    ActiveTurn ended = endedTurns.get(turnId);
    return ended != null ? ended : ofRunning ? turn : null;
  }

  CompletableFuture<Void> endCommands() {
    return commands.end();
  }

  /** The commands of ended turns that go on. Any thread. */
  List<BackgroundCommand> runningCommands() {
    return endedTurns.runningCommands();
  }

  /** Completes when no command of an ended turn goes on, or nothing more is heard of them. */
  CompletableFuture<Void> commandsEnd() {
    CompletableFuture<Void> end = new CompletableFuture<>();
    post(() -> commands.await(end));
    return end;
  }

  /** What closing ended; {@code null} before it has. Any thread. */
  CloseReport closeReport() {
    return commands.closeReport();
  }

  /** Completes when Codex has let go of the thread after {@link #close}, or has not in time. */
  CompletableFuture<ThreadRelease.Outcome> released() {
    return released;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    CompletableFuture<Void> done = new CompletableFuture<>();
    post(
        () -> {
          ActiveTurn turn = running.get();
          if (turn != null) {
            turnMayRun = true;
            turn.closeAtOnce();
          }
          questions.declineAll("the session was closed");
          calls.withdrawAll();
          subAgents.forget();
          commands.close(unusable == null);
          ThreadRelease.of(server, workers, threadId(), turnMayRun).thenAccept(released::complete);
          done.complete(null);
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
