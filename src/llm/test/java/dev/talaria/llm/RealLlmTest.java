package dev.talaria.llm;

import static dev.talaria.llm.LlmLab.failure;
import static dev.talaria.llm.LlmLab.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.Usage;
import dev.talaria.llm.call.ModelChoice;
import dev.talaria.llm.ratelimit.RateLimitSignal;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ModelCallObserver;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnObserver;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Model calls on the real Codex, its model scripted. */
@Timeout(120)
class RealLlmTest {

  @TempDir Path workspace;

  private final List<String> echoed = new CopyOnWriteArrayList<>();

  private final HostTool echo =
      HostTool.builder("echo_value")
          .description("Gives its argument back.")
          .parameters(
              "{\"type\":\"object\",\"properties\":{\"v\":{\"type\":\"string\"}},"
                  + "\"required\":[\"v\"]}")
          .run(
              call -> {
                String value = call.text("v").orElseThrow();
                echoed.add(value);
                return value.startsWith("bad")
                    ? ToolResult.failure("HTTP 429 from the warehouse: " + value)
                    : ToolResult.of(value);
              })
          .build();

  private static OutputItem call(String value) {
    return OutputItem.call("echo_value", Map.of("v", value));
  }

  record Verdict(String answer, int score, @Nullable String note) {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Nullable {}

  @Test
  void a_text_is_generated_by_the_model_of_the_role_in_a_thread_that_leaves_nothing()
      throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("hel", "lo")).usage(Usage.of(3, 4)))
            .build();
    List<LlmMetrics> metrics = new CopyOnWriteArrayList<>();
    StringBuffer deltas = new StringBuffer();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      String text =
          get(
              lab.llm.generateText(
                  TextRequest.builder("prompt")
                      .system("system")
                      .role(Role.TRIAGE)
                      .onMetrics(metrics::add)
                      .onDelta(deltas::append)
                      .build()));
      assertEquals("hello", text);
      assertEquals("hello", deltas.toString());
      assertEquals(1, metrics.size());
      assertEquals(new LlmUsage(3, 0, 4, 0, 7), metrics.get(0).usage());
      assertEquals(1, metrics.get(0).stepCount());
      JsonNode request = WireJson.mapper().readTree(lab.model.requests().get(0).json());
      assertEquals("gpt-5.4", request.path("model").asText());
      assertTrue(request.toString().contains("\"system\\n\\nprompt\""));
      assertFalse(request.toString().contains("web_search"));
      assertTrue(
          lab.codex
              .call("thread/list", Map.of(), JsonNode.class, Duration.ofSeconds(10))
              .path("data")
              .isEmpty());
    }
  }

  @Test
  void the_alias_is_what_codex_marks_as_its_default_model() throws Exception {
    try (LlmLab lab = new LlmLab(workspace, ModelScript.texts())) {
      ModelChoice choice = new ModelChoice(lab.codex);
      JsonNode listed =
          lab.codex.call("model/list", Map.of(), JsonNode.class, Duration.ofSeconds(10));
      String marked = "";
      for (JsonNode model : listed.path("data")) {
        marked = model.path("isDefault").asBoolean() ? model.path("id").asText() : marked;
      }
      assertFalse(marked.isEmpty());
      assertEquals(marked, choice.resolve(" codex "));
      assertEquals(marked, choice.resolve("default"));
      assertEquals("gpt-5.3-codex-spark", choice.resolve("gpt-5.3-codex-spark"));
    }
  }

  @Test
  void an_object_is_read_from_the_strict_form_of_its_type() throws Exception {
    try (LlmLab lab =
        new LlmLab(
            workspace, ModelScript.texts("{\"answer\":\"yes\",\"score\":7,\"note\":null}"))) {
      Verdict verdict =
          get(lab.llm.generateObject(ObjectRequest.builder("judge", Verdict.class).build()));
      assertEquals(new Verdict("yes", 7, null), verdict);
      JsonNode format =
          WireJson.mapper().readTree(lab.model.requests().get(0).json()).at("/text/format");
      assertEquals("json_schema", format.path("type").asText());
      assertTrue(format.path("strict").asBoolean());
      assertEquals(
          WireJson.mapper()
              .readTree(
                  "{\"type\":\"object\",\"properties\":{\"answer\":{\"type\":\"string\"},\"score\":"
                      + "{\"type\":\"integer\"},\"note\":{\"type\":[\"string\",\"null\"]}},"
                      + "\"additionalProperties\":false,\"required\":[\"answer\",\"score\",\"note\"]}"),
          format.path("schema"));
    }
  }

  @Test
  void a_list_of_maps_comes_back_as_one() throws Exception {
    try (LlmLab lab =
        new LlmLab(
            workspace, ModelScript.texts("{\"value\":[[{\"key\":\"a\",\"value\":1}],[]]}"))) {
      List<Map<String, Integer>> value =
          get(
              lab.llm.generateObject(
                  ObjectRequest.builder("count", new TypeReference<List<Map<String, Integer>>>() {})
                      .build()));
      assertEquals(List.of(Map.of("a", 1), Map.of()), value);
    }
  }

  @Test
  void an_answer_that_is_not_valid_is_mended_once_with_its_error_before_the_model()
      throws Exception {
    try (LlmLab lab =
        new LlmLab(
            workspace,
            ModelScript.texts("not json", "{\"answer\":\"no\",\"score\":1,\"note\":\"x\"}"))) {
      List<LlmMetrics> metrics = new CopyOnWriteArrayList<>();
      Verdict verdict =
          get(
              lab.llm.generateObject(
                  ObjectRequest.builder("judge", Verdict.class).onMetrics(metrics::add).build()));
      assertEquals("no", verdict.answer());
      assertTrue(
          lab.model
              .requests()
              .get(1)
              .json()
              .contains("Codex structured output failed validation: it is not JSON"));
      assertEquals(220, metrics.get(0).usage().totalTokens());
    }
  }

  @Test
  void an_answer_that_stays_invalid_fails_the_call() throws Exception {
    try (LlmLab lab =
        new LlmLab(
            workspace,
            ModelScript.texts("not json"),
            config -> config,
            runtime -> runtime.repairAttempts(0))) {
      LlmException error =
          failure(lab.llm.generateObject(ObjectRequest.builder("judge", Verdict.class).build()));
      assertEquals(LlmException.Kind.INVALID_OUTPUT, error.kind());
      assertTrue(error.getMessage().startsWith("Codex structured output failed validation: "));
      assertEquals(1, lab.model.requests().size());
      assertEquals(110, error.metrics().orElseThrow().usage().totalTokens());
    }
  }

  @Test
  void a_loop_calls_tools_of_the_host_and_tells_each_step_as_it_ends() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(call("one"))
            .reply(call("two"))
            .reply(Reply.text("done").delay(Duration.ofSeconds(1)))
            .build();
    List<LoopStep> steps = new CopyOnWriteArrayList<>();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      LoopResult result =
          get(
              lab.llm.runAgentLoop(
                  LoopRequest.builder("echo one and two")
                      .system("be brief")
                      .tools(List.of(echo))
                      .stepBudget(4)
                      .tags(Map.of("unit", "test"))
                      .onStep(
                          step -> {
                            steps.add(step);
                            throw new IllegalStateException("a listener that is broken");
                          })
                      .build()));
      assertEquals(StopReason.NATURAL, result.stopReason(), result.toString());
      assertEquals("done", result.finalText());
      assertEquals(List.of("one", "two"), echoed);
      assertEquals(2, result.metrics().stepCount());
      assertEquals(330, result.metrics().usage().totalTokens());
      assertEquals("echo_value", steps.get(0).name());
      assertEquals(LoopStep.Kind.HOST_TOOL, steps.get(1).kind());
      assertEquals(result.metrics().stepBoundaries(), steps.stream().map(LoopStep::at).toList());
      // Measured when it happened: the model's last answer took a second more.
      Duration rest = result.metrics().total().minus(steps.get(1).at());
      assertTrue(rest.compareTo(Duration.ofMillis(500)) > 0, rest::toString);
    }
  }

  @Test
  void the_budget_stops_the_loop_and_keeps_what_it_used() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(call("1")).reply(call("2")).reply(call("3")).build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      LoopResult result =
          get(
              lab.llm.runAgentLoop(
                  LoopRequest.builder("go").tools(List.of(echo)).stepBudget(2).build()));
      assertEquals(StopReason.BUDGET, result.stopReason());
      assertEquals(Optional.empty(), result.error());
      assertEquals(2, result.metrics().stepCount());
      assertEquals(List.of("1", "2"), echoed);
      // The interrupt may come before Codex has told what the second answer used, or after it has
      // asked the model once more.
      assertTrue(result.metrics().usage().totalTokens() >= 110);
    }
  }

  @Test
  void a_tool_that_fails_makes_the_loop_an_error_with_the_tools_own_text_and_the_usage()
      throws Exception {
    ModelScript script = ModelScript.builder().reply(call("bad")).text("it failed").build();
    GovernorProbe governor = new GovernorProbe(6, true);
    try (LlmLab lab =
        new LlmLab(workspace, script, config -> config, runtime -> runtime.pacing(governor))) {
      LoopResult result =
          get(lab.llm.runAgentLoop(LoopRequest.builder("go").tools(List.of(echo)).build()));
      assertEquals(StopReason.ERROR, result.stopReason());
      assertEquals(
          "Codex runtime tool call failed: echo_value: HTTP 429 from the warehouse: bad",
          result.error().orElseThrow().getMessage());
      assertEquals(LlmException.Kind.TOOL_FAILED, result.error().orElseThrow().kind());
      assertEquals("it failed", result.finalText());
      assertEquals(220, result.metrics().usage().totalTokens());
      assertEquals(List.of(), governor.rejected());
      assertEquals(2, lab.model.requests().size());
    }
  }

  @Test
  void tool_failures_that_are_only_reported_leave_the_loop_natural() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(call("bad")).reply(call("good")).text("recovered").build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      LoopResult result =
          get(
              lab.llm.runAgentLoop(
                  LoopRequest.builder("go")
                      .tools(List.of(echo))
                      .toolFailures(ToolFailurePolicy.REPORT)
                      .build()));
      assertEquals(StopReason.NATURAL, result.stopReason());
      assertEquals("recovered", result.finalText());
      assertEquals(
          List.of(new ToolFailure("echo_value", "HTTP 429 from the warehouse: bad")),
          result.toolFailures());
    }
  }

  @Test
  void a_429_is_tried_again_where_there_is_a_governor() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("ok")
            .build();
    GovernorProbe governor = new GovernorProbe(6, true);
    try (LlmLab lab =
        new LlmLab(workspace, script, config -> config, runtime -> runtime.pacing(governor))) {
      assertEquals("ok", get(lab.llm.generateText(TextRequest.of("hi"))));
      assertEquals(2, governor.waited.size());
      assertEquals(1, governor.rejected().size());
      assertEquals(RateLimitSignal.Status.ALLOWED, governor.reported.get(1).status());
    }
  }

  @Test
  void an_observer_is_told_of_a_call_its_attempts_and_its_turns() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("ok")
            .reply(Reply.apiError(401, "invalid_api_key", "no"))
            .build();
    GovernorProbe governor = new GovernorProbe(6, true);
    List<String> told = new CopyOnWriteArrayList<>();
    ThreadLocal<Boolean> inCall = ThreadLocal.withInitial(() -> false);
    try (LlmLab lab =
        new LlmLab(workspace, script, config -> config, runtime -> runtime.pacing(governor))) {
      lab.codex.observe(
          new TalariaObserver() {
            @Override
            public ModelCallObserver onModelCall(String operation, String model) {
              told.add(operation);
              return new ModelCallObserver() {
                @Override
                public ContextScope enter() {
                  inCall.set(true);
                  return inCall::remove;
                }

                @Override
                public void onAttempt(int number, Duration waited) {
                  told.add("attempt " + number);
                }

                @Override
                public void onEnded(String failure) {
                  told.add("end " + failure);
                }
              };
            }

            @Override
            public TurnObserver onTurn(ObservedTurn turn) {
              told.add("turn " + inCall.get());
              return null;
            }
          });
      get(lab.llm.generateText(TextRequest.of("hi")));
      assertEquals(
          List.of("text", "attempt 1", "turn true", "attempt 2", "turn true", "end "), told);
      told.clear();
      LlmException error = failure(lab.llm.generateText(TextRequest.of("hi")));
      assertEquals(
          List.of("text", "attempt 1", "turn true", "end " + error.kind().jsonName()), told);
      lab.codex.observe();
    }
  }

  @Test
  void a_429_fails_at_once_without_a_governor() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("never")
            .build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      LlmException error = failure(lab.llm.generateText(TextRequest.of("hi")));
      assertEquals(LlmException.Kind.RATE_LIMIT, error.kind(), error.toString());
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void after_a_tool_has_run_a_429_is_resumed_in_the_same_thread() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(call("once"))
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("done")
            .build();
    GovernorProbe governor = new GovernorProbe(6, true);
    try (LlmLab lab =
        new LlmLab(workspace, script, config -> config, runtime -> runtime.pacing(governor))) {
      LoopResult result =
          get(lab.llm.runAgentLoop(LoopRequest.builder("do it").tools(List.of(echo)).build()));
      assertEquals(StopReason.NATURAL, result.stopReason(), result.toString());
      assertEquals(List.of("once"), echoed);
      String last = lab.model.requests().get(2).json();
      assertTrue(last.contains("do it") && last.contains("Go on from there"), last);
      assertEquals(1, result.metrics().stepCount());
    }
  }

  private static final Instant RESET = Instant.ofEpochSecond(4_102_444_800L);

  private static ModelScript usageLimit() {
    return ModelScript.builder()
        .reply(
            Reply.httpError(
                    429,
                    "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"limit\","
                        + "\"plan_type\":\"plus\",\"resets_at\":4102444800}}")
                .header("x-codex-primary-used-percent", "100")
                .header("x-codex-primary-window-minutes", "300")
                .header("x-codex-primary-reset-at", "4102444800"))
        .text("ok")
        .build();
  }

  /** Codex tells the limits to the second, and in words to the minute. */
  private static void assertNearReset(Instant time) {
    assertTrue(Duration.between(RESET, time).abs().compareTo(Duration.ofMinutes(2)) < 0);
  }

  @Test
  void a_usage_limit_whose_reset_is_near_enough_is_waited_for() throws Exception {
    GovernorProbe governor = new GovernorProbe(6, true);
    try (LlmLab lab =
        new LlmLab(
            workspace, usageLimit(), config -> config, runtime -> runtime.pacing(governor))) {
      assertEquals("ok", get(lab.llm.generateText(TextRequest.of("hi"))));
      assertNearReset(governor.rejected().get(0).resetAt().orElseThrow());
      assertEquals(Optional.of("usageLimit"), governor.rejected().get(0).type());
    }
  }

  @Test
  void a_usage_limit_whose_reset_is_too_far_fails_at_once_with_the_time() throws Exception {
    GovernorProbe governor = new GovernorProbe(6, false);
    try (LlmLab lab =
        new LlmLab(
            workspace, usageLimit(), config -> config, runtime -> runtime.pacing(governor))) {
      LlmException error = failure(lab.llm.generateText(TextRequest.of("hi")));
      assertEquals(LlmException.Kind.USAGE_LIMIT, error.kind());
      assertNearReset(error.retryAt().orElseThrow());
      assertNearReset(governor.lastReset);
      assertEquals(List.of(), governor.rejected());
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void a_cancelled_call_interrupts_the_turn() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5)).build();
    CountDownLatch streaming = new CountDownLatch(1);
    try (LlmLab lab = new LlmLab(workspace, script)) {
      CancellationToken token = CancellationToken.create();
      CompletableFuture<String> call =
          lab.llm.generateText(
              TextRequest.builder("talk")
                  .cancellation(token)
                  .onDelta(delta -> streaming.countDown())
                  .build());
      assertTrue(streaming.await(30, TimeUnit.SECONDS));
      token.cancel();
      assertThrows(CancellationException.class, () -> get(call));
      assertEquals(0, token.listening());
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void a_cancelled_loop_says_so_and_keeps_what_it_used() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(call("one"))
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .build();
    CountDownLatch streaming = new CountDownLatch(1);
    try (LlmLab lab = new LlmLab(workspace, script)) {
      CancellationToken token = CancellationToken.create();
      CompletableFuture<LoopResult> call =
          lab.llm.runAgentLoop(
              LoopRequest.builder("talk")
                  .tools(List.of(echo))
                  .cancellation(token)
                  .onDelta(delta -> streaming.countDown())
                  .build());
      assertTrue(streaming.await(30, TimeUnit.SECONDS));
      token.cancel();
      LoopResult result = get(call);
      assertEquals(StopReason.CANCELLED, result.stopReason());
      assertEquals(1, result.metrics().stepCount());
      assertEquals(110, result.metrics().usage().totalTokens());
    }
  }

  @Test
  void a_call_that_takes_too_long_is_stopped_with_a_reason() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5)).build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      LlmException error =
          failure(
              lab.llm.generateText(
                  TextRequest.builder("talk").timeout(Duration.ofSeconds(2)).build()));
      assertEquals(LlmException.Kind.TIMEOUT, error.kind());
    }
  }

  @Test
  void a_call_whose_child_dies_fails_and_the_next_one_gets_another_child() throws Exception {
    CountDownLatch streaming = new CountDownLatch(1);
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .text("alive")
            .build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      CompletableFuture<String> call =
          lab.llm.generateText(
              TextRequest.builder("hi").onDelta(delta -> streaming.countDown()).build());
      assertTrue(streaming.await(30, TimeUnit.SECONDS));
      ProcessHandle.current()
          .children()
          .filter(child -> child.info().command().orElse("").endsWith("codex"))
          .forEach(ProcessHandle::destroyForcibly);
      LlmException error = failure(call);
      assertEquals(LlmException.Kind.UNREACHABLE, error.kind(), error.toString());
      assertEquals("alive", get(lab.llm.generateText(TextRequest.of("again"))));
    }
  }

  @Test
  void a_schema_that_cannot_be_sent_is_refused_before_anything_starts() throws Exception {
    try (LlmLab lab = new LlmLab(workspace, ModelScript.texts())) {
      JsonNode elsewhere =
          WireJson.mapper().readTree("{\"$ref\":\"https://example.com/schema.json\"}");
      LlmException error =
          failure(lab.llm.generateObject(ObjectRequest.builder("hi", elsewhere).build()));
      assertEquals(LlmException.Kind.REFUSED, error.kind());
      assertTrue(error.getMessage().contains("https://example.com/schema.json"));
      assertEquals(0, lab.model.requests().size());
    }
  }

  @Test
  void a_login_that_is_not_accepted_and_a_model_that_is_not_there_are_told_apart()
      throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(401, "invalid_api_key", "Incorrect API key"))
            .reply(
                Reply.httpError(
                    400,
                    "{\"type\":\"error\",\"status\":400,\"error\":{\"type\":"
                        + "\"invalid_request_error\",\"message\":\"The 'gpt-5.5' model is not"
                        + " supported when using Codex with a ChatGPT account.\"}}"))
            .build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      assertEquals(
          LlmException.Kind.NOT_LOGGED_IN,
          failure(lab.llm.generateText(TextRequest.of("hi"))).kind());
      assertEquals(
          LlmException.Kind.MODEL_UNAVAILABLE,
          failure(lab.llm.generateText(TextRequest.of("hi"))).kind());
    }
  }

  @Test
  void a_closed_runtime_cancels_what_runs_and_refuses_the_rest() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5)).build();
    CountDownLatch streaming = new CountDownLatch(1);
    try (LlmLab lab = new LlmLab(workspace, script)) {
      CompletableFuture<String> call =
          lab.llm.generateText(
              TextRequest.builder("hi").onDelta(delta -> streaming.countDown()).build());
      assertTrue(streaming.await(30, TimeUnit.SECONDS));
      lab.llm.close();
      assertThrows(CancellationException.class, () -> get(call));
      LlmException error = failure(lab.llm.generateText(TextRequest.of("late")));
      assertEquals("this runtime is closed", error.getMessage());
    }
  }

  @Test
  void the_default_model_calls_tools_of_the_host_too_and_each_call_is_a_step() throws Exception {
    try (LlmLab lab =
        new LlmLab(
            workspace,
            ModelScript.builder()
                .respond(
                    request ->
                        Reply.of(
                            request.json().contains("exec tool declaration")
                                ? OutputItem.custom(
                                    "exec",
                                    "await tools.echo_value({v: 'a'});"
                                        + " await tools.echo_value({v: 'b'});")
                                : call("a"),
                            request.json().contains("exec tool declaration")
                                ? OutputItem.chunks("").withPhase("commentary")
                                : call("b")))
                .text("done")
                .build(),
            config -> config,
            runtime -> runtime.models(ModelSlots.defaults()))) {
      LoopResult result =
          get(lab.llm.runAgentLoop(LoopRequest.builder("go").tools(List.of(echo)).build()));
      assertEquals(StopReason.NATURAL, result.stopReason(), result.toString());
      // Calls of one answer run side by side.
      assertEquals(List.of("a", "b"), echoed.stream().sorted().toList());
      assertEquals(2, result.metrics().stepCount());
    }
  }
}
