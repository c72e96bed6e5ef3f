package dev.talaria.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.llm.config.AuthProbe;
import dev.talaria.llm.config.ProbeResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reference's cases 15 to 18 against scripted events of the app-server. */
@Timeout(30)
class ReferenceProbeTest {

  private static final String PROMPT = "Reply with exactly: ok";
  private static final String LOGGED_IN =
      "{\"account\":{\"type\":\"chatgpt\",\"planType\":\"pro\"},\"requiresOpenaiAuth\":true}";
  private static final String ENVELOPE =
      "\"{\\\"type\\\":\\\"error\\\",\\\"status\\\":400,\\\"error\\\":{\\\"type\\\":"
          + "\\\"invalid_request_error\\\",\\\"message\\\":\\\"The 'gpt-5.3-codex' model is not"
          + " supported when using Codex with a ChatGPT account.\\\"}}\"";

  @TempDir Path cwd;

  private ProbeResult probe(ScriptedCalls script, String model) throws Exception {
    try (ScriptedCalls.Played played = script.play(cwd, runtime -> runtime)) {
      ProbeResult result = AuthProbe.on(played.codex).with(Isolation.USER).probe(model);
      assertEquals(List.of(), played.server.differences());
      return result;
    }
  }

  private static ScriptedCalls loggedIn() {
    return new ScriptedCalls().asked("account/read", LOGGED_IN);
  }

  @Test
  void case_15_codex_is_authenticated() throws Exception {
    ScriptedCalls script =
        loggedIn().run("gpt-5.5", PROMPT).message("\"ok\"").usage(1, 1).completed();
    assertEquals(new ProbeResult.Ok("gpt-5.5"), probe(script, "gpt-5.5"));
  }

  @Test
  void case_16_an_unavailable_model_is_not_blamed_on_the_login() throws Exception {
    ScriptedCalls script = loggedIn().run("gpt-5.3-codex", PROMPT).failed(ENVELOPE);
    ProbeResult result = probe(script, "gpt-5.3-codex");
    assertInstanceOf(ProbeResult.ModelUnavailable.class, result);
    assertTrue(result.message().contains("not available"), result.message());
    assertTrue(result.message().contains("gpt-5.3-codex"), result.message());
    assertTrue(
        result.message().contains("not supported when using Codex with a ChatGPT account"),
        result.message());
    assertFalse(result.message().contains("authentication is not usable"), result.message());
    assertTrue(result.fix().contains("llm.models.default"), result.fix());
    assertFalse(result.fix().contains("Authenticate Codex"), result.fix());
  }

  @Test
  void case_17_a_missing_login_is_told_as_one() throws Exception {
    ScriptedCalls script =
        loggedIn().run("gpt-5.5", PROMPT).failed("\"Not logged in. Run `codex login`.\"");
    ProbeResult result = probe(script, "gpt-5.5");
    assertInstanceOf(ProbeResult.NotLoggedIn.class, result);
    assertTrue(result.message().contains("authentication is not usable"), result.message());
    assertTrue(result.message().contains("Not logged in"), result.message());
    assertTrue(result.fix().contains("Authenticate Codex"), result.fix());
  }

  @Test
  void case_18_an_unsupported_model_is_refused_before_anything_is_asked() throws Exception {
    ProbeResult result = probe(new ScriptedCalls(), "not-a-real-model");
    assertTrue(result.message().contains("Unsupported Codex model"), result.message());
    assertTrue(result.fix().contains("llm.models.default"), result.fix());
  }
}
