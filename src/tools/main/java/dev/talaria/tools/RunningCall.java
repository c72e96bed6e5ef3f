package dev.talaria.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Guard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One call of a tool, from its start to its one result.
 *
 * <p>Safe for use by many threads: the one that runs it, and those that stop it.
 */
final class RunningCall implements Runnable {

  private final Guard guard;
  private final HostTool tool;
  private final ObjectNode arguments;
  final CompletableFuture<ToolResult> result = new CompletableFuture<>();
  private Thread thread;
  private CompletionStage<?> stage;
  private boolean stopped;

  RunningCall(HostTool tool, ObjectNode arguments) {
    this.guard = Guard.of("the tool " + tool.name());
    this.tool = tool;
    this.arguments = arguments;
  }

  @Override
  public void run() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      thread = Thread.currentThread();
    }
    CompletionStage<ToolResult> working =
        guard.call(
            () -> tool.handler().call(new ToolInvocation(tool.name(), arguments)),
            CompletableFuture::failedFuture);
    synchronized (this) {
      thread = null;
      // The thread goes back to its pool.
      Thread.interrupted();
    }
    if (working == null) {
      result.complete(ToolResult.of(""));
    } else {
      workOn(working);
      guard.follow(working).whenComplete(this::settle);
    }
  }

  private void settle(ToolResult value, Throwable error) {
    ToolResult outcome = value == null ? ToolResult.of("") : value;
    if (error != null) {
      outcome = ToolResult.failure(tool.name() + " failed: " + Guard.words(error));
    }
    if (result.complete(outcome.bounded()) && error != null) {
      guard.report(error);
    }
  }

  private void workOn(CompletionStage<?> working) {
    synchronized (this) {
      stage = working;
      if (!stopped) {
        return;
      }
    }
    guard.cancel(working);
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

  /** The result is there or it is no longer waited for: what still works on it ends. */
  void stop() {
    CompletionStage<?> working;
    synchronized (this) {
      stopped = true;
      if (thread != null && thread != Thread.currentThread()) {
        thread.interrupt();
      }
      working = stage;
    }
    if (working != null) {
      guard.cancel(working);
    }
  }
}
