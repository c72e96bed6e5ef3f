package dev.talaria.llm.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.ChatCall;
import dev.talaria.llm.ChatEntry;
import dev.talaria.protocol.InputPart;
import dev.talaria.transcript.ToolCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations as items: every call has its result, every result its call. */
class HistoryItemsTest {

  private static final ChatEntry.Assistant CALLS =
      new ChatEntry.Assistant(
          "I look.", List.of(new ToolCall("a", "look", "{}"), new ToolCall("b", "look", "{}")));

  private static ChatEntry.Result result(String callId) {
    return new ChatEntry.Result(callId, "look", "seen", false);
  }

  private static List<String> types(List<ChatEntry> rows) {
    List<String> types = new ArrayList<>();
    for (JsonNode item : HistoryItems.of(rows)) {
      String type = item.path("type").asText();
      types.add(type.equals("message") ? item.path("role").asText() : type);
    }
    return types;
  }

  @Test
  void calls_and_results_that_belong_together_stay() {
    assertEquals(
        List.of(
            "assistant",
            "function_call",
            "function_call",
            "function_call_output",
            "function_call_output"),
        types(List.of(CALLS, result("b"), result("a"))));
  }

  @Test
  void a_call_without_a_result_is_left_out() {
    assertEquals(
        List.of("assistant", "function_call", "function_call_output"),
        types(List.of(CALLS, result("b"))));
  }

  @Test
  void a_result_without_a_call_or_before_it_is_told_as_a_text() {
    JsonNode items = HistoryItems.of(List.of(result("c"), CALLS));
    assertEquals("Result of look: seen", items.get(0).at("/content/0/text").asText());
    assertEquals(List.of("user", "assistant"), types(List.of(result("c"), CALLS)));
  }

  @Test
  void ids_that_no_endpoint_takes_are_changed_alike_in_call_and_result() {
    String odd = "x".repeat(80) + "!";
    JsonNode items =
        HistoryItems.of(
            List.of(
                new ChatEntry.Assistant("", List.of(new ToolCall(odd, "look", "{}"))),
                result(odd)));
    assertEquals(items.get(0).path("call_id"), items.get(1).path("call_id"));
    assertEquals(64, items.get(0).path("call_id").asText().length());
  }

  @Test
  void a_file_can_be_in_the_question_only() {
    ChatEntry file = new ChatEntry.User(List.of(new InputPart.LocalImage("/tmp/a.png")));
    assertThrows(IllegalArgumentException.class, () -> HistoryItems.of(List.of(file)));
  }

  @Test
  void a_message_that_says_nothing_is_refused() {
    List<InputPart> blank = List.of(new InputPart.Text(" "));
    assertThrows(IllegalArgumentException.class, () -> new ChatEntry.User(blank));
    assertThrows(IllegalArgumentException.class, () -> new ChatEntry.User(List.of()));
    assertThrows(IllegalArgumentException.class, () -> ChatCall.builder(List.of()));
  }
}
