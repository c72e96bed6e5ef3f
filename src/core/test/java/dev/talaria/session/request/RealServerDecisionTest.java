package dev.talaria.session.request;

import static dev.talaria.session.lab.Decided.assertAsDecided;
import static dev.talaria.session.lab.Decided.decision;
import static dev.talaria.session.lab.Decided.threeTimes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.session.CodexSession;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.Decided;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each decision about an MCP tool, a form, permissions and the agent's questions: what the real
 * Codex does next, and whether it asks again in the same thread and in another one.
 */
@Timeout(120)
class RealServerDecisionTest {

  @TempDir Path workspace;

  private static long itemsWith(TurnResult result, String text) {
    return result.messages().stream()
        .filter(message -> message.content() != null && message.content().contains(text))
        .count();
  }

  private static OutputItem say() {
    return OutputItem.call("say", Map.of("text", "hi")).inNamespace(CodexLab.mcpNamespace());
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW,2,3",
    "ALLOW_FOR_SESSION,1,2",
    "ALLOW_ALWAYS,1,1",
    "DECLINE,2,3",
    "CANCEL,2,3"
  })
  void an_mcp_tool_is_asked_about_again_as_decided(Kind kind, int inThread, int inAll)
      throws IOException {
    try (CodexLab lab =
        new CodexLab(workspace, threeTimes(say(), say(), say()), CodexLab::withMcpServer)) {
      try (CodexSession session = lab.open(decision(kind))) {
        TurnResult result = session.runTurn("go");
        assertEquals(TurnStatus.COMPLETED, result.status());
        assertEquals(inThread, lab.asked.size());
        String told =
            switch (kind) {
              case DECLINE -> "user rejected MCP tool call";
              case CANCEL -> "user cancelled MCP tool call";
              default -> "say said hi";
            };
        assertEquals(2, itemsWith(result, told), result.messages() + "");
      }
      assertEquals(
          kind == Kind.ALLOW_ALWAYS,
          Files.readString(lab.home.configFile()).contains("approval_mode = \"approve\""));
      try (CodexSession other = lab.open(decision(kind))) {
        assertEquals(TurnStatus.COMPLETED, other.runTurn("go").status());
        assertEquals(inAll, lab.asked.size());
      }
      for (ApprovalRequest asked : lab.asked) {
        ApprovalRequest.McpTool tool = (ApprovalRequest.McpTool) asked;
        assertEquals("say", tool.tool());
        assertEquals("hi", tool.arguments().path("text").asText());
        assertTrue(tool.remembers().contains("session"), tool.remembers() + "");
        assertTrue(tool.remembers().contains("always"), tool.remembers() + "");
        assertFalse(tool.readOnly());
      }
      assertAsDecided(lab, kind, kind);
    }
  }

  private static OutputItem asksForPermissions(Path folder) {
    return OutputItem.call(
        "request_permissions",
        Map.of(
            "reason",
            "need it",
            "permissions",
            Map.of("file_system", Map.of("write", List.of(folder.toString())))));
  }

  private static OutputItem writesTo(Path file) {
    return OutputItem.call("exec_command", Map.of("cmd", "echo x > " + file, "login", false));
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW,ALLOW,true,false",
    "ALLOW_FOR_SESSION,ALLOW_FOR_SESSION,true,true",
    "ALLOW_ALWAYS,ALLOW_FOR_SESSION,true,true",
    "DECLINE,DECLINE,false,false",
    "CANCEL,DECLINE,false,false"
  })
  void permissions_hold_for_the_turn_or_for_the_session(
      Kind kind, Kind applied, boolean inTurn, boolean inNextTurn, @TempDir Path outside)
      throws IOException {
    Path folder = outside.toRealPath();
    ModelScript script =
        ModelScript.builder()
            .reply(asksForPermissions(folder))
            .reply(writesTo(folder.resolve("first")))
            .text("done")
            .reply(writesTo(folder.resolve("second")))
            .text("done")
            .build();
    try (CodexLab lab =
            new CodexLab(
                workspace, script, config -> config.feature("request_permissions_tool", true));
        CodexSession session = lab.open(decision(kind))) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertEquals(inTurn, Files.exists(folder.resolve("first")));
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go on").status());
      assertEquals(inNextTurn, Files.exists(folder.resolve("second")));
      assertEquals(1, lab.asked.size());
      assertAsDecided(lab, kind, applied);
    }
  }

  private static final OutputItem ASKS_THE_USER =
      OutputItem.call(
          "request_user_input",
          Map.of(
              "questions",
              List.of(
                  Map.of(
                      "id", "colour",
                      "header", "Colour",
                      "question", "Which colour?",
                      "options",
                          List.of(
                              Map.of("label", "Red", "description", "warm"),
                              Map.of("label", "Blue", "description", "cold"))))));

  @Test
  void answers_to_the_agents_questions_reach_the_model() {
    ApprovalDecision answers =
        ApprovalDecision.answers(Map.of("colour", List.of("Blue", "a dark one")));
    List<ApprovalDecision> decisions = new ArrayList<>(List.of(answers));
    Stream.of(Kind.values()).map(Decided::decision).forEach(decisions::add);
    try (CodexLab lab =
        new CodexLab(
            workspace,
            turnsThatBeginWith(ASKS_THE_USER, decisions.size()),
            config -> config.feature("default_mode_request_user_input", true))) {
      List<String> told = toldInTurns(lab, decisions, request -> true);
      assertTrue(
          told.get(0).contains("{\"colour\":{\"answers\":[\"Blue\",\"a dark one\"]}}"),
          told.get(0));
      assertEquals(decisions.size(), lab.asked.size());
      for (int i = 0; i < decisions.size(); i++) {
        ApprovalRequest.UserInput asked = (ApprovalRequest.UserInput) lab.asked.get(i);
        ApprovalRequest.Question question = asked.questions().get(0);
        assertEquals("colour", question.id());
        assertEquals("Which colour?", question.text());
        assertEquals(
            List.of("Red", "Blue"),
            question.options().stream()
                .map(ApprovalRequest.Option::label)
                .map(label -> label.replace(" (Recommended)", ""))
                .toList());
        assertTrue(question.freeText());
        assertFalse(question.secret());
        ApprovalOutcome outcome = lab.outcomes.get(i);
        assertEquals(decisions.get(i), outcome.decision().orElseThrow());
        assertEquals(Optional.of(i == 0 ? Kind.ALLOW : Kind.DECLINE), outcome.applied());
        if (i > 0) {
          assertTrue(told.get(i).contains("\"answers\":{}"), told.get(i));
        }
      }
    }
  }

  @Test
  void an_mcp_form_without_content_is_never_accepted() {
    List<ApprovalDecision> decisions = Stream.of(Kind.values()).map(Decided::decision).toList();
    OutputItem ask = OutputItem.call("ask", Map.of()).inNamespace(CodexLab.mcpNamespace());
    try (CodexLab lab =
        new CodexLab(
            workspace, turnsThatBeginWith(ask, decisions.size()), CodexLab::withMcpServer)) {
      List<String> all =
          toldInTurns(lab, decisions, request -> !(request instanceof ApprovalRequest.McpTool));
      for (int i = 0; i < decisions.size(); i++) {
        String told = all.get(i);
        String action = decisions.get(i).kind() == Kind.CANCEL ? "cancel" : "decline";
        assertTrue(told.contains(action), decisions.get(i) + ": " + told);
        assertFalse(told.contains("accept"), decisions.get(i) + ": " + told);
      }
    }
  }

  @Test
  void a_page_to_open_is_accepted_declined_or_cancelled() {
    List<ApprovalDecision> decisions = Stream.of(Kind.values()).map(Decided::decision).toList();
    OutputItem visit = OutputItem.call("visit", Map.of()).inNamespace(CodexLab.mcpNamespace());
    try (CodexLab lab =
        new CodexLab(
            workspace, turnsThatBeginWith(visit, decisions.size()), CodexLab::withMcpServer)) {
      List<String> all = toldInTurns(lab, decisions, request -> true);
      assertEquals(decisions.size(), lab.asked.size(), all + "");
      for (int i = 0; i < decisions.size(); i++) {
        String told = all.get(i);
        ApprovalRequest.Elicitation asked = (ApprovalRequest.Elicitation) lab.asked.get(i);
        assertEquals("url", asked.mode());
        assertEquals("https://example.com/login", asked.url());
        Kind kind = decisions.get(i).kind();
        String action = decisions.get(i).allows() ? "accept" : kind.name().toLowerCase(Locale.ROOT);
        assertTrue(told.contains(action), kind + ": " + told);
      }
    }
  }

  private static ModelScript turnsThatBeginWith(OutputItem call, int turns) {
    ModelScript.Builder script = ModelScript.builder();
    for (int i = 0; i < turns; i++) {
      script.reply(call).text("done");
    }
    return script.build();
  }

  /** What the model is told of its call in a turn for each decision; others are allowed. */
  private static List<String> toldInTurns(
      CodexLab lab, List<ApprovalDecision> decisions, Predicate<ApprovalRequest> decided) {
    List<String> told = new ArrayList<>();
    ApprovalHandler handler =
        ApprovalHandler.of(
            request -> {
              if (!decided.test(request)) {
                return ApprovalDecision.allow();
              }
              lab.asked.add(request);
              return decisions.get(told.size());
            });
    try (CodexSession session = lab.codex.openSession(lab.options().approvals(handler).build())) {
      for (int i = 0; i < decisions.size(); i++) {
        assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
        String call = "call_" + (2 * i + 1) + "_1";
        told.add(lab.model.requests().get(2 * i + 1).outputOf(call).orElseThrow());
      }
    }
    return told;
  }
}
