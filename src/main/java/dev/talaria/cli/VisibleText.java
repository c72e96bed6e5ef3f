package dev.talaria.cli;

import java.util.Locale;

/**
 * Makes text safe to print on a terminal: what would steer it is shown instead of sent.
 *
 * <p>Stateless and safe for use by many threads. Line feeds stay, CR LF becomes a line feed and a
 * tab four spaces; every other control, format or separator character and every lone surrogate is
 * spelt as an escape such as {@code \}{@code u001b}. The joiners that emoji are made of stay.
 */
final class VisibleText {

  private static final String TAB = "    ";

  private VisibleText() {}

  static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isPlain(c)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        boolean lineEnd = c == '\r' && next < text.length() && text.charAt(next) == '\n';
        if (!lineEnd) {
          out.append(c == '\t' ? TAB : escape(c));
        }
      } else if (out != null) {
        out.appendCodePoint(c);
      }
      i = next;
    }
    return out == null ? text : out.toString();
  }

  /** Like {@link #of}, on one line. */
  static String onOneLine(String text) {
    return of(text).replace("\n", "\\n");
  }

  /** Like {@link #onOneLine(String)}, cut to so many code points with a mark at the end. */
  static String onOneLine(String text, int longest) {
    String line = onOneLine(text);
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static boolean isPlain(int c) {
    if (c == '\n' || c >= ' ' && c < 0x7f || c == 0x200c || c == 0x200d) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escape(int c) {
    return String.format(Locale.ROOT, c > 0xffff ? "\\u{%x}" : "\\u%04x", c);
  }
}
