package dev.talaria.cli.terminal;

import dev.talaria.base.DaemonThreads;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's terminal: the input below, lines that stay above it; without a cursor that can be
 * moved, plain lines only.
 *
 * <p>What a {@link Mode} does runs under one lock, on whichever thread reads a key or paints; so
 * does what is {@link #post}ed. Any thread may post, ask and end.
 */
public final class Console extends Keyboard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

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

    /** Whether a line of a plain terminal has to wait. */
    default boolean isBusy() {
      return false;
    }
  }

  /** So often is painted, in milliseconds. */
  static final long FRAME = 30;

  /** A keyboard from which nothing came for so many nanoseconds holds nothing typed earlier. */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(60);

  static {
    // Lines of tables are characters like others.
    System.setProperty("org.jline.utils.disableAlternateCharset", "true");
    // Ctrl-C is a key like others; else JLine ends its reader by it, too.
    System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
  }

  private final boolean colours;
  private final boolean own;
  private final boolean echoes;
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final StringBuilder above = new StringBuilder();
  private final LatestRows latest = new LatestRows();
  private final Thread end = new Thread(this::restore, "talaria-terminal-end");

  /** Whether a plain prompt stands at the end of what is shown. */
  private boolean prompted;

  private boolean ticking;
  private volatile Thread readsKeys;
  private Thread readsLines;

  /**
   * @param colours whether colours are wanted
   */
  public Console(Terminal terminal, boolean colours) throws IOException {
    this(terminal, colours, false);
  }

  private Console(Terminal terminal, boolean colours, boolean own) throws IOException {
    super(terminal, own);
    this.own = own;
    this.colours = colours && !isDumb();
    this.echoes = isDumb() && (!own || dev.talaria.cli.terminal.Terminal.interactive());
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

  /** Standard input and output, as they are. */
  public static Console pipe() throws IOException {
    FileInputStream in = new FileInputStream(FileDescriptor.in);
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    String dumb = Terminal.TYPE_DUMB;
    return new Console(
        new DumbTerminal("pipe", dumb, in, out, StandardCharsets.UTF_8), false, true);
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

  // ---- reading

  /** Reads keys until {@link #leave}. */
  public void run(Mode mode) {
    locked(() -> base = mode);
    if (isDumb() && own) {
      Signals.register("INT", () -> locked(this::interrupted));
    }
    try {
      read();
    } finally {
      locked(
          () -> {
            drain();
            paint();
            base = null;
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
          kept.append(input());
          input("");
          question = asked;
          this.answer = answer;
          asked.begin();
          ready = false;
          lastKey = System.nanoTime();
          paint();
        });
    try {
      if (base == null && !left) {
        read();
        if (!answer.isDone() && !left) {
          throw new InterruptedException();
        }
      }
      if (left) {
        locked(() -> end(asked, "end of input"));
      }
      return answer.get();
    } catch (ExecutionException | CancellationException e) {
      throw new IllegalStateException(e);
    } finally {
      locked(
          () -> {
            question = null;
            input(kept.toString());
            paint();
          });
    }
  }

  private void read() {
    readsKeys = Thread.currentThread();
    locked(this::tick);
    boolean goesOn = true;
    while (goesOn && !isDone()) {
      try {
        if (isDumb()) {
          TimeUnit.MILLISECONDS.sleep(FRAME);
        } else {
          readLine("", null, mask, "");
        }
      } catch (UserInterruptException | InterruptedException interrupted) {
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
    locked(() -> end(mode(), key ? "Ctrl-D" : "end of input"));
    return key;
  }

  /** Gives a plain line to who has the keyboard, {@code null} for the end; whether it was taken. */
  boolean give(String line) {
    lock.lock();
    try {
      if (question == null) {
        drain();
      }
      Mode mode = mode();
      if (mode == null || left) {
        left |= line == null;
        return true;
      } else if (mode.isBusy() || mode == question && answer.isDone()) {
        return false;
      }
      prompted = false;
      painted = "";
      if (line == null) {
        mode.end("end of input");
      } else if (!mode.takesKeys()) {
        lastShown = line.isEmpty() ? input() : line;
        input("");
        mode.line(lastShown);
      } else if (!line.isBlank()) {
        mode.key(line.strip().substring(0, 1));
      }
      paint();
      return line != null || left;
    } finally {
      lock.unlock();
    }
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
      if (isDumb()) {
        // JLine's input is not there before.
        terminal.setAttributes(terminal.getAttributes());
        PlainLines lines = new PlainLines(this, terminal.reader());
        readsLines = DaemonThreads.named("talaria-lines").newThread(lines);
        readsLines.start();
      }
    }
  }

  private void paintAlways() {
    while (!closed) {
      try {
        TimeUnit.MILLISECONDS.sleep(FRAME);
        locked(this::frame);
      } catch (InterruptedException | IOError e) {
        // The terminal is gone; the reader of keys ends the chat.
        end();
      } catch (RuntimeException e) {
        LOG.warn("the terminal cannot be painted, so the chat ends", e);
        end();
      }
    }
  }

  private void frame() {
    if (!isShown()) {
      return;
    }
    if (reading && !terminal.getSize().equals(size)) {
      resized();
    }
    if (question == null) {
      drain();
    }
    ready |= System.nanoTime() - lastKey > QUIET;
    paint();
    if (stale && reading) {
      stale = false;
      redisplay();
    }
  }

  private void resized() {
    display.update(List.of(), 0);
    terminal.writer().write(latest.again(this));
    size = terminal.getSize();
    display.resize(size);
    painted = "";
    stale = true;
  }

  private boolean isShown() {
    return isDumb() ? readsKeys != null : reading;
  }

  @Override
  void paint() {
    Mode mode = mode();
    String text = mode == null || question != null && !ready ? "" : mode.prompt();
    if (isDumb()) {
      paintPlain(mode, text);
      return;
    }
    boolean same = text.equals(painted);
    if (reading && !same) {
      prompt = AttributedString.fromAnsi(text);
      painted = text;
    }
    if (!above.isEmpty()) {
      String lines = above.toString();
      above.setLength(0);
      latest.add(lines.substring(0, lines.length() - 1));
      printAbove(lines);
    } else if (reading && !same) {
      redisplay();
    }
  }

  /** A question has its prompt, the chat a mark where nothing runs; a pipe has none of them. */
  private void paintPlain(Mode mode, String text) {
    boolean free = !left && mode != null && mode == base && !mode.isBusy();
    String row =
        free
            ? text.substring(text.lastIndexOf('\n') + 1)
            : question == null || answer.isDone() ? "" : text;
    String prompt = echoes ? row + input() : "";
    if (!above.isEmpty() || !prompt.equals(painted)) {
      boolean again = !above.isEmpty() || !prompt.isEmpty();
      terminal.writer().print((prompted && again ? "\n" : "") + above + prompt);
      terminal.flush();
      above.setLength(0);
      prompted = again ? !prompt.isEmpty() : prompted;
      painted = prompt;
    }
  }

  /** {@code text} with an SGR code around it, where colours are wanted. */
  public String coloured(String code, String text) {
    return colours && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  String coloured(AttributedString text) {
    // Not by its toAnsi, which replaces the lines of tables by ASCII.
    StringBuilder all = new StringBuilder();
    for (int from = 0; from < text.length(); from = text.runLimit(from)) {
      String run = text.subSequence(from, text.runLimit(from)).toString();
      all.append(coloured(text.styleAt(from).toAnsi().strip(), run));
    }
    return all.toString();
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

  /** Whether lines are shown as they are typed, and stay. */
  public boolean echoes() {
    return echoes;
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
    // That of a pipe would wait for the next line.
    if (!(terminal instanceof DumbTerminal)) {
      if (readsLines != null) {
        // Else it would read from what is opened next with the same number.
        readsLines.interrupt();
        try {
          readsLines.join(1000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      terminal.close();
    }
  }
}
