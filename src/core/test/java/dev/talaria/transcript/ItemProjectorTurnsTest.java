package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Repeated completions, and turns that interleave. */
class ItemProjectorTurnsTest {

  private final ItemProjector projector = new ItemProjector();

  @Test
  void a_message_completed_again_by_a_retried_stream_is_dropped() {
    assertEquals(1, message("T", "U", "m1", "hello").messages().size());
    assertSame(Projection.EMPTY, message("T", "U", "m1", "hello"));
    assertSame(Projection.EMPTY, message("T", "U", "m1", "hello"));
  }

  @Test
  void a_message_with_the_same_id_and_another_text_is_kept() {
    message("T", "U", "m1", "hello");

    assertEquals("hullo", message("T", "U", "m1", "hullo").finalText().orElseThrow());
    assertSame(Projection.EMPTY, message("T", "U", "m1", "hello"));
  }

  @Test
  void the_same_id_in_another_turn_or_thread_is_another_item() {
    message("T", "U", "m1", "hello");

    assertEquals(1, message("T", "V", "m1", "hello").messages().size());
    assertEquals(1, message("S", "U", "m1", "hello").messages().size());
  }

  @Test
  void a_patch_completed_twice_is_dropped_whatever_its_status() {
    assertEquals(2, patch("failed").messages().size());
    Projection again = patch("declined");

    assertSame(Projection.EMPTY, again);
  }

  @Test
  void reasoning_completed_twice_is_told_once() {
    reasoning("T", "U", "why");
    reasoning("T", "U", "why");

    assertEquals("why", reasoningOf(message("T", "U", "m1", "hello")));
  }

  @Test
  void an_unknown_item_completed_twice_is_dropped_though_the_clock_ran_on() {
    assertEquals(1, plan(1).messages().size());
    assertSame(Projection.EMPTY, plan(2));
  }

  @Test
  void items_without_an_id_are_never_dropped() {
    assertEquals(1, message("T", "U", "", "hello").messages().size());
    assertEquals(1, message("T", "U", "", "hello").messages().size());
  }

  @Test
  void a_repetition_is_recognised_after_the_turn_has_ended() {
    message("T", "U", "m1", "hello");
    frame("turn/completed", "T", "U");

    assertSame(Projection.EMPTY, message("T", "U", "m1", "hello"));
  }

  @Test
  void without_turn_ids_an_item_id_may_come_back_in_the_next_turn() {
    message("", "", "m1", "hello");
    projector.project("turn/completed", ConformanceCases.parse("{}"));

    assertEquals(1, message("", "", "m1", "hello").messages().size());
  }

  @Test
  void the_memory_of_completed_items_is_bounded() {
    message("T", "U", "m", "hello");
    for (int i = 0; i < CompletedItems.CAPACITY; i++) {
      message("T", "U", "m" + i, "hello");
    }

    assertEquals(1, message("T", "U", "m", "hello").messages().size());
  }

  @Test
  void reasoning_of_interleaved_turns_stays_with_its_turn() {
    reasoning("T", "U", "for U");
    reasoning("S", "V", "for V");

    assertEquals("for V", reasoningOf(message("S", "V", "a", "v")));
    assertEquals("for U", reasoningOf(message("T", "U", "a", "u")));
  }

  @Test
  void reasoning_that_nothing_follows_is_told_at_the_end_of_its_turn() {
    reasoning("T", "U", "why");
    reasoning("S", "V", "other turn");

    assertEquals(
        new Projection(
            List.of(new Message.Assistant("", List.of(), "why")), false, Optional.empty()),
        frame("turn/completed", "T", "U"));
    assertSame(Projection.EMPTY, frame("turn/completed", "T", "U"));
  }

  @Test
  void reasoning_without_a_turn_id_is_told_at_the_end_of_the_next_turn() {
    reasoning("", "", "nobody's");
    reasoning("T", "U", "U's");

    assertEquals("U's\nnobody's", reasoningOf(frame("turn/completed", "T", "U")));
  }

  @Test
  void reasoning_is_told_when_no_more_events_come() {
    reasoning("T", "U", "for U");
    reasoning("S", "V", "for V");

    assertEquals(
        List.of(
            new Message.Assistant("", List.of(), "for U"),
            new Message.Assistant("", List.of(), "for V")),
        projector.end().messages());
    assertSame(Projection.EMPTY, projector.end());
  }

  @Test
  void reasoning_does_not_outlive_its_turn() {
    reasoning("T", "U", "late");
    assertEquals("late", reasoningOf(frame("turn/completed", "T", "U")));

    assertEquals("", reasoningOf(message("T", "V", "a", "next turn")));
    assertEquals("", reasoningOf(message("T", "U", "b", "late item")));
  }

  @Test
  void the_end_of_one_turn_leaves_the_reasoning_of_another() {
    reasoning("T", "U", "for U");
    frame("turn/completed", "S", "V");
    frame("turn/started", "S", "W");

    assertEquals("for U", reasoningOf(message("T", "U", "a", "u")));
  }

  @Test
  void reasoning_without_a_turn_id_ends_with_the_next_turn_frame() {
    reasoning("", "", "nobody's");
    assertEquals("nobody's", reasoningOf(frame("turn/started", "T", "U")));

    assertEquals("", reasoningOf(message("", "", "a", "answer")));
  }

  @Test
  void a_command_that_ends_after_its_turn_is_told() {
    frame("turn/completed", "T", "U");
    frame("turn/started", "T", "V");
    String params =
        "{\"item\":{\"type\":\"commandExecution\",\"id\":\"c\",\"aggregatedOutput\":\"done\"},"
            + "\"threadId\":\"T\",\"turnId\":\"U\"}";

    assertEquals("done", project("item/completed", params).messages().get(1).content());
  }

  private Projection message(String thread, String turn, String id, String text) {
    return item(thread, turn, "{\"type\":\"agentMessage\",\"id\":%s,\"text\":\"%s\"}", id, text);
  }

  private void reasoning(String thread, String turn, String text) {
    item(thread, turn, "{\"type\":\"reasoning\",\"id\":%s,\"summary\":[\"%s\"]}", "r", text);
  }

  private Projection patch(String status) {
    return item("T", "U", "{\"type\":\"fileChange\",\"id\":%s,\"status\":\"%s\"}", "p", status);
  }

  private Projection plan(int completedAt) {
    String at = Integer.toString(completedAt);
    return item("T", "U", "{\"type\":\"plan\",\"id\":%s,\"completedAtMs\":%s}", "U-plan", at);
  }

  private Projection item(String thread, String turn, String form, String id, String value) {
    String item = form.formatted(id.isEmpty() ? "null" : '"' + id + '"', value);
    String params = "{\"item\":%s,\"threadId\":\"%s\",\"turnId\":\"%s\"}";
    return project("item/completed", params.formatted(item, thread, turn));
  }

  private Projection frame(String method, String thread, String turn) {
    return project(
        method, "{\"threadId\":\"%s\",\"turn\":{\"id\":\"%s\"}}".formatted(thread, turn));
  }

  private Projection project(String method, String params) {
    return projector.project(method, ConformanceCases.parse(params));
  }

  private static String reasoningOf(Projection projection) {
    return ((Message.Assistant) projection.messages().get(0)).reasoning();
  }
}
