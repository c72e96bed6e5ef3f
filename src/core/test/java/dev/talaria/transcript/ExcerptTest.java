package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void a_long_text_keeps_its_beginning_and_its_end() {
    assertEquals(
        "abcd\n[OUTPUT TRUNCATED: 16 of 26 characters left out]\nuvwxyz",
        Excerpt.of("abcdefghijklmnopqrstuvwxyz", 10));
    assertEquals("abcdefghij", Excerpt.of("abcdefghij", 10));
  }

  @Test
  void code_points_count_and_not_their_halves() {
    assertEquals("😀".repeat(10), Excerpt.of("😀".repeat(10), 10));
    assertEquals("😀😀…", Excerpt.head("😀".repeat(10), 3));
  }

  @Property
  void no_code_point_is_split(
      @ForAll @IntRange(min = 0, max = 60) int length,
      @ForAll @IntRange(min = 1, max = 40) int limit) {
    String text = "a😀".repeat(length / 2) + "b".repeat(length % 2);
    String excerpt = Excerpt.of(text, limit);
    String head = Excerpt.head(text, limit);

    assertTrue(excerpt.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
    assertTrue(head.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
    assertTrue(head.codePointCount(0, head.length()) <= limit);
    assertEquals(length > limit, excerpt.contains("OUTPUT TRUNCATED"));
  }

  @Test
  void a_projector_cuts_the_output_but_not_the_exit_code() {
    ItemProjector projector = new ItemProjector(20);
    String item =
        "{\"item\":{\"type\":\"commandExecution\",\"exitCode\":2,\"aggregatedOutput\":\"%s\"}}";

    String result =
        projector
            .project("item/completed", ConformanceCases.parse(item.formatted("x".repeat(99))))
            .messages()
            .get(1)
            .content();

    assertTrue(result.startsWith("[exit 2]\nxxxxxxxx\n[OUTPUT TRUNCATED: 79 of 99"), result);
    assertTrue(result.endsWith("]\nxxxxxxxxxxxx"), result);
    assertFalse(
        new ItemProjector()
            .project("item/completed", ConformanceCases.parse(item.formatted("x".repeat(65536))))
            .messages()
            .get(1)
            .content()
            .contains("TRUNCATED"));
  }
}
