package dev.talaria.llm;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Who waits for a reply. Immutable but for the future; safe for use by many threads.
 *
 * @param onDelta hears the pieces of its text
 */
record ChatWait(CompletableFuture<ChatReply> future, Consumer<String> onDelta) {

  void complete(ChatReply reply) {
    future.complete(reply);
  }

  void fail(Throwable failure) {
    future.completeExceptionally(failure);
  }
}
