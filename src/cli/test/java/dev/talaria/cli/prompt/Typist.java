package dev.talaria.cli.prompt;

import static org.awaitility.Awaitility.await;

import dev.talaria.cli.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Somebody at a terminal, for tests: types, and sees what is on the screen. */
final class Typist implements AutoCloseable {

  final ApprovalPrompt prompt;
  final StringWriter besides = new StringWriter();
  private final Terminal terminal;
  private final OutputStream keyboard;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  Typist(int columns, int rows) {
    this(columns, rows, "xterm-256color", true);
  }

  Typist(int columns, int rows, String type, boolean colours) {
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
              () -> Optional.of(new Screen(terminal, colours)), new PrintWriter(besides));
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

  /** All that was ever shown, with line feeds only. */
  String screen() {
    return screen.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** Waits until this was shown. */
  void awaits(String text) {
    await().alias(text).until(() -> screen().contains(text));
  }

  /** Waits until this is the last that was shown. */
  void awaitsLast(String text) {
    await().alias(text).until(() -> screen().endsWith(text));
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
