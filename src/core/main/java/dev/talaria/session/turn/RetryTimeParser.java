package dev.talaria.session.turn;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a message of Codex names, such as "try again in 1.2s" or "try again at 8:53 PM".
 *
 * <p>Pure functions. Codex gives the reset of a usage limit in these words only (0.169.0): the hour
 * in its own local time, with the date if it is another day's.
 */
final class RetryTimeParser {

  private static final Pattern IN =
      Pattern.compile(
          "(?i)try again in (\\d+(?:\\.\\d+)?) ?(ms|s|m|h|seconds?|minutes?|hours?)\\b");
  private static final Pattern AT =
      Pattern.compile(
          "(?i)try again at (?:([a-z]{3}) (\\d{1,2})(?:st|nd|rd|th), (\\d{4}),? )?"
              + "(\\d{1,2}):(\\d{2})\\s([ap])m\\b");
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM uuuu")
          .toFormatter(Locale.ENGLISH);
  private static final double LONGEST_MILLIS = 1e12;

  private RetryTimeParser() {}

  static Optional<Instant> in(String message, Instant now, ZoneId zone) {
    return after(message, now).or(() -> at(message, now.atZone(zone)));
  }

  private static Optional<Instant> after(String message, Instant now) {
    Matcher stated = IN.matcher(message);
    if (!stated.find()) {
      return Optional.empty();
    }
    double unit =
        switch (stated.group(2).toLowerCase(Locale.ROOT)) {
          case "ms" -> 1;
          case "m", "minute", "minutes" -> 60_000;
          case "h", "hour", "hours" -> 3_600_000;
          default -> 1000;
        };
    double millis = Double.parseDouble(stated.group(1)) * unit;
    return millis > LONGEST_MILLIS
        ? Optional.empty()
        : Optional.of(now.plusMillis((long) Math.ceil(millis)));
  }

  /** The end of the minute that is named: its seconds are cut off, and a try before fails. */
  private static Optional<Instant> at(String message, ZonedDateTime now) {
    Matcher stated = AT.matcher(message);
    if (!stated.find()) {
      return Optional.empty();
    }
    try {
      int afternoon = stated.group(6).equalsIgnoreCase("p") ? 12 : 0;
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(stated.group(4)) % 12 + afternoon,
              Integer.parseInt(stated.group(5)));
      LocalDate date =
          stated.group(1) == null
              ? now.toLocalDate()
              : LocalDate.parse(
                  String.join(" ", stated.group(2), stated.group(1), stated.group(3)), DATE);
      return Optional.of(date.atTime(time).plusMinutes(1).atZone(now.getZone()).toInstant());
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
