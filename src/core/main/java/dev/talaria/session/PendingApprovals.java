package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions of Codex that wait for a decision: of the policy, else of the handler, else
 * refused.
 *
 * <p>Mailbox only, but for policy and handler, which run on a worker. Each question is answered
 * once, or withdrawn and never answered.
 */
final class PendingApprovals {

  private static final Logger log = LoggerFactory.getLogger(PendingApprovals.class);

  private final AppServer server;
  private final ScheduledExecutorService timer;
  private final ApprovalPolicy policy;
  private final Optional<ApprovalHandler> handler;
  private final Duration limit;
  private final SessionOptions options;
  private final SerialQueue mailbox;
  private final Map<JsonNode, PendingApproval> open = new LinkedHashMap<>();

  PendingApprovals(
      AppServer server,
      ScheduledExecutorService timer,
      SessionOptions options,
      SerialQueue mailbox) {
    this.server = server;
    this.timer = timer;
    this.policy = options.policy();
    this.handler = options.approvals();
    this.limit = options.approvalTimeout();
    this.options = options;
    this.mailbox = mailbox;
  }

  /**
   * Puts a question to the policy and the host; the answer goes out when somebody has decided.
   *
   * @param turn the turn that it belongs to; {@code null} for none
   */
  void ask(JsonNode id, ApprovalRequest request, ActiveTurn turn) {
    PendingApproval question = new PendingApproval(request, turn);
    if (open.putIfAbsent(id, question) != null) {
      log.warn("ignored a question of Codex that came twice under id {}", id);
      return;
    }
    question.tell(listener -> listener.onApprovalRequested(request));
    question.ofTurn(itsTurn -> itsTurn.watch().hostAsked());
    FutureTask<?> task = new FutureTask<>(() -> decide(id, question), null);
    question.work.begin(
        timer.schedule(
            () -> mailbox.post(() -> settle(id, question, Decision.refusal("no answer in time"))),
            limit.toNanos(),
            TimeUnit.NANOSECONDS),
        task);
    mailbox.afterwards(task);
  }

  /** Answers a question that nobody is to be bothered with. */
  void decline(JsonNode id, ApprovalRequest request, String reason) {
    answer(id, new PendingApproval(request, null), Decision.refusal(reason));
  }

  /** What was decided, and by whom. */
  private record Decision(DecisionSource decider, String by, ApprovalDecision decision) {
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

  /** Has somebody decide; on a thread that this may block. */
  private void decide(JsonNode id, PendingApproval question) {
    Optional<Decision> made =
        question
            .guard
            .call(
                () -> Decision.ofPolicy(policy.rule(question.request)),
                failure -> Optional.of(Decision.failed(failure)))
            .or(() -> askHandler(id, question));
    question.work.returned();
    made.ifPresent(decision -> mailbox.postOrRun(() -> settle(id, question, decision)));
  }

  /** What was decided at once; what is decided later settles the question by itself. */
  private Optional<Decision> askHandler(JsonNode id, PendingApproval question) {
    if (handler.isEmpty()) {
      return Optional.of(Decision.refusal("no rule decides and there is no handler"));
    }
    CompletionStage<ApprovalDecision> stage =
        question.guard.call(
            () -> handler.get().decide(question.request), CompletableFuture::failedFuture);
    if (stage == null) {
      return Optional.of(Decision.ofHandler(null));
    }
    question.work.workOn(stage);
    CompletableFuture<Decision> made =
        question
            .guard
            .follow(stage)
            .handle((by, e) -> e == null ? Decision.ofHandler(by) : Decision.failed(e));
    if (made.isDone()) {
      return Optional.of(made.join());
    }
    made.thenAccept(decision -> mailbox.post(() -> settle(id, question, decision)));
    return Optional.empty();
  }

  /** Codex has its answer before anything of the host's is called. */
  private void settle(JsonNode id, PendingApproval question, Decision decision) {
    if (open.remove(id, question)) {
      answer(id, question, decision);
      question.ofTurn(itsTurn -> itsTurn.watch().hostDone());
    }
  }

  private void answer(JsonNode id, PendingApproval question, Decision decision) {
    Decision sent = decision;
    ApprovalAnswer answer;
    try {
      answer = respond(id, question, decision);
    } catch (RuntimeException e) {
      // What the host filled in may be no text that JSON in UTF-8 can hold.
      sent = Decision.failed(e);
      answer = respond(id, question, sent);
    }
    if (sent.decider() == DecisionSource.REFUSAL) {
      log.warn("declined a question of Codex: {}", sent.by());
    }
    question.work.stop();
    tell(
        question,
        question.outcome(
            sent.decider(),
            sent.by(),
            Optional.of(sent.decision()),
            Optional.of(answer.applied()),
            answer.note()));
  }

  private ApprovalAnswer respond(JsonNode id, PendingApproval question, Decision decision) {
    ApprovalAnswer answer =
        ApprovalAnswer.of(question.request, decision.decision(), legacyRefusal());
    server.respond(id, answer.result());
    return answer;
  }

  private ApprovalAnswer.LegacyRefusal legacyRefusal() {
    return server.capabilities().has(CodexCapability.LEGACY_REFUSAL_AS_OBJECT)
        ? ApprovalAnswer.LegacyRefusal.OBJECT
        : ApprovalAnswer.LegacyRefusal.WORD;
  }

  private void tell(PendingApproval question, ApprovalOutcome outcome) {
    question.tell(listener -> listener.onApprovalEnded(outcome));
    if (!Guard.of("the audit of approvals").run(() -> options.audit().accept(outcome))) {
      log.error("an outcome is not in the audit: {}", outcome);
    }
  }

  /** Codex no longer waits for this answer. */
  void resolved(JsonNode id) {
    PendingApproval question = open.remove(id);
    if (question != null) {
      withdraw(question, "Codex withdrew it");
      question.ofTurn(itsTurn -> itsTurn.watch().hostDone());
    }
  }

  /**
   * Codex no longer waits for the answers to the questions of this turn. A sub-agent's turn is one
   * of its own.
   */
  void withdrawOf(ActiveTurn turn, String reason) {
    take(question -> question.turn == turn && !question.request.origin().ofSubAgent())
        .forEach((id, question) -> withdraw(question, reason));
  }

  /** Refuses what sub-agents ask: they go on without. */
  void declineSubAgents(String reason) {
    decline(take(question -> question.request.origin().ofSubAgent()), reason);
  }

  /** Codex no longer waits for any answer. */
  void withdrawAll(String reason) {
    take(question -> true).forEach((id, question) -> withdraw(question, reason));
  }

  /** The session ends while Codex may still wait. */
  void declineAll(String reason) {
    decline(take(question -> true), reason);
  }

  private void decline(Map<JsonNode, PendingApproval> questions, String reason) {
    questions.forEach((id, question) -> answer(id, question, Decision.refusal(reason)));
  }

  /** Closes the questions that are meant. */
  private Map<JsonNode, PendingApproval> take(Predicate<PendingApproval> meant) {
    Map<JsonNode, PendingApproval> taken = new LinkedHashMap<>();
    open.forEach(
        (id, question) -> {
          if (meant.test(question)) {
            taken.put(id, question);
          }
        });
    taken.keySet().forEach(open::remove);
    return taken;
  }

  private void withdraw(PendingApproval question, String reason) {
    question.work.stop();
    question.ofTurn(itsTurn -> itsTurn.withdrawn(question.request));
    tell(
        question,
        question.outcome(DecisionSource.WITHDRAWN, reason, Optional.empty(), Optional.empty(), ""));
  }
}
