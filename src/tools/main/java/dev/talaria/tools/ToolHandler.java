package dev.talaria.tools;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a tool does.
 *
 * <p>Called by many threads at once, each time on a thread that may block. When the call is
 * cancelled or late, that thread is interrupted and the stage is cancelled; what comes after that
 * is dropped. What is thrown becomes an error that the model reads, without its stack.
 */
@FunctionalInterface
public interface ToolHandler {

  /**
   * Works on a call.
   *
   * @param call the tool and its checked arguments
   * @return the result when it is there; a stage of {@code null} and no stage at all are an empty
   *     result
   * @throws Exception if the tool fails; the model reads the message
   */
  CompletionStage<ToolResult> call(ToolInvocation call) throws Exception;

  /**
   * {@return a handler that has its result when it returns}
   *
   * @param work may block
   */
  static ToolHandler of(Blocking work) {
    return call -> CompletableFuture.completedFuture(work.call(call));
  }

  /** What a tool does that works on the thread it is called on. */
  @FunctionalInterface
  interface Blocking {
    /**
     * Works on a call.
     *
     * @param call the tool and its checked arguments
     * @return the result; {@code null} is an empty one
     * @throws Exception if the tool fails; the model reads the message
     */
    ToolResult call(ToolInvocation call) throws Exception;
  }
}
