package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.WCWidth;

/**
 * A person's terminal on which questions are asked: keys in, lines out.
 *
 * <p>Used by one thread at a time, but for {@link #end}. Waiting for a key ends when the thread is
 * interrupted.
 */
public final class Screen implements AutoCloseable {

  /** The keys that mean something everywhere. */
  public static final int CTRL_C = 3;

  public static final int CTRL_D = 4;

  /** There are no more keys. */
  public static final int END = -1;

  /** No key was pressed in time. */
  public static final int NONE = NonBlockingReader.READ_EXPIRED;

  /** Several keys at once: a paste or a function key, no answer. */
  static final int BURST = -3;

  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;
  private static final int CTRL_U = 21;
  private static final int ESCAPE = 27;

  /** How long one look for a key takes, in milliseconds; then the thread looks at itself. */
  private static final long LOOK = 100;

  /** Keys that follow each other within so many milliseconds were not pressed by a hand. */
  private static final long TOGETHER = 30;

  /** A keyboard from which nothing came for so many milliseconds holds nothing typed earlier. */
  private static final long QUIET = 50;

  private final Terminal terminal;
  private final boolean colours;
  private volatile boolean ended;

  /**
   * @param colours whether colours are wanted
   */
  public Screen(Terminal terminal, boolean colours) {
    this.terminal = terminal;
    this.colours = colours && !isDumb();
  }

  /** The process' own terminal, if standard input is one and standard error or output too. */
  public static Optional<Screen> system() throws IOException {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
              .dumb(false)
              // Else JLine asks the terminal what it can, and the terminal types the answer.
              .graphemeCluster(false)
              // Ctrl-C outside of a question is heard by Interrupts.
              .nativeSignals(false)
              .build();
      return Optional.of(new Screen(terminal, System.getenv("NO_COLOR") == null));
    } catch (IllegalStateException noTerminal) {
      return Optional.empty();
    }
  }

  /** Gives single keys, without echo and without signals, until it is closed. */
  public final class Keys implements AutoCloseable {
    private final Attributes before = terminal.enterRawMode();

    private Keys() {
      Attributes raw = terminal.getAttributes();
      raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
      terminal.setAttributes(raw);
    }

    @Override
    public void close() {
      terminal.setAttributes(before);
    }
  }

  /** Takes the keyboard. */
  public Keys keys() {
    return new Keys();
  }

  /**
   * Drops what was typed before now. A key takes a moment from the terminal through JLine's reading
   * thread to here, so the keyboard has to be quiet for that long.
   */
  public void forgetTyped() throws InterruptedException {
    int key = poll(QUIET);
    while (key != NONE && key != END) {
      key = poll(QUIET);
    }
  }

  /** A key if there is one within so many milliseconds, else {@link #NONE}. */
  public int poll(long milliseconds) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    } else if (ended) {
      return END;
    }
    try {
      return terminal.reader().read(milliseconds);
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException closed) {
      return END;
    }
  }

  /** Waits for a single key. */
  public int key() throws InterruptedException {
    int key = next();
    if (key == END || key == CTRL_C) {
      return key;
    }
    int more = poll(TOGETHER);
    if (more == NONE || more == END) {
      return key;
    }
    forgetTyped();
    return more == CTRL_C ? CTRL_C : BURST;
  }

  private int next() throws InterruptedException {
    int key = poll(LOOK);
    while (key == NONE) {
      key = poll(LOOK);
    }
    return key;
  }

  /**
   * Reads a line of text, with Enter at its end.
   *
   * @param echo whether it is shown while it is typed
   * @return the line; empty when the person gave up (Ctrl-C, Ctrl-D, end of input)
   */
  public Optional<String> line(boolean echo) throws InterruptedException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int key = next();
      switch (key) {
        case END, CTRL_C, CTRL_D -> {
          return Optional.empty();
        }
        case '\r', '\n' -> {
          println("");
          return Optional.of(line.toString());
        }
        case BACKSPACE, DELETE -> erase(line, 1, echo);
        case CTRL_U -> erase(line, line.length(), echo);
        case ESCAPE -> dropSequence();
        default -> type(line, key, echo);
      }
    }
  }

  private void dropSequence() throws InterruptedException {
    if (poll(TOGETHER) != NONE) {
      forgetTyped();
    }
  }

  private void type(StringBuilder line, int key, boolean echo) throws InterruptedException {
    String typed =
        Character.isHighSurrogate((char) key)
            ? new String(new char[] {(char) key, (char) next()})
            : Character.toString(key);
    if (VisibleText.of(typed).equals(typed)) {
      line.append(typed);
      print(echo ? typed : "");
    }
  }

  private void erase(StringBuilder line, int count, boolean echo) {
    for (int i = 0; i < count && !line.isEmpty(); i++) {
      int last = line.codePointBefore(line.length());
      line.setLength(line.length() - Character.charCount(last));
      print(echo ? "\b \b".repeat(Math.max(0, WCWidth.wcwidth(last))) : "");
    }
  }

  /** Prints without an end of line; the text must be safe. */
  public void print(String text) {
    PrintWriter out = terminal.writer();
    out.print(text);
    terminal.flush();
  }

  /** Prints a line; the text must be safe. */
  public void println(String text) {
    print(text + "\n");
  }

  /** Takes the unfinished line back, where the terminal can. */
  public void clearLine() {
    print(isDumb() ? "\n" : "\r\u001b[K");
  }

  /** {@code text} with an SGR code around it, where colours are wanted. */
  public String coloured(String code, String text) {
    return colours && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  public int width() {
    int width = terminal.getSize().getColumns();
    return width <= 0 ? 80 : Math.max(20, width);
  }

  public int height() {
    int height = terminal.getSize().getRows();
    return height <= 0 ? 24 : Math.max(8, height);
  }

  /** From now on there are no more keys; for any thread. */
  public void end() {
    ended = true;
  }

  /** Whether the cursor cannot be moved. */
  public boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
