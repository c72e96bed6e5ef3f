package dev.talaria.session.request;

import static dev.talaria.approval.ApprovalMatch.commandPrefix;
import static dev.talaria.approval.ApprovalMatch.kind;
import static dev.talaria.approval.ApprovalMatch.mcpServer;
import static dev.talaria.approval.ApprovalMatch.pathsUnder;
import static dev.talaria.approval.ApprovalPolicy.allow;
import static dev.talaria.approval.ApprovalPolicy.ask;
import static dev.talaria.approval.ApprovalPolicy.deny;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.DecisionSource;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Policies with the questions that the real Codex asks. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealPolicyTest {

  @TempDir Path workspace;
  private final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
  private String seen;

  private static ModelScript runs(String command) {
    return ModelScript.builder()
        .reply(
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd", command,
                    "sandbox_permissions", "require_escalated",
                    "justification", "I want to")))
        .text("done")
        .build();
  }

  private static ModelScript patches(Path... files) {
    StringBuilder patch = new StringBuilder("*** Begin Patch\n");
    for (Path file : files) {
      patch.append("*** Add File: ").append(file).append("\n+added\n");
    }
    return ModelScript.builder()
        .reply(OutputItem.applyPatch(patch + "*** End Patch"))
        .text("done")
        .build();
  }

  private static ModelScript says() {
    return ModelScript.builder()
        .reply(OutputItem.call("say", Map.of("text", "hi")).inNamespace(CodexLab.mcpNamespace()))
        .text("done")
        .build();
  }

  /**
   * Runs a turn whose questions the policy leaves to a handler that declines; what it was asked.
   */
  private int asked(CodexLab lab, UnaryOperator<SessionOptions.Builder> options) {
    SessionOptions.Builder builder =
        lab.options().approvals(lab.answering(ApprovalDecision.decline())).audit(outcomes::add);
    try (lab;
        CodexSession session = lab.codex.openSession(options.apply(builder).build())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("done", result.finalText());
      seen = lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
      return lab.asked.size();
    }
  }

  private int asked(ModelScript script, ApprovalPolicy policy) {
    return asked(new CodexLab(workspace, script), options -> options.policy(policy));
  }

  private void decided(DecisionSource decider, String by) {
    assertEquals(1, outcomes.size(), outcomes::toString);
    assertEquals(decider, outcomes.get(0).decider());
    assertTrue(outcomes.get(0).by().contains(by), outcomes.get(0).by());
  }

  private boolean made(String file) {
    return Files.exists(workspace.resolve(file));
  }

  @Test
  void a_command_with_an_allowed_prefix_runs_unasked() {
    assertEquals(0, asked(runs("touch made.txt"), allow(commandPrefix("touch"))));
    decided(DecisionSource.POLICY, "touch");
    assertTrue(made("made.txt"));
  }

  @Test
  void two_commands_with_allowed_prefixes_run_unasked() {
    ApprovalPolicy policy =
        ApprovalPolicy.of(allow(commandPrefix("touch")), allow(commandPrefix("echo", "it's")));
    assertEquals(0, asked(runs("touch 'a b.txt' && echo \"it's\" done"), policy));
    decided(DecisionSource.POLICY, "echo");
    assertTrue(made("a b.txt"));
    assertTrue(seen.contains("it's done"), seen);
  }

  @Test
  void a_script_with_more_than_the_allowed_prefix_is_asked() {
    for (String script :
        List.of(
            "echo hi && touch made.txt",
            "echo hi > made.txt",
            "echo \"$(touch made.txt)\"",
            "echo hi\ntouch made.txt")) {
      outcomes.clear();
      assertEquals(1, asked(runs(script), allow(commandPrefix("echo"))), script);
      decided(DecisionSource.HANDLER, "handler");
      assertFalse(made("made.txt"), script);
    }
  }

  @Test
  void a_rule_that_denies_wins() {
    ApprovalPolicy policy =
        ApprovalPolicy.of(allow(kind(ApprovalKind.COMMAND)), deny(commandPrefix("touch")));
    assertEquals(0, asked(runs("echo hi; env A=1 touch made.txt"), policy));
    decided(DecisionSource.POLICY, "deny: commands that begin with: touch");
    assertFalse(made("made.txt"));
  }

  private static final List<String> HIDDEN =
      List.of(
          "# don't keep it\ntouch made.txt",
          "echo \"$(cat <<'EOF'\nDon't panic\nEOF\n)\"; touch made.txt",
          ">&2 touch made.txt",
          "echo $'it\\'s'; touch made.txt",
          "a[0]=1 touch made.txt",
          "time -p touch made.txt");

  @Test
  void a_rule_that_denies_sees_commands_behind_an_apostrophe_and_a_redirection() {
    ApprovalPolicy policy =
        ApprovalPolicy.of(allow(kind(ApprovalKind.COMMAND)), deny(commandPrefix("touch")));
    for (String script : HIDDEN) {
      outcomes.clear();
      assertEquals(0, asked(runs(script), policy), script);
      decided(DecisionSource.POLICY, "deny: commands that begin with: touch");
      assertFalse(made("made.txt"), script);
    }
    // The same text does run what the rule is about.
    asked(runs(HIDDEN.get(0)), allow(kind(ApprovalKind.COMMAND)));
    assertTrue(made("made.txt"));
  }

  @Test
  void a_rule_that_asks_sees_them_too() {
    ApprovalPolicy policy =
        ApprovalPolicy.of(allow(kind(ApprovalKind.COMMAND)), ask(commandPrefix("touch")));
    for (String script : List.of(HIDDEN.get(0), "X=touch; $X made.txt")) {
      outcomes.clear();
      assertEquals(1, asked(runs(script), policy), script);
      decided(DecisionSource.HANDLER, "handler");
      assertFalse(made("made.txt"), script);
    }
  }

  @Test
  void a_rule_about_paths_that_is_negated_allows_no_command() {
    ApprovalPolicy policy = allow(ApprovalMatch.not(pathsUnder(workspace.resolve("secret"))));
    assertEquals(1, asked(runs("touch made.txt"), policy));
    decided(DecisionSource.HANDLER, "handler");
    assertFalse(made("made.txt"));
  }

  @Test
  void answers_to_questions_do_not_allow_a_command() {
    CodexLab lab = new CodexLab(workspace, runs("touch made.txt"));
    ApprovalDecision answers = ApprovalDecision.answers(Map.of("q", List.of("yes")));
    asked(lab, options -> options.approvals(lab.answering(answers)));
    decided(DecisionSource.HANDLER, "handler");
    assertEquals(Optional.of(ApprovalDecision.Kind.DECLINE), outcomes.get(0).applied());
    assertTrue(outcomes.get(0).note().contains("answers"), outcomes.get(0).note());
    assertFalse(made("made.txt"));
  }

  @Test
  void a_rule_that_asks_wins_over_one_that_allows() {
    ApprovalPolicy policy =
        ApprovalPolicy.of(allow(kind(ApprovalKind.COMMAND)), ask(commandPrefix("touch")));
    assertEquals(1, asked(runs("touch made.txt"), policy));
    decided(DecisionSource.HANDLER, "handler");
    assertFalse(made("made.txt"));
  }

  @Test
  void unattended_declines_at_once_and_the_agent_goes_on() {
    ApprovalPolicy policy = ask(commandPrefix("touch")).orElse(ApprovalPolicy.unattended());
    assertEquals(0, asked(runs("touch made.txt"), policy));
    decided(DecisionSource.POLICY, "unattended");
    assertFalse(made("made.txt"));
    outcomes.clear();
    assertEquals(0, asked(runs("mkdir made"), policy));
    decided(DecisionSource.POLICY, "unattended");
    assertFalse(made("made"));
  }

  @Test
  void a_patch_under_an_allowed_folder_is_applied_unasked() throws IOException {
    Path inside = Files.createDirectory(workspace.toRealPath().resolve("in"));
    ApprovalPolicy policy = allow(pathsUnder(inside));
    assertEquals(0, asked(patches(inside.resolve("a.txt"), Path.of("in/b.txt")), policy));
    decided(DecisionSource.POLICY, "in");
    assertTrue(made("in/a.txt") && made("in/b.txt"));
  }

  @Test
  void a_patch_that_leaves_the_allowed_folder_is_asked() throws IOException {
    Path inside = Files.createDirectory(workspace.toRealPath().resolve("in"));
    Files.createDirectory(workspace.resolve("out"));
    Files.createSymbolicLink(inside.resolve("link"), workspace.toRealPath().resolve("out"));
    for (String file : List.of("out.txt", "in/link/a.txt", "in/../a.txt")) {
      outcomes.clear();
      assertEquals(
          1,
          asked(patches(inside.resolve("a.txt"), Path.of(file)), allow(pathsUnder(inside))),
          file);
      decided(DecisionSource.HANDLER, "handler");
      assertFalse(made("in/a.txt") || made(file), file);
    }
  }

  private int askedForTool(UnaryOperator<SessionOptions.Builder> options) {
    return asked(new CodexLab(workspace, says(), CodexLab::withMcpServer), options);
  }

  @Test
  void a_tool_of_the_host_s_own_server_runs_unasked_under_any_policy() {
    for (ApprovalPolicy policy :
        List.of(ApprovalPolicy.none(), ApprovalPolicy.denyAll(), ApprovalPolicy.unattended())) {
      outcomes.clear();
      assertEquals(0, askedForTool(options -> options.policy(policy).hostToolServers("srv")));
      decided(DecisionSource.POLICY, "tools that this host itself serves");
      assertTrue(seen.contains("say said hi"), seen);
    }
  }

  @Test
  void a_tool_of_another_server_is_asked() {
    assertEquals(
        1, askedForTool(options -> options.policy(ApprovalPolicy.none()).hostToolServers("other")));
    decided(DecisionSource.HANDLER, "handler");
    assertFalse(seen.contains("say said hi"), seen);
  }

  @Test
  void a_rule_may_deny_the_host_s_own_tool() {
    assertEquals(
        0, askedForTool(options -> options.policy(deny(mcpServer("srv"))).hostToolServers("srv")));
    decided(DecisionSource.POLICY, "deny: ");
    assertFalse(seen.contains("say said hi"), seen);
  }
}
