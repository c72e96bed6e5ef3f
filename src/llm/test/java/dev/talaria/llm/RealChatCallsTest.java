package dev.talaria.llm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.Usage;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ToolCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Chat calls on the real Codex: what the model hears, and what comes back. */
@Timeout(120)
class RealChatCallsTest {

  private static final JsonNode OBJECT =
      JsonNodeFactory.instance.objectNode().put("type", "object");

  @TempDir Path workspace;

  private static ChatEntry.User user(String text) {
    return new ChatEntry.User(List.of(new InputPart.Text(text)));
  }

  private static ChatEntry.Result result(ToolCall call, String text) {
    return new ChatEntry.Result(call.id(), call.name(), text, false);
  }

  private static ChatCall.Builder withTools(List<ChatEntry> rows) {
    return ChatCall.builder(rows)
        .tool("weather", "Tells the weather.", OBJECT)
        .tool("time_of", "Tells the time.", OBJECT);
  }

  /** The rows, the reply's calls and their results. */
  private static List<ChatEntry> after(List<ChatEntry> rows, ChatReply reply, String... results) {
    List<ChatEntry> more = new ArrayList<>(rows);
    more.add(new ChatEntry.Assistant(reply.text(), reply.toolCalls()));
    for (int i = 0; i < results.length; i++) {
      more.add(result(reply.toolCalls().get(i), results[i]));
    }
    return more;
  }

  @Test
  void the_model_hears_system_history_and_question_in_their_roles() {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("It is blue."));
        ChatCalls calls = lab.calls().build()) {
      List<ChatEntry> rows =
          List.of(
              user("My colour is blue."),
              new ChatEntry.Assistant("Noted.", List.of()),
              user("Which colour?"));
      ChatReply reply = calls.reply(ChatCall.builder(rows).system("Be brief.").build());
      assertEquals("It is blue.", reply.text());
      assertEquals(List.of(), reply.toolCalls());
      assertEquals(new LlmUsage(100, 0, 10, 0, 110), reply.usage());
      assertFalse(reply.id().isEmpty());
      assertFalse(reply.model().isEmpty());
      assertEquals(
          List.of(
              "developer: Be brief.",
              "user: My colour is blue.",
              "assistant: Noted.",
              "user: Which colour?"),
          lab.heard(0));
    }
  }

  @Test
  void pictures_go_with_the_question_and_stay_in_the_history() {
    String picture =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    ChatEntry.User shown =
        new ChatEntry.User(List.of(new InputPart.Text("Look."), new InputPart.Image(picture)));
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("A dot.", "Yes."));
        ChatCalls calls = lab.calls().build()) {
      calls.reply(ChatCall.builder(List.of(shown)).build());
      assertTrue(lab.model.requests().get(0).json().contains("input_image"));
      calls.reply(
          ChatCall.builder(
                  List.of(shown, new ChatEntry.Assistant("A dot.", List.of()), user("Sure?")))
              .build());
      assertTrue(lab.model.requests().get(1).json().contains("input_image"));
    }
  }

  @Test
  void text_is_told_in_pieces_and_comments_are_not() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.chunks("I look first.").withPhase("commentary"),
                OutputItem.chunks("One ", "two ", "three").withPhase("final_answer"))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      List<String> pieces = new CopyOnWriteArrayList<>();
      ChatReply reply =
          calls
              .call(ChatCall.builder(List.of(user("count"))).build(), pieces::add)
              .get(60, TimeUnit.SECONDS);
      assertEquals(List.of("One ", "two ", "three"), pieces);
      assertEquals("One two three", reply.text());
    }
  }

  @Test
  void the_results_of_tools_go_on_with_the_same_turn() {
    ModelScript script =
        ModelScript.builder()
            .reply(
                Reply.of(OutputItem.call("weather", Map.of("city", "Bonn")))
                    .usage(new Usage(50, 20, 5, 2, 55)))
            .reply(Reply.text("Sunny.").usage(new Usage(70, 40, 7, 3, 77)))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      List<ChatEntry> rows = List.of(user("How is it in Bonn?"));
      ChatReply asks = calls.reply(withTools(rows).build());
      assertEquals(1, asks.toolCalls().size());
      assertEquals("weather", asks.toolCalls().get(0).name());
      assertEquals("{\"city\":\"Bonn\"}", asks.toolCalls().get(0).arguments());
      assertEquals(1, calls.heldTurns());
      ChatReply answer = calls.reply(withTools(after(rows, asks, "sun")).build());
      assertEquals("Sunny.", answer.text());
      assertEquals(asks.id(), answer.id());
      assertEquals(0, calls.heldTurns());
      assertEquals("sun", lab.model.requests().get(1).outputOf("call_1_1").orElseThrow());
      assertEquals(new LlmUsage(120, 60, 12, 5, 132), asks.usage().plus(answer.usage()));
    }
  }

  @Test
  void two_calls_are_answered_together_or_one_after_the_other() {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call("weather", Map.of("city", "Bonn")),
                OutputItem.call("time_of", Map.of("city", "Rome")))
            .text("Sunny, and noon.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().quietTime(Duration.ofMillis(500)).build()) {
      boolean together = lab.codex.version().isAtLeast(new CodexVersion(0, 169, 0));
      List<ChatEntry> rows = List.of(user("Weather and time?"));
      ChatReply first = calls.reply(withTools(rows).build());
      List<String> names = new ArrayList<>();
      ChatReply reply = first;
      int asked = 0;
      while (!reply.toolCalls().isEmpty()) {
        asked++;
        reply.toolCalls().forEach(call -> names.add(call.name()));
        String[] results =
            reply.toolCalls().stream().map(call -> "of " + call.name()).toArray(String[]::new);
        rows = after(rows, reply, results);
        reply = calls.reply(withTools(rows).build());
      }
      assertEquals(Set.of("weather", "time_of"), Set.copyOf(names));
      assertEquals(2, names.size());
      assertEquals(together ? 1 : 2, asked);
      assertEquals("Sunny, and noon.", reply.text());
      assertEquals(2, lab.model.requests().size());
      assertEquals("of weather", lab.model.requests().get(1).outputOf("call_1_1").orElseThrow());
      assertEquals("of time_of", lab.model.requests().get(1).outputOf("call_1_2").orElseThrow());
    }
  }

  @Test
  void results_that_come_too_late_go_on_in_a_fresh_thread() {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("weather", Map.of("city", "Bonn")))
            .text("Sunny.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().heldFor(Duration.ofMillis(200)).build()) {
      List<ChatEntry> rows = List.of(user("How is it in Bonn?"));
      ChatReply asks = calls.reply(withTools(rows).build());
      await().until(() -> calls.heldTurns() == 0);
      ChatReply answer = calls.reply(withTools(after(rows, asks, "sun")).build());
      assertEquals("Sunny.", answer.text());
      await().until(() -> calls.openTurns() == 0);
      assertFalse(asks.id().equals(answer.id()));
      assertEquals(
          List.of(
              "user: How is it in Bonn?",
              "call: weather {\"city\":\"Bonn\"}",
              "result: sun",
              "user: Continue with the conversation above."),
          lab.heard(1));
    }
  }

  @Test
  void calls_of_another_process_go_on_in_a_fresh_thread() {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("Sunny."));
        ChatCalls calls = lab.calls().build()) {
      List<ChatEntry> rows =
          List.of(
              user("How is it?"),
              new ChatEntry.Assistant("", List.of(new ToolCall("call_of_old", "weather", "{}"))),
              new ChatEntry.Result("call_of_old", "weather", "sun", false));
      assertEquals("Sunny.", calls.reply(withTools(rows).build()).text());
      assertEquals("result: sun", lab.heard(0).get(2));
    }
  }

  @Test
  void a_turn_whose_terms_have_changed_is_not_gone_on_with() {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("weather", Map.of()))
            .text("In French: soleil.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      List<ChatEntry> rows = List.of(user("How is it?"));
      ChatReply asks = calls.reply(withTools(rows).build());
      ChatReply answer =
          calls.reply(withTools(after(rows, asks, "sun")).system("In French.").build());
      assertEquals("In French: soleil.", answer.text());
      assertFalse(asks.id().equals(answer.id()));
      assertEquals(0, calls.heldTurns());
    }
  }

  @Test
  void a_question_behind_the_results_ends_the_turn_that_waited() {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("weather", Map.of()))
            .text("It is sun that shines.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      List<ChatEntry> rows = List.of(user("How is it?"));
      List<ChatEntry> more = after(rows, calls.reply(withTools(rows).build()), "sun");
      more.add(user("What is sun?"));
      assertEquals("It is sun that shines.", calls.reply(withTools(more).build()).text());
      assertEquals(0, calls.heldTurns());
      assertEquals(
          List.of("user: How is it?", "call: weather {}", "result: sun", "user: What is sun?"),
          lab.heard(1));
    }
  }

  @Test
  void the_oldest_turn_is_ended_when_too_many_wait() {
    ModelScript script =
        ModelScript.builder().repeat().reply(OutputItem.call("weather", Map.of())).build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().maxHeld(1).build()) {
      calls.reply(withTools(List.of(user("one"))).build());
      calls.reply(withTools(List.of(user("two"))).build());
      assertEquals(1, calls.heldTurns());
    }
  }

  @Test
  void many_conversations_at_once_get_their_own_answers_and_leave_nothing() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .respond(
                request -> {
                  Matcher asked = Pattern.compile("number (\\d+)").matcher(request.json());
                  assertTrue(asked.find());
                  return request.json().contains("function_call_output")
                      ? Reply.text("for " + asked.group(1))
                      : Reply.of(
                          OutputItem.call("weather", Map.of("n", asked.group(1)))
                              .withCallId("same"));
                })
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        List<ChatEntry> rows = List.of(user("number " + i));
        boolean leave = i % 4 == 3;
        answers.add(
            calls
                .call(withTools(rows).build(), piece -> {})
                .thenCompose(
                    asks -> {
                      ChatCall next = withTools(after(rows, asks, "sun")).build();
                      CompletableFuture<ChatReply> reply = calls.call(next, piece -> {});
                      if (leave) {
                        reply.cancel(true);
                      }
                      return reply;
                    })
                .handle((reply, error) -> error == null ? reply.text() : "left"));
      }
      for (int i = 0; i < 20; i++) {
        String expected = i % 4 == 3 ? "left" : "for " + i;
        assertEquals(expected, answers.get(i).get(60, TimeUnit.SECONDS));
      }
      await().until(() -> calls.heldTurns() == 0 && calls.openTurns() == 0);
    }
  }

  @Test
  void closing_ends_what_runs_and_what_is_held() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("weather", Map.of()))
            .reply(Reply.text("never").hangAfter(1))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script)) {
      ChatCalls calls = lab.calls().build();
      calls.reply(withTools(List.of(user("one"))).build());
      CompletableFuture<ChatReply> running =
          calls.call(ChatCall.builder(List.of(user("two"))).build(), piece -> {});
      await().until(() -> lab.model.requests().size() == 2);
      calls.close();
      assertTrue(running.isCancelled());
      assertEquals(0, calls.heldTurns());
      ChatCall late = ChatCall.builder(List.of(user("three"))).build();
      assertThrows(ExecutionException.class, () -> calls.call(late, piece -> {}).get());
      assertEquals(2, lab.model.requests().size());
    }
  }

  @Test
  void a_reply_that_takes_too_long_is_a_timeout_and_the_next_call_works() {
    ModelScript script =
        ModelScript.builder()
            .when("TOO LATE")
            .reply(Reply.text("never").hangAfter(1))
            .when("in time")
            .text("there")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script)) {
      try (ChatCalls calls = lab.calls().timeout(Duration.ofSeconds(2)).build()) {
        ChatCall call = ChatCall.builder(List.of(user("TOO LATE"))).build();
        LlmException late = assertThrows(LlmException.class, () -> calls.reply(call));
        assertEquals(LlmException.Kind.TIMEOUT, late.kind());
      }
      try (ChatCalls calls = lab.calls().build()) {
        assertEquals(
            "there", calls.reply(ChatCall.builder(List.of(user("in time"))).build()).text());
      }
    }
  }

  @Test
  void an_answer_follows_its_schema_and_is_turned_back_from_the_strict_form() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("{\"city\":\"Bonn\",\"sights\":[{\"key\":\"a\",\"value\":1}],\"note\":null}")
            .build();
    JsonNode schema =
        WireJson.mapper()
            .readTree(
                """
                {"type":"object","required":["city"],"properties":{"city":{"type":"string"},
                 "sights":{"type":"object","additionalProperties":{"type":"integer"}},
                 "note":{"type":"string"}}}
                """);
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      List<String> pieces = new CopyOnWriteArrayList<>();
      ChatCall call = ChatCall.builder(List.of(user("where?"))).outputSchema(schema).build();
      ChatReply reply = calls.call(call, pieces::add).get(60, TimeUnit.SECONDS);
      assertEquals("{\"city\":\"Bonn\",\"sights\":{\"a\":1}}", reply.text());
      assertEquals(List.of(reply.text()), pieces);
      JsonNode sent = lab.model.requests().get(0).body().at("/text/format/schema");
      assertEquals(3, sent.path("required").size());
      assertFalse(sent.path("additionalProperties").asBoolean(true));
    }
  }

  @Test
  void nothing_said_is_a_failure() {
    ModelScript script = ModelScript.builder().reply(OutputItem.reasoning("hm")).build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      ChatCall call = ChatCall.builder(List.of(user("where?"))).build();
      LlmException silent = assertThrows(LlmException.class, () -> calls.reply(call));
      assertEquals(LlmException.Kind.NO_ANSWER, silent.kind());
    }
  }

  @Test
  void a_tool_that_codex_has_itself_is_refused_before_anything_starts() {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts());
        ChatCalls calls = lab.calls().build()) {
      ChatCall call =
          ChatCall.builder(List.of(user("go"))).tool("apply_patch", "mine", OBJECT).build();
      LlmException refused = assertThrows(LlmException.class, () -> calls.reply(call));
      assertEquals(LlmException.Kind.REFUSED, refused.kind());
      assertTrue(refused.getMessage().contains("apply_patch"), refused.getMessage());
      ChatCall strange = ChatCall.builder(List.of(user("go"))).model("claude").build();
      assertEquals(
          LlmException.Kind.UNSUPPORTED_MODEL,
          assertThrows(LlmException.class, () -> calls.reply(strange)).kind());
      assertEquals(List.of(), lab.model.requests());
    }
  }
}
