package dev.talaria.cli.migrate;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a {@code config.toml} as they may be shown: what looks like a secret is masked.
 *
 * <p>Stateless. Each line becomes one line. On top of {@link Redaction}, which knows texts in
 * general, a string is masked that a key such as {@code OPENAI_KEY} or a flag such as {@code
 * --token} names as a secret, and everything in a secret that has many lines.
 */
final class MaskedToml {

  private static final String NAMES =
      "[A-Za-z0-9_-]{0,60}(?:"
          + Redaction.SECRET_WORDS
          + "|_pat(?![a-z])|_pwd(?![a-z]))[A-Za-z0-9_-]{0,60}";
  private static final String STRING = "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+')";

  /** A variable's name is not a secret. */
  private static final String NO_REFERENCE = "(?<!env_var)(?<!env_key)";

  private static final Pattern SECRET_KEY =
      Pattern.compile("(?i)(" + NAMES + NO_REFERENCE + "[\"']?\\s{0,9}=\\s{0,9})" + STRING);
  private static final Pattern SECRET_FLAG =
      Pattern.compile("(?i)([\"']--?" + NAMES + "[\"']\\s{0,9},\\s{0,9})" + STRING);

  /** A string of many lines begins, and does not end in the same line. */
  private static final Pattern OPENS =
      Pattern.compile("(?i)" + NAMES + NO_REFERENCE + "[\"']?\\s{0,9}=\\s{0,9}(\"\"\"|''')");

  /** Nearly all lines have none of these, and need no closer look. */
  private static final List<String> MARKS = List.of("\"\"\"", "'''", "-----BEGIN");

  private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final String KEY_ENDS = "PRIVATE KEY-----";

  private MaskedToml() {}

  static List<String> lines(List<String> lines) {
    List<String> masked = new ArrayList<>();
    String until = null;
    for (String line : lines) {
      if (until != null) {
        masked.add(Redaction.MASK);
        until = line.contains(until) ? null : until;
      } else {
        until = opened(line);
        masked.add(until == null ? line(line) : line.substring(0, begin(line)) + Redaction.MASK);
      }
    }
    return masked;
  }

  private static String line(String line) {
    String masked = "$1\"" + Matcher.quoteReplacement(Redaction.MASK) + "\"";
    String text = SECRET_KEY.matcher(line).replaceAll(masked);
    text = SECRET_FLAG.matcher(text).replaceAll(masked);
    return VisibleText.of(Redaction.redact(text));
  }

  /** What ends the secret that this line begins; {@code null} if it begins none. */
  private static String opened(String line) {
    if (MARKS.stream().noneMatch(line::contains)) {
      return null;
    }
    Matcher string = OPENS.matcher(line);
    if (string.find() && line.indexOf(string.group(1), string.end()) < 0) {
      return string.group(1);
    }
    Matcher key = KEY_BEGINS.matcher(line);
    return key.find() && line.indexOf(KEY_ENDS, key.end()) < 0 ? KEY_ENDS : null;
  }

  private static int begin(String line) {
    Matcher string = OPENS.matcher(line);
    Matcher key = KEY_BEGINS.matcher(line);
    int opens = string.find() ? string.start(1) : line.length();
    return Math.min(opens, key.find() ? key.start() : line.length());
  }
}
