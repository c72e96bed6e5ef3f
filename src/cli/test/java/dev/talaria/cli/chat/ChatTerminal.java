package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;

import dev.talaria.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** A terminal of 80x24 in memory, with somebody at it who types and sees what it shows. */
final class ChatTerminal implements AutoCloseable {

  static final int COLUMNS = 80;
  static final int ROWS = 24;

  final Console console;
  private final Terminal terminal;
  private final OutputStream keyboard;
  private final ByteArrayOutputStream output;

  private ChatTerminal(Terminal terminal, OutputStream keyboard, ByteArrayOutputStream output)
      throws IOException {
    this.terminal = terminal;
    this.keyboard = keyboard;
    this.output = output;
    terminal.setSize(Size.of(COLUMNS, ROWS));
    console = new Console(terminal, true);
  }

  /** Its attributes can be asked for after its end. */
  private static final class InMemory extends LineDisciplineTerminal {
    InMemory(String type, OutputStream output) throws IOException {
      super("test", type, output, StandardCharsets.UTF_8);
    }

    String state() {
      return attributes.toString();
    }
  }

  /** One whose output is there at once. */
  static ChatTerminal inMemory() {
    return inMemory("xterm-256color");
  }

  static ChatTerminal inMemory(String type) {
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      InMemory terminal = new InMemory(type, output);
      OutputStream keyboard =
          new OutputStream() {
            @Override
            public void write(int key) throws IOException {
              terminal.processInputByte(key);
            }

            @Override
            public void flush() throws IOException {
              terminal.flush();
            }
          };
      return new ChatTerminal(terminal, keyboard, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One on a pseudo-terminal of the system. */
  static ChatTerminal pseudo() {
    try {
      Pipe pipe = Pipe.open();
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      Terminal terminal =
          TerminalBuilder.builder()
              .system(false)
              .streams(Channels.newInputStream(pipe.source()), output)
              .type("xterm-256color")
              .graphemeCluster(false)
              .encoding(StandardCharsets.UTF_8)
              .size(Size.of(COLUMNS, ROWS))
              .build();
      return new ChatTerminal(terminal, Channels.newOutputStream(pipe.sink()), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it wider or narrower. */
  void columns(int columns) {
    terminal.setSize(Size.of(columns, ROWS));
  }

  void type(String keys) {
    try {
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was ever written, escape sequences included. */
  String written() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /** What stands on the screen now, and above it. */
  String shown() {
    // High enough that nothing scrolls away.
    ScreenTerminal emulator = new ScreenTerminal(COLUMNS, 500);
    emulator.write(written().replace("\r\n", "\n").replace("\n", "\r\n"));
    return emulator
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  void awaits(String text) {
    await()
        .alias(text)
        .atMost(Duration.ofSeconds(60))
        .until(() -> shown(), shown -> shown.contains(text));
  }

  /** Waits until this is the last row. */
  void awaitsLast(String text) {
    await()
        .alias(text)
        .atMost(Duration.ofSeconds(60))
        .until(() -> shown(), shown -> shown.endsWith(text));
  }

  String attributes() {
    return terminal instanceof InMemory memory
        ? memory.state()
        : terminal.getAttributes().toString();
  }

  void hangUp() {
    try {
      keyboard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      console.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
