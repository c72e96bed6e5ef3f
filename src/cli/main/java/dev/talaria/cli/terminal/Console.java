package dev.talaria.cli.terminal;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.VisibleText;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;

/**
 * A person's terminal: JLine's reader below, lines that stay above it.
 *
 * <p>What a {@link Mode} does runs under one lock, on whichever thread reads a key or paints; so
 * does what is {@link #post}ed. Any thread may post, ask and end.
 */
public final class Console extends LineReaderImpl implements AutoCloseable {

  /** Who has the keyboard. Its texts must be safe; called under the console's lock. */
  public interface Mode {

    /** What stands before the input, in colours; its last row is the input's. */
    String prompt();

    /** Takes a line. */
    void line(String text);

    /** Takes Ctrl-C. */
    void interrupt();

    /** There are no more keys, or Ctrl-D was pressed on an empty line. */
    void end(String why);

    /** Whether it takes single keys instead of lines. */
    default boolean takesKeys() {
      return false;
    }

    /** Takes a key, while it takes keys. */
    default void key(String key) {}

    /** It has the keyboard now; what it shows above is shown before its prompt. */
    default void begin() {}

    /** Whether what is typed is seen. */
    default boolean echo() {
      return true;
    }
  }

  public static final String CTRL_C = "\u0003";

  private static final String CTRL_D = "\u0004";
  private static final String BEYOND_ASCII = "宽";

  /** Keys that the line editor does not know, but those who ask do. */
  private static final List<String> MORE_KEYS = List.of("\u001b[5~", "\u001b[6~");

  /** So often is painted, in milliseconds. */
  private static final long FRAME = 30;

  /** Keys that follow each other within so many milliseconds were not pressed by a hand. */
  private static final long TOGETHER = 30;

  /** A keyboard from which nothing came for so many nanoseconds holds nothing typed earlier. */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(60);

  static {
    // Lines of tables are characters like others.
    System.setProperty("org.jline.utils.disableAlternateCharset", "true");
  }

  private final boolean colours;
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final StringBuilder above = new StringBuilder();
  private final PasteReader paste;
  private final Pastes pastes = new Pastes();
  private final Thread end = new Thread(this::restore, "talaria-terminal-end");
  private Mode base;
  private Mode question;

  /** What ends the reading, while only a question is read for. */
  private CompletableFuture<?> answered;

  /** Whether nothing comes any more that was typed before the question. */
  private boolean ready;

  private long lastKey;
  private long lastTyped;

  /** Whether the input is not painted as it is. */
  private boolean stale;

  private String painted = "";
  private boolean ticking;
  private volatile Thread readsKeys;
  private volatile boolean left;
  private volatile boolean closed;

  /**
   * @param colours whether colours are wanted
   */
  public Console(Terminal terminal, boolean colours) throws IOException {
    this(terminal, colours, false);
  }

  private Console(Terminal terminal, boolean colours, boolean own) throws IOException {
    super(terminal, "talaria");
    this.paste = new PasteReader(bindingReader, own, () -> closed);
    this.colours = colours && !isDumb();
    DefaultParser words = new DefaultParser();
    words.setEscapeChars(null);
    words.setQuoteChars(new char[0]);
    setParser(words);
    setOpt(Option.DISABLE_EVENT_EXPANSION);
    setOpt(Option.ERASE_LINE_ON_FINISH);
    setOpt(Option.CASE_INSENSITIVE);
    setVariable(SECONDARY_PROMPT_PATTERN, "  ");
    setVariable(BELL_STYLE, "none");
    setVariable(HISTORY_FILE_SIZE, 1000);
    unsetOpt(Option.HISTORY_TIMESTAMPED);
    bind("newline", () -> write("\n"), "\u001b\r", "\u001b\n");
    bind("interrupt", this::pressedCtrlC, CTRL_C);
    bind("suspend", this::suspend, "\u001a");
    bind("expand-paste", this::expandPastes, "\u0014");
    bind("more-keys", () -> true, MORE_KEYS.toArray(String[]::new));
    KeyMap<Binding> keys = getKeyMaps().get(LineReader.MAIN);
    for (String arrow : List.of("A", "B", "C", "D", "H", "F")) {
      keys.bindIfNotBound(keys.getBound("\u001bO" + arrow), "\u001b[" + arrow);
    }
    getWidgets().put(CALLBACK_INIT, this::raw);
    Runtime.getRuntime().addShutdownHook(end);
    if (!isDumb()) {
      Signals.register("CONT", () -> locked(this::resume));
    }
  }

  /** The process' own terminal, if standard input is one and standard error or output too. */
  public static Optional<Console> system() throws IOException {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
              .dumb(false)
              // Else JLine asks the terminal what it can, and the terminal types the answer.
              .graphemeCluster(false)
              // Ctrl-C outside of a question goes to Interrupts.
              .nativeSignals(false)
              .build();
      return Optional.of(new Console(terminal, System.getenv("NO_COLOR") == null, true));
    } catch (IllegalStateException noTerminal) {
      return Optional.empty();
    }
  }

  /** Has keys do something. */
  public void bind(String name, Widget widget, String... keys) {
    getWidgets().put(name, widget);
    for (String key : keys) {
      getKeyMaps().get(LineReader.MAIN).bind(new Reference(name), key);
    }
  }

  /** Does something under the lock, at once. */
  public void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private Mode mode() {
    return question == null ? base : question;
  }

  // ---- reading

  /** Reads keys until {@link #leave}. */
  public void run(Mode mode) {
    locked(() -> base = mode);
    try {
      read();
    } finally {
      locked(
          () -> {
            base = null;
            drain();
            flushAbove();
          });
    }
  }

  /** Nothing more is read. */
  public void leave() {
    left = true;
    if (Thread.currentThread() != readsKeys) {
      wake();
    }
  }

  /**
   * Has somebody else take the keyboard until there is an answer. What was typed before does not
   * count, and the line in the input comes back after it.
   */
  public <T> T ask(Mode asked, CompletableFuture<T> answer) throws InterruptedException {
    StringBuilder kept = new StringBuilder();
    locked(
        () -> {
          drain();
          kept.append(buf.toString());
          buf.clear();
          post = null;
          question = asked;
          asked.begin();
          ready = false;
          lastKey = System.nanoTime();
          paint();
        });
    try {
      if (left) {
        locked(() -> asked.end("end of input"));
      } else if (base == null) {
        readUntil(answer);
      }
      return answer.get();
    } catch (ExecutionException | CancellationException e) {
      throw new IllegalStateException(e);
    } finally {
      locked(
          () -> {
            question = null;
            buf.clear();
            buf.write(kept.toString());
            paint();
          });
    }
  }

  private void readUntil(CompletableFuture<?> answer) throws InterruptedException {
    answered = answer;
    try {
      read();
    } finally {
      answered = null;
    }
    if (!answer.isDone() && !left) {
      throw new InterruptedException();
    } else if (!answer.isDone()) {
      locked(() -> question.end("end of input"));
    }
  }

  private boolean isDone() {
    return left || answered != null && answered.isDone();
  }

  private void read() {
    tick();
    readsKeys = Thread.currentThread();
    boolean goesOn = true;
    while (goesOn && !isDone()) {
      try {
        readLine("", null, isDumb() ? null : mask, "");
      } catch (UserInterruptException interrupted) {
        goesOn = false;
      } catch (EndOfFileException | IOError e) {
        goesOn = isDone() || isCtrlD();
      }
    }
    readsKeys = null;
    if (left) {
      // By which it was woken.
      Thread.interrupted();
    }
  }

  /** Whether it was not the end of all keys, but Ctrl-D on an empty line. */
  private boolean isCtrlD() {
    boolean key = CTRL_D.equals(getLastBinding());
    locked(() -> mode().end(key ? "Ctrl-D" : "end of input"));
    return key;
  }

  private final MaskingCallback mask =
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

  private boolean raw() {
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    raw.setInputFlag(Attributes.InputFlag.IXON, false);
    terminal.setAttributes(raw);
    painted = "";
    paint();
    return true;
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
    boolean quick = System.nanoTime() - lastTyped < TimeUnit.MILLISECONDS.toNanos(5);
    lastTyped = System.nanoTime();
    skipRedisplay = quick;
    stale |= quick;
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

  @Override
  public boolean beginPaste() {
    String pasted = readPaste().replace("\r\n", "\n").replace('\r', '\n');
    return write(pastes.put(pasted));
  }

  /** Without the lock, so that what streams is painted meanwhile. */
  private String readPaste() {
    lock.unlock();
    try {
      return paste.read();
    } catch (IOException e) {
      throw new IOError(e);
    } finally {
      lock.lock();
    }
  }

  private boolean expandPastes() {
    String all = pastes.whole(buf.toString());
    buf.clear();
    return write(all);
  }

  @Override
  protected boolean acceptLine() {
    String typed = buf.toString();
    if (question == null && isOpen(typed)) {
      buf.cursor(buf.length());
      if (typed.endsWith("\\")) {
        buf.backspace();
      }
      return write("\n");
    }
    String text = pastes.whole(typed);
    String folded = pastes.shown(typed);
    buf.clear();
    post = null;
    undo.clear();
    history.moveToEnd();
    pastes.clear();
    lastShown = folded;
    mode().line(text);
    return true;
  }

  private String lastShown = "";

  /** The latest line as it was shown, with pastes folded. */
  public String lastShown() {
    return lastShown;
  }

  /** Whether Enter means one more line: behind a backslash, and in a block of code. */
  private static boolean isOpen(String text) {
    long fences = text.lines().filter(line -> line.stripLeading().startsWith("```")).count();
    return text.endsWith("\\") || fences % 2 == 1;
  }

  private boolean pressedCtrlC() {
    mode().interrupt();
    return true;
  }

  /** What is in the input. */
  public String input() {
    return buf.toString();
  }

  /** Replaces what is in the input; under the lock. */
  public void input(String text) {
    buf.clear();
    post = null;
    write(text);
  }

  // ---- showing

  /** Has something shown, in its turn and under the lock; while something is asked, after it. */
  public void post(Runnable showing) {
    posted.add(showing);
  }

  /** Adds lines above the input; under the lock. */
  public void above(String lines) {
    above.append(lines).append('\n');
  }

  /** The same, in a colour; each line has it for itself. */
  public void above(String code, String text) {
    for (String each : text.split("\n", -1)) {
      above(each.isEmpty() ? each : coloured(code, each));
    }
  }

  /** Shows lines at once. */
  public void say(String lines) {
    locked(
        () -> {
          above(lines);
          paint();
        });
  }

  private void drain() {
    for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
      next.run();
    }
  }

  private void tick() {
    if (!ticking) {
      ticking = true;
      DaemonThreads.named("talaria-paint").newThread(this::paintAlways).start();
    }
  }

  private void paintAlways() {
    while (!closed) {
      try {
        TimeUnit.MILLISECONDS.sleep(FRAME);
        locked(this::frame);
      } catch (InterruptedException | RuntimeException | IOError e) {
        // A terminal that has gone away: who reads keys is told.
        end();
      }
    }
  }

  private void frame() {
    if (!reading) {
      return;
    }
    Size now = terminal.getSize();
    if (now.getColumns() != size.getColumns() || now.getRows() != size.getRows()) {
      handleSignal(Terminal.Signal.WINCH);
      painted = "";
    }
    if (question == null) {
      drain();
    }
    ready |= System.nanoTime() - lastKey > QUIET;
    paint();
    if (stale && !isDumb()) {
      stale = false;
      redisplay();
    }
  }

  /** Writes what is new. */
  private void paint() {
    Mode mode = mode();
    String text = mode == null || question != null && !ready ? "" : mode.prompt();
    boolean same = text.equals(painted);
    if (reading && !same) {
      prompt = AttributedString.fromAnsi(text);
      painted = text;
    }
    if (!above.isEmpty()) {
      flushAbove();
    } else if (reading && !same) {
      if (isDumb()) {
        terminal.writer().print("\n" + text);
        terminal.flush();
      } else {
        redisplay();
      }
    }
  }

  private void flushAbove() {
    if (!above.isEmpty()) {
      String lines = above.toString();
      above.setLength(0);
      if (isDumb()) {
        terminal.writer().print(lines + (reading ? painted : ""));
        terminal.flush();
      } else {
        printAbove(lines);
      }
    }
  }

  /** {@code text} with an SGR code around it, where colours are wanted. */
  public String coloured(String code, String text) {
    return colours && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  public boolean colours() {
    return colours;
  }

  public int width() {
    int width = terminal.getSize().getColumns();
    return width <= 0 ? 80 : Math.max(20, width);
  }

  public int height() {
    int height = terminal.getSize().getRows();
    return height <= 0 ? 24 : Math.max(8, height);
  }

  /** Whether the cursor cannot be moved. */
  public boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  // ---- the terminal's state

  /** Stops the program and what runs with it, as Ctrl-Z does elsewhere. */
  private boolean suspend() {
    Attributes raw = terminal.getAttributes();
    clear();
    restore();
    terminal.setAttributes(cooked(raw));
    try {
      new ProcessBuilder("sh", "-c", "kill -TSTP 0").start().waitFor();
    } catch (IOException | InterruptedException e) {
      above("31", "the program cannot be stopped here: " + e.getMessage());
    }
    resume();
    return true;
  }

  private static Attributes cooked(Attributes raw) {
    Attributes cooked = new Attributes(raw);
    cooked.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    cooked.setLocalFlag(Attributes.LocalFlag.ICANON, true);
    cooked.setLocalFlag(Attributes.LocalFlag.ECHO, true);
    cooked.setInputFlag(Attributes.InputFlag.ICRNL, true);
    return cooked;
  }

  private void resume() {
    if (reading) {
      handleSignal(Terminal.Signal.CONT);
      terminal.writer().write(BRACKETED_PASTE_ON);
      raw();
    }
  }

  /** Takes back the modes that only a reader that ends takes back. */
  private void restore() {
    if (reading && !isDumb()) {
      terminal.puts(Capability.keypad_local);
      terminal.writer().write(BRACKETED_PASTE_OFF);
      terminal.flush();
    }
  }

  /** From now on there are no more keys. */
  public void end() {
    closed = true;
    left = true;
    wake();
  }

  private void wake() {
    Thread reader = readsKeys;
    if (reader != null) {
      reader.interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      return;
    }
    terminal.close();
  }
}
