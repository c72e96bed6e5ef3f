package dev.talaria.session.request;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.DecisionSource;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.Questions;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that the real Codex does not ask here, or asks only once in a while. */
@Timeout(60)
class HostRequestTest {

  private static final String IDS =
      "\"threadId\":\"" + FakeAppServer.THREAD + "\",\"turnId\":\"" + FakeAppServer.TURN + "\"";

  private final FakeAppServer server = new FakeAppServer();
  private final List<ApprovalRequest> asked = new CopyOnWriteArrayList<>();
  private final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private ApprovalHandler answering(ApprovalDecision decision) {
    return ApprovalHandler.of(
        request -> {
          asked.add(request);
          return decision;
        });
  }

  private SessionOptions.Builder options() {
    return SessionOptions.builder().audit(outcomes::add);
  }

  private Turn run(SessionOptions.Builder options) throws InterruptedException {
    Turn turn = server.open(options).startTurn(TurnInput.of("go"), TurnListener.NONE);
    server.replyTurn(server.next("turn/start"));
    return turn;
  }

  private void ask(String id, String method, String params) {
    server.send("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + params + "}}");
  }

  private JsonNode reply(String id) throws InterruptedException {
    JsonNode reply = server.next();
    assertEquals(Questions.json(id), reply.path("id"));
    return reply;
  }

  private static final String COMMAND = IDS + ",\"itemId\":\"c1\",\"command\":\"ls\"";

  /** As 0.169.0 and 0.130.0 ask, measured under managed network requirements. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\":\"command\",\"itemId\":\"network#local#http#approve.test#9#1\",\"environmentId\":\"local\","
            + "\"reason\":\"Network access to approve.test requires approval\"",
        "\"itemId\":\"network#http#approve.test#9\","
            + "\"reason\":\"approve.test is not in the allowed_domains\""
      })
  void a_host_that_a_command_wants_to_reach(String version) throws Exception {
    run(options().approvals(answering(ApprovalDecision.allowAlways())));
    ask(
        "0",
        "item/commandExecution/requestApproval",
        IDS
            + ","
            + version
            + ",\"networkApprovalContext\":{\"host\":\"approve.test\",\"protocol\":\"http\"},"
            + "\"proposedNetworkPolicyAmendments\":[{\"host\":\"approve.test\",\"action\":\"allow\"},"
            + "{\"host\":\"approve.test\",\"action\":\"deny\"}],\"availableDecisions\":[\"accept\","
            + "\"acceptForSession\",{\"applyNetworkPolicyAmendment\":{\"network_policy_amendment\":"
            + "{\"host\":\"approve.test\",\"action\":\"allow\"}}},\"cancel\"]");
    assertEquals(
        Questions.json(
            "{\"decision\":{\"applyNetworkPolicyAmendment\":{\"network_policy_amendment\":"
                + "{\"host\":\"approve.test\",\"action\":\"allow\"}}}}"),
        reply("0").path("result"));
    ApprovalRequest.Command command = assertInstanceOf(ApprovalRequest.Command.class, asked.get(0));
    assertEquals(ApprovalKind.NETWORK, command.kind());
    assertEquals("approve.test", command.network().orElseThrow().host());
    assertTrue(command.command().isEmpty());
    assertFalse(command.cwd().isEmpty());
  }

  @Test
  void the_forms_of_before_the_v2_protocol_name_the_thread_a_conversation() throws Exception {
    run(options().approvals(answering(ApprovalDecision.allow())));
    ask(
        "\"a\"",
        "execCommandApproval",
        "\"conversationId\":\"thread-1\",\"callId\":\"c\",\"command\":[\"ls\",\"a b\"],\"cwd\":\"/w\","
            + "\"parsedCmd\":[{\"type\":\"list_files\",\"cmd\":\"ls\",\"path\":\"a b\"}]");
    assertEquals(Questions.json("{\"decision\":\"approved\"}"), reply("\"a\"").path("result"));
    ApprovalRequest.Command command = (ApprovalRequest.Command) asked.get(0);
    assertEquals("ls 'a b'", command.command());
    assertEquals("ls", command.actions().get(0).command());
    ask(
        "1",
        "applyPatchApproval",
        "\"conversationId\":\"thread-1\",\"callId\":\"p\",\"fileChanges\":{\"/w/a\":{\"type\":\"update\","
            + "\"unified_diff\":\"@@ -1 +1 @@\\n-a\\n+b\\n\",\"move_path\":\"/w/b\"},\"/w/c\":"
            + "{\"type\":\"add\",\"content\":\"new\\n\"}}");
    assertEquals(Questions.json("{\"decision\":\"approved\"}"), reply("1").path("result"));
    ApprovalRequest.FileChange change = (ApprovalRequest.FileChange) asked.get(1);
    assertEquals("/w/a", change.changes().get(0).path());
    assertEquals("/w/b", change.changes().get(0).movePath().orElseThrow());
    assertEquals("add", change.changes().get(1).kind());
    assertEquals("new\n", change.changes().get(1).diff());
  }

  @Test
  void an_elicitation_outside_of_a_turn_is_asked_too() throws Exception {
    server.open(options().approvals(answering(ApprovalDecision.allow())));
    ask(
        "0",
        "mcpServer/elicitation/request",
        "\"threadId\":\"thread-1\",\"turnId\":null,\"serverName\":\"srv\",\"mode\":\"url\","
            + "\"message\":\"Log in\",\"url\":\"https://example.com/\",\"elicitationId\":\"e\"");
    assertEquals("accept", reply("0").at("/result/action").asText());
    assertEquals("", asked.get(0).turnId());
    await().until(() -> outcomes.size() == 1);
  }

  @Test
  void an_elicitation_is_one_request_with_one_reply() throws Exception {
    run(options().approvals(answering(ApprovalDecision.allow())));
    String form = ",\"serverName\":\"srv\",\"mode\":\"form\",\"message\":\"Who?\"";
    ask("0", "mcpServer/elicitation/request", IDS + form);
    assertEquals("accept", reply("0").at("/result/action").asText());
    ask("1", "mcpServer/elicitation/request", IDS.replace("turn-1", "turn-2") + form);
    assertEquals("decline", reply("1").at("/result/action").asText());
    ask("2", "item/commandExecution/requestApproval", COMMAND);
    assertEquals("accept", reply("2").at("/result/decision").asText());
    await().until(() -> outcomes.size() == 3);
    assertEquals(
        List.of(ApprovalKind.ELICITATION, ApprovalKind.ELICITATION, ApprovalKind.COMMAND),
        outcomes.stream().map(outcome -> outcome.request().kind()).toList());
  }

  @Test
  void an_approval_of_a_turn_that_does_not_run_is_declined_without_asking() throws Exception {
    server.open(options().approvals(answering(ApprovalDecision.allow())));
    ask("0", "item/commandExecution/requestApproval", COMMAND);
    assertEquals("decline", reply("0").at("/result/decision").asText());
    assertTrue(asked.isEmpty());
    await().until(() -> outcomes.size() == 1);
    assertEquals(DecisionSource.REFUSAL, outcomes.get(0).decider());
    assertEquals("its turn does not run", outcomes.get(0).by());
  }

  @Test
  void an_approval_that_comes_twice_is_answered_once() throws Exception {
    CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
    run(
        options()
            .approvals(
                request -> {
                  asked.add(request);
                  return answer;
                }));
    ask("7", "item/commandExecution/requestApproval", COMMAND);
    ask("7", "item/commandExecution/requestApproval", COMMAND);
    ask("8", "unknown/method", IDS);
    assertEquals(-32601, reply("8").at("/error/code").asInt());
    answer.complete(ApprovalDecision.allow());
    assertEquals("accept", reply("7").at("/result/decision").asText());
    ask("9", "unknown/method", IDS);
    reply("9");
    assertEquals(1, asked.size());
  }

  @Test
  void no_late_answer_is_sent_after_codex_withdrew_the_approval() throws Exception {
    CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
    run(
        options()
            .approvals(
                request -> {
                  asked.add(request);
                  return answer;
                }));
    ask("7", "item/commandExecution/requestApproval", COMMAND);
    await().until(() -> asked.size() == 1);
    server.notify("serverRequest/resolved", "{\"threadId\":\"thread-1\",\"requestId\":7}");
    await().until(answer::isCancelled);
    assertEquals(DecisionSource.WITHDRAWN, outcomes.get(0).decider());
    assertEquals("Codex withdrew it", outcomes.get(0).by());
    ask("8", "unknown/method", IDS);
    reply("8");
    assertTrue(server.nothingWaits());
  }

  @Test
  void a_tool_call_that_codex_withdrew_is_cancelled_and_the_turn_no_longer_waits()
      throws Exception {
    CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
    List<HostRequest.DynamicToolCall> called = new CopyOnWriteArrayList<>();
    Turn turn =
        run(
            options()
                .services(
                    new HostServices() {
                      @Override
                      public CompletionStage<ToolAnswer> callTool(
                          HostRequest.DynamicToolCall call) {
                        called.add(call);
                        return answer;
                      }
                    }));
    ask("7", "item/tool/call", IDS + ",\"callId\":\"t1\",\"tool\":\"echo\",\"arguments\":{}");
    await().until(() -> called.size() == 1);
    assertEquals(TurnState.WAITING_ON_HOST, turn.state());
    server.notify("serverRequest/resolved", "{\"threadId\":\"thread-1\",\"requestId\":7}");
    await().until(answer::isCancelled);
    await().until(() -> turn.state() == TurnState.RUNNING);
    ask("8", "unknown/method", IDS);
    reply("8");
    assertTrue(server.nothingWaits());
  }

  private ApprovalOutcome outcomeWith(SessionOptions.Builder options) throws Exception {
    Turn turn = run(options);
    ask("0", "item/commandExecution/requestApproval", COMMAND);
    reply("0");
    await().until(() -> outcomes.size() == 1);
    server.turnCompleted(FakeAppServer.TURN, "completed");
    turn.result().get(60, TimeUnit.SECONDS);
    return outcomes.get(0);
  }

  @Test
  void the_policy_decides_before_the_handler() throws Exception {
    ApprovalOutcome outcome =
        outcomeWith(
            options()
                .policy(
                    request ->
                        ApprovalPolicy.Ruling.of(ApprovalDecision.allowForSession(), "my rule"))
                .approvals(answering(ApprovalDecision.decline())));
    assertEquals(DecisionSource.POLICY, outcome.decider());
    assertEquals("my rule", outcome.by());
    assertEquals(ApprovalDecision.Kind.ALLOW_FOR_SESSION, outcome.applied().orElseThrow());
    assertTrue(asked.isEmpty());
  }

  @Test
  void the_handler_decides_what_the_policy_does_not() throws Exception {
    ApprovalOutcome outcome =
        outcomeWith(
            options().policy(ApprovalPolicy.none()).approvals(answering(ApprovalDecision.allow())));
    assertEquals(DecisionSource.HANDLER, outcome.decider());
    assertEquals(1, asked.size());
  }

  @Test
  void without_policy_and_handler_everything_is_denied() throws Exception {
    ApprovalOutcome outcome = outcomeWith(options());
    assertEquals(DecisionSource.POLICY, outcome.decider());
    assertEquals(ApprovalDecision.Kind.DECLINE, outcome.applied().orElseThrow());
  }

  @Test
  void what_neither_policy_nor_handler_decides_is_declined() throws Exception {
    ApprovalOutcome outcome = outcomeWith(options().policy(ApprovalPolicy.none()));
    assertEquals(DecisionSource.REFUSAL, outcome.decider());
    assertEquals(ApprovalDecision.Kind.DECLINE, outcome.applied().orElseThrow());
  }

  @Test
  void a_policy_that_fails_has_declined_although_the_handler_would_allow() throws Exception {
    ApprovalOutcome outcome =
        outcomeWith(
            options()
                .policy(
                    request -> {
                      throw new IllegalStateException("broken rule");
                    })
                .approvals(answering(ApprovalDecision.allow())));
    assertEquals(DecisionSource.REFUSAL, outcome.decider());
    assertTrue(outcome.by().contains("broken rule"), outcome.by());
    assertTrue(asked.isEmpty());
  }

  @Test
  void an_audit_that_fails_harms_nothing() throws Exception {
    Turn turn =
        run(
            SessionOptions.builder()
                .approvals(answering(ApprovalDecision.allow()))
                .audit(
                    outcome -> {
                      throw new IllegalStateException("disk full");
                    }));
    ask("0", "item/commandExecution/requestApproval", COMMAND);
    assertEquals("accept", reply("0").at("/result/decision").asText());
    server.turnCompleted(FakeAppServer.TURN, "completed");
    assertEquals(TurnStatus.COMPLETED, turn.result().get(60, TimeUnit.SECONDS).status());
  }

  @Test
  void what_belongs_to_no_thread_is_answered_by_the_connection() throws Exception {
    server.open(options());
    ask("0", "account/chatgptAuthTokens/refresh", "\"reason\":\"unauthorized\"");
    assertEquals(-32601, reply("0").at("/error/code").asInt());
    ask("1", "attestation/generate", "");
    assertEquals(-32601, reply("1").at("/error/code").asInt());
    ask("2", "currentTime/read", "\"threadId\":\"another\"");
    assertEquals(-32601, reply("2").at("/error/code").asInt());
    ask("3", "currentTime/read", "\"threadId\":\"thread-1\"");
    assertTrue(reply("3").at("/result/currentTimeAt").asLong() > 1_700_000_000L);
  }
}
