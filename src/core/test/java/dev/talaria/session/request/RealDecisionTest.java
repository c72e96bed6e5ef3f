package dev.talaria.session.request;

import static dev.talaria.session.lab.Decided.assertAsDecided;
import static dev.talaria.session.lab.Decided.decision;
import static dev.talaria.session.lab.Decided.threeTimes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.RequestedPermissions;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each decision about a command and a patch: what the real Codex does next, and whether it asks
 * again in the same thread and in another one.
 */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealDecisionTest {

  @TempDir Path workspace;

  private static OutputItem touch() {
    return OutputItem.call(
        "exec_command",
        Map.of(
            "cmd", "touch made.txt",
            "login", false,
            "sandbox_permissions", "require_escalated",
            "justification", "I want to make a file"));
  }

  @ParameterizedTest
  @CsvSource({"ALLOW,2,3", "ALLOW_FOR_SESSION,1,2", "ALLOW_ALWAYS,1,1", "DECLINE,2,3"})
  void a_command_is_asked_about_again_as_decided(Kind kind, int inThread, int inAll)
      throws IOException {
    ModelScript script = threeTimes(touch(), touch(), touch());
    // What is allowed always stays in the home.
    try (CodexLab lab =
        kind == Kind.ALLOW_ALWAYS
            ? new CodexLab(workspace, script, ofItsOwn -> ofItsOwn)
            : new CodexLab(workspace, script)) {
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
    boolean asks = MeasuredFact.ASKS_BEFORE_TYPING.isIn(CodexLab.version());
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
