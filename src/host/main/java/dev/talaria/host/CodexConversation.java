package dev.talaria.host;

import dev.talaria.base.Guard;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ThreadGoneException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation of a host agent whose turns Codex runs: hands a turn over, and enters the result
 * into the host's history, counters, memory and usage records.
 *
 * <p>One turn at a time, on the thread that calls {@link #run}; everything else may be called by
 * any thread. The session is opened when the first turn needs it and kept: it replaces a lost
 * connection by itself. Only a session that threw an exception, or could not replace its
 * connection, is closed, and the next turn resumes the same thread in another one. What Codex asks
 * is decided by the options of the host's session alone: without an approval handler everything is
 * declined.
 */
public final class CodexConversation implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CodexConversation.class);
  private static final String CLOSED = "the conversation is closed; begin another one";

  private final HostAgent agent;
  private final SessionOpener source;
  private final DisplayBridge display;
  private final TurnAccounting accounting;

  private CodexSession session;
  private String threadId;
  private boolean closed;
  private boolean busy;
  private boolean interruptWanted;
  private Turn turn;

  private CodexConversation(Builder builder) {
    agent = builder.agent;
    source = builder.source;
    threadId = builder.threadId;
    display = new DisplayBridge(agent::display, builder.display);
    accounting = new TurnAccounting(agent, builder.threadId, builder.reviews);
  }

  /**
   * {@return a builder of a conversation in which Codex runs the turns of a host}
   *
   * @param agent the host
   * @param source asked for a session when a turn needs one
   */
  public static Builder builder(HostAgent agent, SessionOpener source) {
    return new Builder(agent, source);
  }

  /**
   * As {@link #run(TurnInput, boolean)}, with text alone.
   *
   * @param userInput not blank
   * @param reviewMemory whether the host wants its memory reviewed after this turn
   * @return the result, also when Codex failed
   */
  public ConversationResult run(String userInput, boolean reviewMemory) {
    return run(TurnInput.of(userInput), reviewMemory);
  }

  /**
   * Runs a turn and waits for its end. The host has added the user's message to its history before.
   * When the waiting thread is interrupted, so is the turn, and the thread's interrupt flag is set.
   *
   * @param userInput what the user says, and settings for the turn
   * @param reviewMemory whether the host wants its memory reviewed after this turn
   * @return also when Codex failed; an exception of the session becomes a result that names the
   *     command for the host's own runtime
   * @throws IllegalArgumentException if the input is blank
   * @throws IllegalStateException if a turn runs already, or the conversation is closed
   */
  public ConversationResult run(TurnInput userInput, boolean reviewMemory) {
    String said = UserEcho.text(userInput);
    TurnUsage usage = new TurnUsage(display);
    return runAlone(
        codex -> codex.startTurn(userInput, usage),
        usage,
        said,
        (ended, rows) -> accounting.close(ended, said, rows, usage, reviewMemory));
  }

  /**
   * Has Codex shorten what its thread remembers, as a turn of its own; otherwise like a turn.
   *
   * @return the result, also when Codex failed
   */
  public ConversationResult compact() {
    TurnUsage usage = new TurnUsage(display);
    return runAlone(
        codex -> codex.compact(usage),
        usage,
        "",
        (ended, rows) -> ConversationResult.of(ended, agent.history()));
  }

  private ConversationResult runAlone(
      Function<CodexSession, Turn> start,
      TurnUsage usage,
      String said,
      BiFunction<TurnResult, List<Message>, ConversationResult> close) {
    begin();
    try {
      CodexSession codex;
      Optional<TurnResult> ended;
      try {
        codex = session();
        ended = started(start, codex).map(Turn::await);
      } catch (Throwable e) {
        // Also any exception or error of the host's source of sessions.
        Guard.of("a turn, whose session is dropped,").report(e);
        drop();
        return ConversationResult.broken(e, agent.history(), resumable());
      }
      if (ended.isEmpty()) {
        return ConversationResult.notBegun(agent.history(), resumable());
      }
      settle(ended.get());
      List<Message> rows = UserEcho.without(ended.get().messages(), said);
      accounting.enter(ended.get(), rows, usage, codex.model());
      return close.apply(ended.get(), rows);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (closed) {
      throw new IllegalStateException(CLOSED);
    }
    if (busy) {
      throw new IllegalStateException(
          "a turn of this conversation runs already; wait for it, steer it or interrupt it");
    }
    busy = true;
    interruptWanted = false;
  }

  private synchronized void end() {
    busy = false;
    turn = null;
  }

  /** Starts the turn, unless it was interrupted before. */
  private Optional<Turn> started(Function<CodexSession, Turn> start, CodexSession codex) {
    synchronized (this) {
      if (interruptWanted) {
        return Optional.empty();
      }
    }
    Turn begun = start.apply(codex);
    synchronized (this) {
      turn = begun;
      if (!interruptWanted) {
        return Optional.of(begun);
      }
    }
    begun.interrupt();
    return Optional.of(begun);
  }

  private synchronized Optional<Turn> running() {
    return Optional.ofNullable(turn);
  }

  /** The session, opened if there is none. Opening runs without the lock: it may take long. */
  private CodexSession session() {
    synchronized (this) {
      if (session != null) {
        return session;
      }
    }
    CodexSession opened = Objects.requireNonNull(open(resumable()), "the host provided no session");
    synchronized (this) {
      if (!closed) {
        session = opened;
        return opened;
      }
    }
    close(opened);
    throw new IllegalStateException(CLOSED);
  }

  private CodexSession open(String resumed) {
    try {
      return source.open(resumed);
    } catch (ThreadGoneException e) {
      if (resumed.isEmpty()) {
        throw e;
      }
      log.info("the thread {} is gone; a new one is started", resumed, e);
      resumable("");
      display.notice(TurnUsage.NEW_THREAD);
      return source.open("");
    }
  }

  private void settle(TurnResult ended) {
    if (ended.retire() && ended.turnId().isEmpty()) {
      // It had no connection and could not get one.
      drop();
    }
    if (!ended.threadId().isEmpty()) {
      resumable(ended.threadId());
    }
  }

  private synchronized String resumable() {
    return threadId;
  }

  private synchronized void resumable(String id) {
    threadId = id;
  }

  /** Stops the turn that runs, also while its session is still opened; without one no effect. */
  public void interrupt() {
    synchronized (this) {
      interruptWanted = true;
    }
    running().ifPresent(Turn::interrupt);
  }

  /**
   * Gives the running turn more input; Codex's row for it stays in the history.
   *
   * @param text for the model; blank text is not sent
   * @return whether Codex took it; {@code false} when no turn runs
   */
  public CompletableFuture<Boolean> steer(String text) {
    return running()
        .map(current -> current.steer(text))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  /** {@return whether a turn runs: what {@link RuntimeSwitch.Builder#turnRuns} asks for} */
  public synchronized boolean busy() {
    return busy;
  }

  /** {@return the Codex thread; empty before the first turn} */
  public Optional<String> threadId() {
    return Optional.of(resumable()).filter(id -> !id.isEmpty());
  }

  /** Ends the session; a turn that runs ends as interrupted. Idempotent. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    drop();
  }

  /** Closes the session; the next turn opens another one. */
  private void drop() {
    CodexSession last;
    synchronized (this) {
      last = session;
      session = null;
    }
    if (last != null) {
      close(last);
    }
  }

  private static void close(CodexSession session) {
    Guard.of("the end of a session").run(session::close);
  }

  /** Collects what a conversation works with. For one thread. */
  public static final class Builder {

    private final HostAgent agent;
    private final SessionOpener source;
    private String threadId = "";
    private DisplayOptions display = DisplayOptions.DEFAULTS;
    private List<ReviewCadence> reviews = List.of();

    private Builder(HostAgent agent, SessionOpener source) {
      this.agent = agent;
      this.source = source;
    }

    /**
     * Resumes a Codex thread with the first turn.
     *
     * @param id the thread; empty for a new one, as by default
     * @return this builder
     */
    public Builder resume(String id) {
      threadId = id;
      return this;
    }

    /**
     * What the display gets.
     *
     * @param options {@link DisplayOptions#DEFAULTS} if not set
     * @return this builder
     */
    public Builder display(DisplayOptions options) {
      display = options;
      return this;
    }

    /**
     * Has the turns counted towards these reviews; {@link HostAgent#spawnReview} gets the due.
     *
     * @param cadences replace the previous ones; none by default
     * @return this builder
     */
    public Builder reviews(ReviewCadence... cadences) {
      reviews = List.of(cadences);
      return this;
    }

    /** {@return the conversation; opens nothing yet} */
    public CodexConversation build() {
      return new CodexConversation(this);
    }
  }
}
