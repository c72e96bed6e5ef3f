package dev.talaria.llm;

import dev.talaria.base.Guard;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Who waits for what one attempt comes to. Safe for use by many threads. */
final class ChatWait {

  private final CompletableFuture<ChatReply> future = new CompletableFuture<>();
  private final Consumer<String> onDelta;
  private final Guard listener = Guard.of("the listener of a reply's text");
  private final RetriedError retried;
  private volatile boolean said;

  /**
   * A wait that has just begun.
   *
   * @param onDelta hears the pieces of the reply's text; {@code null} if nobody does
   * @param retried what Codex tries again by itself while this waits
   */
  ChatWait(Consumer<String> onDelta, RetriedError retried) {
    this.onDelta = onDelta;
    this.retried = retried;
  }

  CompletableFuture<ChatReply> future() {
    return future;
  }

  RetriedError retried() {
    return retried;
  }

  /** Tells a piece of the text to whoever listens. */
  void say(String piece) {
    if (onDelta != null) {
      said = true;
      listener.run(() -> onDelta.accept(piece));
    }
  }

  /** Whether somebody heard some of the text. */
  boolean hasSaid() {
    return said;
  }

  void complete(ChatReply reply) {
    future.complete(reply);
  }

  void fail(Throwable failure) {
    future.completeExceptionally(failure);
  }
}
