package dev.talaria.host;

import dev.talaria.base.Guard;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.transcript.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * The conversation of a host agent whose turns Codex runs: hands a turn over, and brings what came
 * of it into the host's history, counters, memory and books.
 *
 * <p>One turn at a time, on the thread that calls {@link #run}; everything else may be called by
 * any thread. The session is opened when the first turn needs it and kept between turns; after a
 * turn that ended it (a dead child, a time limit, an exception) the next one resumes the same
 * thread in another one. What Codex asks is decided by the options of the host's session alone:
 * without an approval handler everything is declined.
 */
public final class CodexConversation implements AutoCloseable {

  private final HostAgent agent;
  private final DisplayBridge display;
  private final ConversationSession session;
  private final TurnAccounting books;
  private final AtomicReference<RunningTurn> running = new AtomicReference<>();

  private CodexConversation(Builder builder) {
    agent = builder.agent;
    display = new DisplayBridge(agent::display, builder.display);
    session = new ConversationSession(builder.source, builder.threadId, display::notice);
    books = new TurnAccounting(agent, builder.threadId);
  }

  /** A conversation of {@code agent} in sessions from {@code source}. */
  public static Builder builder(HostAgent agent, SessionSource source) {
    return new Builder(agent, source);
  }

  /** As {@link #run(TurnInput, boolean)}, with text alone. */
  public ConversationResult run(String userInput, boolean reviewMemory) {
    return run(TurnInput.of(userInput), reviewMemory);
  }

  /**
   * Runs a turn and waits for its end. The host has added the user's message to its history before.
   * When the waiting thread is interrupted, so is the turn, and the thread's interrupt flag is set.
   *
   * @param reviewMemory whether the host wants its memory reviewed after this turn
   * @return also when Codex failed; an exception of the session becomes a result that names the way
   *     back to the host's own runtime
   * @throws IllegalArgumentException if the input is blank
   * @throws IllegalStateException if a turn runs already, or the conversation is closed
   */
  public ConversationResult run(TurnInput userInput, boolean reviewMemory) {
    String said = UserEcho.text(userInput);
    return alone(
        (codex, heard) -> codex.startTurn(userInput, heard),
        said,
        (turn, rows) -> books.close(turn, said, rows, reviewMemory));
  }

  /** Has Codex shorten what its thread remembers, as a turn of its own; otherwise like a turn. */
  public ConversationResult compact() {
    return alone(
        CodexSession::compact, "", (turn, rows) -> ConversationResult.of(turn, agent.history()));
  }

  private ConversationResult alone(
      BiFunction<CodexSession, TurnListener, Turn> start,
      String said,
      BiFunction<TurnResult, List<Message>, ConversationResult> close) {
    session.requireOpen();
    RunningTurn run = new RunningTurn();
    if (!running.compareAndSet(null, run)) {
      throw new IllegalStateException(
          "a turn of this conversation runs already; wait for it, steer it or interrupt it");
    }
    try {
      TurnUsage tally = new TurnUsage(display);
      CodexSession codex;
      Optional<TurnResult> ended;
      try {
        codex = session.take();
        ended = run.run(() -> start.apply(codex, tally));
      } catch (Throwable e) {
        // Also what the host's source of sessions throws, whatever it is.
        Guard.of("a turn, whose session is dropped,").report(e);
        session.drop();
        return ConversationResult.broken(e, agent.history(), session.threadId());
      }
      if (ended.isEmpty()) {
        return ConversationResult.notBegun(agent.history(), session.threadId());
      }
      TurnResult turn = ended.get();
      settleSession(turn);
      List<Message> rows = UserEcho.without(turn.messages(), said);
      books.enter(turn, rows, tally, codex.model());
      return close.apply(turn, rows);
    } finally {
      running.set(null);
    }
  }

  private void settleSession(TurnResult turn) {
    if (turn.retire()) {
      session.drop();
    }
    if (!turn.threadId().isEmpty()) {
      session.threadId(turn.threadId());
    }
  }

  /** Stops the turn that runs, also while its session is still opened; without one no effect. */
  public void interrupt() {
    RunningTurn run = running.get();
    if (run != null) {
      run.interrupt();
    }
  }

  /**
   * Gives the turn that runs more to think of; Codex's row for it stays in the history.
   *
   * @return whether Codex took it; {@code false} when no turn runs
   */
  public CompletableFuture<Boolean> steer(String text) {
    RunningTurn run = running.get();
    return run == null ? CompletableFuture.completedFuture(false) : run.steer(text);
  }

  /** Whether a turn runs: what {@link RuntimeSwitch.Builder#turnRuns} asks for. */
  public boolean busy() {
    return running.get() != null;
  }

  /** The Codex thread; empty before the first turn. */
  public Optional<String> threadId() {
    return Optional.of(session.threadId()).filter(id -> !id.isEmpty());
  }

  /** Ends the session; a turn that runs ends as interrupted. Idempotent. */
  @Override
  public void close() {
    session.close();
  }

  /** Collects what a conversation works with. For one thread. */
  public static final class Builder {

    private final HostAgent agent;
    private final SessionSource source;
    private String threadId = "";
    private DisplayOptions display = DisplayOptions.DEFAULTS;

    private Builder(HostAgent agent, SessionSource source) {
      this.agent = agent;
      this.source = source;
    }

    /** Goes on with this Codex thread; empty for a new one. */
    public Builder resume(String id) {
      threadId = id;
      return this;
    }

    /** What the display gets. */
    public Builder display(DisplayOptions options) {
      display = options;
      return this;
    }

    /** The conversation; opens nothing yet. */
    public CodexConversation build() {
      return new CodexConversation(this);
    }
  }
}
