package dev.talaria.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Widths of safe text in the columns of a terminal, where some characters take two. Stateless. */
public final class Columns {

  /** What a person takes for one character. */
  private static final Pattern CHARACTER = Pattern.compile("\\X", Pattern.DOTALL);

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
    if (c >= FLAG_A && c <= FLAG_Z || c >= SKIN_1 && c <= SKIN_5) {
      return 2;
    }
    return c == WIDENING ? 1 : Math.max(0, WCWidth.wcwidth(c));
  }

  /** Whether terminals agree on the width of a text. */
  public static boolean sure(CharSequence text) {
    return CHARACTER.matcher(text).results().allMatch(each -> sureAlone(each.group()));
  }

  private static boolean sureAlone(String character) {
    return of(character) == of(character.codePointAt(0));
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
}
