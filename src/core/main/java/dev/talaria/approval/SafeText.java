package dev.talaria.approval;

import dev.talaria.approval.shell.ProgramNames;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import java.util.List;
import java.util.function.Predicate;

/**
 * What others wrote, made visible for the person who decides: brief, with secrets masked and the
 * middle of what is long left out, both counted; or all of it. Immutable.
 */
enum SafeText {
  /** Masked and bounded. */
  BRIEF,
  /** All of it. */
  FULL;

  /** How many code points of a command or of arguments are shown. */
  static final int LONGEST = 4000;

  /** How many code points of a reason or a description are shown. */
  static final int FACT = 1000;

  private static final int NAME = 300;

  /** Longer texts than there are, with room for sums of a few of them. */
  private static final int NO_LIMIT = 1 << 28;

  /** How many of something are shown: in full, all. */
  int most(int brief) {
    return this == FULL ? NO_LIMIT : brief;
  }

  /** A name, a path or a host on one line. */
  String name(String text) {
    return line(text, NAME);
  }

  /** A text on one line. */
  String line(String text, int longest) {
    return this == FULL
        ? VisibleText.onOneLine(text)
        : VisibleText.onOneLine(masked(text), longest);
  }

  /** A text with its own lines. */
  List<String> block(String text) {
    return this == FULL ? lines(VisibleText.of(text)) : bounded(masked(text));
  }

  /** A command line on one line. */
  String command(String line, int longest) {
    return this == FULL
        ? VisibleText.onOneLine(line)
        : VisibleText.onOneLine(maskedCommand(line), longest);
  }

  /** A command line with its own lines. */
  List<String> commandBlock(String line) {
    return this == FULL ? block(line) : bounded(maskedCommand(line));
  }

  private static List<String> bounded(String masked) {
    return lines(VisibleText.bounded(masked, LONGEST));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  /** {@code text} with each value that looks like a secret replaced by its length. */
  static String masked(String text) {
    return masked(text, Redaction.values(text), value -> true);
  }

  /** Like {@link #masked(String)}, but with every word that may name a program. */
  static String maskedCommand(String line) {
    List<Redaction.Value> values = Redaction.values(line);
    if (values.isEmpty()) {
      return line;
    }
    ProgramNames programs = ProgramNames.of(line);
    return masked(line, values, value -> !programs.mayHold(line, value));
  }

  private static String masked(
      String text, List<Redaction.Value> values, Predicate<Redaction.Value> hidden) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (Redaction.Value value : values) {
      if (hidden.test(value)) {
        int count = text.codePointCount(value.start(), value.end());
        shown.append(text, from, value.start()).append('[').append(count);
        shown.append(count == 1 ? " character masked]" : " characters masked]");
        from = value.end();
      }
    }
    return shown.append(text, from, text.length()).toString();
  }
}
