package dev.talaria.session.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.DecisionSource;
import dev.talaria.approval.answer.ApprovalAnswer;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.base.Guard;
import dev.talaria.codex.CodexCapability;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The approvals that wait for a decision: of the policy, or else of the handler, else declined.
 *
 * <p>Mailbox only, but for policy and handler, which run on a worker.
 */
public final class PendingApprovals {

  private static final Logger log = LoggerFactory.getLogger(PendingApprovals.class);

  private final PendingRequests requests;
  private final AppServer server;
  private final SerialQueue mailbox;
  private final HostHandlers host;

  public PendingApprovals(PendingRequests requests, HostHandlers host) {
    this.requests = requests;
    this.server = requests.server();
    this.mailbox = requests.mailbox();
    this.host = host;
  }

  /** Puts an approval to the policy and the host; the answer goes out when it is decided. */
  public void ask(JsonNode id, ApprovalRequest request, RequestOwner turn) {
    PendingApproval approval = new PendingApproval(id, request, turn);
    if (!requests.add(approval)) {
      return;
    }
    turn.tellOfRequest(
        request.origin().itemId(), listener -> listener.onApprovalRequested(request));
    turn.hostAsked();
    requests.begin(
        approval,
        host.approvalTimeout(),
        () -> mailbox.post(() -> settle(approval, Decision.refusal("no answer in time"))),
        () -> approval.within(() -> decide(approval)));
  }

  /** Answers an approval that the host is not to be asked for. */
  public void decline(JsonNode id, ApprovalRequest request, String reason) {
    new PendingApproval(id, request, RequestOwner.NONE).refuse(reason);
  }

  /** What was decided, and by whom. */
  private record Decision(DecisionSource source, String by, ApprovalDecision decision) {
    static Decision refusal(String reason) {
      return new Decision(DecisionSource.REFUSAL, reason, ApprovalDecision.decline());
    }

    static Decision failed(Throwable failure) {
      return refusal("failed: " + Guard.words(failure));
    }

    static Optional<Decision> ofPolicy(ApprovalPolicy.Ruling ruling) {
      return ruling.decision().map(by -> new Decision(DecisionSource.POLICY, ruling.rule(), by));
    }

    static Decision ofHandler(ApprovalDecision decision) {
      return decision == null
          ? refusal("the handler decided nothing")
          : new Decision(DecisionSource.HANDLER, "handler", decision);
    }
  }

  /** Has policy or handler decide; on a thread that these may block. */
  private void decide(PendingApproval approval) {
    CompletableFuture<Decision> made =
        approval
            .guard()
            .call(
                () -> Decision.ofPolicy(host.policy().rule(approval.request)),
                failure -> Optional.of(Decision.failed(failure)))
            .map(CompletableFuture::completedFuture)
            .orElseGet(() -> askHandler(approval));
    approval.returned();
    if (made.isDone()) {
      mailbox.postOrRun(() -> settle(approval, made.join()));
    } else {
      made.thenAccept(decision -> mailbox.post(() -> settle(approval, decision)));
    }
  }

  private CompletableFuture<Decision> askHandler(PendingApproval approval) {
    if (host.handler().isEmpty()) {
      return CompletableFuture.completedFuture(
          Decision.refusal("no rule decides and there is no handler"));
    }
    return approval
        .call(
            () -> {
              CompletionStage<ApprovalDecision> stage =
                  host.handler().get().decide(approval.request);
              return stage == null ? CompletableFuture.completedFuture(null) : stage;
            })
        .handle((by, e) -> e == null ? Decision.ofHandler(by) : Decision.failed(e));
  }

  /** Codex has its answer before anything of the host's is called. */
  private void settle(PendingApproval approval, Decision decision) {
    if (requests.remove(approval)) {
      approval.answer(decision);
      approval.owner().hostDone();
    }
  }

  private ApprovalAnswer respond(JsonNode id, ApprovalRequest request, Decision decision) {
    ApprovalAnswer answer = ApprovalAnswer.of(request, decision.decision(), legacyRefusal());
    server.respond(id, answer.result());
    return answer;
  }

  private ApprovalAnswer.LegacyRefusal legacyRefusal() {
    return CodexCapability.LEGACY_REFUSAL_AS_OBJECT.isIn(server.version())
        ? ApprovalAnswer.LegacyRefusal.OBJECT
        : ApprovalAnswer.LegacyRefusal.WORD;
  }

  /** One approval, from the request to its outcome. */
  private final class PendingApproval extends PendingRequest {

    private final ApprovalRequest request;
    private final Instant askedAt = Instant.now();
    private final long askedNanos = System.nanoTime();

    PendingApproval(JsonNode id, ApprovalRequest request, RequestOwner turn) {
      super(id, turn, request.origin().itemId(), Guard.of("the approval policy or handler"));
      this.request = request;
    }

    @Override
    void withdraw(String reason) {
      owner().withdrawn(request);
      answeredElsewhere(reason);
    }

    @Override
    void answeredElsewhere(String reason) {
      stop();
      end(DecisionSource.WITHDRAWN, reason, Optional.empty(), Optional.empty(), "");
    }

    @Override
    void refuse(String reason) {
      answer(Decision.refusal(reason));
    }

    void answer(Decision decision) {
      Decision sent = decision;
      ApprovalAnswer answer;
      try {
        answer = respond(id(), request, decision);
      } catch (RuntimeException e) {
        // What the host filled in may not be text that JSON in UTF-8 can hold.
        sent = Decision.failed(e);
        answer = respond(id(), request, sent);
      }
      if (sent.source() == DecisionSource.REFUSAL) {
        log.warn("declined an approval: {}", sent.by());
      }
      stop();
      end(
          sent.source(),
          sent.by(),
          Optional.of(sent.decision()),
          Optional.of(answer.applied()),
          answer.note());
    }

    private void audit(ApprovalOutcome outcome) {
      if (!Guard.of("the audit of approvals").run(() -> host.audit().accept(outcome))) {
        log.error("an outcome is not in the audit: {}", outcome);
      }
    }

    private void end(
        DecisionSource source,
        String by,
        Optional<ApprovalDecision> decision,
        Optional<ApprovalDecision.Kind> applied,
        String note) {
      Duration took = Duration.ofNanos(System.nanoTime() - askedNanos);
      ApprovalOutcome outcome =
          new ApprovalOutcome(request, source, by, decision, applied, note, askedAt, took);
      owner()
          .tellOfRequest(request.origin().itemId(), listener -> listener.onApprovalEnded(outcome));
      within(() -> audit(outcome));
    }
  }
}
