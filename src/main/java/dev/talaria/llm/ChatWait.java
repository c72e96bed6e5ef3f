package dev.talaria.llm;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Who waits for a reply. Immutable but for the future and the error; safe for use by many threads.
 *
 * @param onDelta hears the pieces of its text
 * @param retried what Codex tried again by itself while this waited
 */
record ChatWait(
    CompletableFuture<ChatReply> future, Consumer<String> onDelta, RetriedError retried) {

  void complete(ChatReply reply) {
    future.complete(reply);
  }

  void fail(Throwable failure) {
    future.completeExceptionally(failure);
  }
}
