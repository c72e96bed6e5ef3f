package dev.talaria.codex.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTailTest {

  private static List<String> linesOf(byte[] bytes) {
    OutputTail tail = OutputTail.of(new ByteArrayInputStream(bytes), "test");
    assertTrue(tail.awaitEnd(Duration.ofSeconds(5)));
    return tail.lines();
  }

  private static List<String> linesOf(String text) {
    return linesOf(text.getBytes(UTF_8));
  }

  @Test
  void only_the_last_lines_are_remembered() {
    String text =
        IntStream.range(0, 1_234).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    List<String> lines = linesOf(text);
    assertEquals(OutputTail.LINES, lines.size());
    assertEquals("734", lines.get(0));
    assertEquals("1233", lines.get(499));
  }

  @Test
  void a_long_line_is_cut_and_the_next_one_is_whole() {
    List<String> lines = linesOf("x".repeat(1_000_000) + "\nnext\n");
    assertEquals(List.of("x".repeat(OutputTail.LINE_BYTES) + "…", "next"), lines);
  }

  @Test
  void colours_titles_and_control_characters_are_left_out() {
    assertEquals(
        List.of("WARN codex: a\tb", "title", "plain (B)"),
        linesOf(
            "\u001B[2m\u001B[33mWARN\u001B[0m codex\u001B[38;5;12m:\u001B[K a\tb\u0007\n"
                + "\u001B]0;window\u0007title\u001B\n"
                + "\u001B(Bplain (B)\u0000\n"));
  }

  @Test
  void bytes_that_are_no_utf_8_do_not_end_the_reading() {
    assertEquals(
        List.of("caf\uFFFD", "naïve 🙂"),
        linesOf(concat(new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n'}, "naïve 🙂".getBytes(UTF_8))));
  }

  @Test
  void carriage_returns_end_lines_and_blank_lines_are_left_out() {
    assertEquals(List.of("10%", "20%", "done"), linesOf("10%\r20%\r\n\n   \r\ndone  \n"));
  }

  @Test
  void a_line_without_its_end_is_shown_while_the_writer_lives() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      OutputTail tail = OutputTail.of(in, "test");
      out.write("first\nPassword".getBytes(UTF_8));
      out.flush();
      await().until(() -> tail.lines().equals(List.of("first", "Password")));
      assertFalse(tail.awaitEnd(Duration.ofMillis(1)));
      out.write(": \n".getBytes(UTF_8));
      out.flush();
      await().until(() -> tail.lines().equals(List.of("first", "Password:")));
    }
  }

  @Test
  void a_stream_that_fails_ends_the_reading_and_keeps_what_came() {
    InputStream failing =
        new InputStream() {
          private int next;

          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (next++ > 0) {
              throw new IOException("gone");
            }
            buffer[offset] = 'x';
            return 1;
          }
        };
    OutputTail tail = OutputTail.of(failing, "test");
    assertTrue(tail.awaitEnd(Duration.ofSeconds(5)));
    assertTrue(tail.end().isDone());
    assertEquals(List.of("x"), tail.lines());
  }

  private static byte[] concat(byte[] left, byte[] right) {
    byte[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }
}
