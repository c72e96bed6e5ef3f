package dev.talaria.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.tools.internal.WorkThreads;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs calls of a registry's tools, whichever bridge they came over: arguments checked, time
 * limited, errors made readable, results bounded.
 *
 * <p>Safe for use by many threads. At most {@value #MOST_AT_ONCE} calls run at once and {@value
 * #MOST_WAITING} wait; its threads are daemons. The caller closes it.
 */
public final class ToolRunner implements AutoCloseable {

  private static final int MOST_AT_ONCE = 64;
  private static final int MOST_WAITING = 1024;

  private final ToolRegistry tools;
  private final WorkThreads threads;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<RunningCall> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a runner; close it.
   *
   * @param tools what it runs
   */
  public ToolRunner(ToolRegistry tools) {
    this.tools = tools;
    threads = new WorkThreads("talaria-tool", MOST_AT_ONCE, MOST_WAITING);
    clock = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("talaria-tool-clock"));
    clock.setRemoveOnCancelPolicy(true);
  }

  /** {@return what it runs} */
  public ToolRegistry tools() {
    return tools;
  }

  /**
   * Runs a call.
   *
   * @param name a name that is not in the registry gives a failed result
   * @param arguments what the model passes; {@code null} counts as an empty object
   * @return completes with the result, and with a failed result if anything goes wrong, never with
   *     an exception; cancelling it stops the call. The time limit runs from now.
   */
  public CompletableFuture<ToolResult> run(String name, JsonNode arguments) {
    Optional<HostTool> tool = tools.find(name);
    if (tool.isEmpty()) {
      return failed("this host has no tool with that name");
    }
    RunningCall call;
    try {
      call = new RunningCall(tool.get(), tool.get().checked(arguments));
    } catch (TalariaException e) {
      return failed(e.getMessage());
    } catch (StackOverflowError e) {
      return failed("the arguments are nested too deeply");
    }
    open.add(call);
    CompletableFuture<ToolResult> result = call.result;
    try {
      var alarm =
          clock.schedule(call::stopLate, tool.get().timeLimit().toMillis(), TimeUnit.MILLISECONDS);
      result.whenComplete(
          (value, error) -> {
            alarm.cancel(false);
            open.remove(call);
            call.stop();
          });
      threads.execute(call);
    } catch (RejectedExecutionException e) {
      open.remove(call);
      result.complete(
          ToolResult.failure(
              closed ? "the host has closed its tools" : "the host has too many calls; try later"));
    }
    if (closed) {
      call.stopClosed();
    }
    return result;
  }

  private static CompletableFuture<ToolResult> failed(String message) {
    return CompletableFuture.completedFuture(ToolResult.failure(message));
  }

  /** Stops what runs; later calls fail. Idempotent; does not wait. */
  @Override
  public void close() {
    closed = true;
    open.forEach(RunningCall::stopClosed);
    threads.close();
    clock.shutdownNow();
  }
}
