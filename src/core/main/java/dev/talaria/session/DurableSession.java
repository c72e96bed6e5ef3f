package dev.talaria.session;

import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.rpc.RpcException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that outlives its child: when the child is of no more use, the next turn resumes the
 * thread on another one.
 *
 * <p>Safe for use by many threads. Only one thread at a time changes the binding: the one that
 * holds {@code reviving}.
 */
final class DurableSession implements CodexSession {

  private static final Logger log = LoggerFactory.getLogger(DurableSession.class);

  /** How long a close waits until others may have the thread; mostly it takes milliseconds. */
  private static final Duration RELEASE_WAIT = Duration.ofSeconds(1);

  private final ConnectionSource source;
  private final Workers workers;
  private final SessionOptions options;
  private final ThreadOpener opener;
  private final Consumer<DurableSession> onClosed;
  private final AtomicReference<DurableTurn> running = new AtomicReference<>();
  private final UnconfirmedPrompt unsettled = new UnconfirmedPrompt();
  private final Object reviving = new Object();

  private volatile ThreadSession bound;
  private volatile String threadId;
  private volatile String model = "";
  private volatile boolean closed;
  private volatile String retiredBecause = "";
  private volatile ResumeReport report;
  private volatile boolean reportTold;
  private SharedConnection child;
  private volatile String lastModel;
  private volatile boolean hadTurns;

  DurableSession(
      ConnectionSource source,
      Workers workers,
      SessionOptions options,
      Consumer<DurableSession> onClosed) {
    this.source = source;
    this.workers = workers;
    this.options = options;
    this.opener = new ThreadOpener(workers, options);
    this.onClosed = onClosed;
    this.threadId = options.resume().orElse("");
  }

  /** Opens the thread, or fails as {@link Codex#openSession} says. Blocks. */
  void open() {
    synchronized (reviving) {
      try {
        if (options.resume().isPresent()) {
          source.threads().claim(threadId, this, ThreadOpener.WRITER_LIMIT);
        }
        child = source.take(threadId);
        bind(options.resume().isEmpty() ? opener.start(child.server) : resumeOrReplace(""));
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
      return opener.resume(child.server, threadId, lastModel, reason, hadTurns);
    } catch (ThreadGoneException gone) {
      boolean hostAskedForIt = bound == null && options.resume().isPresent();
      if (hostAskedForIt && options.history().isEmpty()) {
        throw gone;
      }
      return opener.replace(child.server, gone, reason);
    }
  }

  private void bind(ThreadOpener.Opened opened) {
    bound = opened.session();
    if (!threadId.equals(bound.threadId())) {
      threadId = bound.threadId();
      source.threads().opened(threadId, this);
    }
    model = bound.thread().model();
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
    return model;
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
      throw new TalariaException("the commands' ends could not be heard: " + e.getCause(), e);
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
          "awaitCommands was called by this session's own listener, which must hear of their ends;"
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
    AtomicReference<DurableTurn> self = new AtomicReference<>();
    DurableTurn turn = new DurableTurn(this, input, listener, result -> ended(self.get(), result));
    self.set(turn);
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
    return !source.replaces() || unfit().isEmpty();
  }

  /** Why another child is needed; empty if none is. The server knows first that it is lost. */
  private String unfit() {
    TurnError unusable = bound.unusable();
    if (unusable != null) {
      return unusable.message();
    }
    return bound.server().isLost() && retiredBecause.isEmpty()
        ? "the connection to Codex was lost"
        : retiredBecause;
  }

  private void ended(DurableTurn turn, TurnResult result) {
    if (result.retire()) {
      later(this::endChildIfHung);
      retiredBecause = result.error() == null ? "the child did not answer" : message(result);
    }
    turn.input.model().ifPresent(id -> lastModel = id);
    if (turn.ran()) {
      hadTurns = true;
      unsettled.ended(turn.input, result);
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
      Optional<ThreadTurn> taken = unsettled.takenAs(turn.input, report);
      if (taken.isPresent()) {
        fail(turn, UnconfirmedPrompt.refusal(taken.get()));
      } else {
        turn.run(bound);
      }
    } catch (Throwable e) {
      // Whatever it is: somebody waits for the turn.
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
      turn.tell(heard -> heard.onResumed(news));
    }
  }

  /** Gets a fresh child and resumes the thread there. Under {@code reviving}. */
  private void revive() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    String reason = unfit();
    bound.close();
    SharedConnection left = child;
    if (child == null) {
      child = source.take(threadId);
    } else if (child.server == bound.server() || !child.takesSessions()) {
      child = null;
      child = source.move(left, true);
    }
    awaitRelease(left);
    bind(resumeOrReplace(reason.lines().findFirst().orElse("")));
    log.info("the thread {} goes on with another child: {}", threadId, reason);
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

  /** Closes all of them. What that ended. */
  static CloseReport closeAll(Collection<DurableSession> sessions) {
    List<DurableSession> open = List.copyOf(sessions);
    open.forEach(DurableSession::closeAtOnce);
    return new CloseReport(
        open.stream()
            .flatMap(session -> session.closed().stream())
            .flatMap(report -> report.endedCommands().stream())
            .toList());
  }

  /** Waits until the child that was left has let go of the thread, and ends it if it is hung. */
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
        // Whoever ends it may not be done, and until then it has the thread.
        left.close();
      }
    }
    return outcome;
  }

  /** After a turn that retired the child: whoever finds that it hangs ends it for all. */
  private void endChildIfHung() {
    SharedConnection suspect;
    synchronized (reviving) {
      suspect = child;
    }
    if (suspect != null && suspect.server == bound.server() && source.replaces()) {
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
    onClosed.accept(this);
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
    SharedConnection left = child;
    child = null;
    if (left != null) {
      source.leave(left);
    }
    if (bound != null && awaitRelease(left) == ThreadRelease.Outcome.LOADED && left != null) {
      left.keeps.add(threadId);
    }
    source.threads().left(this);
  }

  /** There is none yet while the session is opened. */
  private void closeBound() {
    ThreadSession session = bound;
    if (session != null) {
      session.close();
    }
  }
}
