package dev.talaria.llm;

import static dev.talaria.llm.LlmLab.failure;
import static dev.talaria.llm.LlmLab.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.call.ModelChoice;
import dev.talaria.llm.ratelimit.RateLimitSignal;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference's cases 1 to 14 against scripted events of the app-server, each with the number
 * that it has there, and its known defects with the better outcome.
 */
@Timeout(60)
class ReferenceCasesTest {

  private static final String ENVELOPE =
      "\"{\\\"type\\\":\\\"error\\\",\\\"status\\\":400,\\\"error\\\":{\\\"type\\\":"
          + "\\\"invalid_request_error\\\",\\\"message\\\":\\\"The 'gpt-5.3-codex' model is not"
          + " supported when using Codex with a ChatGPT account.\\\"}}\"";

  @TempDir Path cwd;

  private final GovernorProbe governor = new GovernorProbe(6, true);

  private ScriptedCalls.Played play(ScriptedCalls script) throws Exception {
    return script.play(cwd, runtime -> runtime);
  }

  private ScriptedCalls.Played governed(ScriptedCalls script) throws Exception {
    UnaryOperator<CodexLlmRuntime.Builder> with = runtime -> runtime.pacing(governor);
    return script.play(cwd, with);
  }

  private static LoopRequest.Builder loop() {
    return LoopRequest.builder("prompt");
  }

  private static ObjectRequest<JsonNode> answerObject() throws Exception {
    return ObjectRequest.builder(
            "prompt",
            WireJson.mapper()
                .readTree(
                    "{\"type\":\"object\",\"properties\":{\"answer\":{\"type\":\"string\"}},"
                        + "\"required\":[\"answer\"]}"))
        .build();
  }

  private static final String ANSWER_SCHEMA =
      ",\"outputSchema\":{\"type\":\"object\",\"properties\":{\"answer\":{\"type\":\"string\"}},"
          + "\"additionalProperties\":false,\"required\":[\"answer\"]}";

  @Test
  void case_1_text_with_the_role_selected_model_and_metrics() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.4", "system\\n\\nprompt")
            .message("\"hello\"")
            .usage(3, 4)
            .completed();
    List<LlmMetrics> metrics = new CopyOnWriteArrayList<>();
    try (ScriptedCalls.Played played = play(script)) {
      TextRequest request =
          TextRequest.builder("prompt")
              .system("system")
              .role(Role.TRIAGE)
              .onMetrics(metrics::add)
              .build();
      assertEquals("hello", get(played.llm.generateText(request)));
      assertEquals(1, metrics.size());
      assertEquals(new LlmUsage(3, 0, 4, 0, 7), metrics.get(0).usage());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void case_2_structured_output_is_generated_and_validated() throws Exception {
    ScriptedCalls script = new ScriptedCalls();
    script
        .turn(script.thread("gpt-5.5"), "prompt", ANSWER_SCHEMA)
        .message("\"{\\\"answer\\\":\\\"yes\\\"}\"")
        .completed();
    try (ScriptedCalls.Played played = play(script)) {
      JsonNode answer = get(played.llm.generateObject(answerObject()));
      assertEquals("{\"answer\":\"yes\"}", answer.toString());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void case_3_invalid_json_is_a_structured_output_error() throws Exception {
    ScriptedCalls script = new ScriptedCalls();
    script
        .turn(script.thread("gpt-5.5"), "prompt", ANSWER_SCHEMA)
        .message("\"not json\"")
        .completed();
    try (ScriptedCalls.Played played = play(script)) {
      LlmException error = failure(played.llm.generateObject(answerObject()));
      assertTrue(error.getMessage().contains("Codex structured output failed validation"));
    }
  }

  @Test
  void defect_9_a_thread_that_cannot_be_closed_does_not_hide_the_answer() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls().run("gpt-5.5", "prompt").message("\"hello\"").completed().notClosed();
    try (ScriptedCalls.Played played = play(script)) {
      assertEquals("hello", get(played.llm.generateText(TextRequest.of("prompt"))));
      assertEquals(List.of(), played.server.differences());
    }
  }

  private void recovers(ScriptedCalls first) throws Exception {
    ScriptedCalls script = first.run("gpt-5.5", "prompt").message("\"ok\"").completed();
    try (ScriptedCalls.Played played = governed(script)) {
      assertEquals("ok", get(played.llm.generateText(TextRequest.of("prompt"))));
      assertEquals(2, governor.waited.size());
      assertEquals(1, governor.rejected().size());
      RateLimitSignal signal = governor.rejected().get(0);
      assertEquals("codex", signal.provider());
      assertEquals(Optional.of("opaque"), signal.type());
      // Defect 5: what passes is told, too, so that the pressure can end.
      assertEquals(RateLimitSignal.Status.ALLOWED, governor.reported.get(1).status());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void case_4_a_rate_limit_is_reported_and_the_call_tried_again() throws Exception {
    recovers(new ScriptedCalls().run("gpt-5.5", "prompt").failed("\"429 rate limit exceeded\""));
  }

  @Test
  void case_5_a_rate_limit_that_refuses_the_turn_is_reported_and_tried_again() throws Exception {
    recovers(
        new ScriptedCalls().refused("gpt-5.5", "prompt", "ThreadError: 429 rate limit exceeded"));
  }

  @Test
  void case_6_without_a_governor_nothing_is_tried_again() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls().run("gpt-5.5", "prompt").failed("\"429 rate limit exceeded\"");
    try (ScriptedCalls.Played played = play(script)) {
      LlmException error = failure(played.llm.generateText(TextRequest.of("prompt")));
      assertTrue(error.getMessage().contains("rate limit"));
      assertEquals(LlmException.Kind.RATE_LIMIT, error.kind());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void case_7_the_token_reaches_the_governor() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls().run("gpt-5.5", "prompt").message("\"ok\"").completed();
    CancellationToken token = CancellationToken.create();
    try (ScriptedCalls.Played played = governed(script)) {
      TextRequest request = TextRequest.builder("prompt").cancellation(token).build();
      assertEquals("ok", get(played.llm.generateText(request)));
      assertEquals(1, governor.waited.size());
      assertFalse(governor.waited.get(0).isCancelled());
    }
    governor.paused = true;
    try (ScriptedCalls.Played played = governed(new ScriptedCalls())) {
      LoopRequest request = loop().cancellation(token).build();
      CompletableFuture<LoopResult> waiting = played.llm.runAgentLoop(request);
      token.cancel();
      assertEquals(StopReason.CANCELLED, get(waiting).stopReason());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void case_8_a_loop_that_ends_in_spite_of_the_interrupt_is_natural() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .item("started", "{\"type\":\"agentMessage\",\"id\":\"m\",\"text\":\"\"}")
            .event(
                "item/agentMessage/delta",
                "\"threadId\":\"thread-1\",\"turnId\":\"turn-1\",\"itemId\":\"m\",\"delta\":\"o\"")
            .interrupt()
            .message("\"ok\"")
            .completed();
    CancellationToken token = CancellationToken.create();
    CountDownLatch streaming = new CountDownLatch(1);
    try (ScriptedCalls.Played played = play(script)) {
      LoopRequest request =
          loop().cancellation(token).onDelta(delta -> streaming.countDown()).build();
      CompletableFuture<LoopResult> call = played.llm.runAgentLoop(request);
      assertTrue(streaming.await(60, TimeUnit.SECONDS));
      token.cancel();
      LoopResult result = get(call);
      assertEquals(StopReason.NATURAL, result.stopReason());
      assertEquals("ok", result.finalText());
    }
  }

  @Test
  void case_9_a_turn_whose_action_did_not_end_counts_one_step() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .mcpStarted("wiki_search")
            .message("\"done\"")
            .usage(1, 1)
            .completed();
    try (ScriptedCalls.Played played = play(script)) {
      LoopResult result = get(played.llm.runAgentLoop(loop().stepBudget(5).build()));
      assertEquals(StopReason.NATURAL, result.stopReason());
      assertEquals(1, result.metrics().stepCount());
      assertEquals(new LlmUsage(1, 0, 1, 0, 2), result.metrics().usage());
    }
  }

  @Test
  void case_10_a_failed_turn_is_an_error() throws Exception {
    ScriptedCalls script = new ScriptedCalls().run("gpt-5.5", "prompt").failed("\"boom\"");
    try (ScriptedCalls.Played played = play(script)) {
      LoopResult result = get(played.llm.runAgentLoop(loop().build()));
      assertEquals(StopReason.ERROR, result.stopReason());
      assertEquals("boom", result.error().orElseThrow().getMessage());
    }
  }

  @Test
  void case_11_a_failed_mcp_call_is_an_error_with_its_text_and_the_usage() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .mcpStarted("search")
            .mcpCompleted("search", "failed", ",\"error\":{\"message\":\"denied\"}")
            .usage(1, 1)
            .completed();
    try (ScriptedCalls.Played played = play(script)) {
      LoopResult result = get(played.llm.runAgentLoop(loop().build()));
      assertEquals(StopReason.ERROR, result.stopReason());
      assertEquals(
          "Codex runtime tool call failed: search: denied",
          result.error().orElseThrow().getMessage());
      assertEquals(1, result.metrics().stepCount());
      assertEquals(new LlmUsage(1, 0, 1, 0, 2), result.metrics().usage());
    }
  }

  @Test
  void case_12_the_budget_counts_mcp_calls_and_interrupts() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .mcpStarted("a")
            .usage(5, 2)
            .mcpCompleted("a", "completed", ",\"error\":null")
            .interrupt()
            .mcpStarted("b")
            .mcpCompleted("b", "completed", ",\"error\":null");
    script.event(
        "turn/completed",
        "\"threadId\":\"thread-1\",\"turn\":{\"id\":\"turn-1\",\"items\":[],"
            + "\"status\":\"interrupted\",\"error\":null}");
    try (ScriptedCalls.Played played = play(script)) {
      LoopResult result = get(played.llm.runAgentLoop(loop().stepBudget(1).build()));
      assertEquals(StopReason.BUDGET, result.stopReason());
      assertEquals(Optional.empty(), result.error());
      assertEquals(1, result.metrics().stepCount());
      // Defect 3: what it used until then is known.
      assertEquals(7, result.metrics().usage().totalTokens());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void case_13_the_budget_counts_commands() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .command("completed", 0)
            .command("failed", 1)
            .interrupt()
            .command("completed", 0)
            .completed();
    List<LoopStep> steps = new CopyOnWriteArrayList<>();
    try (ScriptedCalls.Played played = play(script)) {
      LoopResult result =
          get(played.llm.runAgentLoop(loop().stepBudget(2).onStep(steps::add).build()));
      assertEquals(StopReason.BUDGET, result.stopReason());
      assertEquals(Optional.empty(), result.error());
      assertEquals(2, result.metrics().stepCount());
      assertEquals(List.of(), result.toolFailures());
      assertEquals(List.of(1, 2), steps.stream().map(LoopStep::number).toList());
      assertTrue(steps.get(1).failed());
    }
  }

  @Test
  void case_14_the_errors_own_words_are_told_without_their_envelope() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls().run("gpt-5.5", "prompt").error(ENVELOPE, false).failed(ENVELOPE);
    try (ScriptedCalls.Played played = play(script)) {
      LlmException error = failure(played.llm.generateText(TextRequest.of("prompt")));
      assertEquals(
          "The 'gpt-5.3-codex' model is not supported when using Codex with a ChatGPT account.",
          error.getMessage());
      assertEquals(LlmException.Kind.MODEL_UNAVAILABLE, error.kind());
    }
  }

  @Test
  void defect_1_an_error_that_codex_retries_itself_is_none() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .error("\"Reconnecting... 1/5 (429 rate limit exceeded)\"", true)
            .message("\"recovered\"")
            .completed();
    try (ScriptedCalls.Played played = governed(script)) {
      assertEquals("recovered", get(played.llm.generateText(TextRequest.of("prompt"))));
      assertEquals(List.of(), governor.rejected());
    }
  }

  @Test
  void a_call_out_of_time_tells_what_codex_was_retrying() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .error("\"Reconnecting... 2/5 (no route to host)\"", true)
            .interrupted();
    try (ScriptedCalls.Played played = play(script)) {
      TextRequest request = TextRequest.builder("prompt").timeout(Duration.ofSeconds(1)).build();
      LlmException late = failure(played.llm.generateText(request));
      assertEquals(LlmException.Kind.TIMEOUT, late.kind());
      assertEquals(
          "the call did not end within 1000 ms. Codex was retrying after: Reconnecting... 2/5"
              + " (no route to host)",
          late.getMessage());
    }
  }

  @Test
  void a_chat_out_of_time_tells_the_same() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .error("\"Reconnecting... 2/5 (no route to host)\"", true)
            .interrupted();
    try (ScriptedCalls.Played played = play(script);
        ChatCalls calls =
            ChatCalls.on(played.codex)
                .cwd(cwd)
                .model("gpt-5.5")
                .isolation(Isolation.USER)
                .timeout(Duration.ofSeconds(1))
                .build()) {
      ChatCall call =
          ChatCall.builder(List.of(new ChatEntry.User(List.of(new InputPart.Text("prompt")))))
              .build();
      LlmException late = assertThrows(LlmException.class, () -> calls.reply(call));
      assertEquals(LlmException.Kind.TIMEOUT, late.kind());
      assertEquals(
          "the model did not reply within 1000 ms. Codex was retrying after: Reconnecting..."
              + " 2/5 (no route to host)",
          late.getMessage());
    }
  }

  @Test
  void defect_2_the_text_of_a_tool_that_failed_is_told_and_the_loop_may_go_on() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .mcpStarted("search")
            .mcpCompleted(
                "search",
                "failed",
                ",\"error\":null,\"result\":{\"content\":[{\"type\":\"text\","
                    + "\"text\":\"no such page\"}]}")
            .message("\"done without it\"")
            .completed();
    try (ScriptedCalls.Played played = play(script)) {
      LoopResult result =
          get(played.llm.runAgentLoop(loop().toolFailures(ToolFailurePolicy.REPORT).build()));
      assertEquals(StopReason.NATURAL, result.stopReason());
      assertEquals("done without it", result.finalText());
      assertEquals(List.of(new ToolFailure("search", "no such page")), result.toolFailures());
    }
  }

  @Test
  void defect_7_what_a_tool_says_is_no_rate_limit() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .mcpStarted("search")
            .mcpCompleted(
                "search", "failed", ",\"error\":{\"message\":\"HTTP 429 Too Many Requests\"}")
            .completed();
    try (ScriptedCalls.Played played = governed(script)) {
      LoopResult result = get(played.llm.runAgentLoop(loop().build()));
      assertEquals(LlmException.Kind.TOOL_FAILED, result.error().orElseThrow().kind());
      assertEquals(List.of(), governor.rejected());
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void defect_8_an_unsupported_model_is_an_error_of_the_loop_and_starts_nothing() throws Exception {
    UnaryOperator<CodexLlmRuntime.Builder> wrong =
        runtime -> runtime.models(ModelSlots.of(Map.of(Role.DEFAULT, " sonnet"))).pacing(governor);
    try (ScriptedCalls.Played played = new ScriptedCalls().play(cwd, wrong)) {
      LoopResult result = get(played.llm.runAgentLoop(loop().build()));
      assertEquals(StopReason.ERROR, result.stopReason());
      assertEquals(
          "Unsupported Codex model \" sonnet\". Use codex, default, or a gpt-* / codex-* model id.",
          result.error().orElseThrow().getMessage());
      assertEquals(
          LlmException.Kind.UNSUPPORTED_MODEL,
          failure(played.llm.generateText(TextRequest.of("hi"))).kind());
      assertEquals(List.of(), governor.waited);
      assertEquals(List.of(), played.server.differences());
    }
  }

  @Test
  void defect_13_a_cancelled_call_is_cancelled_also_after_an_error() throws Exception {
    ScriptedCalls script =
        new ScriptedCalls()
            .run("gpt-5.5", "prompt")
            .error("\"Reconnecting... 1/5\"", true)
            .item("started", "{\"type\":\"agentMessage\",\"id\":\"m\",\"text\":\"\"}")
            .event(
                "item/agentMessage/delta",
                "\"threadId\":\"thread-1\",\"turnId\":\"turn-1\",\"itemId\":\"m\",\"delta\":\"o\"")
            .interrupt()
            .failed("\"stream disconnected\"");
    CancellationToken token = CancellationToken.create();
    CountDownLatch streaming = new CountDownLatch(1);
    try (ScriptedCalls.Played played = play(script)) {
      CompletableFuture<LoopResult> call =
          played.llm.runAgentLoop(
              loop().cancellation(token).onDelta(delta -> streaming.countDown()).build());
      assertTrue(streaming.await(60, TimeUnit.SECONDS));
      token.cancel();
      assertEquals(StopReason.CANCELLED, get(call).stopReason());
    }
  }

  @Test
  void models_are_refused_or_passed_by_their_names() {
    List<String> refused = new ArrayList<>();
    for (String model : List.of("", "   ", "sonnet", "claude-sonnet-4-6", "gpt-", "gpt-5.5 x")) {
      try {
        ModelChoice.checked(model);
      } catch (LlmException e) {
        refused.add(model);
      }
    }
    assertEquals(6, refused.size());
    for (String model :
        List.of("gpt-5.4", " gpt-5.3-codex-spark ", "GPT-5.5", "codex", "default")) {
      assertEquals(model.trim(), ModelChoice.checked(model));
    }
  }
}
