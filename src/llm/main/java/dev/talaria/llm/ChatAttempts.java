package dev.talaria.llm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chat call until its reply: one attempt after the other, as the governor allows.
 *
 * <p>Each attempt has the whole conversation, with the results of its tools, so no tool runs twice.
 * Once somebody has heard some of the text there is no further one: it would be told again. Safe
 * for use by many threads.
 */
final class ChatAttempts {

  private static final Logger log = LoggerFactory.getLogger(ChatAttempts.class);

  /** Makes one attempt. */
  interface Attempt {

    /** Returns when the attempt runs; what it comes to, the wait is told. */
    void start(ChatWait wait);
  }

  private final CallPacing pacing;
  private final Executor workers;
  private final Attempt attempt;
  private final Consumer<String> onDelta;
  private final CompletableFuture<ChatReply> future = new CompletableFuture<>();
  private final RetriedError retried = new RetriedError();
  private final CancellationToken over = CancellationToken.create();

  /**
   * A call that has not begun.
   *
   * @param onDelta hears the pieces of the reply's text; {@code null} if nobody does
   */
  ChatAttempts(CallPacing pacing, Executor workers, Attempt attempt, Consumer<String> onDelta) {
    this.pacing = pacing;
    this.workers = workers;
    this.attempt = attempt;
    this.onDelta = onDelta;
    future.whenComplete((reply, error) -> over.cancel());
  }

  /** The reply; whoever completes or cancels it ends the attempt that runs. */
  CompletableFuture<ChatReply> future() {
    return future;
  }

  /** Begins, on a worker. */
  void start() {
    next(1, new LlmException(LlmException.Kind.REFUSED, "these chat calls are closed"));
  }

  /** Ends a call for which there is no more time. */
  void late(String what) {
    future.completeExceptionally(retried.late(what));
  }

  private void next(int number, LlmException otherwise) {
    try {
      workers.execute(() -> run(number));
    } catch (RejectedExecutionException e) {
      log.debug("no attempt {}: the chat calls are closed", number, e);
      future.completeExceptionally(otherwise);
    }
  }

  private void run(int number) {
    ChatWait wait = new ChatWait(onDelta, retried);
    CancellationToken.Registration end = over.onCancel(() -> wait.future().cancel(false));
    wait.future()
        .whenComplete(
            (reply, error) -> {
              end.close();
              if (error == null) {
                passed(reply);
              } else {
                failed(number, wait, error);
              }
            });
    try {
      pacing.waitForReady(over);
      attempt.start(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      wait.future().cancel(false);
    } catch (Throwable e) {
      wait.fail(CallFailure.of(e));
    }
  }

  private void passed(ChatReply reply) {
    try {
      pacing.passed();
    } finally {
      future.complete(reply);
    }
  }

  private void failed(int number, ChatWait wait, Throwable error) {
    LlmException again = null;
    try {
      // Also of the last attempt: the other calls of the run are to wait.
      if (!future.isDone()
          && error instanceof LlmException failure
          && pacing.passesLater(failure)
          && number < pacing.maxAttempts()
          && !wait.hasSaid()) {
        again = failure;
      }
    } finally {
      if (again == null) {
        future.completeExceptionally(error);
      }
    }
    if (again != null) {
      log.info("attempt {} of {} failed: {}", number, pacing.maxAttempts(), again.getMessage());
      next(number + 1, again);
    }
  }
}
