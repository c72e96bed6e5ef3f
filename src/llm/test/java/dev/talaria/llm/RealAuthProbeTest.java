package dev.talaria.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.llm.config.AuthProbe;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.llm.config.ProbeResult;
import dev.talaria.llm.config.ProbedModels;
import dev.talaria.migration.HostConfig;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five outcomes of a probe, on the real Codex with a scripted model. */
@Timeout(120)
class RealAuthProbeTest {

  private static final String CHATGPT =
      "{\"detail\":\"The 'gpt-5.3-codex' model is not supported when using Codex with a ChatGPT"
          + " account.\"}";

  @TempDir Path folder;

  /** What is asked of a probe on a Codex with this home. */
  private interface Asked<T> {
    T ask(AuthProbe probe, ScriptedModel model);
  }

  private static <T> T on(
      ModelScript script, UnaryOperator<ScratchCodexHome.Builder> config, Asked<T> asked)
      throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = config.apply(ScratchCodexHome.builder(model.baseUrl())).create();
        Codex codex = Codex.launch(options(home))) {
      return asked.ask(AuthProbe.on(codex), model);
    }
  }

  private static CodexOptions options(ScratchCodexHome home) throws Exception {
    return CodexOptions.builder()
        .executable(PinnedCodex.selected().executable())
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        .build();
  }

  private static ProbeResult probe(Reply reply, String model) throws Exception {
    return on(
        ModelScript.builder().reply(reply).build(),
        config -> config,
        (probe, scripted) -> probe.probe(model));
  }

  @Test
  void a_model_that_answers_is_ok_after_one_request() throws Exception {
    int requests =
        on(
            ModelScript.texts("ok"),
            config -> config,
            (probe, model) -> {
              assertEquals(new ProbeResult.Ok("gpt-5.5"), probe.probe("gpt-5.5"));
              return model.requests().size();
            });
    assertEquals(1, requests);
  }

  @Test
  void an_alias_is_resolved_first() throws Exception {
    ProbeResult result = probe(Reply.text("ok"), " codex ");
    assertTrue(result.isOk(), result.message());
    assertTrue(result.model().startsWith("gpt-"), result.model());
    assertEquals("", result.fix());
  }

  @Test
  void a_key_that_is_not_accepted_is_no_login() throws Exception {
    ProbeResult result =
        probe(Reply.apiError(401, "invalid_api_key", "Incorrect API key provided"), "gpt-5.5");
    assertInstanceOf(ProbeResult.NotLoggedIn.class, result);
    assertTrue(result.message().contains("authentication is not usable"), result.message());
    assertTrue(result.message().contains("Incorrect API key"), result.message());
    assertTrue(result.fix().contains("Authenticate Codex"), result.fix());
  }

  @Test
  void a_home_without_a_login_is_seen_before_the_model_is_asked() throws Exception {
    on(
        ModelScript.texts("never"),
        config -> config.withoutKey().providerKey("requires_openai_auth", true),
        (probe, model) -> {
          ProbeResult result = probe.probe("gpt-5.5");
          assertInstanceOf(ProbeResult.NotLoggedIn.class, result);
          assertTrue(result.message().contains("not logged in"), result.message());
          assertEquals(List.of(), model.requests());
          return result;
        });
  }

  @Test
  void a_provider_without_its_key_is_no_login() throws Exception {
    ProbeResult result =
        on(
            ModelScript.texts("never"),
            config -> config.withoutKey().providerKey("env_key", "TALARIA_TEST_NO_SUCH_KEY"),
            (probe, model) -> probe.probe("gpt-5.5"));
    assertInstanceOf(ProbeResult.NotLoggedIn.class, result);
    assertTrue(result.message().contains("TALARIA_TEST_NO_SUCH_KEY"), result.message());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404})
  void a_model_that_the_account_does_not_have_is_not_blamed_on_the_login(int status)
      throws Exception {
    Reply refusal =
        status == 400
            ? Reply.httpError(400, WireJson.mapper().readTree(CHATGPT))
            : Reply.apiError(
                404, "model_not_found", "The model `gpt-5.3-codex` does not exist, not supported");
    ProbeResult result = probe(refusal, "gpt-5.3-codex");
    assertInstanceOf(ProbeResult.ModelUnavailable.class, result);
    for (String part : List.of("not available", "gpt-5.3-codex", "not supported")) {
      assertTrue(result.message().contains(part), result.message());
    }
    assertFalse(result.message().contains("authentication is not usable"), result.message());
    assertTrue(result.fix().contains("llm.models.default"), result.fix());
    assertFalse(result.fix().contains("Authenticate Codex"), result.fix());
  }

  @Test
  void a_model_that_is_none_of_codex_starts_nothing() {
    ProbeResult result =
        AuthProbe.launching(
            CodexOptions.builder().executable(folder.resolve("none")).build(), "not-a-real-model");
    assertInstanceOf(ProbeResult.ModelUnavailable.class, result);
    assertTrue(result.message().contains("Unsupported Codex model"), result.message());
    assertTrue(result.fix().contains("llm.models.default"), result.fix());
  }

  @Test
  void too_many_requests_are_a_limit_without_a_time() throws Exception {
    ProbeResult result =
        probe(
            Reply.apiError(429, "rate_limit_exceeded", "slow down").header("retry-after", "7"),
            "gpt-5.5");
    assertEquals(
        Optional.empty(), assertInstanceOf(ProbeResult.RateLimited.class, result).retryAt());
    assertFalse(result.message().contains("authentication is not usable"), result.message());
    assertTrue(result.fix().contains("minutes"), result.fix());
  }

  @Test
  void a_used_up_plan_is_a_limit_with_the_time_of_its_reset() throws Exception {
    Instant reset = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    ProbeResult result =
        probe(
            Reply.httpError(
                429,
                WireJson.mapper()
                    .readTree(
                        "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"x\","
                            + "\"plan_type\":\"pro\",\"resets_at\":"
                            + reset.getEpochSecond()
                            + "}}")),
            "gpt-5.5");
    Instant told = assertInstanceOf(ProbeResult.RateLimited.class, result).retryAt().orElseThrow();
    assertFalse(told.isBefore(reset), told + " is before " + reset);
    assertTrue(told.isBefore(reset.plusSeconds(61)), told + " is long after " + reset);
    assertTrue(result.fix().startsWith("Try again at 2"), result.fix());
  }

  @Test
  void a_dead_port_is_unreachable_and_not_a_question_of_the_login() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (ScratchCodexHome home =
            ScratchCodexHome.builder("http://127.0.0.1:" + port + "/v1").create();
        Codex codex = Codex.launch(options(home))) {
      ProbeResult result = AuthProbe.on(codex).within(Duration.ofSeconds(4)).probe("gpt-5.5");
      assertInstanceOf(ProbeResult.Unreachable.class, result);
      assertFalse(result.message().contains("uthenticat"), result.message());
    }
  }

  @Test
  void a_model_that_hangs_is_unreachable_within_the_limit() throws Exception {
    ModelScript hangs =
        ModelScript.builder()
            .reply(Reply.text("never to its end").delay(Duration.ofMinutes(5)))
            .build();
    on(
        hangs,
        config -> config,
        (probe, model) -> {
          long start = System.nanoTime();
          ProbeResult result = probe.within(Duration.ofSeconds(2)).probe("gpt-5.5");
          assertInstanceOf(ProbeResult.Unreachable.class, result);
          assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(15));
          assertTrue(result.message().contains("2000 ms"), result.message());
          return result;
        });
  }

  @Test
  void a_codex_that_is_missing_is_unreachable() {
    ProbeResult result =
        AuthProbe.launching(
            CodexOptions.builder().executable(folder.resolve("none")).build(), "gpt-5.5");
    assertInstanceOf(ProbeResult.Unreachable.class, result);
    assertTrue(result.message().contains("npm i -g @openai/codex"), result.message());
  }

  @Test
  void roles_of_a_model_that_fails_fall_back_to_the_anchor() throws Exception {
    LlmConfig config =
        config(Map.of("default", "gpt-5.5", "triage", "gpt-5.4", "repair", "gpt-5.4"));
    ModelScript script =
        ModelScript.builder()
            .text("ok")
            .reply(Reply.apiError(404, "model_not_found", "The model gpt-5.4 does not exist"))
            .build();
    ProbedModels probed = on(script, home -> home, (probe, model) -> probe.probe(config));
    assertTrue(probed.isUsable());
    assertEquals(
        List.of(
            "LLM model gpt-5.4 is unavailable for repair, triage; using gpt-5.5 for those roles."),
        probed.fallbacks().stream().map(ProbedModels.Fallback::message).toList());
    assertEquals("gpt-5.5", probed.slots().model(Role.TRIAGE));
  }

  @Test
  void without_the_anchor_nothing_else_is_tried() throws Exception {
    LlmConfig config = config(Map.of("default", "gpt-5.5", "triage", "gpt-5.4"));
    ModelScript script =
        ModelScript.builder().reply(Reply.apiError(401, "invalid_api_key", "no")).build();
    int requests =
        on(
            script,
            home -> home,
            (probe, model) -> {
              assertFalse(probe.probe(config).isUsable());
              return model.requests().size();
            });
    assertEquals(1, requests);
  }

  private LlmConfig config(Map<String, String> models) throws IOException {
    StringBuilder yaml = new StringBuilder("llm:\n  provider: {backend: codex}\n  models:\n");
    models.forEach((role, model) -> yaml.append("    " + role + ": " + model + "\n"));
    Path file = Files.writeString(folder.resolve("host.yaml"), yaml.toString());
    return LlmConfig.of(HostConfig.read(file).values(), file);
  }
}
