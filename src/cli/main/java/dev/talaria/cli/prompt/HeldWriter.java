package dev.talaria.cli.prompt;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Keeps what is written back while a question is on the screen.
 *
 * <p>Safe for use by many threads.
 */
final class HeldWriter extends Writer {

  private final PrintWriter out;
  private final StringBuilder kept = new StringBuilder();
  private boolean held;

  HeldWriter(PrintWriter out) {
    this.out = out;
  }

  /** From now on nothing comes out. */
  void hold() {
    synchronized (lock) {
      out.flush();
      held = true;
    }
  }

  /** Lets out what was kept back. */
  void release() {
    synchronized (lock) {
      held = false;
      out.print(kept);
      out.flush();
      kept.setLength(0);
    }
  }

  @Override
  public void write(char[] text, int from, int length) {
    synchronized (lock) {
      if (held) {
        kept.append(text, from, length);
      } else {
        out.write(text, from, length);
      }
    }
  }

  @Override
  public void flush() {
    synchronized (lock) {
      if (!held) {
        out.flush();
      }
    }
  }

  /** Nothing: who gave the writer closes it. */
  @Override
  public void close() {
    release();
  }
}
