package dev.talaria.durable;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers the approvals of a step that a person has decided; the first one that nobody has is what
 * the step ends with. That one stays pending in Codex.
 *
 * <p>Safe for use by many threads.
 */
final class StepApprovals implements ApprovalHandler {

  private final List<Decision> decisions;
  private boolean latestIsUsed;
  private final CompletableFuture<ApprovalRequest> undecided = new CompletableFuture<>();

  StepApprovals(List<Decision> decisions) {
    this.decisions = decisions;
  }

  @Override
  public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
    Optional<Decision> decision = decisionAbout(PendingApproval.of(request));
    if (decision.isPresent()) {
      return CompletableFuture.completedFuture(decision.get().decision());
    }
    undecided.complete(request);
    return new CompletableFuture<>();
  }

  private synchronized Optional<Decision> decisionAbout(PendingApproval approval) {
    // The latest first: a person who is asked again may decide otherwise.
    for (int i = decisions.size() - 1; i >= 0; i--) {
      if (approval.isMeantBy(decisions.get(i)) && isToBeUsed(approval, i)) {
        return Optional.of(decisions.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * What has no item may be asked twice with the same words: only the latest decision counts there,
   * and once. When its answer was lost the next step has it again.
   */
  private boolean isToBeUsed(PendingApproval approval, int index) {
    if (!approval.itemId().isEmpty()) {
      return true;
    }
    boolean first = index == decisions.size() - 1 && !latestIsUsed;
    latestIsUsed |= first;
    return first;
  }

  /** Completes with the first request that nobody has decided. */
  CompletableFuture<ApprovalRequest> undecided() {
    return undecided;
  }
}
