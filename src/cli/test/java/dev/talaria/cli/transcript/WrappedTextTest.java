package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedTextTest {

  private static List<String> wrapped(CharSequence text, int width) {
    List<String> lines = new ArrayList<>();
    new WrappedText(text, width).forEach(lines::add);
    return lines;
  }

  @Test
  void lines_break_at_spaces_at_feeds_and_where_the_width_ends() {
    assertEquals(List.of("one two", "three"), wrapped("one two three", 8));
    assertEquals(List.of("abcdefgh", "ij"), wrapped("abcdefghij", 8));
    assertEquals(List.of("abcdefgh", "ij"), wrapped("abcdefgh ij", 8));
    assertEquals(List.of("a", "", "b", ""), wrapped("a\n\nb\n", 8));
    assertEquals(List.of("12345678", "next"), wrapped("12345678\nnext", 8));
    assertEquals(List.of(""), wrapped("", 8));
    assertEquals(
        List.of("\ud83d\ude00".repeat(8), "\ud83d\ude00"), wrapped("\ud83d\ude00".repeat(9), 8));
  }

  /** A text that counts how many of its characters are looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      looks += text.length();
      return text;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "word ", "a line\n", "\u00e9", "\ud83d\ude00"})
  void every_character_is_looked_at_a_few_times_however_long_the_line_is(String piece) {
    Counted text = new Counted(piece.repeat((4 << 20) / piece.length()));
    new WrappedText(text, 69).forEach(line -> {});
    assertTrue(text.looks < 8L * text.length(), text.looks + " looks");
  }
}
