package dev.talaria.llm;

import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes model calls on the user's own Codex: each call is a fresh ephemeral thread on one shared
 * child, read-only, without questions, without a search on the web.
 *
 * <p>Safe for use by many threads. A running call holds one daemon thread. Closing it cancels the
 * calls that run; the {@link Codex} belongs to whoever launched it. Tools need the experimental API
 * ({@link dev.talaria.codex.CodexOptions#experimentalApi}, on by default): they are dynamic tools
 * of the thread.
 */
public final class CodexLlmRuntime implements LlmRuntime, AutoCloseable {

  private final Setup setup;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<LlmCall<?>> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger working = new AtomicInteger();
  private final RateLimitGovernor.Subscription limits;
  private volatile boolean closed;

  /** What all calls share. */
  record Setup(
      Codex codex,
      ModelSlots slots,
      ModelChoice models,
      Path cwd,
      UserServers users,
      CallPacing pacing,
      Isolation isolation,
      Map<String, Object> config,
      int repairAttempts,
      Duration timeout,
      ScheduledThreadPoolExecutor clock) {}

  private CodexLlmRuntime(Builder builder) {
    CallThreads threads = CallThreads.named("talaria-llm");
    clock = threads.clock();
    workers = threads.workers();
    limits = builder.governor == null ? () -> {} : builder.governor.follow(builder.codex);
    Path cwd = builder.cwd.toAbsolutePath().normalize();
    setup =
        new Setup(
            builder.codex,
            builder.slots,
            new ModelChoice(builder.codex),
            cwd,
            UserServers.of(builder.codex, cwd),
            new CallPacing(builder.rateLimit, builder.codex),
            builder.isolation,
            Map.copyOf(builder.config),
            builder.repairAttempts,
            builder.timeout,
            clock);
  }

  /** A runtime on this Codex, with everything at its default until it is said otherwise. */
  public static Builder on(Codex codex) {
    return new Builder(codex);
  }

  @Override
  public CompletableFuture<String> generateText(TextRequest request) {
    return start(new TextCall(setup, request.options()));
  }

  @Override
  public <T> CompletableFuture<T> generateObject(ObjectRequest<T> request) {
    return start(new ObjectCall<>(setup, request));
  }

  @Override
  public CompletableFuture<LoopResult> runAgentLoop(LoopRequest request) {
    return start(new LoopCall(setup, request));
  }

  private <T> CompletableFuture<T> start(LlmCall<T> call) {
    CompletableFuture<T> future = call.future();
    open.add(call);
    future.whenComplete(
        (value, error) -> {
          open.remove(call);
          if (future.isCancelled()) {
            call.stop(LlmCall.Stop.CANCELLED);
          }
        });
    working.incrementAndGet();
    try {
      workers.execute(() -> work(call));
    } catch (RejectedExecutionException e) {
      working.decrementAndGet();
      call.refuse("this runtime is closed");
    }
    if (closed) {
      call.stop(LlmCall.Stop.CANCELLED);
    }
    return future;
  }

  private void work(LlmCall<?> call) {
    try {
      call.run();
    } finally {
      working.decrementAndGet();
    }
  }

  /** How many calls are not yet done with. */
  int openCalls() {
    return open.size() + working.get();
  }

  /** Cancels the calls that run; later ones fail. Idempotent; does not wait. */
  @Override
  public void close() {
    closed = true;
    limits.close();
    open.forEach(call -> call.stop(LlmCall.Stop.CANCELLED));
    workers.shutdown();
    clock.shutdown();
  }

  /** Collects what a runtime is; not safe for use by many threads. */
  public static final class Builder {

    private final Codex codex;
    private ModelSlots slots = ModelSlots.defaults();
    private Path cwd = Path.of("");
    private RateLimit rateLimit;
    private RateLimitGovernor governor;
    private Isolation isolation = Isolation.STRICT;
    private Map<String, Object> config = Map.of();
    private int repairAttempts = 1;
    private Duration timeout = Duration.ofMinutes(10);

    private Builder(Codex codex) {
      this.codex = Objects.requireNonNull(codex, "codex");
    }

    /** The model of each role; the installation's default for all of them if not set. */
    public Builder models(ModelSlots models) {
      this.slots = Objects.requireNonNull(models, "models");
      return this;
    }

    /** Where the model may look around; the process' working directory if not set. */
    public Builder cwd(Path directory) {
      this.cwd = Objects.requireNonNull(directory, "directory");
      return this;
    }

    /**
     * Who paces the calls, and hears from this Codex how much of the limits is used until the
     * runtime is closed; shared by all runtimes of a run. Without one nothing is tried again.
     */
    public Builder governor(RateLimitGovernor shared) {
      this.governor = Objects.requireNonNull(shared, "shared");
      return rateLimit(shared);
    }

    /** Who paces the calls; for tests. */
    Builder rateLimit(RateLimit shared) {
      this.rateLimit = Objects.requireNonNull(shared, "shared");
      return this;
    }

    /** How much of the user's set-up the calls see; {@link Isolation#STRICT} if not set. */
    public Builder isolation(Isolation much) {
      this.isolation = Objects.requireNonNull(much, "much");
      return this;
    }

    /**
     * Keys of Codex's configuration for the threads of all calls, such as those of {@code
     * ScopedServers.config()}: MCP servers that the model may use whatever the isolation.
     */
    public Builder config(Map<String, ?> keys) {
      this.config = Map.copyOf(keys);
      return this;
    }

    /** How often an answer that is not valid is sent back to be mended; once if not set. */
    public Builder repairAttempts(int times) {
      if (times < 0) {
        throw new IllegalArgumentException("repairAttempts must not be negative: " + times);
      }
      this.repairAttempts = times;
      return this;
    }

    /** How long a call may take that does not say itself; 10 minutes if not set. */
    public Builder timeout(Duration limit) {
      if (limit.isZero() || limit.isNegative()) {
        throw new IllegalArgumentException("timeout must be longer than nothing, not " + limit);
      }
      this.timeout = limit;
      return this;
    }

    /** The runtime. */
    public CodexLlmRuntime build() {
      return new CodexLlmRuntime(this);
    }
  }
}
