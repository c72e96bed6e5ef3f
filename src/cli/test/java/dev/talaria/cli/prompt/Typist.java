package dev.talaria.cli.prompt;

import static org.awaitility.Awaitility.await;

import dev.talaria.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.ScreenTerminal;

/** Somebody at a terminal, for tests: types, and sees what is on the screen. */
final class Typist implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final ApprovalPrompt prompt;
  final StringWriter besides = new StringWriter();
  private final Terminal terminal;
  private final OutputStream keyboard;
  private final int columns;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  Typist(int columns, int rows) {
    this(columns, rows, "xterm-256color", true);
  }

  Typist(int columns, int rows, String type, boolean colours) {
    this.columns = columns;
    try {
      Pipe pipe = Pipe.open();
      keyboard = Channels.newOutputStream(pipe.sink());
      terminal =
          TerminalBuilder.builder()
              .system(false)
              .streams(Channels.newInputStream(pipe.source()), screen)
              .type(type)
              .graphemeCluster(false)
              .encoding(StandardCharsets.UTF_8)
              .size(Size.of(columns, rows))
              .build();
      prompt =
          new ApprovalPrompt(
              () -> Optional.of(new Console(terminal, colours)), new PrintWriter(besides));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void type(String keys) {
    try {
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same, while nothing is asked; the terminal has them, and echoes them, when this returns.
   */
  void typeEarly(String keys) {
    type(keys);
    awaitsLast(keys);
  }

  /** All that was ever written, escape sequences included. */
  String written() {
    return screen.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** What stands on the screen now, and above it, without blanks at the ends of lines. */
  String screen() {
    ScreenTerminal emulator = new ScreenTerminal(columns, 500);
    emulator.write(written().replace("\n", "\r\n"));
    return emulator
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  /** Waits until this is shown, or was written with its escape sequences. */
  void awaits(String text) {
    await()
        .alias(text)
        .atMost(PATIENCE)
        .until(() -> screen().contains(text.stripTrailing()) || written().contains(text));
  }

  /** Waits until this is the last that is shown. */
  void awaitsLast(String text) {
    await().alias(text).atMost(PATIENCE).until(() -> screen().endsWith(text.stripTrailing()));
  }

  String attributes() {
    return terminal.getAttributes().toString();
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
      prompt.close();
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
