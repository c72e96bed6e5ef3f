package dev.talaria.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/** Widths of safe text in the columns of a terminal, where some characters take two. Stateless. */
public final class Columns {

  /** What a person takes for one character. */
  private static final Pattern CHARACTER = Pattern.compile("\\X", Pattern.DOTALL);

  /** A row may end behind a blank, and around a wide character, which stands for a word. */
  private static final Pattern WORD = Pattern.compile("\n|[^ \n]+ *| +");

  /** Makes some characters before it as wide as an emoji, where the terminal knows that. */
  private static final int WIDENING = 0xFE0F;

  private static final int FLAG_A = 0x1F1E6;
  private static final int FLAG_Z = 0x1F1FF;

  private static final int SKIN_1 = 0x1F3FB;
  private static final int SKIN_5 = 0x1F3FF;

  private Columns() {}

  /**
   * How wide a text on one line is at most: where a character is made of many code points, some
   * terminals show one picture and some show them all.
   */
  public static int of(CharSequence text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static int of(int c) {
    if (c >= ' ' && c < 127) {
      return 1;
    } else if (c >= FLAG_A && c <= FLAG_Z || c >= SKIN_1 && c <= SKIN_5) {
      return 2;
    }
    return c == WIDENING ? 1 : Math.max(0, WCWidth.wcwidth(c));
  }

  /** The beginning of a text that fits; what was cut is marked. */
  public static String clip(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    return text.substring(0, fitting(text, Math.max(0, width - 1))) + "…";
  }

  /** How many chars of a text fit into so many columns; no character is divided. */
  public static int fitting(String text, int width) {
    int columns = 0;
    Matcher character = CHARACTER.matcher(text);
    while (character.find()) {
      columns += of(character.group());
      if (columns > width) {
        return character.start();
      }
    }
    return text.length();
  }

  /** The rows of a text, which end at words where they can; a row of blanks is kept. */
  public static List<String> wrap(String text, int width) {
    return wrap(new AttributedString(text), width).stream().map(Object::toString).toList();
  }

  /** The rows of a text in colours; a line feed ends one. */
  static List<AttributedString> wrap(AttributedString text, int width) {
    List<AttributedString> rows = new ArrayList<>();
    String all = text.toString();
    Matcher word = WORD.matcher(all);
    int start = 0;
    int used = 0;
    while (word.find()) {
      String rest = word.group();
      boolean feed = rest.equals("\n");
      if (feed || used > 0 && used + of(rest.stripTrailing()) > width && of(rest) <= width) {
        rows.add(text.subSequence(start, word.start()));
        start = feed ? word.end() : word.start();
        used = 0;
      }
      while (!feed && used + of(rest.stripTrailing()) > width) {
        int fits = fitting(rest, width - used);
        fits = fits == 0 && used == 0 ? Character.charCount(rest.codePointAt(0)) : fits;
        rest = rest.substring(fits);
        rows.add(text.subSequence(start, word.end() - rest.length()));
        start = word.end() - rest.length();
        used = 0;
      }
      used += feed ? 0 : of(rest);
    }
    rows.add(text.subSequence(start, all.length()));
    return rows;
  }
}
