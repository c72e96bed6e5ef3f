package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Console.Mode;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The keyboard: who has it, and how keys become lines, on JLine's reader. Under its lock, but for
 * the reading of a paste.
 */
abstract class Keyboard extends LineReaderImpl {

  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";
  private static final String BEYOND_ASCII = "宽";

  /** Keys that the line editor does not know, but those who ask do. */
  private static final List<String> MORE_KEYS = List.of("\u001b[5~", "\u001b[6~");

  /** Keys that follow each other within so many milliseconds were not pressed by a hand. */
  private static final long TOGETHER = 30;

  private final PasteReader paste;
  private final Pastes pastes = new Pastes();
  private final Attributes before;
  private long lastTyped;
  Mode base;
  Mode question;

  /** That of the question. */
  CompletableFuture<?> answer;

  /** Whether nothing comes any more that was typed before the question. */
  boolean ready;

  long lastKey;
  String painted = "";
  volatile boolean left;
  volatile boolean closed;

  /** The latest line as it was shown, with pastes folded. */
  String lastShown = "";

  /** Whether the input is not painted as it is. */
  boolean stale;

  /** What is typed is not shown while there is somebody who says so. */
  final MaskingCallback mask =
      new MaskingCallback() {
        @Override
        public String display(String line) {
          return mode() == null || mode().echo() ? pastes.shown(line) : "";
        }

        @Override
        public String history(String line) {
          return null;
        }
      };

  /**
   * @param own whether the terminal is the process' own
   */
  Keyboard(Terminal terminal, boolean own) throws IOException {
    super(terminal, "talaria");
    before = terminal.getAttributes();
    paste = new PasteReader(bindingReader, own, () -> closed);
    DefaultParser words = new DefaultParser();
    words.setEscapeChars(null);
    words.setQuoteChars(new char[0]);
    setParser(words);
    setOpt(Option.DISABLE_EVENT_EXPANSION);
    setOpt(Option.ERASE_LINE_ON_FINISH);
    setOpt(Option.CASE_INSENSITIVE);
    unsetOpt(Option.HISTORY_TIMESTAMPED);
    setVariable(SECONDARY_PROMPT_PATTERN, "  ");
    setVariable(BELL_STYLE, "none");
    setVariable(HISTORY_FILE_SIZE, 1000);
    setVariable(LIST_MAX, 0);
    bind("newline", () -> write("\n"), "\u001b\r", "\u001b\n");
    bind("interrupt", this::interrupted, CTRL_C);
    bind("suspend", this::suspend, "\u001a");
    bind("expand-paste", () -> replace(pastes.whole(buf.toString())), "\u0014");
    bind("more-keys", () -> true, MORE_KEYS.toArray(String[]::new));
    KeyMap<Binding> keys = getKeyMaps().get(LineReader.MAIN);
    for (String arrow : List.of("A", "B", "C", "D", "H", "F")) {
      keys.bindIfNotBound(keys.getBound("\u001bO" + arrow), "\u001b[" + arrow);
    }
    getWidgets().put(CALLBACK_INIT, this::raw);
  }

  /** Writes what is new. */
  abstract void paint();

  final Mode mode() {
    return question == null ? base : question;
  }

  final boolean isDone() {
    return left || base == null && answer.isDone();
  }

  /** There is nothing more for a mode, unless it has what it asked for. */
  final void end(Mode mode, String why) {
    if (mode != question || !answer.isDone()) {
      mode.end(why);
    }
  }

  /** Has keys do something. */
  public void bind(String name, Widget widget, String... keys) {
    getWidgets().put(name, widget);
    for (String key : keys) {
      getKeyMaps().get(LineReader.MAIN).bind(new Reference(name), key);
    }
  }

  @Override
  protected Widget getWidget(Object binding) {
    Widget widget = super.getWidget(binding);
    return () -> {
      boolean done = mode() == null || taken() || widget.apply();
      paint();
      if (isDone()) {
        throw new EndOfFileException();
      }
      return done;
    };
  }

  final boolean interrupted() {
    mode().interrupt();
    paint();
    return true;
  }

  /** Whether the key was not for the line editor. */
  private boolean taken() {
    String key = getLastBinding();
    if (!mode().takesKeys() || key == null) {
      return false;
    }
    long since = System.nanoTime() - lastKey;
    lastKey += since;
    if (key.equals(CTRL_C)) {
      mode().interrupt();
    } else if (key.equals(PasteReader.BEGIN)) {
      readPaste();
    } else if (question != null && !ready) {
      return true;
    } else if (key.equals(CTRL_D)) {
      mode().end("Ctrl-D");
    } else if (key.length() > 1 || since > TOGETHER * 1_000_000 && !together()) {
      mode().key(key);
    }
    return true;
  }

  /** Takes what was typed with the last key. */
  private boolean together() {
    boolean more = false;
    while (bindingReader.peekCharacter(TOGETHER) >= 0) {
      bindingReader.readCharacter();
      more = true;
    }
    return more;
  }

  @Override
  protected boolean selfInsert() {
    String typed = getLastBinding();
    String left = buf.cursor() == 0 ? "" : Character.toString(buf.atChar(buf.cursor() - 1));
    // Of many keys at once, such as a paste without marks, not each is painted.
    skipRedisplay = System.nanoTime() - lastTyped < TimeUnit.MILLISECONDS.toNanos(5);
    stale |= skipRedisplay;
    lastTyped = System.nanoTime();
    return !isSeen(left, typed) || write(typed);
  }

  /** What joins characters means something between them only. */
  private static boolean isSeen(String left, String typed) {
    String among = left + typed + BEYOND_ASCII;
    return !Pastes.isSign(typed.codePointAt(0))
        && (VisibleText.of(typed).equals(typed) || VisibleText.of(among).equals(among));
  }

  private boolean write(String text) {
    buf.write(text);
    return true;
  }

  private boolean replace(String text) {
    buf.clear();
    post = null;
    return write(text);
  }

  @Override
  public boolean beginPaste() {
    return write(pastes.put(readPaste().replace("\r\n", "\n").replace('\r', '\n')));
  }

  /** Without the lock, so that what streams is painted meanwhile. */
  String readPaste() {
    lock.unlock();
    try {
      return paste.read();
    } catch (IOException e) {
      throw new IOError(e);
    } finally {
      lock.lock();
    }
  }

  @Override
  protected boolean acceptLine() {
    String typed = buf.toString();
    if (question == null && isOpen(typed)) {
      buf.cursor(buf.length());
      return (!typed.endsWith("\\") || buf.backspace()) && write("\n");
    }
    String text = pastes.whole(typed);
    lastShown = pastes.shown(typed);
    replace("");
    undo.clear();
    history.moveToEnd();
    pastes.clear();
    mode().line(text);
    return true;
  }

  /** The latest line as it was shown, with pastes folded. */
  public String lastShown() {
    return lastShown;
  }

  /** Whether Enter means one more line: behind a backslash, and in a block of code. */
  static boolean isOpen(String text) {
    long fences = text.lines().filter(line -> line.stripLeading().startsWith("```")).count();
    return text.endsWith("\\") || fences % 2 == 1;
  }

  /** What is in the input. */
  public String input() {
    return buf.toString();
  }

  /** Replaces what is in the input; under the lock. */
  public void input(String text) {
    replace(text);
  }

  // ---- the terminal's state

  private boolean raw() {
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    raw.setInputFlag(Attributes.InputFlag.IXON, false);
    terminal.setAttributes(raw);
    painted = "";
    paint();
    return true;
  }

  /** Stops the program and what runs with it, as Ctrl-Z does elsewhere. */
  private boolean suspend() {
    clear();
    restore();
    terminal.setAttributes(before);
    try {
      new ProcessBuilder("sh", "-c", "kill -TSTP 0").start().waitFor();
    } catch (IOException | InterruptedException e) {
      beep();
    }
    resume();
    return true;
  }

  /** The program continues after it was stopped, no matter by whom. */
  void resume() {
    if (reading) {
      handleSignal(Terminal.Signal.CONT);
      terminal.writer().write(BRACKETED_PASTE_ON);
      raw();
    }
  }

  /** Takes back the modes that only a reader that ends takes back. */
  void restore() {
    if (reading) {
      terminal.puts(Capability.keypad_local);
      terminal.writer().write(BRACKETED_PASTE_OFF);
      terminal.flush();
    }
  }
}
