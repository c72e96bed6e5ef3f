package dev.talaria.session;

import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.connection.SharedConnection;
import dev.talaria.session.thread.ThreadRelease;
import dev.talaria.session.thread.ThreadSession;
import dev.talaria.session.turn.TurnEnd;
import dev.talaria.session.turn.TurnRequest;
import dev.talaria.session.turn.UnconfirmedPrompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that outlives its connection: when that can no longer be used, the next turn resumes
 * the thread on another one.
 *
 * <p>Safe for use by many threads. Only one thread at a time changes the binding: the one that
 * holds {@code reviving}.
 */
final class DurableSession implements CodexSession {

  private static final Logger log = LoggerFactory.getLogger(DurableSession.class);

  /** How long a close waits until others may have the thread; mostly it takes milliseconds. */
  private static final Duration RELEASE_WAIT = Duration.ofSeconds(1);

  private final OpenSessions sessions;
  private final ConnectionPool connections;
  private final Workers workers;
  private final SessionOptions options;
  private final ThreadOpener opener;
  private final AtomicReference<DurableTurn> running = new AtomicReference<>();
  private final UnconfirmedPrompt unconfirmed = new UnconfirmedPrompt();
  private final Object reviving = new Object();

  private volatile ThreadSession bound;
  private volatile String threadId;
  private volatile boolean closed;
  private volatile String retiredBecause = "";
  private volatile ResumeReport report;
  private volatile boolean reportTold;
  private SharedConnection connection;
  private volatile String lastModel;
  private volatile boolean hadTurns;

  DurableSession(
      OpenSessions sessions, ConnectionPool connections, Workers workers, SessionOptions options) {
    this.sessions = sessions;
    this.connections = connections;
    this.workers = workers;
    this.options = options;
    this.opener = new ThreadOpener(workers, options);
    this.threadId = options.resume().orElse("");
  }

  /** Opens the thread, or fails as {@link Codex#openSession} says. Blocks. */
  void open() {
    synchronized (reviving) {
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
  }

  private ThreadOpener.Opened resumeOrReplace(String reason) {
    try {
      return opener.resume(connection.server, threadId, lastModel, reason, hadTurns);
    } catch (ThreadGoneException gone) {
      boolean hostAskedForIt = bound == null && options.resume().isPresent();
      if (hostAskedForIt && options.history().isEmpty()) {
        throw gone;
      }
      return opener.replace(connection.server, gone, reason);
    }
  }

  private void bind(ThreadOpener.Opened opened) {
    bound = opened.session();
    if (!threadId.equals(bound.threadId())) {
      threadId = bound.threadId();
      sessions.renamed(threadId, this);
    }
    report = opened.report();
    reportTold = report == null;
    retiredBecause = "";
  }

  /** The thread on the current connection. */
  ThreadSession bound() {
    return bound;
  }

  /** What has Codex begin a turn there; without any input, the one that shortens the history. */
  TurnRequest request(ThreadSession on, TurnInput input) {
    return input.parts().isEmpty()
        ? new CompactionRequest(on.server(), on.threadId())
        : new TurnStartRequest(on.server(), on.threadId(), input, options);
  }

  @Override
  public String threadId() {
    return threadId;
  }

  @Override
  public String model() {
    return bound.thread().model();
  }

  @Override
  public Optional<ResumeReport> resumed() {
    return Optional.ofNullable(report);
  }

  @Override
  public TurnResult runTurn(TurnInput input, TurnListener listener) {
    if (bound.callsItself()) {
      throw new IllegalStateException(
          "runTurn was called by this session's own listener and would wait for itself; use"
              + " startTurn, or another thread");
    }
    return awaitEnd(startTurn(input, listener));
  }

  private static TurnResult awaitEnd(Turn turn) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return turn.result().get();
        } catch (InterruptedException e) {
          interrupted = true;
          turn.interrupt();
        } catch (ExecutionException e) {
          throw new TalariaException("the turn ended without a result: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitEnd(CompletableFuture<Void> ofCommands, Duration limit) {
    try {
      ofCommands.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      log.debug("commands of {} still run after {}", threadId, limit);
    } catch (ExecutionException e) {
      throw new TalariaException(
          "the ends of the commands could not be awaited: " + e.getCause(), e);
    } finally {
      ofCommands.cancel(false);
    }
  }

  @Override
  public Turn compact(TurnListener listener) {
    return startTurn(TurnInput.none(), listener);
  }

  @Override
  public void name(String text) {
    new CodexThreads(bound.server(), workers).name(threadId, text);
  }

  @Override
  public CompletableFuture<Void> endCommands() {
    return bound.endedTurns().endCommands();
  }

  @Override
  public List<BackgroundCommand> awaitCommands(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("a limit cannot be negative: " + limit);
    }
    ThreadSession asked = bound;
    if (asked.callsItself()) {
      throw new IllegalStateException(
          "awaitCommands was called by this session's own listener, which their ends are reported to;"
              + " use another thread");
    }
    if (!limit.isZero() && !asked.endedTurns().runningCommands().isEmpty()) {
      awaitEnd(asked.endedTurns().commandsEnd(), limit);
    }
    if (closed) {
      throw new IllegalStateException("the session is closed, which ended its commands");
    }
    return asked.endedTurns().runningCommands();
  }

  @Override
  public Turn startTurn(TurnInput input, TurnListener listener) {
    if (closed) {
      throw new IllegalStateException("the session is closed; open another one");
    }
    DurableTurn turn = new DurableTurn(this, input, listener);
    if (!running.compareAndSet(null, turn)) {
      throw new IllegalStateException(
          "a turn runs already in this session; wait for its result, steer it or interrupt it");
    }
    if (ready() && reportTold) {
      turn.run(bound);
    } else {
      later(() -> reviveAndRun(turn));
    }
    return turn;
  }

  /** Whether a turn can run where the session is bound now. */
  private boolean ready() {
    return !connections.replaces() || unfit().isEmpty();
  }

  /** Why another connection is needed; empty if none is. The server knows first that it is lost. */
  private String unfit() {
    TurnError unusable = bound.unusable();
    if (unusable != null) {
      return unusable.message();
    }
    return bound.server().isLost() && retiredBecause.isEmpty()
        ? "the connection to Codex was lost"
        : retiredBecause;
  }

  /** The turn has ended: the session is free for the next one. Called once for each turn. */
  void ended(DurableTurn turn, TurnResult result) {
    if (result.retire()) {
      later(this::endIfHung);
      retiredBecause = result.error() == null ? "Codex did not answer" : message(result);
    }
    turn.input.model().ifPresent(id -> lastModel = id);
    if (turn.ran()) {
      hadTurns = true;
      unconfirmed.ended(turn.input, result);
    }
    running.compareAndSet(turn, null);
  }

  private static String message(TurnResult result) {
    return result.error().message().lines().findFirst().orElse("");
  }

  private void reviveAndRun(DurableTurn turn) {
    try {
      synchronized (reviving) {
        if (turn.state().isOver()) {
          return;
        }
        if (!ready()) {
          revive();
        }
      }
      tellReport(turn);
      Optional<ThreadTurn> taken = unconfirmed.takenAs(turn.input, report);
      if (taken.isPresent()) {
        fail(turn, UnconfirmedPrompt.refusal(taken.get()));
      } else {
        turn.run(bound);
      }
    } catch (Throwable e) {
      // Also an error: the host waits for the turn.
      log.info("the thread {} could not be resumed: {}", threadId, Guard.words(e));
      fail(turn, errorOf(e));
    }
  }

  private static void fail(DurableTurn turn, TurnError error) {
    turn.endEarly(TurnEnd.failed(error, error.message()));
  }

  private static TurnError errorOf(Throwable e) {
    boolean refused =
        e instanceof RpcException
            || e instanceof PermissionProfileException
            || e instanceof RefusedSettingException
            || e instanceof ThreadInUseException
            || e instanceof IllegalStateException;
    return new TurnError(
        refused ? TurnError.Kind.REFUSED : TurnError.Kind.CONNECTION_LOST,
        "the session could not go on: " + Guard.words(e));
  }

  private void tellReport(DurableTurn turn) {
    ResumeReport news = report;
    if (!reportTold && news != null && !turn.state().isOver()) {
      reportTold = true;
      turn.tell(to -> to.onResumed(news));
    }
  }

  /** Gets another connection and resumes the thread there. Under {@code reviving}. */
  private void revive() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    String reason = unfit();
    bound.close();
    SharedConnection left = connection;
    if (connection == null) {
      connection = connections.acquire(threadId);
    } else if (connection.server == bound.server() || !connection.takesSessions()) {
      connection = null;
      connection = connections.transfer(left, true);
    }
    awaitRelease(left);
    bind(resumeOrReplace(reason.lines().findFirst().orElse("")));
    log.info("the thread {} goes on with another connection: {}", threadId, reason);
    if (closed) {
      release();
      throw new IllegalStateException("the session was closed");
    }
  }

  @Override
  public Optional<CloseReport> closed() {
    ThreadSession last = bound;
    return closed && last != null
        ? Optional.ofNullable(last.endedTurns().closeReport())
        : Optional.empty();
  }

  /** Waits until the connection that was left has let go of the thread; ends it if it hangs. */
  private ThreadRelease.Outcome awaitRelease(SharedConnection left) {
    ThreadRelease.Outcome outcome =
        bound
            .released()
            .completeOnTimeout(
                ThreadRelease.Outcome.LOADED,
                2 * ThreadRelease.LIMIT.toMillis(),
                TimeUnit.MILLISECONDS)
            .join();
    if (left != null && left.server == bound.server()) {
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
  private void endIfHung() {
    SharedConnection suspect;
    synchronized (reviving) {
      suspect = connection;
    }
    if (suspect != null && suspect.server == bound.server() && connections.replaces()) {
      suspect.endIfHung();
    }
  }

  /** Runs on a worker. */
  void later(Runnable task) {
    try {
      workers.executor().execute(task);
    } catch (RejectedExecutionException e) {
      log.debug("the workers are closed; the last task runs here", e);
      task.run();
    }
  }

  @Override
  public void close() {
    closeAtOnce();
    ThreadSession left = bound;
    if (left != null && !left.callsItself()) {
      left.released()
          .copy()
          .completeOnTimeout(
              ThreadRelease.Outcome.LOADED, RELEASE_WAIT.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Closes the session and does not wait until Codex lets go of its thread. */
  void closeAtOnce() {
    if (closed) {
      return;
    }
    closed = true;
    opener.close();
    DurableTurn turn = running.get();
    if (turn != null) {
      TurnError error =
          new TurnError(TurnError.Kind.CLOSED, "the session was closed while the turn ran");
      turn.endEarly(TurnEnd.cutOff(error, "the session was closed"));
    }
    closeBound();
    options.closedWithSession().forEach(this::closeQuietly);
    sessions.closed(this);
    later(
        () -> {
          synchronized (reviving) {
            release();
          }
        });
  }

  private void closeQuietly(AutoCloseable resource) {
    Guard.of("the close of what serves the thread " + threadId).run(resource::close);
  }

  /** Under {@code reviving}. */
  private void release() {
    closeBound();
    SharedConnection left = connection;
    connection = null;
    if (left != null) {
      connections.release(left);
    }
    if (bound != null && awaitRelease(left) == ThreadRelease.Outcome.LOADED && left != null) {
      left.keeps.add(threadId);
    }
    sessions.released(this);
  }

  /** There is none yet while the session is opened. */
  private void closeBound() {
    ThreadSession session = bound;
    if (session != null) {
      session.close();
    }
  }
}
