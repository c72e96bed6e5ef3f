package dev.talaria.approval;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import java.util.List;

/** What others wrote, masked, made visible and bounded. Pure functions. */
final class SafeText {

  /** How many code points of a command or of arguments are shown. */
  static final int LONGEST = 4000;

  /** How many code points of a reason or a description are shown. */
  static final int FACT = 1000;

  private static final int NAME = 300;

  private SafeText() {}

  /** A name, a path or a host on one line. */
  static String name(String text) {
    return line(text, NAME);
  }

  /** A text on one line. */
  static String line(String text, int longest) {
    return VisibleText.onOneLine(Redaction.redact(text), longest);
  }

  /** A text with its own lines. */
  static List<String> block(String text) {
    return VisibleText.bounded(Redaction.redact(text), LONGEST).lines().toList();
  }
}
