package dev.talaria.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.TimeUnit;

/**
 * Lines instead of keys, from a pipe or a terminal whose cursor cannot be moved: each waits until
 * somebody takes it. For a thread of its own.
 */
record PlainLines(Console console, BufferedReader in) implements Runnable {

  PlainLines(Console console, Reader in) {
    this(console, new BufferedReader(in));
  }

  @Override
  public void run() {
    try {
      String line = "";
      while (line != null && !console.left) {
        line = next();
        while (!console.give(line)) {
          TimeUnit.MILLISECONDS.sleep(Console.FRAME);
        }
      }
    } catch (IOException | InterruptedException e) {
      console.end();
    }
  }

  /** A prompt, which may have many lines; {@code null} at the end. */
  private String next() throws IOException {
    String all = in.readLine();
    while (all != null && Keyboard.isOpen(all)) {
      String more = in.readLine();
      if (more == null) {
        return all;
      }
      all = (all.endsWith("\\") ? all.substring(0, all.length() - 1) : all) + "\n" + more;
    }
    return all;
  }
}
