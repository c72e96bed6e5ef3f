package dev.talaria.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a tool, from its start to its one result.
 *
 * <p>Safe for use by many threads: the one that runs it, and those that stop it.
 */
final class RunningCall implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(RunningCall.class);

  private final HostTool tool;
  private final ObjectNode arguments;
  private final CompletableFuture<ToolResult> result = new CompletableFuture<>();
  private Thread thread;
  private CompletionStage<?> stage;
  private boolean stopped;

  RunningCall(HostTool tool, ObjectNode arguments) {
    this.tool = tool;
    this.arguments = arguments;
  }

  CompletableFuture<ToolResult> result() {
    return result;
  }

  @Override
  public void run() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      thread = Thread.currentThread();
    }
    try {
      CompletionStage<ToolResult> working =
          tool.handler().call(new ToolCall(tool.name(), arguments));
      if (working == null) {
        settle(null);
      } else {
        workOn(working);
        working.whenComplete((value, error) -> settle(value, error));
      }
    } catch (Throwable e) {
      // Also an Error of the host's code: without an answer the model would wait for it.
      settle(null, e);
    } finally {
      synchronized (this) {
        thread = null;
        // The thread goes back to its pool.
        Thread.interrupted();
      }
    }
  }

  private void settle(ToolResult value, Throwable error) {
    if (error == null) {
      settle(value);
    } else {
      fail(
          error instanceof CompletionException && error.getCause() != null
              ? error.getCause()
              : error);
    }
  }

  private void settle(ToolResult value) {
    result.complete(value == null ? ToolResult.of("") : ResultText.bounded(value));
  }

  private void fail(Throwable error) {
    String words =
        error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    ToolResult told = ToolResult.failure(tool.name() + " failed: " + Redaction.redact(words));
    if (result.complete(ResultText.bounded(told))) {
      StackTraceElement[] stack = error.getStackTrace();
      // Not the exception itself: its message may hold a secret.
      log.warn(
          "the tool {} failed with {} at {}",
          tool.name(),
          error.getClass().getName(),
          stack.length == 0 ? "an unknown place" : stack[0]);
    }
  }

  private synchronized void workOn(CompletionStage<?> working) {
    stage = working;
    if (stopped) {
      cancel(working);
    }
  }

  /** Its time is over. */
  void stopLate() {
    result.complete(
        ToolResult.failure(
            tool.name()
                + " failed: no answer within "
                + tool.timeLimit().toMillis() / 1000.0
                + " s; it was stopped"));
  }

  /** The host no longer runs tools. */
  void stopClosed() {
    result.complete(ToolResult.failure("the host has closed its tools"));
  }

  /** The result is there or nobody waits for it any more: what still works on it ends. */
  synchronized void stop() {
    stopped = true;
    if (thread != null && thread != Thread.currentThread()) {
      thread.interrupt();
    }
    if (stage != null) {
      cancel(stage);
    }
  }

  private static void cancel(CompletionStage<?> working) {
    CompletableFuture<?> future = working.toCompletableFuture();
    if (!future.isDone()) {
      future.cancel(true);
    }
  }
}
