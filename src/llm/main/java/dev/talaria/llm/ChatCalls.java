package dev.talaria.llm;

import dev.talaria.base.TalariaException;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chat completions on the user's own Codex: the whole conversation in, the next reply out, tools
 * run by the caller. What the bridges to LangChain4j and Spring AI stand on.
 *
 * <p>A call is a fresh ephemeral thread, read-only, without questions, without a search on the web.
 * Where the model calls tools, the reply carries the calls and the turn is held open; the call
 * whose conversation ends with their results goes on with it. A turn that is no longer there is
 * made up for by a fresh thread with the whole conversation.
 *
 * <p>Safe for use by many threads. Closing it ends its calls and the turns that it holds; the
 * {@link Codex} belongs to whoever launched it. Tools need the experimental API ({@link
 * dev.talaria.codex.CodexOptions#experimentalApi}, on by default).
 */
public final class ChatCalls implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ChatCalls.class);

  private final Setup setup;
  private final ExecutorService workers;
  private final SuspendedTurns held;
  private final Set<ChatTurn> turns = ConcurrentHashMap.newKeySet();
  private final Set<CompletableFuture<ChatReply>> open = ConcurrentHashMap.newKeySet();
  private final CallPacing pacing;
  private final RateLimitGovernor.Subscription limits;
  private volatile boolean closed;

  /** What all calls share. */
  record Setup(
      Codex codex,
      ModelChoice models,
      String model,
      Path cwd,
      UserServers users,
      Isolation isolation,
      Duration timeout,
      Duration heldFor,
      int maxHeld,
      Duration quietTime,
      ScheduledThreadPoolExecutor clock,
      Executor workers) {

    /** Runs something on a worker after a while: the clock itself runs nobody's code. */
    Future<?> after(Duration time, Runnable task) {
      return clock.schedule(() -> workers.execute(task), time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private ChatCalls(Builder builder) {
    CallThreads threads = CallThreads.named("talaria-chat");
    workers = threads.workers();
    Path cwd = builder.cwd.toAbsolutePath().normalize();
    setup =
        new Setup(
            builder.codex,
            new ModelChoice(builder.codex),
            builder.model,
            cwd,
            UserServers.of(builder.codex, cwd),
            builder.isolation,
            builder.timeout,
            builder.heldFor,
            builder.maxHeld,
            builder.quietTime,
            threads.clock(),
            workers);
    held = new SuspendedTurns(setup);
    pacing = new CallPacing(builder.governor, builder.codex);
    limits = builder.governor == null ? () -> {} : builder.governor.follow(builder.codex);
  }

  /** Calls on this Codex, with everything at its default. */
  public static ChatCalls of(Codex codex) {
    return on(codex).build();
  }

  /** Calls on this Codex. */
  public static Builder on(Codex codex) {
    return new Builder(codex);
  }

  /** The model of a call that names none, as it was given. */
  public String model() {
    return setup.model();
  }

  /**
   * Asks the model for its reply. Returns at once.
   *
   * @param onDelta hears each piece of the reply's text, on a worker thread, one at a time
   * @return completes on a worker thread, with {@link LlmException} if there is no reply.
   *     Cancelling it interrupts the turn and closes its thread.
   */
  public CompletableFuture<ChatReply> call(ChatCall call, Consumer<String> onDelta) {
    return start(call, Objects.requireNonNull(onDelta, "onDelta"));
  }

  private CompletableFuture<ChatReply> start(ChatCall call, Consumer<String> onDelta) {
    ChatAttempts attempts = new ChatAttempts(pacing, workers, wait -> attempt(call, wait), onDelta);
    CompletableFuture<ChatReply> future = attempts.future();
    open.add(future);
    future.whenComplete((reply, error) -> open.remove(future));
    try {
      Future<?> alarm = setup.after(setup.timeout(), () -> timeIsOver(attempts));
      future.whenComplete((reply, error) -> alarm.cancel(false));
    } catch (RejectedExecutionException e) {
      log.debug("no time limit: the chat calls are closed", e);
    }
    attempts.start();
    if (closed) {
      future.cancel(true);
    }
    return future;
  }

  /**
   * As {@link #call(ChatCall, Consumer)}, waiting for the reply. Interrupting the thread cancels
   * the call.
   *
   * @throws LlmException if there is no reply
   * @throws CancellationException if the call was cancelled
   */
  public ChatReply reply(ChatCall call) {
    CompletableFuture<ChatReply> future = start(call, null);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for the model's reply", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  private void timeIsOver(ChatAttempts attempts) {
    attempts.late("the model did not reply within " + setup.timeout().toMillis() + " ms");
  }

  private void attempt(ChatCall call, ChatWait wait) {
    Optional<ChatTurn> waiting = held.take(call.answered());
    if (waiting.isPresent()) {
      if (waiting.get().goOn(call, call.newResults(), wait)) {
        endsWith(waiting.get(), wait);
        return;
      }
      waiting.get().end();
    }
    ChatTurn turn = new ChatTurn(setup, call, held, wait);
    turns.add(turn);
    endsWith(turn, wait);
    try {
      if (!wait.future().isDone()) {
        ChatThread.begin(setup, call, turn);
      }
    } catch (Throwable e) {
      turn.end();
      throw e;
    }
  }

  /** A reply that nobody waits for any more, or that failed, ends its turn. */
  private void endsWith(ChatTurn turn, ChatWait wait) {
    wait.future()
        .whenComplete(
            (reply, error) -> {
              if (error != null) {
                turn.end();
              }
              if (error != null || reply.toolCalls().isEmpty()) {
                turns.remove(turn);
              }
            });
  }

  /** How many turns wait for results of tools. */
  int heldTurns() {
    return held.size();
  }

  /** How many turns run or are held. */
  int openTurns() {
    return turns.size();
  }

  /** Cancels the calls that run and ends the turns that are held. Idempotent; does not wait. */
  @Override
  public void close() {
    closed = true;
    held.close();
    limits.close();
    open.forEach(future -> future.cancel(true));
    turns.forEach(ChatTurn::end);
    turns.clear();
    workers.shutdown();
    setup.clock().shutdownNow();
  }

  /** Collects how calls are made; not safe for use by many threads. */
  public static final class Builder {

    private final Codex codex;
    private String model = "default";
    private Path cwd = Path.of("");
    private Isolation isolation = Isolation.STRICT;
    private Duration timeout = Duration.ofMinutes(10);
    private Duration heldFor = Duration.ofMinutes(10);
    private int maxHeld = 64;
    private Duration quietTime = Duration.ofMillis(100);
    private RateLimitGovernor governor;

    private Builder(Codex codex) {
      this.codex = Objects.requireNonNull(codex, "codex");
    }

    /**
     * {@code default}, {@code codex}, or a gpt-* or codex-* model id; {@code default} if not set.
     */
    public Builder model(String id) {
      this.model = ModelSlots.checked(id);
      return this;
    }

    /** Where the model may look around; the process' working directory if not set. */
    public Builder cwd(Path directory) {
      this.cwd = Objects.requireNonNull(directory, "directory");
      return this;
    }

    /** How much of the user's set-up the calls see; {@link Isolation#STRICT} if not set. */
    public Builder isolation(Isolation much) {
      this.isolation = Objects.requireNonNull(much, "much");
      return this;
    }

    /**
     * Who paces the calls and has refused ones tried again, and hears from this Codex how much of
     * the limits is used until these are closed; may be shared with others of a run. Without one
     * nothing is tried again.
     */
    public Builder governor(RateLimitGovernor shared) {
      this.governor = Objects.requireNonNull(shared, "shared");
      return this;
    }

    /** How long one reply may take, with the waits of its governor; 10 minutes if not set. */
    public Builder timeout(Duration limit) {
      this.timeout = positive("timeout", limit);
      return this;
    }

    /** How long a turn waits for the results of its tools; 10 minutes if not set. */
    public Builder heldFor(Duration limit) {
      this.heldFor = positive("heldFor", limit);
      return this;
    }

    /** How many turns may wait for results at once; beyond, the oldest is ended. 64 if not set. */
    public Builder maxHeld(int turns) {
      if (turns < 1) {
        throw new IllegalArgumentException("maxHeld must be positive, not " + turns);
      }
      this.maxHeld = turns;
      return this;
    }

    /**
     * How long nothing more may come behind a call of a tool until it is handed out, so that calls
     * that belong together are handed out at once; 100 ms if not set. What comes later is in the
     * next reply.
     */
    public Builder quietTime(Duration time) {
      this.quietTime = positive("quietTime", time);
      return this;
    }

    private static Duration positive(String name, Duration value) {
      if (value.isZero() || value.isNegative()) {
        throw new IllegalArgumentException(name + " must be longer than nothing, not " + value);
      }
      return value;
    }

    /** The calls. */
    public ChatCalls build() {
      return new ChatCalls(this);
    }
  }
}
