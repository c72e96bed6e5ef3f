package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalAnswer;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions of Codex that wait for the host.
 *
 * <p>Mailbox only, but for the handler, which runs on a worker. Each question is answered once, or
 * withdrawn and never answered.
 */
final class OpenQuestions {

  private static final Logger log = LoggerFactory.getLogger(OpenQuestions.class);

  private final AppServer server;
  private final Workers workers;
  private final ApprovalHandler handler;
  private final Duration limit;
  private final Consumer<Runnable> mailbox;
  private final Map<JsonNode, Question> open = new LinkedHashMap<>();

  /** One open question and what has to be stopped when it is void. */
  private static final class Question {
    final ApprovalRequest request;
    final TurnRun turn;
    Future<?> task;
    ScheduledFuture<?> alarm;
    private CompletionStage<ApprovalDecision> stage;
    private boolean over;

    Question(ApprovalRequest request, TurnRun turn) {
      this.request = request;
      this.turn = turn;
    }

    /** Remembers the handler's stage; cancels it when the question is over already. */
    synchronized void decideBy(CompletionStage<ApprovalDecision> decision) {
      stage = decision;
      if (over) {
        decision.toCompletableFuture().cancel(true);
      }
    }

    synchronized void end() {
      over = true;
      alarm.cancel(false);
      if (stage != null) {
        stage.toCompletableFuture().cancel(true);
      }
      task.cancel(true);
    }
  }

  OpenQuestions(
      AppServer server,
      Workers workers,
      ApprovalHandler handler,
      Duration limit,
      Consumer<Runnable> mailbox) {
    this.server = server;
    this.workers = workers;
    this.handler = handler;
    this.limit = limit;
    this.mailbox = mailbox;
  }

  /** Puts a question to the host; the answer goes out when the handler has decided. */
  void ask(JsonNode id, ApprovalRequest request, TurnRun turn) {
    Question question = new Question(request, turn);
    if (open.putIfAbsent(id, question) != null) {
      log.warn("ignored a question of Codex that came twice under id {}", id);
      return;
    }
    turn.tell(listener -> listener.onApprovalRequested(request));
    question.alarm =
        workers
            .timer()
            .schedule(
                () -> mailbox.accept(() -> settle(id, question, null, "no answer in time")),
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
    question.task = workers.executor().submit(() -> decide(id, question));
  }

  /** Answers a question that nobody is to be bothered with. */
  void decline(JsonNode id, ApprovalRequest request) {
    server.respond(id, ApprovalAnswer.of(request, ApprovalDecision.decline()));
  }

  private void decide(JsonNode id, Question question) {
    try {
      CompletionStage<ApprovalDecision> stage = handler.decide(question.request);
      question.decideBy(stage);
      stage.whenComplete(
          (decision, error) ->
              mailbox.accept(
                  () ->
                      settle(
                          id,
                          question,
                          error == null ? decision : null,
                          error == null ? "the handler decided nothing" : error.toString())));
    } catch (RuntimeException | Error e) {
      mailbox.accept(() -> settle(id, question, null, e.toString()));
    }
  }

  /** Sends the answer; without a decision it is "decline", for the given reason. */
  private void settle(JsonNode id, Question question, ApprovalDecision decided, String reason) {
    if (!open.remove(id, question)) {
      return;
    }
    question.end();
    ApprovalDecision decision = decided;
    if (decision == null) {
      log.warn("declined a question of Codex: {}", reason);
      decision = ApprovalDecision.decline();
    }
    server.respond(id, ApprovalAnswer.of(question.request, decision));
    ApprovalDecision told = decision;
    question.turn.tell(listener -> listener.onApprovalDecided(question.request, told));
  }

  /** Codex no longer waits for this answer. */
  void resolved(JsonNode id) {
    Question question = open.remove(id);
    if (question != null) {
      withdraw(question);
    }
  }

  /** Codex no longer waits for any answer. */
  void withdrawAll() {
    open.values().forEach(this::withdraw);
    open.clear();
  }

  /** The session ends while Codex may still wait. */
  void declineAll() {
    open.forEach((id, question) -> decline(id, question.request));
    withdrawAll();
  }

  private void withdraw(Question question) {
    question.end();
    question.turn.tell(listener -> listener.onApprovalWithdrawn(question.request));
  }
}
