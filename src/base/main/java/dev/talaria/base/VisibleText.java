package dev.talaria.base;

import java.util.Arrays;
import java.util.Locale;

/**
 * Makes text safe to print on a terminal: what would steer it, or would not be seen, is shown
 * instead of sent.
 *
 * <p>Stateless and safe for use by many threads. Line feeds stay, CR LF becomes a line feed and a
 * tab four spaces. Every other control, format or separator character, every lone surrogate and
 * everything else that has no shape is spelt as an escape such as {@code \}{@code u001b}; so is the
 * fifth and every further mark on one letter. The joiners and variation selectors that emoji and
 * some scripts are made of stay between and behind characters beyond ASCII.
 */
public final class VisibleText {

  private static final String TAB = "    ";
  private static final int JOINER = 0x200d;
  private static final int NON_JOINER = 0x200c;
  private static final int KEYCAP = 0x20e3;

  /** How many marks one letter may carry. */
  private static final int MARKS = 4;

  /** A longer run of blanks is counted instead of shown. */
  private static final int BLANKS = 40;

  /** A shorter limit could not say what was left out. */
  private static final int SHORTEST = 40;

  private VisibleText() {}

  /**
   * {@return {@code text} in full; the same text if there is nothing to make visible}
   *
   * @param text any text, with line feeds and lone surrogates, too
   */
  public static String of(String text) {
    return isSimple(text) ? text : new Fragments(text, false, false).shown.toString();
  }

  /**
   * Like {@link #of}, but with every escape as JSON spells it: two of them for a character beyond
   * the basic plane. A JSON document stays the same document.
   *
   * @param text a JSON document
   * @return the document with escapes; the same text if there is nothing to make visible
   */
  public static String ofJson(String text) {
    return isSimple(text) ? text : new Fragments(text, false, true).shown.toString();
  }

  /**
   * {@return the same as {@link #of}, on one line: a line feed becomes {@code \n}}
   *
   * @param text any text
   */
  public static String onOneLine(String text) {
    return of(text).replace("\n", "\\n");
  }

  /**
   * {@return the same as {@link #bounded}, on one line: a line feed becomes {@code \n}}
   *
   * @param text any text
   * @param longest how many code points the line may have, at least 40
   */
  public static String onOneLine(String text, int longest) {
    Fragments fragments = new Fragments(collapse(text), true, false);
    return fragments.size() <= longest ? fragments.shown.toString() : fragments.bounded(longest);
  }

  /**
   * Like {@link #of}, but with at most {@code longest} code points: of a longer text the beginning
   * and the end are there, and between them how many characters of the text were left out. A run of
   * more than 40 blanks, which could push the rest out of sight, is counted instead of shown.
   *
   * @param text any text
   * @param longest at least 40
   * @return what to show
   */
  public static String bounded(String text, int longest) {
    Fragments fragments = new Fragments(collapse(text), false, false);
    return fragments.size() <= longest ? fragments.shown.toString() : fragments.bounded(longest);
  }

  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && (c < ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static String collapse(String text) {
    StringBuilder out = null;
    int from = 0;
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isBlank(text.charAt(end))) {
        end++;
      }
      if (end - i > BLANKS) {
        out = out == null ? new StringBuilder() : out;
        out.append(text, from, i).append("[… ").append(end - i).append(" blanks …]");
        from = end;
      }
      i = Math.max(end, i + 1);
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  /** A text as it is shown, and where each of its characters ended up. */
  private static final class Fragments {
    final StringBuilder shown;

    /** By character of the text: where it ends in what is shown, in chars and in code points. */
    private int[] ends = new int[64];

    private int[] counts = new int[64];
    private int characters;
    private final boolean json;
    private int before = -1;
    private int marks;

    Fragments(String text, boolean oneLine, boolean json) {
      this.json = json;
      shown = new StringBuilder(text.length() + 16);
      int[] all = text.codePoints().toArray();
      for (int i = 0; i < all.length; i++) {
        int next = i + 1 < all.length ? all[i + 1] : -1;
        String fragment = fragment(all[i], next);
        if (oneLine && fragment.equals("\n")) {
          fragment = "\\n";
        }
        add(fragment);
        before = fragment.codePointCount(0, fragment.length()) == 1 ? all[i] : -1;
      }
    }

    private void add(String fragment) {
      if (characters == ends.length) {
        ends = Arrays.copyOf(ends, 2 * characters);
        counts = Arrays.copyOf(counts, 2 * characters);
      }
      shown.append(fragment);
      ends[characters] = shown.length();
      counts[characters] = size() + fragment.codePointCount(0, fragment.length());
      characters++;
    }

    /** How many code points are shown. */
    int size() {
      return characters == 0 ? 0 : counts[characters - 1];
    }

    private String fragment(int c, int next) {
      marks = isMark(c) ? marks + 1 : 0;
      if (c == '\t') {
        return TAB;
      } else if (c == '\r' && next == '\n') {
        return "";
      }
      return c == '\n' || isSeen(c, next) ? Character.toString(c) : escape(c);
    }

    private String escape(int c) {
      if (json && c > 0xffff) {
        return escape(Character.highSurrogate(c)) + escape(Character.lowSurrogate(c));
      }
      return String.format(Locale.ROOT, c > 0xffff ? "\\u{%x}" : "\\u%04x", c);
    }

    private boolean isSeen(int c, int next) {
      if (c >= ' ' && c <= '~') {
        return true;
      } else if (c == JOINER || c == NON_JOINER) {
        return isLetterBeyondAscii(before) && isLetterBeyondAscii(next);
      } else if (isSelector(c)) {
        return isLetterBeyondAscii(before) && !isSelector(before) || next == KEYCAP;
      }
      return !hasNoShape(c) && marks <= MARKS;
    }

    String bounded(int limit) {
      int longest = Math.max(limit, SHORTEST);
      int room = longest - leftOut(characters).length();
      int head = 0;
      while (head < characters && counts[head] <= room * 3 / 5) {
        head++;
      }
      int tail = characters;
      while (tail > head && size() - (tail < 2 ? 0 : counts[tail - 2]) <= room * 2 / 5) {
        tail--;
      }
      int headEnd = head == 0 ? 0 : ends[head - 1];
      int tailStart = tail == 0 ? 0 : ends[tail - 1];
      return shown.substring(0, headEnd) + leftOut(tail - head) + shown.substring(tailStart);
    }

    private static String leftOut(int count) {
      return "[… " + count + " left out …]";
    }
  }

  private static boolean isSelector(int c) {
    return c >= 0xfe00 && c <= 0xfe0f;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isLetterBeyondAscii(int c) {
    return c > 0x7f && !isBlank(c) && c != JOINER && c != NON_JOINER && !hasNoShape(c);
  }

  /** What a terminal does not draw, or what steers how it draws the rest. */
  private static boolean hasNoShape(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlankLetter(c) || isIgnorable(c);
    };
  }

  /** Letters and symbols that look like nothing: Hangul fillers and the empty Braille cell. */
  private static boolean isBlankLetter(int c) {
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
  }

  /** Ignorable characters that are marks or not assigned; tags and selectors are in the last. */
  private static boolean isIgnorable(int c) {
    return c == 0x34f
        || c == 0x17b4
        || c == 0x17b5
        || c >= 0x180b && c <= 0x180f
        || c == 0x2065
        || c >= 0xfff0 && c <= 0xfffb
        || c >= 0xe0000 && c <= 0xe0fff;
  }
}
