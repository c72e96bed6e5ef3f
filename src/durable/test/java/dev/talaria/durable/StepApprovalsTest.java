package dev.talaria.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.RequestOrigin;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StepApprovalsTest {

  private static ApprovalRequest form(String item, String message) {
    ObjectNode raw = JsonNodeFactory.instance.objectNode();
    raw.put("threadId", "thread").put("itemId", item).put("message", message);
    return new ApprovalRequest.Elicitation(
        new RequestOrigin("mcpServer/elicitation/request", "thread", "", "turn", item),
        "server",
        "form",
        JsonNodeFactory.instance.objectNode(),
        "",
        message,
        raw);
  }

  private static Decision about(ApprovalRequest request, Kind verdict) {
    return Decision.of(PendingApproval.of(request), verdict, "ada", Instant.EPOCH);
  }

  private static boolean isAllowed(CompletionStage<ApprovalDecision> answer) {
    return answer.toCompletableFuture().getNow(ApprovalDecision.decline()).allows();
  }

  @Test
  void a_decision_answers_its_item_and_no_other() {
    ApprovalRequest one = form("one", "delete it?");
    StepApprovals approvals = new StepApprovals(List.of(about(one, Kind.ALLOW)));
    assertEquals(true, isAllowed(approvals.decide(one)));
    assertEquals(true, isAllowed(approvals.decide(one)));
    assertFalse(approvals.decide(form("two", "delete it?")).toCompletableFuture().isDone());
    assertFalse(approvals.decide(form("one", "delete all?")).toCompletableFuture().isDone());
    assertEquals("two", approvals.undecided().join().origin().itemId());
  }

  @Test
  void of_two_decisions_about_one_item_the_later_one_counts() {
    ApprovalRequest one = form("one", "delete it?");
    List<Decision> decisions = List.of(about(one, Kind.ALLOW), about(one, Kind.DECLINE));
    assertFalse(isAllowed(new StepApprovals(decisions).decide(one)));
  }

  @Test
  void what_has_no_item_is_answered_once_in_a_step() {
    ApprovalRequest asked = form("", "delete it?");
    StepApprovals approvals = new StepApprovals(List.of(about(asked, Kind.ALLOW)));
    assertEquals(true, isAllowed(approvals.decide(asked)));
    assertFalse(approvals.decide(asked).toCompletableFuture().isDone());
    StepApprovals next =
        new StepApprovals(List.of(about(asked, Kind.ALLOW), about(asked, Kind.DECLINE)));
    assertFalse(isAllowed(next.decide(asked)));
    assertFalse(next.decide(asked).toCompletableFuture().isDone());
  }
}
