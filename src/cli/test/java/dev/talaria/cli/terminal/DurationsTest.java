package dev.talaria.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "90s, PT1M30S", "90, PT1M30S", "10m, PT10M", "1H, PT1H"})
  void time_is_read_as_people_write_it(String text, Duration expected) {
    assertEquals(expected, Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0s", "-1s", "soon", "1d", "99999999999999999999s", "1.5s"})
  void anything_else_is_refused(String text) {
    assertThrows(TypeConversionException.class, () -> Durations.parse(text));
  }

  @Test
  void time_is_shown_with_its_unit() {
    assertEquals("7 ms", Durations.show(Duration.ofMillis(7)));
    assertEquals("1.5 s", Durations.show(Duration.ofMillis(1500)));
    assertEquals("2 min 05 s", Durations.show(Duration.ofSeconds(125)));
  }
}
