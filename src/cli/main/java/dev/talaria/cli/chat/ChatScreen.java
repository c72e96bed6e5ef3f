package dev.talaria.cli.chat;

import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Screen;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The screen of a chat: lines that stay, above a few rows that are painted anew.
 *
 * <p>Lines go above and are never touched again, so that the terminal wraps and scrolls them. Below
 * stand the live rows (tools that run, the status, the input). A text that is streamed grows at its
 * end; lines of others wait until its line is full. Nothing is written before {@link #paint} or
 * {@link #clear}, and each writes once. Texts must be safe. For one thread at a time.
 */
final class ChatScreen {

  private static final Pattern SGR = Pattern.compile("\u001b\\[[0-9;]*m");

  private final Screen screen;

  /** What is to be written before the live rows; begins with {@link #row}, if that is painted. */
  private final StringBuilder above = new StringBuilder();

  private final StringBuilder waiting = new StringBuilder();
  private boolean fresh;

  /** Of the streamed line: its colour, and what stands in its last row. */
  private String style = "";

  private String row = "";

  /** How many rows the cursor is below the first row that is painted anew. */
  private int up;

  private boolean painted;
  private int paintedWidth;
  private List<String> shown = List.of();
  private String shownInput = "";
  private int shownCursor;

  ChatScreen(Screen screen) {
    this.screen = screen;
  }

  /** Adds lines; they wait for the end of a streamed line. */
  void line(String code, String text) {
    (row.isEmpty() ? above : waiting).append(lines(code, text));
    fresh = true;
  }

  /** Adds lines at once, and goes on with a streamed line behind them: for what a person did. */
  void reply(String code, String text) {
    endLine();
    line(code, text);
  }

  /** Lets a text grow. */
  void stream(String code, String text) {
    if (!code.equals(style)) {
      endLine();
      style = code;
    }
    int from = 0;
    int feed = text.indexOf('\n');
    while (feed >= 0) {
      grow(text.substring(from, feed));
      feed();
      from = feed + 1;
      feed = text.indexOf('\n', from);
    }
    grow(text.substring(from));
  }

  /** Ends the streamed line, if there is one. */
  void endLine() {
    if (!row.isEmpty()) {
      feed();
    }
  }

  private void grow(String text) {
    if (text.isEmpty()) {
      return;
    }
    fresh = true;
    String rest = row + text;
    int written = row.length();
    int fits = fitting(rest);
    while (fits < rest.length()) {
      // A character that grows when its row is full already stays divided.
      int end = Math.max(fits, written);
      String full = rest.substring(0, end);
      above.append(screen.coloured(style, full.substring(written)));
      rest = rest.substring(end);
      // Only where it is sure that the terminal does it, the terminal wraps.
      boolean wraps =
          end == fits && Columns.sure(full) && Columns.sure(rest.substring(0, fitting(rest)));
      above.append(wraps ? "" : "\n");
      written = 0;
      fits = fitting(rest);
    }
    above.append(screen.coloured(style, rest.substring(written)));
    row = rest;
  }

  /** How much of a text stands in one row; at least one character. */
  private int fitting(String text) {
    int fits = Columns.fitting(text, screen.width());
    return fits == 0 ? text.length() : fits;
  }

  private void feed() {
    above.append('\n').append(waiting);
    waiting.setLength(0);
    row = "";
    fresh = true;
  }

  private String lines(String code, String text) {
    StringBuilder lines = new StringBuilder();
    for (String each : text.split("\n", -1)) {
      lines.append(each.isEmpty() ? "" : screen.coloured(code, each)).append('\n');
    }
    return lines.toString();
  }

  /**
   * Writes what is new.
   *
   * @param live rows, none wider than the screen
   * @param input the last row
   * @param cursor the column of the cursor in it
   */
  void paint(List<String> live, String input, int cursor) {
    boolean same = live.equals(shown) && input.equals(shownInput) && cursor == shownCursor;
    if (painted && same && !fresh) {
      return;
    }
    StringBuilder frame = erased().append(above);
    boolean open = !row.isEmpty();
    if (open) {
      frame.append('\n');
    }
    live.forEach(each -> frame.append(each).append('\n'));
    frame.append(input).append('\r');
    if (cursor > 0) {
      frame.append("\u001b[").append(cursor).append('C');
    }
    above.setLength(0);
    above.append(open ? screen.coloured(style, row) : "");
    up = live.size() + (open ? 1 : 0);
    painted = true;
    paintedWidth = screen.width();
    fresh = false;
    shown = List.copyOf(live);
    shownInput = input;
    shownCursor = cursor;
    screen.print(frame.toString());
  }

  /** Takes the live rows away and leaves the cursor below the lines. */
  void clear() {
    endLine();
    screen.print(erased().append(above).toString());
    above.setLength(0);
    painted = false;
    fresh = false;
  }

  private StringBuilder erased() {
    StringBuilder frame = new StringBuilder();
    if (painted) {
      frame.append('\r');
      if (screen.width() != paintedWidth) {
        up = upAfterResize(screen.width());
      }
      if (up > 0) {
        frame.append("\u001b[").append(up).append('A');
      }
      frame.append("\u001b[J");
    }
    return frame;
  }

  /** A terminal that got narrower has wrapped what was painted. */
  private int upAfterResize(int width) {
    int rows = row.isEmpty() ? 0 : rows(row, width);
    for (String each : shown) {
      rows += rows(SGR.matcher(each).replaceAll(""), width);
    }
    return rows + shownCursor / width;
  }

  private static int rows(String text, int width) {
    return Math.max(1, (Columns.of(text) + width - 1) / width);
  }

  /** As {@link Screen#coloured}. */
  String coloured(String code, String text) {
    return screen.coloured(code, text);
  }

  /** The colour of what was streamed last. */
  String style() {
    return style;
  }

  int width() {
    return screen.width();
  }
}
