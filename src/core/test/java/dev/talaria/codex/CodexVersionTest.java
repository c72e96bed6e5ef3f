package dev.talaria.codex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodexVersionTest {

  @ParameterizedTest
  @CsvSource({
    "codex-cli 0.169.0, 0.169.0",
    "0.125.0, 0.125.0",
    "codex 1.2.3 (abc 4.5.6), 1.2.3",
    "codex-cli 0.170.0-alpha.3, 0.170.0-alpha.3",
    "talaria/0.169.0-beta; linux, 0.169.0-beta",
    "v10.20.30-, 10.20.30",
  })
  void the_first_version_in_any_text_is_taken(String text, String expected) {
    assertEquals(expected, CodexVersion.parse(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "codex", "0.125", "99999999999.0.0", "one.two.three"})
  void a_text_without_a_version_has_none(String text) {
    assertEquals(Optional.empty(), CodexVersion.parse(text));
  }

  @Test
  void versions_are_ordered_by_number_and_a_pre_release_comes_first() {
    List<String> ordered =
        List.of(
            "0.9.9",
            "0.124.0",
            "0.125.0-alpha",
            "0.125.0-alpha.2",
            "0.125.0-alpha.10",
            "0.125.0-alpha.x",
            "0.125.0-beta.1",
            "0.125.0",
            "0.125.1",
            "0.130.0",
            "1.0.0");
    List<CodexVersion> versions =
        new ArrayList<>(ordered.stream().map(v -> CodexVersion.parse(v).orElseThrow()).toList());
    Collections.reverse(versions);
    Collections.sort(versions);
    assertEquals(ordered, versions.stream().map(CodexVersion::toString).toList());
  }

  @Test
  void the_minimum_and_everything_newer_is_new_enough() {
    assertTrue(CodexVersion.MINIMUM.isAtLeast(CodexVersion.MINIMUM));
    assertTrue(new CodexVersion(7, 0, 0).isAtLeast(CodexVersion.MINIMUM));
    assertFalse(new CodexVersion(0, 124, 99).isAtLeast(CodexVersion.MINIMUM));
    assertEquals("0.125.0", CodexVersion.MINIMUM.toString());
  }

  @Test
  void impossible_versions_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new CodexVersion(0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new CodexVersion(0, 1, 0, null));
  }
}
