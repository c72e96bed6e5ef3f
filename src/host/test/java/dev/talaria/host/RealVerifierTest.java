package dev.talaria.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the real Codex refuses, by version, and that nothing but its words is left of the check. */
@Timeout(60)
class RealVerifierTest {

  /** Codex puts helpers into a home that is not in the folder for temporary files. */
  @TempDir Path folder;

  private ScratchCodexHome home;
  private CodexVerifier verifier;
  private Map<String, String> before;

  @BeforeEach
  void a_home_that_stays_as_it_is() throws Exception {
    home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create(folder.resolve("home"));
    Files.writeString(home.path().resolve("words.md"), "Be brief.\n");
    before = listing();
    verifier =
        CodexVerifier.of(
            CodexOptions.builder()
                .executable(PinnedCodex.selected().executable())
                .environment(home.isolatedEnvironment())
                .build());
  }

  @AfterEach
  void nothing_was_touched_or_left() throws IOException {
    assertEquals(before, listing());
    home.close();
    assertEquals(0, ScratchLeft.count());
  }

  /** Every entry of the home with its time and size. */
  private Map<String, String> listing() throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home.path())) {
      for (Path entry : all.toList()) {
        entries.put(
            entry.toString(),
            Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS) + " " + Files.size(entry));
      }
    }
    return entries;
  }

  private Optional<String> refusal(String config) {
    return verifier.refusal(config.getBytes(UTF_8), home.path());
  }

  @Test
  void the_version_is_that_of_the_executable() {
    assertEquals(PinnedCodex.selectedVersion(), verifier.version());
  }

  /**
   * In the table a bar is a line break, and a version that loads the configuration has no reason.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "verifier-cases.csv", numLinesToSkip = 1, delimiter = ';')
  void codex_judges_as_measured(String config, String pinned, String middle, String oldest) {
    String expected =
        switch (PinnedCodex.selectedVersion()) {
          case "0.125.0" -> oldest;
          case "0.130.0" -> middle;
          default -> pinned;
        };
    Optional<String> refusal = refusal(config == null ? "" : config.replace('|', '\n'));
    if (expected == null) {
      assertEquals(Optional.empty(), refusal, config);
    } else {
      assertTrue(refusal.orElse("loaded").contains(expected), config + " -> " + refusal);
      assertFalse(refusal.orElseThrow().contains("talaria-config-"), refusal + "");
    }
  }

  @Test
  void a_file_that_the_configuration_names_is_seen_from_the_scratch_home() throws IOException {
    Path beside = Files.createTempFile(home.path().getParent(), "talaria-words-", ".md");
    Files.writeString(beside, "Be brief.\n");
    try {
      assertEquals(Optional.empty(), refusal("model_instructions_file = \"words.md\"\n"));
      assertEquals(Optional.empty(), refusal("experimental_compact_prompt_file = './words.md'\n"));
      assertEquals(
          Optional.empty(),
          refusal("model_instructions_file = \"../" + beside.getFileName() + "\"\n"));
      assertEquals(
          Optional.empty(),
          refusal("model_instructions_file = \"" + home.path().resolve("words.md") + "\"\n"));
    } finally {
      Files.delete(beside);
    }
  }

  @Test
  void a_file_that_is_missing_is_told_with_the_path_where_it_should_be() {
    String reason = refusal("model_instructions_file = \"none.md\"\n").orElseThrow();
    assertTrue(reason.contains(home.path().resolve("none.md").toString()), reason);
    reason = refusal("model_instructions_file = \"../none.md\"\n").orElseThrow();
    assertTrue(reason.contains(home.path().resolveSibling("none.md") + ":"), reason);
  }

  @Test
  void secrets_and_colours_are_not_in_the_reason() {
    String secret = "sk-abcdefghijklmnop";
    String reason = refusal("[mcp_servers.x]\nenv = \"" + secret + "\"\n").orElseThrow();
    assertFalse(reason.contains(secret) || reason.contains("\u001b"), reason);
  }

  @Test
  void a_byte_order_mark_and_line_ends_of_windows_are_fine() {
    assertEquals(Optional.empty(), refusal("\uFEFFmodel = \"gpt-5.5\"\r\n[tui]\r\n"));
  }

  @Test
  void bytes_that_are_no_text_are_refused_in_codex_words() {
    assertTrue(
        verifier.refusal(new byte[] {'a', '=', '"', (byte) 0xff, '"'}, home.path()).isPresent());
  }

  @Test
  void a_configuration_of_five_megabytes_is_judged_in_seconds() {
    String line = "# don't mind: \"words.md\" and 'none.md', as long as it is\n";
    String config = line.repeat(5_000_000 / line.length());
    assertTimeout(Duration.ofSeconds(60), () -> assertEquals(Optional.empty(), refusal(config)));
  }
}
