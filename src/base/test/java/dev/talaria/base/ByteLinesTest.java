package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLinesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void lines_are_the_same_however_the_bytes_arrive(int block) throws IOException {
    assertEquals(List.of("1:a", "2:", "3:bcd", "4:e"), lines("a\n\nbcd\ne", block, 8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void of_a_long_line_only_the_beginning_is_kept(int block) throws IOException {
    assertEquals(
        List.of("1:12345678", "2:12345678 cut", "3:x", "4:12345678 cut"),
        lines("12345678\n1234567890abc\nx\n123456789", block, 8));
  }

  @Test
  void lines_behind_a_very_long_one_are_whole() throws IOException {
    String tail = "line\n".repeat(50_000);
    List<String> lines = lines("y".repeat(300_000) + "\n" + tail, 65_536, 100);

    assertEquals(50_001, lines.size());
    assertEquals("50001:line", lines.get(50_000));
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_line() throws IOException {
    assertEquals(List.of("1:a", "2:\uFEFFb"), lines("\uFEFFa\n\uFEFFb\n", 100, 100));
  }

  private static List<String> lines(String text, int block, int maxLine) throws IOException {
    ByteLines lines = new ByteLines(inBlocks(text, block), maxLine);
    List<String> result = new ArrayList<>();
    while (lines.next()) {
      String line =
          new String(lines.buffer(), lines.start(), lines.length(), StandardCharsets.UTF_8);
      result.add(lines.number() + ":" + line + (lines.isCut() ? " cut" : ""));
    }
    return result;
  }

  private static InputStream inBlocks(String text, int block) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, block));
      }
    };
  }
}
