package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.RequestOrigin;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sub-agent asks is asked in the session's name, and said to be the sub-agent's. */
@Timeout(120)
class RealSubAgentTest {

  @TempDir Path workspace;

  private static OutputItem.FunctionCall inAgentNamespace(String tool, Map<String, ?> arguments) {
    OutputItem.FunctionCall call = OutputItem.call(tool, arguments);
    return MeasuredFact.MCP_TOOLS_BEHIND_SEARCH.isIn(CodexLab.version())
        ? call.inNamespace("multi_agent_v1")
        : call;
  }

  /** A parent that waits for its child, and a child that makes a file and then a patch. */
  private static ModelScript delegates() {
    return ModelScript.builder().repeat().respond(RealSubAgentTest::answer).build();
  }

  /** By what the request has seen, so that it does not matter which of the two asks first. */
  private static Reply answer(ModelRequest request) {
    if (request.outputOf("wait").isPresent()) {
      return Reply.text("all is done");
    } else if (request.outputOf("spawn").isPresent()) {
      return Reply.of(
          inAgentNamespace("wait_agent", Map.of("targets", List.of(agentId(request))))
              .withCallId("wait"));
    } else if (request.json().contains("delegate it")) {
      return Reply.of(
          inAgentNamespace("spawn_agent", Map.of("message", "child work")).withCallId("spawn"));
    } else if (request.outputOf("patch").isPresent()) {
      return Reply.text("the child is done");
    } else if (request.outputOf("command").isPresent()) {
      return Reply.of(
          OutputItem.applyPatch("*** Begin Patch\n*** Add File: patched.txt\n+new\n*** End Patch")
              .withCallId("patch"));
    }
    return Reply.of(
        OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd", "touch made.txt",
                    "login", false,
                    "sandbox_permissions", "require_escalated",
                    "justification", "the child's file"))
            .withCallId("command"));
  }

  private static String agentId(ModelRequest request) {
    Matcher id =
        Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(request.outputOf("spawn").orElse(""));
    return id.find() ? id.group() : "unknown";
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void its_approvals_are_answered_by_the_sessions_handler(boolean allowed) {
    ApprovalDecision decision = allowed ? ApprovalDecision.allow() : ApprovalDecision.decline();
    boolean feature = MeasuredFact.MCP_TOOLS_BEHIND_SEARCH.isIn(CodexLab.version());
    try (CodexLab lab =
            new CodexLab(
                workspace,
                delegates(),
                config -> feature ? config.feature("multi_agent", true) : config);
        CodexSession session = lab.open(decision)) {
      TurnResult result = session.runTurn("delegate it");
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      assertEquals("all is done", result.finalText());
      assertEquals(allowed, Files.exists(workspace.resolve("made.txt")));
      assertEquals(allowed, Files.exists(workspace.resolve("patched.txt")));
      assertEquals(2, lab.asked.size(), lab.asked + "");
      for (ApprovalRequest asked : lab.asked) {
        RequestOrigin origin = asked.origin();
        assertTrue(origin.ofSubAgent());
        assertEquals(session.threadId(), origin.parentThreadId());
        assertNotEquals(session.threadId(), origin.threadId());
        assertNotEquals(result.turnId(), origin.turnId());
      }
      ApprovalRequest.FileChange patch = (ApprovalRequest.FileChange) lab.asked.get(1);
      assertTrue(patch.changes().get(0).path().endsWith("patched.txt"));
      assertEquals(2, lab.outcomes.size());
    }
  }
}
