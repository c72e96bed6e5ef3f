package dev.talaria.durable;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Duration;

/** A duration as ISO 8601 writes it, for a mapper that does not know durations. */
final class IsoDuration {

  private IsoDuration() {}

  /** To text. */
  static final class Writer extends StdConverter<Duration, String> {
    @Override
    public String convert(Duration duration) {
      return duration.toString();
    }
  }

  /** From text. */
  static final class Reader extends StdConverter<String, Duration> {
    @Override
    public Duration convert(String text) {
      return Duration.parse(text);
    }
  }
}
