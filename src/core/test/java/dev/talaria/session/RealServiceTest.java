package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the real Codex asks of the host besides decisions, and what comes of the answers. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealServiceTest {

  @TempDir Path workspace;

  private static final ModelScript LOOKS_UP =
      ModelScript.builder()
          .reply(OutputItem.call("look_up", Map.of("id", "A-1")))
          .text("done")
          .build();

  private static final DynamicTool LOOK_UP =
      new DynamicTool(
          "look_up",
          "Looks a ticket up.",
          JsonNodeFactory.instance.objectNode().put("type", "object"));

  /** A host with one tool. */
  private static HostServices tool(
      Function<HostRequest.DynamicToolCall, CompletionStage<ToolAnswer>> tool) {
    return new HostServices() {
      @Override
      public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
        return tool.apply(call);
      }
    };
  }

  private String toldByTool(HostServices services, boolean succeeds) {
    try (CodexLab lab = new CodexLab(workspace, LOOKS_UP);
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .dynamicTool(LOOK_UP)
                    .services(services)
                    .toolTimeout(Duration.ofSeconds(4))
                    .build())) {
      TurnResult result = session.runTurn("go");
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals(1, result.toolIterations());
      assertTrue(lab.asked.isEmpty(), "a tool of the host needs no approval");
      String told = lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
      assertEquals(succeeds, told.contains("ticket open"), told);
      return told;
    }
  }

  @Test
  void a_tool_of_the_host_is_called_with_its_arguments() {
    List<HostRequest.DynamicToolCall> calls = new CopyOnWriteArrayList<>();
    toldByTool(
        tool(
            call -> {
              calls.add(call);
              return CompletableFuture.completedFuture(ToolAnswer.text("ticket open"));
            }),
        true);
    HostRequest.DynamicToolCall call = calls.get(0);
    assertEquals("look_up", call.tool());
    assertEquals("A-1", call.arguments().path("id").asText());
    assertEquals("call_1_1", call.origin().itemId());
    assertFalse(call.origin().turnId().isEmpty());
  }

  @Test
  void a_tool_that_fails_tells_the_model_why_and_the_turn_goes_on() {
    String told =
        toldByTool(
            tool(
                call ->
                    CompletableFuture.failedFuture(
                        new IllegalStateException(
                            "no such ticket, token=sk-abcdefghijklmnop1234"))),
            false);
    assertTrue(told.contains("no such ticket"), told);
    assertFalse(told.contains("abcdefghijklmnop"), told);
    assertTrue(
        toldByTool(
                tool(
                    call -> {
                      throw new IllegalStateException("broken");
                    }),
                false)
            .contains("broken"));
    assertTrue(toldByTool(tool(call -> null), false).contains("failed"));
    assertTrue(toldByTool(HostServices.NONE, false).contains("no tool look_up"));
  }

  @Test
  void a_tool_that_never_answers_has_failed_after_its_time() {
    String told = toldByTool(tool(call -> new CompletableFuture<>()), false);
    assertTrue(told.contains("no answer within 4 s"), told);
  }

  @Test
  void an_interrupt_cancels_the_call_of_a_tool() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
    HostServices waits =
        tool(
            call -> {
              called.countDown();
              return answer;
            });
    try (CodexLab lab = new CodexLab(workspace, LOOKS_UP);
        CodexSession session =
            lab.codex.openSession(lab.options().dynamicTool(LOOK_UP).services(waits).build())) {
      Turn turn = session.startTurn(TurnInput.of("go"), TurnListener.NONE);
      assertTrue(called.await(60, TimeUnit.SECONDS));
      turn.interrupt();
      assertEquals(TurnStatus.INTERRUPTED, turn.result().get(60, TimeUnit.SECONDS).status());
      assertTrue(answer.isCancelled());
    }
  }

  /** A table that older versions refuse to load. */
  private static final String REMINDER =
      "[features.current_time_reminder]\nenabled = true\nclock_source = \"external\"";

  @Test
  void the_hosts_time_reaches_the_model_where_codex_asks_for_it() {
    boolean asks = MeasuredFact.HOST_CLOCK.isIn(CodexLab.version());
    HostServices clock =
        new HostServices() {
          @Override
          public CompletionStage<Instant> currentTime(HostRequest.CurrentTime request) {
            return CompletableFuture.completedFuture(Instant.ofEpochSecond(1_700_000_000));
          }
        };
    try (CodexLab lab =
            new CodexLab(
                workspace,
                ModelScript.texts("hello"),
                config -> asks ? config.table(REMINDER) : config);
        CodexSession session = lab.codex.openSession(lab.options().services(clock).build())) {
      TurnResult result = session.runTurn("what time is it?");
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      String seen = lab.model.requests().get(0).body().toString();
      assertEquals(asks, seen.contains("2023-11-14 22:13:20"), seen);
    }
  }

  private static String token(String account) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String claims =
        "{\"email\":\"a@b.c\",\"exp\":%d,\"https://api.openai.com/auth\":{\"chatgpt_plan_type\":"
            + "\"pro\",\"chatgpt_account_id\":\"%s\",\"chatgpt_user_id\":\"u-1\"}}";
    return base64.encodeToString(
            "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(
            claims
                .formatted(Instant.now().getEpochSecond() + 3600, account)
                .getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString("{\"s\":0}".getBytes(StandardCharsets.UTF_8));
  }

  /** A provider that wants a ChatGPT login, and a Codex that asks nobody else. */
  private static ScratchCodexHome.Builder withLogin(ScratchCodexHome.Builder config) {
    return config
        .rootKey("chatgpt_base_url", "http://127.0.0.1:9/backend-api")
        .providerKey("requires_openai_auth", true)
        .providerKey("supports_websockets", false)
        .withoutKey();
  }

  private static void logIn(Codex codex, String token) {
    codex.call(
        "account/login/start",
        Map.of(
            "type", "chatgptAuthTokens",
            "accessToken", token,
            "chatgptAccountId", "acc-1",
            "chatgptPlanType", "pro"),
        JsonNode.class,
        Duration.ofSeconds(20));
  }

  @Test
  void refused_tokens_are_refreshed_by_the_host_and_stay_out_of_the_recording() throws Exception {
    String fresh = token("acc-1") + "fresh";
    List<HostRequest.AuthTokensRefresh> requests = new CopyOnWriteArrayList<>();
    HostServices services =
        new HostServices() {
          @Override
          public CompletionStage<AuthTokens> authTokens(HostRequest.AuthTokensRefresh request) {
            requests.add(request);
            return CompletableFuture.completedFuture(new AuthTokens(fresh, "acc-1", "pro"));
          }
        };
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(401, "token_expired", "expired"))
            .text("hello")
            .build();
    Path recording = workspace.resolve("recording.jsonl");
    try (CodexLab lab = new CodexLab(workspace, script, RealServiceTest::withLogin);
        Codex codex = Codex.launch(lab.launchOptions().recordTo(recording).build(), services)) {
      logIn(codex, token("acc-1"));
      try (CodexSession session = codex.openSession(lab.options().build())) {
        TurnResult result = session.runTurn("go");
        assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      }
      assertEquals("unauthorized", requests.get(0).reason());
      assertEquals("acc-1", requests.get(0).previousAccountId());
      assertEquals(2, lab.model.requests().size(), "Codex tried again with the new token");
    }
    String recorded = Files.readString(recording);
    assertTrue(recorded.contains("account/chatgptAuthTokens/refresh"));
    assertFalse(recorded.contains(fresh), "the token is in the recording");
  }

  @Test
  void without_that_service_a_refused_token_fails_the_turn() {
    ModelScript script =
        ModelScript.builder().reply(Reply.apiError(401, "token_expired", "expired")).build();
    try (CodexLab lab = new CodexLab(workspace, script, RealServiceTest::withLogin)) {
      logIn(lab.codex, token("acc-1"));
      try (CodexSession session = lab.codex.openSession(lab.options().build())) {
        TurnResult result = session.runTurn("go");
        assertEquals(TurnStatus.FAILED, result.status());
        assertTrue(result.error().message().contains("refresh"), result.error().message());
      }
    }
  }

  @Test
  void an_attestation_goes_with_the_models_request_where_codex_asks_for_it() {
    HostServices services =
        new HostServices() {
          @Override
          public CompletionStage<String> attestation(HostRequest.Attestation request) {
            return CompletableFuture.completedFuture("proof-1");
          }
        };
    try (CodexLab lab =
            new CodexLab(
                workspace,
                ModelScript.builder().repeat().text("hello").build(),
                RealServiceTest::withLogin);
        Codex codex =
            Codex.launch(lab.launchOptions().requestAttestation(true).build(), services)) {
      logIn(codex, token("acc-1"));
      try (CodexSession session = codex.openSession(lab.options().build())) {
        // Codex soon goes on without one, and says so in the header: {"v":1,"s":1}.
        String header = "";
        for (int i = 0; i < 20 && !header.contains("proof-1"); i++) {
          assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
          header =
              lab.model.requests().get(i).headers().getOrDefault("x-oai-attestation", List.of())
                  + "";
        }
        assertEquals(
            MeasuredFact.ATTESTATION.isIn(CodexLab.version()), header.contains("proof-1"), header);
      }
    }
  }
}
