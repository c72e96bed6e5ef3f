package dev.talaria.spring.boot;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.base.Guard;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The approvals that wait for a decision, so that another request to the program can decide them.
 *
 * <p>With {@code talaria.approvals.inbox} what no policy decides waits here for {@link #decide}. A
 * program with an {@link ApprovalHandler} bean of its own finds here what that has not decided yet.
 * What Codex withdraws, and what is not decided in time, is here no longer.
 *
 * <p>Safe for use by many threads.
 */
public final class ApprovalInbox {

  private final Optional<ApprovalHandler> handler;
  private final Guard guard = Guard.of("the approval handler");
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

  /** What the handler has, and Codex waits for. */
  private record Waiting(
      OpenApproval shown, ApprovalRequest request, CompletableFuture<ApprovalDecision> decision) {}

  /**
   * The inbox of a handler.
   *
   * @param handler decides; empty for {@link #decide}
   */
  ApprovalInbox(Optional<ApprovalHandler> handler) {
    this.handler = handler;
  }

  /** {@return the approvals that wait, the oldest first} */
  public List<OpenApproval> open() {
    return waiting.values().stream()
        .map(Waiting::shown)
        .sorted(Comparator.comparing(OpenApproval::since).thenComparing(OpenApproval::id))
        .toList();
  }

  /**
   * {@return the request of an approval that waits, complete and unmasked, for the person who
   * decides; empty when it does not wait}
   *
   * @param id as {@link OpenApproval#id} has it
   */
  public Optional<ApprovalRequest> request(String id) {
    return Optional.ofNullable(waiting.get(id)).map(Waiting::request);
  }

  /**
   * Decides an approval.
   *
   * @param id as {@link OpenApproval#id} has it
   * @param decision what Codex is answered
   * @return whether it waited for this: false when it is decided, withdrawn or unknown, and when a
   *     handler of the program's own decides
   */
  public boolean decide(String id, ApprovalDecision decision) {
    Waiting one = waiting.get(id);
    return handler.isEmpty() && one != null && one.decision().complete(decision);
  }

  /** The handler of the sessions. */
  ApprovalHandler asHandler() {
    return request -> {
      String id = UUID.randomUUID().toString();
      CompletableFuture<ApprovalDecision> decision = new CompletableFuture<>();
      waiting.put(id, new Waiting(shown(id, request), request, decision));
      decision.whenComplete((decided, failure) -> waiting.remove(id));
      handler.ifPresent(own -> ask(own, request, decision));
      return decision;
    };
  }

  private void ask(
      ApprovalHandler own, ApprovalRequest request, CompletableFuture<ApprovalDecision> decision) {
    var asked =
        guard.call(() -> own.decide(request), CompletableFuture::<ApprovalDecision>failedFuture);
    guard
        .follow(asked)
        .whenComplete(
            (decided, failure) -> {
              if (failure == null) {
                decision.complete(decided);
              } else {
                decision.completeExceptionally(failure);
              }
            });
    decision.whenComplete(
        (decided, failure) -> {
          if (decision.isCancelled()) {
            guard.cancel(asked);
          }
        });
  }

  private static OpenApproval shown(String id, ApprovalRequest request) {
    return new OpenApproval(
        id,
        request.kind(),
        request.threadId(),
        request.turnId(),
        Instant.now(),
        ApprovalText.lines(request));
  }
}
