package dev.talaria.approval;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Decides what Codex may do; the host implements it.
 *
 * <p>Called on an executor of its own, never on the path of events, so it may block; several
 * requests may be open at once, of one thread or of many. When a request becomes void (Codex
 * withdrew it, the turn ended, the time is over, the session closed) the stage it returned is
 * cancelled and, if {@link #decide} has not returned yet, its thread is interrupted; an answer
 * after that is dropped. A handler that throws, or whose stage fails or yields {@code null}, has
 * declined.
 */
@FunctionalInterface
public interface ApprovalHandler {

  /**
   * Decides about one request, at once or later.
   *
   * @param request what Codex asks, complete and unmasked; {@link ApprovalText} makes it safe to
   *     show
   * @return completes with the decision, on any thread; where Codex cannot express it, it gets a
   *     safer one ({@link ApprovalOutcome#applied()})
   */
  CompletionStage<ApprovalDecision> decide(ApprovalRequest request);

  /** {@return a handler that declines everything: the default} */
  static ApprovalHandler declineAll() {
    return request -> CompletableFuture.completedFuture(ApprovalDecision.decline());
  }

  /**
   * {@return a handler that decides before it returns; it may block meanwhile}
   *
   * @param decider gives the decision; what it throws and {@code null} decline
   */
  static ApprovalHandler of(Function<? super ApprovalRequest, ApprovalDecision> decider) {
    return request -> CompletableFuture.completedFuture(decider.apply(request));
  }
}
