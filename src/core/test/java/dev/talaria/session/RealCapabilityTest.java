package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.ConnectionListener;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each capability against the Codex under test: what is said of a version is so. */
@Timeout(120)
class RealCapabilityTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ModelScript HANGS =
      ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5)).build();

  @TempDir Path workspace;

  private static boolean has(MeasuredFact fact) {
    return fact.isIn(CodexLab.version());
  }

  /** The result, or the refusal's text in {@code refused}. */
  private static JsonNode call(CodexLab lab, String method, Map<String, ?> params) {
    try {
      return lab.codex.call(method, params, JsonNode.class, LIMIT);
    } catch (RpcException refusal) {
      return JsonNodeFactory.instance.objectNode().put("refused", refusal.getMessage());
    }
  }

  private Optional<String> profileOf(Object permissions) {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      JsonNode thread = call(lab, "thread/start", Map.of("permissions", permissions));
      return thread.has("refused")
          ? Optional.empty()
          : Optional.of(thread.at("/activePermissionProfile/id").asText());
    }
  }

  @Test
  void permissions_are_an_id_or_an_object_or_ignored() {
    boolean byId = has(MeasuredFact.PERMISSIONS_BY_ID);
    boolean asObject = has(MeasuredFact.PERMISSIONS_AS_OBJECT);
    Optional<String> ofId = profileOf(":workspace");
    Optional<String> ofObject = profileOf(Map.of("type", "profile", "id", ":workspace"));
    if (!byId && !asObject) {
      assertEquals(Optional.of(""), ofId);
      assertEquals(Optional.of(""), ofObject);
      assertFalse(has(MeasuredFact.BUILT_IN_PROFILES));
    } else {
      assertTrue(has(MeasuredFact.BUILT_IN_PROFILES));
      assertEquals(byId ? Optional.of(":workspace") : Optional.empty(), ofId);
      assertEquals(asObject ? Optional.of(":workspace") : Optional.empty(), ofObject);
    }
  }

  @Test
  void methods_and_values_come_and_go() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      String list = call(lab, "permissionProfile/list", Map.of()).path("refused").asText();
      assertEquals(
          has(MeasuredFact.PERMISSION_PROFILE_LIST), !list.contains("unknown variant"), list);
      String terminals =
          call(lab, "thread/backgroundTerminals/list", Map.of("threadId", "x"))
              .path("refused")
              .asText();
      assertEquals(
          has(MeasuredFact.BACKGROUND_TERMINAL_LIST),
          !terminals.contains("unknown variant"),
          terminals);
      String rollback =
          call(lab, "thread/rollback", Map.of("threadId", "x", "numTurns", 1))
              .path("refused")
              .asText();
      assertEquals(
          has(MeasuredFact.THREAD_ROLLBACK), !rollback.contains("unknown variant"), rollback);
      JsonNode onFailure = call(lab, "thread/start", Map.of("approvalPolicy", "on-failure"));
      assertEquals(has(MeasuredFact.ON_FAILURE_APPROVALS), !onFailure.has("refused"));
    }
  }

  @Test
  void an_interrupt_without_a_turn_is_refused_or_never_answered() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      Map<String, String> params = Map.of("threadId", session.threadId(), "turnId", "none");
      Class<?> outcome = Void.class;
      try {
        lab.codex.call("turn/interrupt", params, JsonNode.class, Duration.ofSeconds(2));
      } catch (TalariaException refusal) {
        outcome = refusal.getClass();
      }
      assertEquals(
          has(MeasuredFact.ANSWERS_EVERY_INTERRUPT)
              ? RpcException.class
              : RequestTimeoutException.class,
          outcome);
    }
  }

  @Test
  void an_interrupt_of_another_turn_is_refused_or_hits_the_one_that_runs() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, HANGS);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      await().until(() -> heard.deltas > 0);
      JsonNode reply =
          call(lab, "turn/interrupt", Map.of("threadId", session.threadId(), "turnId", "wrong"));
      assertEquals(has(MeasuredFact.CHECKS_INTERRUPTED_TURN), reply.has("refused"));
      if (has(MeasuredFact.CHECKS_INTERRUPTED_TURN)) {
        assertFalse(turn.result().isDone());
        turn.interrupt();
      }
      assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
    }
  }

  @Test
  void a_second_start_names_the_running_turn_or_one_that_never_is() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, HANGS);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      await().until(() -> heard.deltas > 0);
      JsonNode second =
          call(
              lab,
              "turn/start",
              Map.of(
                  "threadId",
                  session.threadId(),
                  "input",
                  List.of(Map.of("type", "text", "text", "more"))));
      turn.interrupt();
      String running = turn.result().get(60, TimeUnit.SECONDS).turnId();
      String named = second.at("/turn/id").asText();
      assertFalse(named.isEmpty());
      if (has(MeasuredFact.SECOND_START_NAMES_RUNNING_TURN)) {
        assertEquals(running, named);
      } else {
        assertNotEquals(running, named);
      }
    }
  }

  @Test
  void a_writable_session_leaves_its_marks_on_old_versions() throws IOException {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"));
        CodexSession session =
            lab.codex.openSession(lab.options().sandbox(SandboxMode.WORKSPACE_WRITE).build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      boolean trusted = Files.readString(lab.home.configFile()).contains("trust_level");
      assertEquals(has(MeasuredFact.TRUSTS_WRITABLE_WORKSPACES), trusted);
    }
  }

  @Test
  void a_writable_session_leaves_a_codex_file_on_the_oldest_version() {
    ModelScript runs =
        ModelScript.builder()
            .reply(OutputItem.call("exec_command", Map.of("cmd", "true")))
            .text("done")
            .build();
    try (CodexLab lab = new CodexLab(workspace, runs);
        CodexSession session =
            lab.codex.openSession(lab.options().sandbox(SandboxMode.WORKSPACE_WRITE).build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
    }
    assertEquals(
        has(MeasuredFact.LEAVES_CODEX_FILE), Files.isRegularFile(workspace.resolve(".codex")));
  }

  @Test
  void the_model_is_offered_the_tools_of_the_version() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"), CodexLab::withMcpServer);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("go");
      JsonNode tools = lab.model.requests().get(0).body().path("tools");
      assertEquals(
          has(MeasuredFact.PLAN_TOOL), tools.findValuesAsText("name").contains("update_plan"));
      assertEquals(
          has(MeasuredFact.MCP_TOOLS_BEHIND_SEARCH), !tools.toString().contains("mcp__srv"));
    }
  }

  @Test
  void a_429_is_tried_again_or_not() {
    ModelScript limited =
        ModelScript.builder()
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow").header("Retry-After", "1"))
            .text("then")
            .build();
    try (CodexLab lab = new CodexLab(workspace, limited, config -> config.retries(0, 1));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      boolean again = has(MeasuredFact.RETRIES_RATE_LIMIT);
      assertEquals(
          again ? TurnStatus.COMPLETED : TurnStatus.FAILED, session.runTurn("go").status());
      assertEquals(again ? 2 : 1, lab.model.requests().size());
    }
  }

  @Test
  void notifications_hold_what_the_version_puts_in() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("the answer"))) {
      WireListener wire = new WireListener();
      lab.codex.listen(wire);
      String thread = call(lab, "thread/start", Map.of()).at("/thread/id").asText();
      call(
          lab,
          "turn/start",
          Map.of("threadId", thread, "input", List.of(Map.of("type", "text", "text", "go"))));
      await().atMost(LIMIT).until(() -> wire.completed);
      assertEquals(has(MeasuredFact.ITEM_TIMES), wire.itemParams.has("completedAtMs"));
    }
  }

  /** Remembers the last completed item and whether the turn has ended. */
  private static final class WireListener implements ConnectionListener {
    volatile boolean completed;
    volatile JsonNode itemParams;

    @Override
    public void notification(ServerNotification notification) {
      if (notification instanceof ServerNotification.ItemCompleted item) {
        itemParams = item.params();
      }
      completed |= notification instanceof ServerNotification.TurnCompleted;
    }
  }

  @Test
  void a_resumed_thread_has_its_settings_or_the_configs() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      String thread;
      try (CodexSession session =
          lab.codex.openSession(
              lab.options().sandbox(SandboxMode.DANGER_FULL_ACCESS).cwd(workspace).build())) {
        session.runTurn("go");
        thread = session.threadId();
      }
      // Codex 0.169.0 lets one process at a time write a thread.
      lab.codex.close();
      try (Codex again = lab.launch()) {
        JsonNode resumed =
            again.call("thread/resume", Map.of("threadId", thread), JsonNode.class, LIMIT);
        assertEquals(
            has(MeasuredFact.RESUME_RESTORES_SETTINGS),
            resumed.at("/sandbox/type").asText().equals("dangerFullAccess"),
            resumed.path("sandbox").toString());
      }
    }
  }

  @Test
  void a_thread_that_is_left_is_unloaded_or_kept() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      try (CodexSession session = lab.codex.openSession(lab.options().build())) {
        session.runTurn("go");
      }
      JsonNode loaded = call(lab, "thread/loaded/list", Map.of());
      assertEquals(has(MeasuredFact.UNLOADS_AT_ONCE), loaded.path("data").isEmpty(), loaded + "");
    }
  }

  @Test
  void sub_agents_have_a_switch_or_it_is_refused() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts())) {
      JsonNode thread =
          call(
              lab,
              "thread/start",
              Map.of("ephemeral", true, "config", Map.of("agents.enabled", false)));
      assertEquals(has(MeasuredFact.SUB_AGENTS_SWITCH), !thread.has("refused"), thread + "");
    }
  }
}
