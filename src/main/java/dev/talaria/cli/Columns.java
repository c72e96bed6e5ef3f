package dev.talaria.cli;

import org.jline.utils.WCWidth;

/** Widths of safe text in the columns of a terminal, where some characters take two. Stateless. */
final class Columns {

  private Columns() {}

  /** How wide a text on one line is. */
  static int of(CharSequence text) {
    return text.codePoints().map(Columns::of).sum();
  }

  static int of(int c) {
    return Math.max(0, WCWidth.wcwidth(c));
  }

  /** The beginning of a text that fits; what was cut is marked. */
  static String clip(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    return text.substring(0, fitting(text, Math.max(0, width - 1))) + "…";
  }

  /** How many chars of a text fit into so many columns. */
  static int fitting(String text, int width) {
    int columns = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      columns += of(c);
      if (columns > width) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** What of a text without line feeds stands in the last row, when the terminal wraps it. */
  static String lastRow(String text, int width) {
    String rest = text;
    int fits = Math.max(1, fitting(rest, width));
    while (fits < rest.length()) {
      rest = rest.substring(fits);
      fits = Math.max(1, fitting(rest, width));
    }
    return rest;
  }
}
