package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.Decider;
import dev.talaria.approval.RequestedPermissions;
import dev.talaria.appserver.CodexCapability;
import dev.talaria.fixtures.ModelRequest;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each decision about each kind of question: what the real Codex does next, and whether it asks
 * again in the same thread and in another one.
 */
@Timeout(120)
class RealDecisionTest {

  @TempDir Path workspace;

  private static ApprovalDecision decision(Kind kind) {
    return switch (kind) {
      case ALLOW -> ApprovalDecision.allow();
      case ALLOW_FOR_SESSION -> ApprovalDecision.allowForSession();
      case ALLOW_ALWAYS -> ApprovalDecision.allowAlways();
      case DECLINE -> ApprovalDecision.decline();
      case CANCEL -> ApprovalDecision.cancel();
    };
  }

  /** The same call twice in one thread, then once in another. */
  private static ModelScript threeTimes(OutputItem first, OutputItem second, OutputItem third) {
    return ModelScript.builder()
        .reply(first)
        .reply(second)
        .text("done")
        .reply(third)
        .text("done")
        .build();
  }

  private static OutputItem touch() {
    return OutputItem.call(
        "exec_command",
        Map.of(
            "cmd", "touch made.txt",
            "login", false,
            "sandbox_permissions", "require_escalated",
            "justification", "I want to make a file"));
  }

  private static long itemsWith(TurnResult result, String text) {
    return result.messages().stream()
        .filter(message -> message.content() != null && message.content().contains(text))
        .count();
  }

  @ParameterizedTest
  @CsvSource({"ALLOW,2,3", "ALLOW_FOR_SESSION,1,2", "ALLOW_ALWAYS,1,1", "DECLINE,2,3"})
  void a_command_is_asked_about_again_as_decided(Kind kind, int inThread, int inAll)
      throws IOException {
    try (CodexLab lab = new CodexLab(workspace, threeTimes(touch(), touch(), touch()))) {
      try (CodexSession session = lab.open(decision(kind))) {
        TurnResult result = session.runTurn("go");
        assertEquals(TurnStatus.COMPLETED, result.status());
        assertEquals(inThread, lab.asked.size());
        for (String call : List.of("call_1_1", "call_2_1")) {
          String told = lab.model.requests().get(2).outputOf(call).orElseThrow();
          assertEquals(kind == Kind.DECLINE, told.contains("rejected by user"), told);
        }
      }
      assertEquals(kind != Kind.DECLINE, Files.exists(workspace.resolve("made.txt")));
      Path rules = lab.home.path().resolve("rules").resolve("default.rules");
      assertEquals(kind == Kind.ALLOW_ALWAYS, Files.exists(rules));
      if (kind == Kind.ALLOW_ALWAYS) {
        assertTrue(Files.readString(rules).contains("\"touch\""), Files.readString(rules));
      }
      try (CodexSession other = lab.open(decision(kind))) {
        assertEquals(TurnStatus.COMPLETED, other.runTurn("go").status());
        assertEquals(inAll, lab.asked.size());
      }
      assertAsDecided(lab, kind, kind);
    }
  }

  private static void assertAsDecided(CodexLab lab, Kind decided, Kind applied) {
    assertEquals(lab.asked.size(), lab.outcomes.size());
    for (ApprovalOutcome outcome : lab.outcomes) {
      assertEquals(Decider.HANDLER, outcome.decider());
      assertEquals(decided, outcome.decision().orElseThrow().kind());
      assertEquals(applied, outcome.applied().orElseThrow(), outcome.note());
      assertEquals(decided == applied, outcome.note().isEmpty(), outcome.note());
      assertFalse(outcome.took().isNegative());
    }
  }

  private static OutputItem patch(String from, String to) {
    return OutputItem.applyPatch(
        "*** Begin Patch\n*** Update File: a.txt\n@@\n-" + from + "\n+" + to + "\n*** End Patch");
  }

  @ParameterizedTest
  @CsvSource({"ALLOW,2,3", "ALLOW_FOR_SESSION,1,2", "ALLOW_ALWAYS,1,2"})
  void an_allowed_patch_is_asked_about_again_as_decided(Kind kind, int inThread, int inAll)
      throws IOException {
    Files.writeString(workspace.resolve("a.txt"), "one\n");
    ModelScript script =
        threeTimes(patch("one", "two"), patch("two", "three"), patch("three", "four"));
    try (CodexLab lab = new CodexLab(workspace, script)) {
      try (CodexSession session = lab.open(decision(kind))) {
        assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
        assertEquals("three\n", Files.readString(workspace.resolve("a.txt")));
        assertEquals(inThread, lab.asked.size());
      }
      try (CodexSession other = lab.open(decision(kind))) {
        assertEquals(TurnStatus.COMPLETED, other.runTurn("go").status());
        assertEquals("four\n", Files.readString(workspace.resolve("a.txt")));
        assertEquals(inAll, lab.asked.size());
      }
      assertAsDecided(lab, kind, kind == Kind.ALLOW_ALWAYS ? Kind.ALLOW_FOR_SESSION : kind);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINE", "CANCEL"})
  void a_refused_patch_changes_nothing(Kind kind) throws IOException {
    Files.writeString(workspace.resolve("a.txt"), "one\n");
    try (CodexLab lab =
            new CodexLab(
                workspace, ModelScript.builder().reply(patch("one", "two")).text("done").build());
        CodexSession session = lab.open(decision(kind))) {
      TurnResult result = session.runTurn("go");
      assertEquals(
          kind == Kind.CANCEL ? TurnStatus.INTERRUPTED : TurnStatus.COMPLETED, result.status());
      assertEquals("one\n", Files.readString(workspace.resolve("a.txt")));
      assertEquals(kind == Kind.CANCEL ? 1 : 2, lab.model.requests().size());
      assertAsDecided(lab, kind, kind);
    }
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

  private static final ModelScript ASKS_THE_USER =
      ModelScript.builder()
          .reply(
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
                                      Map.of("label", "Blue", "description", "cold")))))))
          .text("done")
          .build();

  private String toldAfterAsking(ApprovalDecision decision, Kind applied) {
    try (CodexLab lab =
            new CodexLab(
                workspace,
                ASKS_THE_USER,
                config -> config.feature("default_mode_request_user_input", true));
        CodexSession session = lab.open(decision)) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      ApprovalRequest.UserInput asked = (ApprovalRequest.UserInput) lab.asked.get(0);
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
      assertAsDecided(lab, decision.kind(), applied);
      return lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
    }
  }

  @Test
  void answers_to_the_agents_questions_reach_the_model() {
    String told =
        toldAfterAsking(
            ApprovalDecision.answers(Map.of("colour", List.of("Blue", "a dark one"))), Kind.ALLOW);
    assertTrue(told.contains("{\"colour\":{\"answers\":[\"Blue\",\"a dark one\"]}}"), told);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void without_answers_the_agent_is_told_that_there_are_none(Kind kind) {
    String told = toldAfterAsking(decision(kind), Kind.DECLINE);
    assertTrue(told.contains("\"answers\":{}"), told);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void an_mcp_form_without_content_is_never_accepted(Kind kind) {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("ask", Map.of()).inNamespace(CodexLab.mcpNamespace()))
            .text("done")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script, CodexLab::withMcpServer);
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .approvals(
                        ApprovalHandler.of(
                            request ->
                                request instanceof ApprovalRequest.McpTool
                                    ? ApprovalDecision.allow()
                                    : decision(kind)))
                    .build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      String told = lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
      String action = kind == Kind.CANCEL ? "cancel" : "decline";
      assertTrue(told.contains(action), told);
      assertFalse(told.contains("accept"), told);
    }
  }

  private static OutputItem withAdditionalPermissions(Path folder) {
    return OutputItem.call(
        "exec_command",
        Map.of(
            "cmd",
            "touch " + folder.resolve("made"),
            "login",
            false,
            "sandbox_permissions",
            "with_additional_permissions",
            "additional_permissions",
            Map.of("file_system", Map.of("write", List.of(folder.toString()))),
            "justification",
            "one folder more"));
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW,ALLOW,2",
    "ALLOW_FOR_SESSION,ALLOW_FOR_SESSION,1",
    "ALLOW_ALWAYS,ALLOW_FOR_SESSION,1",
    "DECLINE,DECLINE,2"
  })
  void a_command_with_more_permissions_is_never_remembered_for_good(
      Kind kind, Kind applied, int times, @TempDir Path outside) throws IOException {
    Path folder = outside.toRealPath();
    ModelScript script =
        ModelScript.builder()
            .reply(withAdditionalPermissions(folder))
            .reply(withAdditionalPermissions(folder))
            .text("done")
            .build();
    try (CodexLab lab =
            new CodexLab(
                workspace, script, config -> config.feature("exec_permission_approvals", true));
        CodexSession session = lab.open(decision(kind))) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertEquals(kind != Kind.DECLINE, Files.exists(folder.resolve("made")));
      assertEquals(times, lab.asked.size());
      ApprovalRequest.Command asked = (ApprovalRequest.Command) lab.asked.get(0);
      assertEquals(
          List.of(folder.toString()),
          RequestedPermissions.of(asked.additionalPermissions()).write());
      assertEquals(Set.of("accept", "cancel"), asked.offered());
      assertAsDecided(lab, kind, applied);
    }
  }

  /** A terminal outside the sandbox, and two lines typed into it. */
  private static ModelScript typesTwice() {
    return ModelScript.builder()
        .reply(
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd",
                    "cat",
                    "tty",
                    true,
                    "login",
                    false,
                    "yield_time_ms",
                    500,
                    "sandbox_permissions",
                    "require_escalated",
                    "justification",
                    "a terminal")))
        .respond(RealDecisionTest::types)
        .respond(RealDecisionTest::types)
        .text("done")
        .build();
  }

  private static Reply types(ModelRequest request) {
    Matcher terminal =
        Pattern.compile("session ID (\\d+)").matcher(request.outputOf("call_1_1").orElse(""));
    int id = terminal.find() ? Integer.parseInt(terminal.group(1)) : 0;
    return Reply.of(
        OutputItem.call(
            "write_stdin", Map.of("session_id", id, "chars", "hello\n", "yield_time_ms", 500)));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void text_for_a_terminal_outside_the_sandbox_is_asked_about_each_time(Kind kind) {
    boolean asks = CodexLab.capabilities().has(CodexCapability.ASKS_BEFORE_TYPING);
    List<ApprovalRequest.Command> typed = new CopyOnWriteArrayList<>();
    ApprovalHandler handler =
        ApprovalHandler.of(
            request -> {
              ApprovalRequest.Command command = (ApprovalRequest.Command) request;
              if (command.what() == CommandKind.TYPE) {
                typed.add(command);
                return decision(kind);
              }
              return ApprovalDecision.allow();
            });
    try (CodexLab lab = new CodexLab(workspace, typesTwice());
        CodexSession session = lab.codex.openSession(lab.options().approvals(handler).build())) {
      TurnResult result = session.runTurn("go");
      boolean cancelled = asks && kind == Kind.CANCEL;
      assertEquals(cancelled ? TurnStatus.INTERRUPTED : TurnStatus.COMPLETED, result.status());
      assertEquals(!asks ? 0 : cancelled ? 1 : 2, typed.size());
      if (!cancelled) {
        String told = lab.model.requests().get(2).outputOf("call_2_1").orElseThrow();
        assertEquals(asks && kind == Kind.DECLINE, told.contains("rejected"), told);
      }
      for (ApprovalOutcome outcome : lab.outcomes) {
        if (!typed.contains(outcome.request())) {
          continue;
        }
        Kind applied = decision(kind).allows() ? Kind.ALLOW : kind;
        assertEquals(applied, outcome.applied().orElseThrow());
        assertEquals(applied == kind, outcome.note().isEmpty(), outcome.note());
      }
    }
  }
}
