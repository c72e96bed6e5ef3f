package dev.talaria.cli.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.llm.ratelimit.RateLimitState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitLineTest {

  private static final Instant LATER = Instant.EPOCH.plusSeconds(65);

  private static String shown(boolean rewrites) {
    StringWriter err = new StringWriter();
    WaitLine line = new WaitLine(new PrintWriter(err), rewrites);
    Optional<String> none = Optional.empty();
    List.of(
            new RateLimitState.WaitStarted("codex", none, LATER, Duration.ofSeconds(65)),
            new RateLimitState.WaitTick("codex", none, LATER, Duration.ofSeconds(64)),
            new RateLimitState.WaitFinished("codex", none, LATER, Duration.ZERO))
        .forEach(line);
    return err.toString();
  }

  @Test
  void a_terminal_counts_down_and_is_left_clean() {
    assertEquals(
        "\rRate-limited (codex); resuming in 1m05s; Ctrl+C to stop\u001b[K"
            + "\rRate-limited (codex); resuming in 1m04s; Ctrl+C to stop\u001b[K"
            + "\r\u001b[K",
        shown(true));
  }

  @Test
  void elsewhere_a_wait_is_one_line() {
    assertEquals(
        "Rate-limited (codex); resuming in 1m05s; Ctrl+C to stop" + System.lineSeparator(),
        shown(false));
  }

  @ParameterizedTest
  @CsvSource({"1, 1s", "5000, 5s", "59001, 1m00s", "65000, 1m05s", "3605000, 1h00m05s"})
  void time_is_rounded_up(long millis, String text) {
    assertEquals(
        "Rate-limited (codex usageLimit); resuming in " + text + "; Ctrl+C to stop",
        WaitLine.text("codex", Optional.of("usageLimit"), Duration.ofMillis(millis)));
  }
}
