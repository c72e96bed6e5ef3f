package dev.talaria.llm.call;

import dev.talaria.approval.HostServices;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TaskThreads;
import dev.talaria.llm.Isolation;
import dev.talaria.llm.LlmException;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What all calls of one owner share: its Codex, how their threads are opened, what paces them, and
 * the workers that they run on.
 *
 * <p>Safe for use by many threads. Its own threads are daemons, as many workers as are busy and a
 * clock, which end after 30 seconds without work. Closing it does not close the Codex.
 */
public final class CallSetup implements AutoCloseable {

  private static final long IDLE_SECONDS = 30;

  private final Codex codex;
  private final ModelChoice models;
  private final Path cwd;
  private final UserServers users;
  private final Isolation isolation;
  private final Map<String, Object> config;
  private final Duration timeout;
  final CallPacing pacing;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<LlmCall<?>> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger working = new AtomicInteger();
  private volatile boolean closed;

  public CallSetup(
      String threads,
      Codex codex,
      Path cwd,
      Isolation isolation,
      Map<String, Object> config,
      Duration timeout,
      CallPacing pacing) {
    this.codex = codex;
    this.models = new ModelChoice(codex);
    this.cwd = cwd.toAbsolutePath().normalize();
    this.users = UserServers.of(codex, this.cwd);
    this.isolation = isolation;
    this.config = config;
    this.timeout = timeout;
    this.pacing = pacing;
    workers = TaskThreads.named(threads, IDLE_SECONDS);
    clock = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(threads + "-clock"));
    clock.setRemoveOnCancelPolicy(true);
    clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
  }

  public Codex codex() {
    return codex;
  }

  /** How long a call may take that does not say so itself. */
  public Duration timeout() {
    return timeout;
  }

  /** The alarms that are set. */
  ScheduledThreadPoolExecutor clock() {
    return clock;
  }

  /** Runs something on a worker after a while: the clock itself runs no code of the host. */
  public Future<?> after(Duration time, Runnable task) {
    return clock.schedule(() -> workers.execute(task), time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Starts a call on a worker. Returns at once. */
  public <T> CompletableFuture<T> start(LlmCall<T> call) {
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
      call.refuse();
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

  /** How many calls have no result yet or are still worked on. */
  public int openCalls() {
    return open.size() + working.get();
  }

  /**
   * Opens the thread of a call: ephemeral, read-only, without approvals, without a search on the
   * web. Starts Codex again where that is needed. Blocks on Codex.
   *
   * @param model as it was configured
   * @param shell whether the model may run commands though {@link Isolation#STRICT} is on
   * @param tools of the host; may be none
   * @param calls what stands before the calls of the tools
   * @param more sets what else the session needs
   * @throws LlmException if the model is not one of Codex's
   */
  public CodexSession open(
      String model,
      boolean shell,
      ToolRegistry tools,
      UnaryOperator<HostServices> calls,
      Consumer<SessionOptions.Builder> more) {
    ModelChoice.checked(model);
    codex.ensureRunning();
    Map<String, Object> strict =
        isolation == Isolation.STRICT ? StrictConfig.of(codex, users, shell) : Map.of();
    SessionOptions.Builder options =
        SessionOptions.builder()
            .cwd(cwd)
            .model(models.resolve(model))
            .sandbox(SandboxMode.READ_ONLY)
            .approvalPolicy(AskForApproval.Name.NEVER)
            .ephemeral(true)
            .config(StrictConfig.always())
            .config(StrictConfig.with(strict, config));
    more.accept(options);
    if (tools.all().isEmpty()) {
      return codex.openSession(options.build());
    }
    ToolBridge bridge = ToolBridge.dynamic(tools);
    try {
      bridge.configure(options);
      if (bridge instanceof HostServices runner) {
        options.services(calls.apply(runner));
      }
      return codex.openSession(options.build());
    } catch (Throwable e) {
      bridge.close();
      throw e;
    }
  }

  /** Cancels the calls that run; later ones fail. Idempotent; does not wait. */
  @Override
  public void close() {
    closed = true;
    pacing.close();
    open.forEach(call -> call.stop(LlmCall.Stop.CANCELLED));
    workers.shutdown();
    clock.shutdownNow();
  }
}
