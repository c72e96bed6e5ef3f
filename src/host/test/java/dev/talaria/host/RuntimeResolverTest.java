package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeResolverTest {

  private static final Map<String, Object> ON = model("openai_runtime", "Codex_App_Server ");

  private static Map<String, Object> model(String key, Object value) {
    Map<String, Object> model = new HashMap<>();
    model.put(key, value);
    return Map.of("model", model);
  }

  private static String mode(String provider, String apiMode, Map<?, ?> configuration) {
    return RuntimeResolver.resolve(provider, apiMode, configuration, Set.of("local")).apiMode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "openai-codex", "openai-api", "OpenAI"})
  void eligible_providers_are_rerouted_when_it_is_on(String provider) {
    assertEquals("codex_app_server", mode(provider, "codex_responses", ON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anthropic",
        "openrouter",
        "xai",
        "qwen-oauth",
        "google-gemini-cli",
        "opencode-zen",
        "bedrock",
        "",
        "custom",
        "custom:other",
        "local"
      })
  void others_never_are(String provider) {
    assertEquals("chat_completions", mode(provider, "chat_completions", ON));
  }

  @Test
  void nothing_is_rerouted_when_it_is_off() {
    for (Map<?, ?> off :
        new Map<?, ?>[] {
          Map.of(),
          Map.of("model", "gpt"),
          model("openai_runtime", ""),
          model("openai_runtime", null),
          model("openai_runtime", "auto"),
          model("openai_runtime", "AUTO"),
          model("openai_runtime", true),
          model("runtime", "codex_app_server"),
          Map.of("openai_runtime", "codex_app_server")
        }) {
      assertEquals("codex_responses", mode("openai", "codex_responses", off), off.toString());
    }
  }

  @Test
  void a_custom_provider_that_codex_has_passes_its_id() {
    RuntimeResolver.Resolution resolution =
        RuntimeResolver.resolve("custom:local", "chat_completions", ON, Set.of("local"));
    assertEquals(
        new RuntimeResolver.Resolution("codex_app_server", Optional.of("local")), resolution);
  }

  @ParameterizedTest
  @CsvSource({"codex_app_server,codex_responses", "chat_completions,chat_completions"})
  void a_review_runs_without_the_app_server(String parent, String review) {
    assertEquals(review, RuntimeResolver.withoutAppServer(parent));
  }
}
