package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTextTest {

  @Test
  void the_reason_stands_after_the_cause_and_before_the_backtrace() {
    assertEquals(
        Optional.of("wrong type\nin `a.b`"),
        CodexVerifier.reason(
            "WARNING: helpers\nError: /x/config.toml:2:11: wrong type\nCaused by:\n"
                + "    wrong type\n    in `a.b`\nStack backtrace:\n   0: Caused by:\n"));
  }

  @Test
  void without_a_cause_the_error_is_the_reason() {
    assertEquals(
        Optional.of("profile `p` not found"),
        CodexVerifier.reason("Error: profile `p` not found\nStack backtrace:\n   0: <unknown>"));
  }

  @Test
  void without_an_error_there_is_no_reason() {
    assertEquals(Optional.empty(), CodexVerifier.reason("WARN Caused by: this"));
    assertEquals(Optional.empty(), CodexVerifier.reason(""));
    assertEquals(Optional.empty(), CodexVerifier.reason("Error:"));
  }

  @Test
  void a_very_long_reason_is_cut() {
    assertTrue(CodexVerifier.reason("Error: " + "x".repeat(9_999)).orElseThrow().length() < 2_100);
  }
}
