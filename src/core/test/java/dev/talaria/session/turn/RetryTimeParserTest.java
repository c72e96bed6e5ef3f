package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in the words of Codex's messages. */
class RetryTimeParserTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Please try again in 1.5s. | 2026-03-04T12:00:01.500Z",
        "try again in 20ms | 2026-03-04T12:00:00.020Z",
        "try again in 2 minutes | 2026-03-04T12:02:00Z",
        "or try again at 8:53 PM. | 2026-03-04T19:54:00Z",
        "or try again at 12:05 AM. | 2026-03-03T23:06:00Z",
        "or try again at Nov 21st, 2026 2:05 AM. | 2026-11-21T01:06:00Z",
        "or try again at Jul 2nd, 2026 12:59 PM. | 2026-07-02T11:00:00Z",
        "or try again at Foo 2nd, 2026 12:59 PM. | ",
        "or try again at 8:73 PM. | ",
        "or try again later. | ",
        "try again in 99999999999 hours | "
      })
  void a_time_is_read_where_one_is_named(String message, Instant time) {
    assertEquals(
        Optional.ofNullable(time), RetryTimeParser.in(message, NOW, ZoneId.of("Europe/Berlin")));
  }
}
