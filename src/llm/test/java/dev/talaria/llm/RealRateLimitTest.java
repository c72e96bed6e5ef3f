package dev.talaria.llm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.llm.ratelimit.PauseProbe;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitSettings;
import dev.talaria.llm.ratelimit.RateLimitSignal;
import dev.talaria.llm.ratelimit.RateLimitState;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real Codex tells of limits that a scripted model sets, and what a governor makes of it.
 */
@Timeout(120)
class RealRateLimitTest {

  @TempDir Path workspace;

  private final List<RateLimitSignal> observed = new CopyOnWriteArrayList<>();

  private static Reply used(int primary, Instant reset) {
    return Reply.of(OutputItem.text("x"))
        .header("x-codex-primary-used-percent", String.valueOf(primary))
        .header("x-codex-primary-window-minutes", "300")
        .header("x-codex-primary-reset-at", String.valueOf(reset.getEpochSecond()));
  }

  private void run(ModelScript script, RateLimitGovernor governor) throws Exception {
    governor.subscribe(
        state -> {
          if (state instanceof RateLimitState.Observed seen) {
            observed.add(seen.signal());
          }
        });
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        Codex codex = Codex.launch(options(home));
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .cwd(workspace)
                    .sandbox(SandboxMode.READ_ONLY)
                    .approvalPolicy(AskForApproval.Name.NEVER)
                    .turnTimeout(Duration.ofSeconds(60))
                    .build())) {
      RateLimitGovernor.Subscription following = governor.follow(codex);
      int before = observed.size();
      session.runTurn("go");
      await().until(() -> observed.size() > before);
      following.close();
    }
  }

  @Test
  void a_limit_that_is_near_lowers_concurrency_and_one_that_is_far_restores_it() throws Exception {
    Instant reset = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    RateLimitGovernor governor = RateLimitGovernor.of(RateLimitSettings.defaults(), 6);
    run(ModelScript.builder().reply(used(91, reset)).build(), governor);
    assertEquals(1, governor.currentLimit());
    RateLimitSignal near = observed.get(observed.size() - 1);
    assertEquals(0.91, near.utilization().orElseThrow(), 1e-9);
    assertEquals(reset, near.resetAt().orElseThrow());
    assertEquals("primary", near.type().orElseThrow());
    run(ModelScript.builder().reply(used(20, reset)).build(), governor);
    assertEquals(6, governor.currentLimit());
  }

  /** A runtime on the real Codex, with a governor that waits for milliseconds only. */
  private <T> T calling(ModelScript script, RateLimitGovernor governor, Calls<T> calls)
      throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        Codex codex = Codex.launch(options(home));
        CodexLlmRuntime llm =
            CodexLlmRuntime.on(codex)
                .models(ModelSlots.of(Map.of(Role.DEFAULT, "gpt-5.5")))
                .governor(governor)
                .build()) {
      return calls.make(llm, model);
    }
  }

  private interface Calls<T> {
    T make(CodexLlmRuntime llm, ScriptedModel model) throws Exception;
  }

  private static RateLimitGovernor quick(Duration maxWait) {
    return RateLimitGovernor.of(
        new RateLimitSettings(
            true,
            0.8,
            1,
            Optional.of(maxWait),
            new RateLimitSettings.Retry(3, Duration.ofMillis(20), Duration.ofMillis(100), true)),
        4);
  }

  /** One refusal, which lowered the concurrency of 4, and one wait behind which it came back. */
  static void assertWaitedOnceAndRecovered(List<RateLimitState> states) {
    assertEquals(
        List.of(
            new RateLimitState.ConcurrencyAdjusted("codex", 4, 1, RateLimitState.Reason.REJECTED),
            new RateLimitState.ConcurrencyAdjusted("codex", 1, 4, RateLimitState.Reason.RECOVERED)),
        states.stream().filter(RateLimitState.ConcurrencyAdjusted.class::isInstance).toList());
    assertEquals(1, states.stream().filter(RateLimitState.WaitFinished.class::isInstance).count());
  }

  @Test
  void a_refused_call_is_tried_again_and_concurrency_comes_back() throws Exception {
    RateLimitGovernor governor = quick(Duration.ofSeconds(10));
    List<RateLimitState> states = new CopyOnWriteArrayList<>();
    governor.subscribe(states::add);
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("at last")
            .build();
    String answer =
        calling(
            script,
            governor,
            (llm, model) -> llm.generateText(TextRequest.of("go")).get(60, TimeUnit.SECONDS));
    assertEquals("at last", answer);
    assertWaitedOnceAndRecovered(states);
  }

  @Test
  void a_rate_limit_inside_the_stream_waits_as_long_as_it_says() throws Exception {
    RateLimitGovernor governor = quick(Duration.ofSeconds(10));
    List<RateLimitState.WaitStarted> waits = new CopyOnWriteArrayList<>();
    governor.subscribe(
        state -> {
          if (state instanceof RateLimitState.WaitStarted wait) {
            waits.add(wait);
          }
        });
    ModelScript script =
        ModelScript.builder()
            .reply(
                Reply.failed(
                    "rate_limit_exceeded", "Rate limit reached. Please try again in 1.5s."))
            .text("at last")
            .build();
    String answer =
        calling(
            script,
            governor,
            (llm, model) -> llm.generateText(TextRequest.of("go")).get(60, TimeUnit.SECONDS));
    assertEquals("at last", answer);
    assertEquals(1, waits.size());
    // Longer than any wait that the governor chooses by itself here, and no longer than was said.
    Duration waited = waits.get(0).remaining();
    assertTrue(waited.compareTo(Duration.ofMillis(100)) > 0, waited.toString());
    assertTrue(waited.compareTo(Duration.ofMillis(1500)) <= 0, waited.toString());
  }

  @Test
  void a_call_that_waits_is_cancelled_and_leaves_nothing_behind() throws Exception {
    RateLimitGovernor governor =
        RateLimitGovernor.of(
            new RateLimitSettings(
                true,
                0.8,
                1,
                Optional.empty(),
                new RateLimitSettings.Retry(
                    3, Duration.ofMinutes(10), Duration.ofMinutes(10), false)),
            4);
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .text("not reached")
            .build();
    int requests =
        calling(
            script,
            governor,
            (llm, model) -> {
              CancellationToken token = CancellationToken.create();
              CompletableFuture<String> call =
                  llm.generateText(TextRequest.builder("go").cancellation(token).build());
              await().until(() -> PauseProbe.waiting(governor) == 1);
              token.cancel();
              assertThrows(CancellationException.class, () -> call.get(60, TimeUnit.SECONDS));
              await().until(() -> PauseProbe.waiting(governor) == 0);
              assertEquals(0, token.listening());
              return model.requests().size();
            });
    assertEquals(1, requests);
  }

  @Test
  void a_usage_limit_that_is_reset_too_late_fails_at_once_with_the_time() throws Exception {
    Instant reset = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    String body =
        "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"x\",\"plan_type\":\"pro\","
            + "\"resets_at\":"
            + reset.getEpochSecond()
            + "}}";
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.httpError(429, WireJson.mapper().readTree(body)))
            .text("not reached")
            .build();
    LlmException failure =
        calling(
            script,
            quick(Duration.ofMinutes(5)),
            (llm, model) -> {
              ExecutionException failed =
                  assertThrows(
                      ExecutionException.class,
                      () -> llm.generateText(TextRequest.of("go")).get(60, TimeUnit.SECONDS));
              assertEquals(1, model.requests().size());
              return assertInstanceOf(LlmException.class, failed.getCause());
            });
    assertEquals(LlmException.Kind.USAGE_LIMIT, failure.kind());
    Instant told = failure.retryAt().orElseThrow();
    assertTrue(!told.isBefore(reset) && told.isBefore(reset.plusSeconds(61)), told.toString());
  }

  private static CodexOptions options(ScratchCodexHome home) throws Exception {
    return CodexOptions.builder()
        .executable(PinnedCodex.selected().executable())
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        .build();
  }
}
