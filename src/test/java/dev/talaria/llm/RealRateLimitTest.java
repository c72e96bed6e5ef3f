package dev.talaria.llm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.Reply;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.ScriptedModel;
import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private TurnResult run(ModelScript script, RateLimitGovernor governor, int turns)
      throws Exception {
    governor.subscribe(
        state -> {
          if (state instanceof RateLimitState.Observed seen) {
            observed.add(seen.signal());
          }
        });
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        Codex codex =
            Codex.launch(
                CodexOptions.builder()
                    .executable(PinnedCodex.selected().executable())
                    .codexHome(home.path())
                    .environment(home.isolatedEnvironment())
                    .build());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .cwd(workspace)
                    .sandbox(SandboxMode.READ_ONLY)
                    .approvalPolicy(AskForApproval.NEVER)
                    .turnTimeout(Duration.ofSeconds(60))
                    .build())) {
      RateLimitGovernor.Subscription following = governor.follow(codex);
      TurnResult last = null;
      for (int turn = 0; turn < turns; turn++) {
        int before = observed.size();
        last = session.runTurn("go");
        System.err.println("RESULT " + last.status() + " " + last.error() + " " + observed);
        await().until(() -> observed.size() > before);
      }
      following.close();
      return last;
    }
  }

  @Test
  void a_limit_that_is_near_lowers_concurrency_and_one_that_is_far_restores_it() throws Exception {
    Instant reset = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    RateLimitGovernor governor = RateLimitGovernor.of(RateLimitSettings.defaults(), 6);
    run(ModelScript.builder().reply(used(91, reset)).build(), governor, 1);
    assertEquals(1, governor.currentLimit());
    RateLimitSignal near = observed.get(observed.size() - 1);
    assertEquals(0.91, near.utilization().orElseThrow(), 1e-9);
    assertEquals(reset, near.resetAt().orElseThrow());
    assertEquals("primary", near.type().orElseThrow());
    run(ModelScript.builder().reply(used(20, reset)).build(), governor, 1);
    assertEquals(6, governor.currentLimit());
  }

  @Test
  void probe_of_facts() throws Exception {
    Instant reset = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    RateLimitGovernor governor = RateLimitGovernor.of(RateLimitSettings.defaults(), 6);
    for (Reply reply :
        List.of(
            Reply.apiError(429, "rate_limit_exceeded", "slow down").header("retry-after", "7"),
            Reply.httpError(
                429,
                dev.talaria.protocol.WireJson.mapper()
                    .readTree(
                        "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"x\",\"plan_type\":\"pro\",\"resets_at\":"
                            + reset.getEpochSecond()
                            + "}}")),
            Reply.httpError(
                    429,
                    dev.talaria.protocol.WireJson.mapper()
                        .readTree(
                            "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"x\",\"plan_type\":\"pro\",\"resets_in_seconds\":3600}}"))
                .header("x-codex-primary-used-percent", "100")
                .header("x-codex-primary-window-minutes", "300")
                .header("x-codex-primary-reset-at", String.valueOf(reset.getEpochSecond())),
            Reply.failed("rate_limit_exceeded", "Rate limit reached. Please try again in 1.5s."),
            Reply.failed("server_is_overloaded", "busy"),
            Reply.apiError(503, "server_is_overloaded", "busy"),
            Reply.apiError(401, "invalid_api_key", "Incorrect API key"),
            Reply.apiError(404, "model_not_found", "The model gpt-9 does not exist"),
            Reply.httpError(
                400,
                "{\"detail\":\"The 'gpt-5.3-codex' model is not supported when using Codex with a ChatGPT account.\"}"),
            Reply.failed("insufficient_quota", "You exceeded your current quota"))) {
      observed.clear();
      try {
        run(ModelScript.builder().reply(reply).build(), governor, 1);
      } catch (org.awaitility.core.ConditionTimeoutException none) {
        System.err.println("NO SIGNAL");
      }
    }
  }
}
