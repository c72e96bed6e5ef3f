package dev.talaria.cli.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.answer.ApprovalAnswer;
import dev.talaria.fixtures.RecordedMessage;
import dev.talaria.fixtures.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers Codex's questions as they were answered in a recording; declines what cannot be answered
 * that way. A question that was never answered stays open. Safe for use by many threads.
 */
final class RecordedAnswers implements ApprovalHandler {

  private final List<RecordedMessage> questions = new ArrayList<>();
  private final Map<JsonNode, JsonNode> answers = new HashMap<>();

  RecordedAnswers(Recording recording) {
    for (RecordedMessage message : recording.messages()) {
      if (!message.isSend() && message.isRequest()) {
        questions.add(message);
      } else if (message.isSend() && message.isReply()) {
        answers.put(message.id(), message.message());
      }
    }
  }

  @Override
  public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
    JsonNode question = take(request.raw());
    if (question == null) {
      return CompletableFuture.completedFuture(ApprovalDecision.decline());
    }
    JsonNode answer = answers.get(question);
    return answer == null
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(decision(request, answer.path("result")));
  }

  /** The id of the first question with these params that was not asked yet. */
  private synchronized JsonNode take(JsonNode params) {
    for (RecordedMessage question : questions) {
      if (question.message().path("params").equals(params)) {
        questions.remove(question);
        return question.id();
      }
    }
    return null;
  }

  /** The decision that becomes this answer on the wire. */
  private static ApprovalDecision decision(ApprovalRequest request, JsonNode answer) {
    List<ApprovalDecision> candidates =
        new ArrayList<>(
            List.of(
                ApprovalDecision.allow(),
                ApprovalDecision.allowForSession(),
                ApprovalDecision.allowAlways(),
                ApprovalDecision.decline(),
                ApprovalDecision.cancel()));
    if (answer.path("content") instanceof ObjectNode form) {
      candidates.add(ApprovalDecision.submit(form));
    }
    return candidates.stream()
        .filter(candidate -> result(request, candidate).equals(answer))
        .findFirst()
        .orElse(ApprovalDecision.decline());
  }

  private static JsonNode result(ApprovalRequest request, ApprovalDecision decision) {
    return ApprovalAnswer.of(request, decision, ApprovalAnswer.LegacyRefusal.OBJECT).result();
  }
}
