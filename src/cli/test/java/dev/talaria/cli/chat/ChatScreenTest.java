package dev.talaria.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.terminal.Columns;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stays and what is painted anew, as a terminal of 80 columns shows it. */
@Timeout(30)
class ChatScreenTest {

  private final ChatTerminal terminal = ChatTerminal.inMemory();
  private final ChatScreen screen = new ChatScreen(terminal.screen);

  @AfterEach
  void end() {
    terminal.close();
  }

  private void paint() {
    screen.paint(List.of("status"), "› ", 2);
  }

  @Test
  void live_rows_stay_below_the_lines() {
    screen.line("1", "one");
    paint();
    screen.line("", "two\nthree");
    paint();
    assertEquals("one\ntwo\nthree\nstatus\n›", terminal.shown());
  }

  @Test
  void a_streamed_text_grows_in_its_place_and_wraps_where_the_terminal_does() {
    String text = "0123456789".repeat(25) + "end";
    for (int i = 0; i < text.length(); i += 7) {
      screen.stream("2", text.substring(i, Math.min(text.length(), i + 7)));
      paint();
    }
    String rows = text.substring(0, 80) + "\n" + text.substring(80, 160) + "\n";
    assertEquals(
        rows + text.substring(160, 240) + "\n" + text.substring(240) + "\nstatus\n›",
        terminal.shown());
  }

  @Test
  void a_row_that_is_just_full_and_wide_characters_are_counted_right() {
    screen.stream("", "x".repeat(80));
    paint();
    screen.stream("", "y".repeat(80));
    paint();
    screen.stream("", "\n" + "aa" + "宽".repeat(39));
    paint();
    screen.stream("", "宽字");
    paint();
    assertEquals(
        "x".repeat(80) + "\n" + "y".repeat(80) + "\naa" + "宽".repeat(39) + "\n宽字\nstatus\n›",
        terminal.shown());
  }

  @Test
  void a_wide_character_that_does_not_fit_goes_to_the_next_row() {
    assertEquals(40, Columns.fitting("a" + "宽".repeat(40), 80));
    assertEquals(1, Columns.fitting("a👍🏽", 4));
    assertEquals(5, Columns.fitting("a👍🏽", 5));
    assertEquals("a宽…", Columns.clip("a宽宽", 4));
    assertEquals("a宽宽", Columns.clip("a宽宽", 5));
  }

  private String written() {
    return terminal.written().replace("\r\n", "\n");
  }

  @Test
  void a_row_of_which_terminals_know_different_widths_is_ended_before_it_may_be_full() {
    String family = "👨\u200d👩\u200d👧";
    screen.stream("", "x".repeat(70) + family + "y".repeat(9));
    paint();
    assertTrue(written().contains(family + "yyyy\nyyyyy\nstatus"), written());
    screen.stream("", "z");
    paint();
    assertTrue(written().endsWith("\u001b[Jyyyyyz\nstatus\n› \r\u001b[2C"), written());
  }

  @Test
  void a_character_of_many_code_points_is_not_divided_by_the_end_of_a_row() {
    screen.stream("", "x".repeat(78) + "👍🏽 ok");
    paint();
    assertTrue(written().contains("x\n👍🏽 ok\n"), written());
    screen.stream("", "\n" + "x".repeat(78) + "👍");
    paint();
    screen.stream("", "🏽 late");
    paint();
    assertTrue(written().contains("x👍\n🏽 late\n"), written());
  }

  @Test
  void a_row_of_sure_widths_is_left_to_the_terminal() {
    screen.stream("", "e\u0301".repeat(100));
    paint();
    assertTrue(terminal.written().contains("e\u0301".repeat(100)), terminal.written());
  }

  @Test
  void lines_of_others_wait_for_the_end_of_a_streamed_line_but_those_of_the_person_do_not() {
    screen.stream("", "half a ");
    screen.line("", "tool");
    paint();
    assertEquals("half a\nstatus\n›", terminal.shown());
    screen.stream("", "line\nnext");
    paint();
    assertEquals("half a line\ntool\nnext\nstatus\n›", terminal.shown());
    screen.reply("", "typed");
    screen.stream("", "more");
    paint();
    assertEquals("half a line\ntool\nnext\ntyped\nmore\nstatus\n›", terminal.shown());
  }

  @Test
  void nothing_is_written_when_nothing_is_new() {
    screen.line("", "one");
    paint();
    String before = terminal.written();
    paint();
    assertEquals(before, terminal.written());
  }

  @Test
  void at_the_end_the_live_rows_are_gone_and_no_colour_is_left_on() {
    screen.stream("2", "dim");
    paint();
    screen.clear();
    assertEquals("dim", terminal.shown());
    assertTrue(terminal.written().endsWith("\u001b[2mdim\u001b[0m\r\n"), terminal.written());
    assertFalse(terminal.written().contains("\u001b[?25l"), "the cursor is never hidden");
  }
}
