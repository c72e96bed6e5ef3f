package dev.talaria.llm;

import java.util.concurrent.CompletableFuture;

/**
 * Makes calls to a language model.
 *
 * <p>Safe for use by many threads. Every method returns at once, and if anything goes wrong, a bad
 * request too, is in the future: as {@link LlmException}, or as {@link
 * java.util.concurrent.CancellationException} for a call that was cancelled. Cancelling a future
 * cancels its call, and so does the request's {@link CancellationToken}.
 */
public interface LlmRuntime {

  /**
   * {@return the model's answer as text, never blank}
   *
   * @param request the prompt, and how it is to be answered
   */
  CompletableFuture<String> generateText(TextRequest request);

  /**
   * {@return the model's answer as an object that is valid against the request's schema}
   *
   * @param <T> what the answer is read as
   * @param request the prompt, and the type or schema of the answer
   */
  <T> CompletableFuture<T> generateObject(ObjectRequest<T> request);

  /**
   * Lets the model work with tools until it is done or its budget is. The future completes with a
   * result no matter what happens to the loop: {@link LoopResult#stopReason} says how it ended.
   * Only {@code cancel} on the future itself cancels that.
   *
   * @param request the prompt, the tools and the budget
   * @return completes with how the loop ended
   */
  CompletableFuture<LoopResult> runAgentLoop(LoopRequest request);
}
