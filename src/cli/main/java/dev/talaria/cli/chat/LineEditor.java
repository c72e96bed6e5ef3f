package dev.talaria.cli.chat;

import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Screen;
import java.util.Optional;

/**
 * The line that a person types: arrows, Home, End, Ctrl-A, -E, -U, -W, -K, and the previous lines.
 *
 * <p>Several lines that are pasted at once become one, with its line feeds. For one thread.
 */
final class LineEditor {

  /** What stands before the input. */
  static final String MARK = "› ";

  /** An end of line with more behind it within so many milliseconds is part of a paste. */
  private static final long PASTE = 3;

  private static final long SEQUENCE = 30;
  private static final String BEYOND_ASCII = "宽";

  private final Screen screen;
  private final InputHistory history;
  private final StringBuilder text = new StringBuilder();
  private int cursor;
  private int age;

  LineEditor(Screen screen, InputHistory history) {
    this.screen = screen;
    this.history = history;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Replaces what is typed. */
  void set(String line) {
    text.setLength(0);
    text.append(line);
    cursor = text.length();
  }

  /** Takes a key; the line, if it is complete. Ctrl-C and Ctrl-D are not for here. */
  Optional<String> key(int key) throws InterruptedException {
    switch (key) {
      case '\r', '\n' -> {
        return enter();
      }
      case 1 -> cursor = 0;
      case 5 -> cursor = text.length();
      case 2 -> cursor = before();
      case 6 -> cursor = after();
      case 8, 127 -> delete(before(), cursor);
      case 11 -> delete(cursor, text.length());
      case 14 -> recall(-1);
      case 16 -> recall(1);
      case 21 -> delete(0, cursor);
      case 23 -> delete(wordStart(), cursor);
      case 27 -> sequence();
      default -> insert(key);
    }
    return Optional.empty();
  }

  private Optional<String> enter() throws InterruptedException {
    int next = screen.poll(PASTE);
    if (next != Screen.NONE && next != Screen.END && next != Screen.CTRL_C) {
      insert('\n');
      return next == '\r' || next == '\n' ? enter() : key(next);
    }
    String line = text.toString();
    set("");
    age = 0;
    return Optional.of(line);
  }

  private void insert(int key) throws InterruptedException {
    String typed =
        Character.isHighSurrogate((char) key)
            ? new String(new char[] {(char) key, (char) screen.poll(SEQUENCE)})
            : Character.toString(key).replace("\t", "    ");
    // What joins characters means something between them only.
    String left = text.substring(before(), cursor);
    String among = left + typed + BEYOND_ASCII;
    if (VisibleText.of(typed).equals(typed) || VisibleText.of(among).equals(among)) {
      text.insert(cursor, typed);
      cursor += typed.length();
    }
  }

  private void sequence() throws InterruptedException {
    int start = screen.poll(SEQUENCE);
    if (start != '[' && start != 'O') {
      return;
    }
    StringBuilder sequence = new StringBuilder();
    int c = screen.poll(SEQUENCE);
    while (c > 0 && c < 0x40 && sequence.length() < 8) {
      sequence.append((char) c);
      c = screen.poll(SEQUENCE);
    }
    switch (c > 0 ? sequence.append((char) c).toString() : "") {
      case "A" -> recall(1);
      case "B" -> recall(-1);
      case "C" -> cursor = after();
      case "D" -> cursor = before();
      case "H", "1~", "7~" -> cursor = 0;
      case "F", "4~", "8~" -> cursor = text.length();
      case "3~" -> delete(cursor, after());
      default -> {
        // Another key of a terminal: it means nothing here.
      }
    }
  }

  private void recall(int older) {
    Optional<String> line = history.back(age + older);
    if (age + older == 0) {
      age = 0;
      set("");
    } else if (line.isPresent()) {
      age += older;
      set(line.get());
    }
  }

  private void delete(int from, int to) {
    text.delete(from, to);
    cursor = from;
  }

  private int before() {
    return cursor == 0 ? 0 : cursor - Character.charCount(text.codePointBefore(cursor));
  }

  private int after() {
    return cursor == text.length()
        ? cursor
        : cursor + Character.charCount(text.codePointAt(cursor));
  }

  private int wordStart() {
    int start = cursor;
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    while (start > 0 && text.charAt(start - 1) != ' ') {
      start--;
    }
    return start;
  }

  /** The row to paint, with its mark: of a long line the part around the cursor. */
  String row(int width) {
    String line = text.toString().replace('\n', '⏎');
    return MARK + line.substring(start(width), end(line, width));
  }

  /** Where the cursor stands in the {@link #row}. */
  int column(int width) {
    return Columns.of(MARK) + Columns.of(text.substring(start(width), cursor).replace('\n', '⏎'));
  }

  private int end(String line, int width) {
    int start = start(width);
    return start + Columns.fitting(line.substring(start), room(width));
  }

  private int start(int width) {
    String left = text.substring(0, cursor).replace('\n', '⏎');
    int start = 0;
    while (Columns.of(left.substring(start)) > room(width)) {
      start += Character.charCount(left.codePointAt(start));
    }
    return start;
  }

  private static int room(int width) {
    return width - Columns.of(MARK) - 1;
  }
}
