package dev.talaria.session.turn;

import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the session has added to the thread's queue of prompts and Codex has not begun.
 *
 * <p>Safe for use by many threads.
 */
public final class ThreadQueue {

  private final ThreadTurns thread;
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  ThreadQueue(ThreadTurns thread) {
    this.thread = thread;
  }

  /** Codex has queued a prompt. */
  public void added(String id, String key) {
    keys.put(id, key);
  }

  /** A prompt was taken out of the queue. */
  public void deleted(String id) {
    keys.remove(id);
  }

  /** The thread continues here with what was queued on another connection. */
  public void takeOver(ThreadQueue other) {
    keys.putAll(other.keys);
  }

  void accept(ServerNotification notification) {
    if (!keys.isEmpty()
        && notification instanceof ItemStarted begun
        && begun.item() instanceof Item.UserMessage message) {
      keys.values().remove(message.raw().path("clientId").asText(""));
    }
  }

  /** Removes what was not begun; completes in any case, within a second, with the keys of that. */
  CompletableFuture<List<String>> close() {
    List<CompletableFuture<String>> removals =
        keys.entrySet().stream().map(each -> remove(each.getKey(), each.getValue())).toList();
    return CompletableFuture.allOf(removals.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                removals.stream()
                    .map(CompletableFuture::join)
                    .filter(key -> !key.isEmpty())
                    .toList());
  }

  /** Completes with the key, or with an empty text if Codex had begun it or does not answer. */
  private CompletableFuture<String> remove(String id, String key) {
    return thread
        .requestBriefly("thread/queue/delete", Map.of("queuedSubmissionId", id))
        .thenApply(reply -> reply.path("deleted").asBoolean() ? key : "");
  }
}
