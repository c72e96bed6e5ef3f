package dev.talaria.llm.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.llm.Isolation;
import dev.talaria.llm.Role;
import dev.talaria.llm.ratelimit.RateLimitSettings;
import dev.talaria.migration.HostConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host's YAML says of language models. */
class LlmConfigTest {

  @TempDir Path folder;

  private LlmConfig read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("host.yaml"), yaml);
    return LlmConfig.of(
        HostConfig.read(file).values(),
        file,
        Set.of(Role.of("summary")),
        Map.of("MODEL", " gpt-5.4 \n", "EMPTY", " ")::get);
  }

  private List<String> errors(String yaml) {
    return assertThrows(LlmConfigException.class, () -> read(yaml)).errors();
  }

  @Test
  void a_whole_section_is_read() throws IOException {
    Files.writeString(folder.resolve("model.txt"), "gpt-5.5-mini\n");
    LlmConfig config =
        read(
            """
            llm:
              provider: {backend: codex}
              isolation: user
              models:
                default: codex
                triage: env:MODEL
                repair: file:model.txt
                summary: gpt-5.5
            ingest:
              adapters: {anything: true}
              workUnits: {maxConcurrency: 4, stepBudget: 40}
              rateLimit:
                enabled: false
                throttleThreshold: 0.5
                minConcurrencyUnderPressure: 2
                maxWaitMs: 90000
                retry: {maxAttempts: 3, baseDelayMs: 10, maxDelayMs: 20, jitter: false}
            """);
    assertEquals(LlmConfig.Backend.CODEX, config.backend());
    assertEquals(
        Map.of(
            Role.DEFAULT,
            "codex",
            Role.TRIAGE,
            "gpt-5.4",
            Role.REPAIR,
            "gpt-5.5-mini",
            Role.of("summary"),
            "gpt-5.5"),
        config.models());
    assertEquals("codex", config.slots().model(Role.CURATOR));
    assertEquals(Isolation.USER, config.isolation());
    assertEquals(4, config.maxConcurrency());
    assertEquals(
        new RateLimitSettings(
            false,
            0.5,
            2,
            Optional.of(Duration.ofSeconds(90)),
            new RateLimitSettings.Retry(3, Duration.ofMillis(10), Duration.ofMillis(20), false)),
        config.rateLimit());
    assertEquals(List.of(), config.warnings());
    assertEquals(1, config.governor().maxRetryAttempts());
  }

  @Test
  void what_is_left_out_has_its_default() throws IOException {
    LlmConfig config = read("llm: {provider: {backend: codex}, models: {default: gpt-5.5}}");
    assertEquals(RateLimitSettings.defaults(), config.rateLimit());
    assertEquals(1, config.maxConcurrency());
    assertEquals(Isolation.STRICT, config.isolation());
  }

  @Test
  void a_file_without_the_section_has_no_backend() throws IOException {
    LlmConfig config = read("name: x\n");
    assertEquals(LlmConfig.Backend.NONE, config.backend());
    assertTrue(
        assertThrows(IllegalStateException.class, config::slots)
            .getMessage()
            .contains("llm.provider.backend"));
  }

  @Test
  void the_limits_of_llm_come_before_those_of_ingest() throws IOException {
    LlmConfig config =
        read("llm: {rateLimit: {maxWaitMs: 5}}\ningest: {rateLimit: {maxWaitMs: 7, other: 1}}\n");
    assertEquals(Optional.of(Duration.ofMillis(5)), config.rateLimit().maxWait());
    assertEquals(
        List.of("ingest.rateLimit is ignored, because llm.rateLimit is set too"),
        config.warnings());
  }

  @Test
  void unknown_keys_warn_with_their_path() throws IOException {
    LlmConfig config =
        read(
            """
            llm:
              promptCaching: {enabled: true}
              provider: {backend: codex, key: x}
              models: {default: codex, referee: gpt-5.5}
            ingest: {rateLimit: {maxWait: 1, retry: {times: 3}}}
            """);
    assertEquals(
        List.of(
            "Unsupported llm.promptCaching: unknown field (ignored)",
            "Unsupported llm.provider.key: unknown field (ignored)",
            "Unsupported llm.models.referee: unknown field (ignored)",
            "Unsupported ingest.rateLimit.maxWait: unknown field (ignored)",
            "Unsupported ingest.rateLimit.retry.times: unknown field (ignored)"),
        config.warnings());
    assertFalse(config.models().containsKey(Role.of("referee")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llm: {provider: {backend: anthropic}} | Unsupported llm.provider.backend: anthropic;"
            + " write none or codex",
        "llm: {provider: codex} | Unsupported llm.provider: it must hold keys with values",
        "llm: {provider: {backend: codex}} | llm.models.default is required when"
            + " llm.provider.backend is not none",
        "llm: {models: {triage: 5}} | Unsupported llm.models.triage: it must be a text",
        "llm: {models: {triage: sonnet}} | llm.models.triage: Unsupported Codex model"
            + " \"sonnet\". Use codex, default, or a gpt-* / codex-* model id.",
        "llm: {models: {triage: 'env:NOPE'}} | llm.models.triage is required: the variable NOPE"
            + " is not set",
        "llm: {models: {triage: 'env:EMPTY'}} | llm.models.triage is required: the variable"
            + " EMPTY is not set",
        "llm: {models: {triage: 'file:nope.txt'}} | llm.models.triage is required: there is no"
            + " text in the file nope.txt",
        "llm: {provider: {backend: codex}, models: {default: ' '}} | llm.models.default is"
            + " required: it is empty",
        "llm: {isolation: none} | Unsupported llm.isolation: none; write strict or user",
        "llm: {rateLimit: {enabled: 1}} | Unsupported llm.rateLimit.enabled: 1; write true or"
            + " false",
        "llm: {rateLimit: {throttleThreshold: 80}} | Unsupported"
            + " llm.rateLimit.throttleThreshold: 80; write a number from 0 to 1",
        "ingest: {rateLimit: {maxWaitMs: 0}} | Unsupported ingest.rateLimit.maxWaitMs: 0; write"
            + " a whole number greater than 0",
        "ingest: {rateLimit: {retry: {maxAttempts: 1.5}}} | Unsupported"
            + " ingest.rateLimit.retry.maxAttempts: 1.5; write a whole number greater than 0",
        "ingest: {workUnits: {maxConcurrency: many}} | Unsupported"
            + " ingest.workUnits.maxConcurrency: many; write a whole number greater than 0"
      })
  void a_wrong_value_is_an_error_with_its_path(String yaml, String error) {
    assertEquals(List.of(error), errors(yaml));
  }

  @Test
  void all_errors_come_at_once_and_in_the_message() throws IOException {
    String yaml = "llm: {provider: {backend: x}, isolation: y}";
    assertEquals(2, errors(yaml).size());
    String message = assertThrows(LlmConfigException.class, () -> read(yaml)).getMessage();
    assertTrue(message.contains("host.yaml") && message.contains("llm.isolation"), message);
  }

  @Test
  void a_file_that_is_no_yaml_or_not_there_says_so() {
    assertTrue(
        assertThrows(TalariaException.class, () -> read("a: ["))
            .getMessage()
            .contains("host.yaml:1:5: not valid YAML"));
    assertThrows(TalariaException.class, () -> HostConfig.read(folder.resolve("nope.yaml")));
  }
}
