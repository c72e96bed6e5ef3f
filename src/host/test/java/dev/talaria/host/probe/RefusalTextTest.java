package dev.talaria.host.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTextTest {

  @Test
  void the_reason_stands_after_the_cause_and_before_the_backtrace() {
    assertEquals(
        Optional.of("wrong type\nin `a.b`"),
        RefusalText.in(
            "WARNING: helpers\nError: /x/config.toml:2:11: wrong type\nCaused by:\n"
                + "    wrong type\n    in `a.b`\nStack backtrace:\n   0: Caused by:\n"));
  }

  @Test
  void without_a_cause_the_error_is_the_reason() {
    assertEquals(
        Optional.of("profile `p` not found"),
        RefusalText.in("Error: profile `p` not found\nStack backtrace:\n   0: <unknown>"));
  }

  @Test
  void without_an_error_there_is_no_reason() {
    assertEquals(Optional.empty(), RefusalText.in("WARN Caused by: this"));
    assertEquals(Optional.empty(), RefusalText.in(""));
    assertEquals(Optional.empty(), RefusalText.in("Error:"));
  }

  @Test
  void a_very_long_reason_is_cut() {
    assertTrue(RefusalText.in("Error: " + "x".repeat(9_999)).orElseThrow().length() < 2_100);
  }
}
