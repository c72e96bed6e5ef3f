package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What was pasted into a line: a long text is one sign in it, so that it is shown folded and
 * deleted by one key. Under the lock of the {@link Console}.
 */
final class Pastes {

  /** A longer paste is shown as one sign. */
  private static final int LONGEST = 400;

  private static final int MOST_LINES = 4;

  /** The first of the signs: a plane for private use. */
  private static final int FIRST = 0xF0000;

  private final List<String> texts = new ArrayList<>();

  /** What stands in the line for a text: a sign for one that is long, or not seen as it is. */
  String put(String text) {
    boolean isLong =
        text.length() > LONGEST
            || lines(text) > MOST_LINES
            || !VisibleText.of(text).equals(text.replace("\t", "    "))
            || text.codePoints().anyMatch(Pastes::isSign);
    if (!isLong) {
      return text;
    }
    texts.add(text);
    return Character.toString(FIRST + texts.size() - 1);
  }

  /** Whether a character may be a sign. */
  static boolean isSign(int c) {
    return c >= FIRST;
  }

  void clear() {
    texts.clear();
  }

  /** The line with what was pasted. */
  String whole(String line) {
    return replaced(line, text -> text);
  }

  /** The line as it is shown. */
  String shown(String line) {
    return replaced(line, Pastes::folded);
  }

  private String replaced(String line, Function<String, String> paste) {
    StringBuilder all = new StringBuilder();
    line.codePoints()
        .mapToObj(
            c ->
                isSign(c) && c - FIRST < texts.size()
                    ? paste.apply(texts.get(c - FIRST))
                    : Character.toString(c))
        .forEach(all::append);
    return all.toString();
  }

  /** How a paste is shown. */
  static String folded(String text) {
    long lines = lines(text);
    return lines == 1
        ? "[" + text.length() + " characters pasted]"
        : "[" + lines + " lines pasted]";
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count() + (text.endsWith("\n") ? 0 : 1);
  }
}
