package dev.talaria.migration.translate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows a reference to an environment variable in a host's value: {@code ${NAME}} or {@code
 * env:NAME}.
 *
 * <p>Stateless and safe for use by many threads.
 */
final class References {

  private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*+)";
  private static final Pattern WHOLE =
      Pattern.compile("\\s*+(?:\\$\\{" + NAME + "\\}|env:" + NAME + ")\\s*+");
  private static final Pattern BEARER =
      Pattern.compile("(?i:\\s*+bearer)\\s++(?:\\$\\{" + NAME + "\\}|env:" + NAME + ")\\s*+");

  /** Also {@code ${NAME:-default}}, which nothing here expands; {@code env:} behind a blank. */
  private static final Pattern WITHIN = Pattern.compile("\\$\\{[A-Za-z_]|\\senv:[A-Za-z_]");

  private References() {}

  /** The variable, if the value is a reference and nothing else. */
  static Optional<String> whole(String value) {
    return name(WHOLE.matcher(value));
  }

  /** The variable, if the value is {@code Bearer} and a reference. */
  static Optional<String> bearer(String value) {
    return name(BEARER.matcher(value));
  }

  /** Whether there is a reference anywhere in the value. */
  static boolean within(String value) {
    return WITHIN.matcher(value).find() || whole(value).isPresent();
  }

  /** The text itself, where Codex does not expand references. */
  static String none(String place, String value) {
    // A script that is given as an argument has ${…} of its own, but so has a forgotten reference:
    // the difference cannot be seen, and a server that gets "${TOKEN}" fails in obscure ways.
    if (within(value)) {
      throw new IllegalArgumentException(
          place
              + " refers to an environment variable, which Codex does not expand there: write the"
              + " value out, or start the server through a script that reads the variable and name"
              + " it in env");
    }
    return value;
  }

  private static Optional<String> name(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
  }
}
