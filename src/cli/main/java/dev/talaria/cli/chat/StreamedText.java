package dev.talaria.cli.chat;

import dev.talaria.base.VisibleText;

/**
 * Makes a text safe that comes in pieces, cut anywhere.
 *
 * <p>What the next piece could change the look of is kept back: half a character, a letter beyond
 * ASCII with its marks, a carriage return. For one thread.
 */
final class StreamedText {

  /** More is never kept back: nobody can make the text wait for ever. */
  private static final int LONGEST = 64;

  private String kept = "";

  /** What can be shown now. */
  String add(String piece) {
    String all = kept + piece;
    int end = all.length() - keptBack(all);
    kept = all.substring(end);
    return VisibleText.of(all.substring(0, end));
  }

  /** The rest. */
  String end() {
    String rest = VisibleText.of(kept);
    kept = "";
    return rest;
  }

  private static int keptBack(String text) {
    int end = text.length();
    while (end > 0 && text.length() - end < LONGEST) {
      int last = text.codePointBefore(end);
      if (last < 0x80 && last != '\r') {
        return text.length() - end;
      }
      end -= Character.charCount(last);
      if (last != '\r' && !joins(last)) {
        return text.length() - end;
      }
    }
    return end == 0 && text.length() < LONGEST ? text.length() : 0;
  }

  private static boolean joins(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.SURROGATE,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
