package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.RequestOrigin;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.session.CodexSession;
import dev.talaria.session.lab.AgentModel;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sub-agent asks is asked in the session's name, and said to be the sub-agent's. */
@Timeout(120)
class RealSubAgentTest {

  @TempDir Path workspace;

  /** A parent that waits for its sub-agent, which makes a file and then a patch. */
  private static ModelScript delegates() {
    return AgentModel.waiting(
        AgentModel.exec(
            "touch made.txt",
            "sandbox_permissions",
            "require_escalated",
            "justification",
            "the child's file"),
        OutputItem.applyPatch("*** Begin Patch\n*** Add File: patched.txt\n+new\n*** End Patch"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void its_approvals_are_answered_by_the_sessions_handler(boolean allowed) {
    ApprovalDecision decision = allowed ? ApprovalDecision.allow() : ApprovalDecision.decline();
    try (CodexLab lab = new CodexLab(workspace, delegates(), AgentModel::enabled);
        CodexSession session = lab.open(decision)) {
      TurnResult result = session.runTurn(AgentModel.PROMPT);
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
        assertFalse(origin.agent().isEmpty());
      }
      ApprovalRequest.FileChange patch = (ApprovalRequest.FileChange) lab.asked.get(1);
      assertTrue(patch.changes().get(0).path().endsWith("patched.txt"));
      assertEquals(2, lab.outcomes.size());
    }
  }
}
