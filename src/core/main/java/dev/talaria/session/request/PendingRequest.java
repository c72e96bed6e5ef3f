package dev.talaria.session.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * One request of Codex that the host works on: its time limit, its thread and its stage, which are
 * stopped together.
 *
 * <p>Safe for use by many threads. No lock is held while code of the host runs.
 */
class PendingRequest {

  private final JsonNode id;
  private final RequestOwner owner;
  private final String itemId;
  private final Guard guard;
  private Future<?> limit;
  private Future<?> task;
  private CompletionStage<?> stage;
  private boolean over;

  /**
   * @param itemId the item that it is about; empty for none
   * @param guard for the host's code
   */
  PendingRequest(JsonNode id, RequestOwner owner, String itemId, Guard guard) {
    this.id = id;
    this.owner = owner;
    this.itemId = itemId;
    this.guard = guard;
  }

  /** The id under which Codex waits for the answer. */
  final JsonNode id() {
    return id;
  }

  final RequestOwner owner() {
    return owner;
  }

  /** Has code of the host work on it on the calling thread. */
  final void within(Runnable work) {
    owner.within(itemId, work);
  }

  final Guard guard() {
    return guard;
  }

  /** Codex no longer waits for the answer. */
  void withdraw(String reason) {
    stop();
  }

  /** Codex no longer waits for the answer, and another client may have given it. */
  void answeredElsewhere(String reason) {
    stop();
  }

  /** The host is no longer asked, and Codex may still wait. */
  void refuse(String reason) {
    stop();
  }

  /** What is about to begin; it is stopped when all is over already. */
  final void begin(Future<?> timeLimit, Future<?> running) {
    synchronized (this) {
      limit = timeLimit;
      task = running;
      if (!over) {
        return;
      }
    }
    stop();
  }

  /** Calls the host on this thread; what its stage comes to, or how the call failed. */
  final <T> CompletableFuture<T> call(Guard.Call<CompletionStage<T>> host) {
    CompletionStage<T> working = guard.call(host, CompletableFuture::failedFuture);
    if (working != null) {
      workOn(working);
    }
    return guard.follow(working);
  }

  /** Remembers the host's stage; cancels it when all is over already. */
  private void workOn(CompletionStage<?> working) {
    synchronized (this) {
      stage = working;
      if (!over) {
        return;
      }
    }
    guard.cancel(working);
  }

  /**
   * The calling thread has called the host and moves on to other work: from now on a stop does not
   * interrupt it, and an interrupt that came before is over.
   */
  final synchronized void returned() {
    task = null;
    Thread.interrupted();
  }

  /** Stops the time limit and the host. */
  final void stop() {
    CompletionStage<?> working;
    synchronized (this) {
      over = true;
      if (limit != null) {
        limit.cancel(false);
      }
      if (task != null) {
        task.cancel(true);
      }
      working = stage;
    }
    if (working != null) {
      guard.cancel(working);
    }
  }
}
