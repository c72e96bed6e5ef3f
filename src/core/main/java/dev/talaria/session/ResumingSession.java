package dev.talaria.session;

import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.connection.ConnectionPool;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.thread.ThreadRelease;
import dev.talaria.session.thread.ThreadSession;
import dev.talaria.session.turn.TurnEnd;
import dev.talaria.session.turn.TurnListeners;
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
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that outlives its connection: when that can no longer be used, the next turn resumes
 * the thread on another one.
 *
 * <p>Safe for use by many threads.
 */
final class ResumingSession implements CodexSession {

  private static final Logger log = LoggerFactory.getLogger(ResumingSession.class);

  /** How long a close waits until others may have the thread; mostly it takes milliseconds. */
  private static final Duration RELEASE_WAIT = Duration.ofSeconds(1);

  private final OpenSessions sessions;
  private final Workers workers;
  private final SessionOptions options;
  private final ThreadBinding binding;
  private final ThreadControl control;
  private final PromptQueue queue;
  private final AtomicReference<ResumingTurn> running = new AtomicReference<>();
  private final UnconfirmedPrompt unconfirmed = new UnconfirmedPrompt();
  private final KeyedTurns keyed;

  ResumingSession(
      OpenSessions sessions, ConnectionPool connections, Workers workers, SessionOptions options) {
    this.sessions = sessions;
    this.workers = workers;
    this.options = options;
    this.keyed = new KeyedTurns(workers, options);
    this.binding = new ThreadBinding(sessions, connections, workers, options);
    this.control = new ThreadControl(options, this::ready);
    this.queue = new PromptQueue(control);
  }

  /** Opens the thread, or fails as {@link Codex#openSession} says. Blocks. */
  void open() {
    binding.open();
  }

  /** The thread on the current connection. */
  ThreadSession bound() {
    return binding.current();
  }

  @Override
  public String threadId() {
    return binding.threadId();
  }

  @Override
  public String model() {
    return bound().thread().model();
  }

  @Override
  public Optional<ResumeReport> resumed() {
    return binding.report();
  }

  @Override
  public TurnResult runTurn(TurnInput input, TurnListener listener) {
    if (bound().callsItself()) {
      throw new IllegalStateException(
          "runTurn was called from this session's own listener and would wait for itself; use"
              + " startTurn, or another thread");
    }
    return startTurn(input, listener).await();
  }

  private void awaitEnd(CompletableFuture<Void> ofCommands, Duration limit) {
    try {
      ofCommands.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      log.debug("commands of {} still run after {}", threadId(), limit);
    } catch (ExecutionException e) {
      throw new TalariaException(
          "the ends of the commands could not be awaited: " + e.getCause(), e);
    } finally {
      ofCommands.cancel(false);
    }
  }

  @Override
  public Turn compact(TurnListener listener) {
    return start(TurnInput.none(), TurnOrigin.COMPACTION, listener, TurnRequests::compaction);
  }

  @Override
  public Turn review(ReviewTarget target, TurnListener listener) {
    TurnRequests.checkTarget(target);
    return start(
        TurnInput.none(), TurnOrigin.REVIEW, listener, on -> TurnRequests.review(on, target));
  }

  @Override
  public Turn shellCommand(String command, Duration limit, TurnListener listener) {
    TurnRequests.checkCommand(command);
    TurnInput input = TurnInput.none().timeout(limit);
    return start(
        input, TurnOrigin.SHELL, listener, on -> TurnRequests.shellCommand(on, command, input));
  }

  /** The thread where Codex can be asked, and waited for. */
  private ThreadSession ready() {
    if (bound().callsItself()) {
      throw new IllegalStateException(
          "this session's own listener cannot wait for Codex; use another thread");
    }
    return binding.ready();
  }

  @Override
  public GoalRun goal(String objective, GoalOptions how) {
    return control.goal(objective, how);
  }

  @Override
  public Optional<Goal> goal() {
    return bound().turns().goal().latest();
  }

  @Override
  public PromptQueue queue() {
    return queue;
  }

  @Override
  public void settings(TurnInput settings) {
    binding.keep(settings, control.settings(settings));
  }

  @Override
  public void revert(String turnId) {
    control.revert(turnId);
  }

  @Override
  public void name(String text) {
    new CodexThreads(bound().server(), workers).name(threadId(), text);
  }

  @Override
  public CompletableFuture<Void> endCommands() {
    return bound().agents().endCommands();
  }

  @Override
  public List<BackgroundCommand> awaitCommands(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("a limit cannot be negative: " + limit);
    }
    ThreadSession asked = bound();
    if (asked.callsItself()) {
      throw new IllegalStateException(
          "awaitCommands was called from this session's own listener, to which their ends are"
              + " reported; use another thread");
    }
    if (!limit.isZero() && !asked.agents().runningCommands().isEmpty()) {
      awaitEnd(asked.agents().commandsEnd(), limit);
    }
    if (isClosed()) {
      throw new IllegalStateException("the session is closed, which ended its commands");
    }
    return asked.agents().runningCommands();
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("the session is closed; open another one");
    }
  }

  @Override
  public Turn startTurn(TurnInput input, TurnListener listener) {
    if (input.parts().isEmpty()) {
      throw new IllegalArgumentException("a turn needs input; settings alone go to settings(...)");
    }
    return start(
        input,
        TurnOrigin.HOST,
        listener,
        on -> TurnRequests.prompt(on, input, binding.settings(), options));
  }

  private Turn start(
      TurnInput input,
      TurnOrigin origin,
      TurnListener listener,
      Function<ThreadSession, TurnRequest> request) {
    requireOpen();
    TurnListeners listeners = new TurnListeners(threadId(), listener);
    ResumingTurn turn = new ResumingTurn(this, input, listeners, request);
    if (!running.compareAndSet(null, turn)) {
      Optional<Turn> first = input.isOnce() ? runningAs(input.key()) : Optional.empty();
      if (first.isPresent()) {
        return first.get();
      }
      throw new IllegalStateException(
          "a turn runs already in this session; wait for its result, steer it or interrupt it");
    }
    String model = input.model().or(() -> binding.settings().model()).orElseGet(this::model);
    listeners.observedBy(options.observers(), new ObservedTurn(threadId(), model, origin));
    if (binding.isReady() && binding.untoldReport().isEmpty() && !input.isOnce()) {
      turn.run(bound());
    } else {
      later(() -> reviveAndRun(turn));
    }
    return turn;
  }

  /** The turn has ended: the session is free for the next one. Called once for each turn. */
  void ended(ResumingTurn turn, TurnResult result) {
    if (result.retire()) {
      later(binding::endIfHung);
      binding.retire(result.error() == null ? "Codex did not answer" : message(result));
    }
    if (turn.wasSent()) {
      turn.input.model().ifPresent(binding::ranWith);
      binding.hasTurns();
      unconfirmed.ended(turn.input, result);
    }
    running.compareAndSet(turn, null);
  }

  private static String message(TurnResult result) {
    return result.error().message().lines().findFirst().orElse("");
  }

  private void reviveAndRun(ResumingTurn turn) {
    try {
      synchronized (binding) {
        if (turn.state().isOver()) {
          return;
        }
        binding.ready();
      }
      tellReport(turn);
      if (turn.input.isOnce()) {
        keyed.runOnce(bound(), turn, () -> send(turn));
      } else {
        send(turn);
      }
    } catch (Throwable e) {
      // Also an error: the host waits for the turn.
      log.info("the thread {} could not be resumed: {}", threadId(), Guard.words(e));
      fail(turn, errorOf(e));
    }
  }

  /** Unless its prompt may be in the thread already, under no key. */
  private void send(ResumingTurn turn) {
    Optional<ThreadTurn> taken = unconfirmed.takenAs(turn.input, binding.report());
    if (taken.isPresent()) {
      fail(turn, UnconfirmedPrompt.refusal(taken.get()));
    } else {
      turn.run(bound());
    }
  }

  @Override
  public Optional<Turn> findTurn(String key) {
    requireOpen();
    if (bound().callsItself()) {
      throw new IllegalStateException(
          "findTurn was called from this session's own listener and would block it; use another"
              + " thread");
    }
    Optional<Turn> now = runningAs(Optional.of(key));
    if (now.isPresent()) {
      return now;
    }
    if (running.get() == null) {
      binding.ready();
    }
    return keyed.find(bound(), key).map(Function.identity());
  }

  private Optional<Turn> runningAs(Optional<String> key) {
    return Optional.ofNullable(running.get())
        .filter(turn -> turn.input.key().equals(key))
        .map(Function.identity());
  }

  private static void fail(ResumingTurn turn, TurnError error) {
    turn.endEarly(TurnEnd.failed(error));
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
        "the session could not continue: " + Guard.words(e));
  }

  private void tellReport(ResumingTurn turn) {
    Optional<ResumeReport> news = binding.untoldReport();
    if (news.isPresent() && !turn.state().isOver()) {
      binding.reportTold();
      turn.tell(to -> to.onResumed(news.get()));
    }
  }

  @Override
  public int pendingEvents() {
    return bound().pendingEvents();
  }

  @Override
  public Optional<CloseReport> closed() {
    ThreadSession last = bound();
    List<CloseReport> reports =
        isClosed() && last != null ? last.agents().closeReports() : List.of();
    return reports.isEmpty() ? Optional.empty() : Optional.of(CloseReport.of(reports));
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
    close(CloseMode.LEAVE);
  }

  @Override
  public void close(CloseMode mode) {
    closeAtOnce(mode);
    ThreadSession left = bound();
    if (left != null && !left.callsItself()) {
      left.released()
          .copy()
          .completeOnTimeout(
              ThreadRelease.Outcome.LOADED, RELEASE_WAIT.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
  }

  boolean isClosed() {
    return binding.isClosed();
  }

  /** Closes the session and does not wait until Codex releases its thread. */
  void closeAtOnce() {
    closeAtOnce(CloseMode.LEAVE);
  }

  private void closeAtOnce(CloseMode mode) {
    if (isClosed()) {
      return;
    }
    binding.stopOpening();
    ResumingTurn turn = running.get();
    if (turn != null) {
      turn.endEarly(TurnEnd.CLOSED);
    }
    keyed.close();
    binding.closeCurrent(mode);
    String what = "the close of what serves the thread " + threadId();
    options.closedWithSession().forEach(resource -> Guard.of(what).run(resource::close));
    sessions.closed(this, options.observers());
    later(binding::release);
  }
}
