package dev.talaria.session.request;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.v2.ApprovalsReviewer;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every question that the real Codex asks in these tests, and what it does with the answer. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealApprovalTest {

  @TempDir Path workspace;

  private static final ModelScript WRITES_A_FILE =
      ModelScript.builder()
          .reply(
              OutputItem.call(
                  "exec_command",
                  Map.of(
                      "cmd", "touch made.txt && echo made",
                      "sandbox_permissions", "require_escalated",
                      "justification", "I want to make a file")))
          .text("done")
          .build();

  private static final ModelScript PATCHES_A_FILE =
      ModelScript.builder()
          .reply(
              OutputItem.applyPatch(
                  "*** Begin Patch\n*** Update File: a.txt\n@@\n-old\n+new\n"
                      + "*** Add File: b.txt\n+added\n*** End Patch"))
          .text("done")
          .build();

  private String seenByModel(CodexLab lab) {
    return lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
  }

  @Test
  void an_accepted_command_runs() {
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      RecordingListener heard = new RecordingListener();
      TurnResult result = session.runTurn(TurnInput.of("go"), heard);
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertTrue(Files.exists(workspace.resolve("made.txt")));
      assertTrue(seenByModel(lab).contains("made"));
      assertEquals(1, result.toolIterations());
      ApprovalRequest.Command asked =
          assertInstanceOf(ApprovalRequest.Command.class, lab.asked.get(0));
      assertTrue(asked.command().contains("touch made.txt"), asked.command());
      assertEquals("I want to make a file", asked.reason());
      assertEquals(result.turnId(), asked.turnId());
      assertEquals(result.threadId(), asked.threadId());
      assertTrue(asked.cwd().endsWith(workspace.getFileName().toString()));
      assertEquals("accept", asked.raw().path("availableDecisions").path(0).asText());
      assertTrue(heard.events.indexOf("+commandExecution") < heard.events.indexOf("asked"));
      assertTrue(heard.events.indexOf("ALLOW") < heard.events.indexOf("-commandExecution"));
      assertFalse(heard.events.contains("withdrawn"));
    }
  }

  @Test
  void a_declined_command_does_not_run_and_the_agent_goes_on() {
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("done", result.finalText());
      assertFalse(Files.exists(workspace.resolve("made.txt")));
      assertTrue(seenByModel(lab).contains("rejected by user"), seenByModel(lab));
    }
  }

  @Test
  void without_a_handler_everything_is_declined() {
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
        CodexSession session = lab.codex.openSession(lab.options().build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
  }

  @Test
  void a_cancelled_command_ends_the_turn_as_interrupted() {
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
        CodexSession session = lab.open(ApprovalDecision.cancel())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      assertFalse(result.retire());
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
  }

  @Test
  void an_accepted_patch_changes_the_files_and_shows_them_before() throws IOException {
    Files.writeString(workspace.resolve("a.txt"), "old\n");
    try (CodexLab lab = new CodexLab(workspace, PATCHES_A_FILE);
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("new\n", Files.readString(workspace.resolve("a.txt")));
      assertEquals("added\n", Files.readString(workspace.resolve("b.txt")));
      ApprovalRequest.FileChange asked =
          assertInstanceOf(ApprovalRequest.FileChange.class, lab.asked.get(0));
      assertEquals(
          List.of("update", "add"), asked.changes().stream().map(change -> change.kind()).toList());
      assertTrue(asked.changes().get(0).diff().contains("+new"));
      assertTrue(asked.changes().get(0).path().endsWith("a.txt"));
    }
  }

  @Test
  void a_declined_patch_changes_nothing() throws IOException {
    Files.writeString(workspace.resolve("a.txt"), "old\n");
    try (CodexLab lab = new CodexLab(workspace, PATCHES_A_FILE);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("old\n", Files.readString(workspace.resolve("a.txt")));
      assertFalse(Files.exists(workspace.resolve("b.txt")));
      assertTrue(seenByModel(lab).contains("rejected by user"), seenByModel(lab));
    }
  }

  private static ModelScript mcp(String tool, Map<String, ?> arguments) {
    return ModelScript.builder()
        .reply(OutputItem.call(tool, arguments).inNamespace(CodexLab.mcpNamespace()))
        .text("done")
        .build();
  }

  @Test
  void an_mcp_tool_asks_and_runs_when_allowed() {
    try (CodexLab lab =
            new CodexLab(workspace, mcp("say", Map.of("text", "hi")), CodexLab::withMcpServer);
        CodexSession session = lab.open(ApprovalDecision.allow())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertTrue(seenByModel(lab).contains("say said hi"), seenByModel(lab));
      ApprovalRequest.McpTool asked =
          assertInstanceOf(ApprovalRequest.McpTool.class, lab.asked.get(0));
      assertEquals("srv", asked.server());
      assertEquals("say", asked.tool(), "old versions do not name it: it is that of the open call");
      assertTrue(asked.reason().contains("say"), asked.reason());
      assertEquals("hi", asked.arguments().path("text").asText());
      assertEquals(1, result.toolIterations());
    }
  }

  @Test
  void an_mcp_tool_does_not_run_when_declined() {
    try (CodexLab lab =
            new CodexLab(workspace, mcp("say", Map.of("text", "hi")), CodexLab::withMcpServer);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertTrue(seenByModel(lab).contains("user rejected MCP tool call"), seenByModel(lab));
    }
  }

  @Test
  void a_form_of_an_mcp_server_is_filled_in_by_the_host() {
    ApprovalHandler handler =
        ApprovalHandler.of(
            request ->
                request instanceof ApprovalRequest.Elicitation
                    ? ApprovalDecision.submit(
                        JsonNodeFactory.instance.objectNode().put("name", "Bob").put("age", 3))
                    : ApprovalDecision.allow());
    try (CodexLab lab = new CodexLab(workspace, mcp("ask", Map.of()), CodexLab::withMcpServer);
        CodexSession session = lab.codex.openSession(lab.options().approvals(handler).build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertTrue(seenByModel(lab).contains("accept"), seenByModel(lab));
      assertTrue(seenByModel(lab).contains("Bob"), seenByModel(lab));
    }
  }

  @Test
  void the_host_is_asked_also_where_the_configuration_names_another_reviewer() {
    try (CodexLab lab =
            new CodexLab(
                workspace,
                WRITES_A_FILE,
                config -> config.rootKey("approvals_reviewer", "auto_review"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertEquals(1, lab.asked.size());
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE)) {
      SessionOptions options =
          lab.options()
              .approvals(lab.answering(ApprovalDecision.decline()))
              .approvalsReviewer(ApprovalsReviewer.AUTO_REVIEW)
              .build();
      try (CodexSession session = lab.codex.openSession(options)) {
        session.runTurn("go");
        assertTrue(lab.asked.isEmpty(), "Codex's own reviewer was asked instead");
        assertFalse(Files.exists(workspace.resolve("made.txt")));
      }
    }
  }

  @Test
  void an_interrupt_withdraws_the_pending_approval() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
    ApprovalHandler waits =
        request -> {
          asked.countDown();
          return answer;
        };
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
        CodexSession session = lab.codex.openSession(lab.options().approvals(waits).build())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      assertTrue(asked.await(60, TimeUnit.SECONDS));
      turn.interrupt();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.INTERRUPTED, result.status());
      await().until(answer::isCancelled);
      assertTrue(heard.events.contains("withdrawn"));
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
  }

  @Test
  void a_handler_that_blocks_is_interrupted_when_the_session_closes() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ApprovalHandler blocks =
        ApprovalHandler.of(
            request -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return ApprovalDecision.allow();
            });
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE)) {
      CodexSession session = lab.codex.openSession(lab.options().approvals(blocks).build());
      Turn turn = session.startTurn(TurnInput.of("go"), TurnListener.NONE);
      assertTrue(asked.await(60, TimeUnit.SECONDS));
      session.close();
      assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
      assertTrue(interrupted.await(60, TimeUnit.SECONDS));
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
  }

  @Test
  void a_handler_without_an_answer_in_time_has_declined() {
    ApprovalHandler never = request -> new CompletableFuture<>();
    try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
        CodexSession session =
            lab.codex.openSession(
                lab.options().approvals(never).approvalTimeout(Duration.ofMillis(200)).build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      assertTrue(seenByModel(lab).contains("rejected by user"));
    }
  }

  @Test
  void a_handler_that_fails_has_declined() {
    List<ApprovalHandler> failing =
        List.of(
            request -> {
              throw new IllegalStateException("handler");
            },
            request -> null,
            request -> CompletableFuture.completedFuture(null),
            request -> CompletableFuture.failedFuture(new IllegalStateException("stage")));
    for (ApprovalHandler handler : failing) {
      try (CodexLab lab = new CodexLab(workspace, WRITES_A_FILE);
          CodexSession session = lab.codex.openSession(lab.options().approvals(handler).build())) {
        assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
        assertFalse(Files.exists(workspace.resolve("made.txt")));
      }
    }
  }
}
