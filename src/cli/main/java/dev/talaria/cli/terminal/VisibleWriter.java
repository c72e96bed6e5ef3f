package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import org.jline.utils.WriterOutputStream;
import picocli.CommandLine;

/**
 * The one way to a person's standard output and error: control characters, escape sequences and all
 * else that steers a terminal or is not seen arrive there spelt as escapes.
 *
 * <p>A JSON document stays the same document: what it holds is spelt as JSON spells it. Our own
 * escape sequences pass through {@link #raw} only. Safe for use by many threads, as far as the
 * writer below it is.
 */
public final class VisibleWriter extends PrintWriter {

  private final PrintWriter raw;

  /** A high surrogate or a carriage return, until it is known what follows. */
  private String open = "";

  private VisibleWriter(PrintWriter raw) {
    super(raw);
    this.raw = raw;
  }

  static VisibleWriter on(PrintWriter writer) {
    return writer instanceof VisibleWriter visible ? visible : new VisibleWriter(writer);
  }

  /** The writer below, for text that is visible already and styled by ourselves. */
  public static PrintWriter raw(PrintWriter writer) {
    return writer instanceof VisibleWriter visible ? visible.raw : writer;
  }

  /** A command line whose commands print visible text only, to any writers. */
  public static CommandLine commandLine(Object command) {
    return new CommandLine(command) {
      @Override
      public CommandLine setOut(PrintWriter out) {
        return super.setOut(on(out));
      }

      @Override
      public CommandLine setErr(PrintWriter err) {
        return super.setErr(on(err));
      }
    };
  }

  /** A stream for those that print without asking us, such as loggers and failed threads. */
  public static PrintStream stream(PrintStream below) {
    // That of the loggers, which ask nobody.
    Charset charset = Charset.defaultCharset();
    Writer visible = on(new PrintWriter(below));
    return new PrintStream(new WriterOutputStream(visible, charset), true, charset);
  }

  @Override
  public void write(int c) {
    write(Character.toString(c));
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length));
  }

  @Override
  public void write(String text, int from, int length) {
    write(text.substring(from, from + length));
  }

  @Override
  public void write(String text) {
    synchronized (lock) {
      String all = open + text;
      int end = all.length();
      if (end > 0 && (Character.isHighSurrogate(all.charAt(end - 1)) || all.endsWith("\r"))) {
        end--;
      }
      open = all.substring(end);
      raw.write(VisibleText.ofJson(all.substring(0, end)));
    }
  }

  @Override
  public void println() {
    synchronized (lock) {
      open = open.equals("\r") ? "" : open;
      writeOpen();
      raw.println();
    }
  }

  private void writeOpen() {
    raw.write(VisibleText.ofJson(open));
    open = "";
  }

  @Override
  public void flush() {
    synchronized (lock) {
      writeOpen();
      raw.flush();
    }
  }
}
