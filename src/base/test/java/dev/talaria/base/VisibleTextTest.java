package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "1b, \\u001b",
    "0d, \\u000d",
    "00, \\u0000",
    "7f, \\u007f",
    "9b, \\u009b",
    "ad, \\u00ad",
    "200b, \\u200b",
    "200d, \\u200d",
    "200e, \\u200e",
    "202e, \\u202e",
    "2066, \\u2066",
    "2028, \\u2028",
    "3164, \\u3164",
    "2800, \\u2800",
    "feff, \\ufeff",
    "fe0f, \\ufe0f",
    "e0041, \\u{e0041}",
    "e0100, \\u{e0100}",
    "d800, \\ud800"
  })
  void what_is_not_seen_or_steers_is_spelt(String code, String shown) {
    int c = Integer.parseInt(code, 16);
    assertEquals("a" + shown + "b", VisibleText.of("a" + Character.toString(c) + "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "two\nlines",
        "é ü 漢字 ",
        "👩‍👩‍👧",
        "❤️ 1️⃣",
        "نمی‌خواهم",
        "x = \\u001b"
      })
  void what_is_seen_stays(String text) {
    assertEquals(text, VisibleText.of(text));
  }

  @Test
  void a_text_without_anything_special_is_not_copied() {
    String text = "plain\ntext";
    assertSame(text, VisibleText.of(text));
  }

  @Test
  void tabs_and_windows_line_ends_become_plain() {
    assertEquals("a    b\nc", VisibleText.of("a\tb\r\nc"));
    assertEquals("a\\nb", VisibleText.onOneLine("a\r\nb"));
  }

  @Test
  void a_tower_of_marks_is_cut_down() {
    assertEquals("e\u0301\u0301\u0301\u0301\\u0301", VisibleText.of("e" + "\u0301".repeat(5)));
  }

  @Test
  void a_long_text_keeps_its_beginning_and_its_end() {
    String shown = VisibleText.bounded("begin" + "x".repeat(1000) + "; rm -rf /", 100);
    assertTrue(shown.startsWith("beginxxx"), shown);
    assertTrue(shown.endsWith("xxx; rm -rf /"), shown);
    assertTrue(shown.matches("(?s).*\\[… 9[0-9][0-9] left out …].*"), shown);
  }

  @Test
  void blanks_cannot_push_the_end_out_of_sight() {
    assertEquals(
        "ls[… 500 blanks …]; rm -rf /",
        VisibleText.bounded("ls" + " ".repeat(500) + "; rm -rf /", 100));
    assertEquals(
        "ls[… 41 blanks …]x",
        VisibleText.onOneLine("ls" + "\u3000".repeat(20) + "\t".repeat(21) + "x", 100));
    assertEquals("ls" + " ".repeat(40) + "x", VisibleText.bounded("ls" + " ".repeat(40) + "x", 60));
  }

  @Provide
  Arbitrary<String> anyText() {
    Arbitrary<String> nasty =
        Arbitraries.of(
            "\u001b[2J",
            "\r",
            "\n",
            "\t",
            "\u202e",
            "\u200b",
            "\u200d",
            "👩",
            "\ud800",
            "\udc00",
            "\u0301",
            "     ",
            "a",
            "漢",
            "\ufe0f",
            "\udb40\udc41");
    return Arbitraries.oneOf(nasty, Arbitraries.strings().all().ofMaxLength(3))
        .list()
        .ofMaxSize(200)
        .map(parts -> String.join("", parts));
  }

  private static boolean isSafe(String shown) {
    return shown
        .codePoints()
        .allMatch(
            c ->
                c == '\n'
                    || c == 0x200c
                    || c == 0x200d
                    || Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR);
  }

  @Property
  void whatever_comes_nothing_that_steers_goes_out(@ForAll("anyText") String text) {
    assertTrue(isSafe(VisibleText.of(text)));
    assertTrue(VisibleText.onOneLine(text).indexOf('\n') < 0);
    assertTrue(isSafe(VisibleText.bounded(text, 50)));
  }

  @Property
  void a_bound_is_kept_and_counts_code_points(
      @ForAll("anyText") String text, @ForAll @IntRange(min = 40, max = 300) int longest) {
    for (String shown :
        new String[] {VisibleText.bounded(text, longest), VisibleText.onOneLine(text, longest)}) {
      assertTrue(shown.codePointCount(0, shown.length()) <= longest, shown);
      assertTrue(isSafe(shown));
    }
  }

  @Property
  void what_fits_is_shown_in_full(@ForAll("anyText") String text) {
    if (!text.matches("(?s).*[ \\t\\p{Zs}]{41}.*")) {
      assertEquals(VisibleText.of(text), VisibleText.bounded(text, 1_000_000));
    }
  }

  @Property
  void what_is_visible_stays_as_it_is(@ForAll("anyText") String text) {
    String shown = VisibleText.of(text);
    if (shown.indexOf(0x200d) < 0 && shown.indexOf(0x200c) < 0) {
      assertEquals(shown, VisibleText.of(shown));
    }
  }
}
