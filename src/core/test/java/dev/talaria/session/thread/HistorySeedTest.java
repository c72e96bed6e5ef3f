package dev.talaria.session.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.transcript.Message;
import dev.talaria.transcript.ToolCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new thread is told of one that is gone. */
class HistorySeedTest {

  @Test
  void without_a_history_the_instructions_stay_as_they_are() {
    assertNull(HistorySeed.with(null, List.of()));
    assertEquals("be brief", HistorySeed.with("be brief", List.of()));
  }

  @Test
  void rows_follow_the_instructions_in_their_order() {
    String seed =
        HistorySeed.with(
            "be brief",
            List.of(
                new Message.User("list it"),
                new Message.Assistant("", List.of(new ToolCall("c", "exec", "{}")), ""),
                new Message.Tool("c", "x".repeat(500)),
                new Message.Assistant("done", List.of(), "")));
    assertTrue(seed.startsWith("be brief\n\n"), seed);
    String rows =
        "user: list it\ncall: exec {}\ntool: " + "x".repeat(400) + " …\nassistant: done\n";
    assertTrue(seed.endsWith(rows), seed);
  }

  @Test
  void the_newest_rows_are_kept() {
    List<Message> history = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      history.add(new Message.User(i + " " + "y".repeat(1000)));
    }
    String seed = HistorySeed.with(null, history);
    assertTrue(seed.length() < HistorySeed.MOST + 200, seed.length() + "");
    assertTrue(seed.contains("user: 99 ") && seed.contains("user: 70 "));
    assertFalse(seed.contains("user: 60 "));
  }

  @Test
  void one_huge_row_is_cut_at_its_beginning_and_never_within_a_character() {
    String seed = HistorySeed.with(null, List.of(new Message.User("😀".repeat(40_000) + "end")));
    assertTrue(seed.endsWith("end\n"));
    assertEquals(seed, new String(seed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }
}
