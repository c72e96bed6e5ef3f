package dev.talaria.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a host's language models, on the real Codex with a scripted model. */
@Timeout(120)
class RealDoctorLlmTest {

  private static final String TWO_MODELS =
      "llm: {provider: {backend: codex}, models: {default: gpt-5.5, triage: gpt-5.4}}\n";

  @TempDir Path folder;
  private int requests;

  private CommandRun doctor(ModelScript script, String yaml, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("host.yaml"), yaml);
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).withoutKey().create()) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "doctor",
                  "--codex",
                  PinnedCodex.selected().executable().toString(),
                  "--codex-home",
                  home.path().toString(),
                  "--host-config",
                  file.toString()));
      arguments.addAll(List.of(more));
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      requests = model.requests().size();
      return run;
    }
  }

  @Test
  void each_model_is_tried_once_and_the_isolation_is_told() throws Exception {
    CommandRun run = doctor(ModelScript.texts("ok", "ok"), TWO_MODELS);
    assertEquals(0, run.exit(), run.out());
    assertEquals(2, requests);
    assertTrue(run.out().contains("local Codex session authenticated (gpt-5.5)"), run.out());
    assertTrue(run.out().contains("note  llm      With isolation strict"), run.out());
  }

  @Test
  void fast_asks_no_model() throws Exception {
    CommandRun run = doctor(ModelScript.texts("never"), TWO_MODELS, "--fast", "--json");
    assertEquals(0, run.exit(), run.out());
    assertEquals(0, requests);
    assertTrue(run.out().contains("auth probe skipped (--fast)"), run.out());
    assertEquals("not tried", run.json().path("llm").path("verdict").asText());
  }

  @Test
  void a_login_that_is_refused_fails_and_says_what_to_do() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(Reply.apiError(401, "invalid_api_key", "no such key")).build();
    CommandRun run = doctor(script, TWO_MODELS, "--json");
    assertEquals(1, run.exit(), run.out());
    assertEquals(1, requests);
    assertTrue(run.out().contains("Codex authentication is not usable"), run.out());
    assertTrue(run.out().contains("codex login"), run.out());
    assertEquals("blocked", run.json().path("llm").path("verdict").asText());
  }

  @Test
  void a_model_of_a_role_that_fails_falls_back_to_the_anchor() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("ok")
            .reply(Reply.apiError(404, "model_not_found", "The model gpt-5.4 does not exist"))
            .build();
    CommandRun run = doctor(script, TWO_MODELS, "--json");
    assertEquals(0, run.exit(), run.out());
    assertTrue(
        run.out()
            .contains(
                "LLM model gpt-5.4 is unavailable for triage; using gpt-5.5 for those roles."),
        run.out());
    JsonNode llm = run.json().path("llm");
    assertEquals("usable", llm.path("verdict").asText());
    assertEquals("gpt-5.4", llm.path("fallbacks").path(0).path("model").asText());
    assertEquals("triage", llm.path("fallbacks").path(0).path("roles").path(0).asText());
  }

  @Test
  void wrong_values_fail_with_their_path_and_unknown_keys_are_noted() throws Exception {
    CommandRun wrong =
        doctor(ModelScript.texts("never"), "llm: {provider: {backend: codex}, isolation: maybe}\n");
    assertEquals(1, wrong.exit());
    assertEquals(0, requests);
    assertTrue(wrong.out().contains("FAIL  llm      llm.models.default is required"), wrong.out());
    assertTrue(wrong.out().contains("Unsupported llm.isolation: maybe"), wrong.out());
    CommandRun unknown =
        doctor(ModelScript.texts("ok", "ok"), TWO_MODELS + "ingest: {rateLimit: {x: 1}}");
    assertEquals(0, unknown.exit(), unknown.out());
    assertTrue(
        unknown.out().contains("Unsupported ingest.rateLimit.x: unknown field (ignored)"),
        unknown.out());
  }

  @Test
  void a_host_without_a_language_model_hears_nothing_of_it() throws Exception {
    CommandRun run = doctor(ModelScript.texts("never"), "approvals: {mode: ask}\n", "--json");
    assertEquals(0, run.exit(), run.out());
    assertEquals(0, requests);
    assertFalse(run.out().contains("\"llm\""), run.out());
  }
}
