package dev.talaria.approval.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.Questions;
import dev.talaria.approval.answer.ApprovalAnswer.LegacyRefusal;
import dev.talaria.protocol.NetworkRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each decision as the exact result that Codex reads, or the next safer one with a note. */
class ApprovalAnswerTest {

  private static final List<ApprovalDecision> DECISIONS =
      List.of(
          ApprovalDecision.allow(),
          ApprovalDecision.allowForSession(),
          ApprovalDecision.allowAlways(),
          ApprovalDecision.decline(),
          ApprovalDecision.cancel());

  /** The five answers, in the order of {@link #DECISIONS}: applied kind and JSON. */
  private static void assertAnswers(ApprovalRequest request, String... expected) {
    for (int i = 0; i < DECISIONS.size(); i++) {
      ApprovalDecision decision = DECISIONS.get(i);
      ApprovalAnswer answer = ApprovalAnswer.of(request, decision, LegacyRefusal.OBJECT);
      String[] parts = expected[i].split(" ", 2);
      assertEquals(parts[0], answer.applied().name(), decision.kind() + ": " + answer.note());
      assertEquals(Questions.json(parts[1]), answer.result(), decision.kind() + "");
      assertEquals(decision.kind() == answer.applied(), answer.note().isEmpty(), answer.note());
    }
  }

  @Test
  void a_command() {
    assertAnswers(
        Questions.command("git status", "git", "status"),
        "ALLOW {\"decision\":\"accept\"}",
        "ALLOW_FOR_SESSION {\"decision\":\"acceptForSession\"}",
        "ALLOW_ALWAYS {\"decision\":{\"acceptWithExecpolicyAmendment\":"
            + "{\"execpolicy_amendment\":[\"git\",\"status\"]}}}",
        "DECLINE {\"decision\":\"decline\"}",
        "CANCEL {\"decision\":\"cancel\"}");
  }

  @Test
  void always_needs_something_to_remember_that_codex_offers() {
    assertEquals(
        Kind.ALLOW_FOR_SESSION, applied(Questions.command("ls"), ApprovalDecision.allowAlways()));
    assertEquals(
        Kind.ALLOW_FOR_SESSION,
        applied(
            Questions.command(CommandKind.RUN, "ls", List.of("ls"), Set.of("accept", "cancel")),
            ApprovalDecision.allowAlways()));
    assertEquals(
        Kind.ALLOW_ALWAYS,
        applied(
            Questions.command(
                CommandKind.RUN,
                "ls",
                List.of("ls"),
                Set.of("accept", "acceptWithExecpolicyAmendment", "cancel")),
            ApprovalDecision.allowAlways()));
  }

  @Test
  void always_stores_other_words_where_codex_proposes_some() {
    ApprovalDecision words = ApprovalDecision.allowAlways(List.of("git"));
    ApprovalAnswer stored =
        ApprovalAnswer.of(
            Questions.command("git status", "git", "status"), words, LegacyRefusal.OBJECT);
    assertEquals(
        Questions.json(
            "{\"decision\":{\"acceptWithExecpolicyAmendment\":"
                + "{\"execpolicy_amendment\":[\"git\"]}}}"),
        stored.result());
    assertEquals(Kind.DECLINE, applied(Questions.command("ls"), words));
    assertEquals(Kind.DECLINE, applied(Questions.patch("", "update /ws/a"), words));
    assertThrows(IllegalArgumentException.class, () -> ApprovalDecision.allowAlways(List.of()));
  }

  private static Kind applied(ApprovalRequest request, ApprovalDecision decision) {
    return ApprovalAnswer.of(request, decision, LegacyRefusal.OBJECT).applied();
  }

  @ParameterizedTest
  @CsvSource({"TYPE", "RUN_ONCE", "OTHER"})
  void what_is_asked_each_time_is_allowed_once_only(CommandKind what) {
    ApprovalRequest request =
        Questions.command(what, "x", List.of("x"), Set.of("accept", "cancel"));
    assertEquals(Kind.ALLOW, applied(request, ApprovalDecision.allowForSession()));
    assertEquals(Kind.ALLOW, applied(request, ApprovalDecision.allowAlways()));
    assertEquals(Kind.DECLINE, applied(request, ApprovalDecision.decline()));
  }

  @Test
  void a_host_is_remembered_by_its_own_rule_only() {
    NetworkRule allow = new NetworkRule("example.com", "allow");
    NetworkRule deny = new NetworkRule("example.com", "deny");
    assertAnswers(
        Questions.network("example.com", deny, allow),
        "ALLOW {\"decision\":\"accept\"}",
        "ALLOW_FOR_SESSION {\"decision\":\"acceptForSession\"}",
        "ALLOW_ALWAYS {\"decision\":{\"applyNetworkPolicyAmendment\":{\"network_policy_amendment\":"
            + "{\"host\":\"example.com\",\"action\":\"allow\"}}}}",
        "DECLINE {\"decision\":\"decline\"}",
        "CANCEL {\"decision\":\"cancel\"}");
    for (ApprovalRequest other :
        List.of(
            Questions.network("example.com", deny),
            Questions.network("other.com", allow),
            Questions.network("example.com"))) {
      assertEquals(Kind.ALLOW_FOR_SESSION, applied(other, ApprovalDecision.allowAlways()));
    }
  }

  @Test
  void a_patch() {
    assertAnswers(
        Questions.patch("", "add /ws/a"),
        "ALLOW {\"decision\":\"accept\"}",
        "ALLOW_FOR_SESSION {\"decision\":\"acceptForSession\"}",
        "ALLOW_FOR_SESSION {\"decision\":\"acceptForSession\"}",
        "DECLINE {\"decision\":\"decline\"}",
        "CANCEL {\"decision\":\"cancel\"}");
  }

  @Test
  void permissions_have_no_decision_but_a_grant() {
    String asked = "{\"network\":null,\"fileSystem\":{\"write\":[\"/d\"]}}";
    String granted = "{\"permissions\":" + asked + ",\"scope\":\"%s\"}";
    String refused = "{\"permissions\":{},\"scope\":\"turn\"}";
    assertAnswers(
        Questions.permissions(asked),
        "ALLOW " + granted.formatted("turn"),
        "ALLOW_FOR_SESSION " + granted.formatted("session"),
        "ALLOW_FOR_SESSION " + granted.formatted("session"),
        "DECLINE " + refused,
        "DECLINE " + refused);
    assertEquals(Kind.DECLINE, applied(Questions.permissions("\"all\""), ApprovalDecision.allow()));
  }

  @Test
  void an_mcp_tool_is_remembered_as_long_as_codex_offers() {
    String answer = "{\"action\":\"%s\",\"content\":null,\"_meta\":%s}";
    assertAnswers(
        Questions.tool("s", "say", false, "session", "always"),
        "ALLOW " + answer.formatted("accept", "null"),
        "ALLOW_FOR_SESSION " + answer.formatted("accept", "{\"persist\":\"session\"}"),
        "ALLOW_ALWAYS " + answer.formatted("accept", "{\"persist\":\"always\"}"),
        "DECLINE " + answer.formatted("decline", "null"),
        "CANCEL " + answer.formatted("cancel", "null"));
    assertAnswers(
        Questions.tool("s", "say", false),
        "ALLOW " + answer.formatted("accept", "null"),
        "ALLOW " + answer.formatted("accept", "null"),
        "ALLOW " + answer.formatted("accept", "null"),
        "DECLINE " + answer.formatted("decline", "null"),
        "CANCEL " + answer.formatted("cancel", "null"));
  }

  @Test
  void a_form_is_accepted_with_its_content_only() {
    ApprovalRequest form = Questions.elicitation("s", "form", "{\"properties\":{\"name\":{}}}");
    assertEquals(Kind.DECLINE, applied(form, ApprovalDecision.allow()));
    ApprovalAnswer filled =
        ApprovalAnswer.of(
            form,
            ApprovalDecision.submit((ObjectNode) Questions.json("{\"name\":\"Bob\"}")),
            LegacyRefusal.OBJECT);
    assertEquals(Kind.ALLOW, filled.applied());
    assertEquals(
        Questions.json("{\"action\":\"accept\",\"content\":{\"name\":\"Bob\"},\"_meta\":null}"),
        filled.result());
    assertEquals(
        Kind.ALLOW, applied(Questions.elicitation("s", "url", ""), ApprovalDecision.allow()));
    assertEquals(
        Kind.DECLINE,
        applied(
            Questions.elicitation("s", "openai/userVerification", ""), ApprovalDecision.allow()),
        "a mode of a later version is not accepted without an answer of its own");
  }

  @Test
  void answers_to_questions_of_the_agent() {
    ApprovalRequest asked =
        Questions.userInput(
            new ApprovalRequest.Question("colour", "", "Which?", List.of(), true, false));
    ApprovalAnswer answer =
        ApprovalAnswer.of(
            asked,
            ApprovalDecision.answers(Map.of("colour", List.of("Blue"))),
            LegacyRefusal.OBJECT);
    assertEquals(
        Questions.json("{\"answers\":{\"colour\":{\"answers\":[\"Blue\"]}}}"), answer.result());
    assertTrue(answer.note().isEmpty());
    for (ApprovalDecision decision : DECISIONS) {
      ApprovalAnswer none = ApprovalAnswer.of(asked, decision, LegacyRefusal.OBJECT);
      assertEquals(Questions.json("{\"answers\":{}}"), none.result());
      assertEquals(Kind.DECLINE, none.applied());
      assertEquals(decision.kind() == Kind.DECLINE, none.note().isEmpty());
    }
  }

  @Test
  void answers_and_forms_given_to_what_asks_for_none_are_a_decline() {
    ApprovalDecision answers = ApprovalDecision.answers(Map.of("q", List.of("yes")));
    ApprovalDecision form = ApprovalDecision.submit((ObjectNode) Questions.json("{\"q\":1}"));
    List<ApprovalRequest> plain =
        List.of(
            Questions.command("ls"),
            Questions.legacyCommand("ls"),
            Questions.network("example.com"),
            Questions.patch("", "add /ws/a"),
            Questions.legacyPatch(),
            Questions.permissions("{\"network\":{\"enabled\":true}}"),
            Questions.tool("s", "t", false));
    for (ApprovalRequest request : plain) {
      declined(request, answers);
      declined(request, form);
    }
    declined(Questions.elicitation("s", "form", "{\"properties\":{\"q\":{}}}"), answers);
    declined(Questions.elicitation("s", "form", "{}"), answers);
    declined(Questions.elicitation("s", "url", ""), answers);
  }

  private static void declined(ApprovalRequest request, ApprovalDecision decision) {
    ApprovalAnswer answer = ApprovalAnswer.of(request, decision, LegacyRefusal.OBJECT);
    ApprovalAnswer refusal =
        ApprovalAnswer.of(request, ApprovalDecision.decline(), LegacyRefusal.OBJECT);
    assertEquals(Kind.DECLINE, answer.applied(), request::toString);
    assertEquals(refusal.result(), answer.result());
    assertTrue(answer.note().contains(" not "), answer.note());
  }

  @Test
  void the_forms_of_before_the_v2_protocol() {
    for (ApprovalRequest request :
        List.of(Questions.legacyCommand("ls"), Questions.legacyPatch())) {
      assertAnswers(
          request,
          "ALLOW {\"decision\":\"approved\"}",
          "ALLOW_FOR_SESSION {\"decision\":\"approved_for_session\"}",
          "ALLOW_FOR_SESSION {\"decision\":\"approved_for_session\"}",
          "DECLINE {\"decision\":{\"denied\":{\"rejection\":\"rejected by user\"}}}",
          "CANCEL {\"decision\":\"abort\"}");
      assertEquals(
          Questions.json("{\"decision\":\"denied\"}"),
          ApprovalAnswer.of(request, ApprovalDecision.decline(), LegacyRefusal.WORD).result());
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "once,ALLOW",
        "session,ALLOW_FOR_SESSION",
        "always,ALLOW_FOR_SESSION",
        "cancel,CANCEL",
        "deny,DECLINE",
        "timeout,DECLINE",
        "'',DECLINE",
        "accept,DECLINE",
        "null,DECLINE",
        "' Once ',ALLOW"
      })
  void words_of_the_host(String word, Kind kind) {
    assertEquals(kind, ApprovalDecision.ofHostChoice(word).kind());
    assertFalse(ApprovalDecision.ofHostChoice("garbage").allows());
  }
}
