package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.transcript.ConformanceCases.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Transcripts written for the model APIs and read back. */
class MessageFormsTest {

  private static final ToolCall CALL =
      new ToolCall("codex_mcp_fs_read_7", "mcp.fs.read", "{\"path\": \"a\"}");

  static List<Case> cases() throws IOException {
    return ConformanceCases.load();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_conformance_case_has_the_published_shapes_and_is_read_back(Case each) {
    ItemProjector projector = new ItemProjector();
    List<Message> messages = new ArrayList<>();
    for (JsonNode event : each.input()) {
      messages.addAll(
          projector.project(event.path("method").asText(), event.get("params")).messages());
    }

    assertSendable(messages);
    assertReadBack(messages);
  }

  @Property(tries = 500)
  void the_transcript_of_any_items_has_the_published_shapes(
      @ForAll("events") List<JsonNode> events) {
    assertSendable(ArbitraryItems.transcript(events));
  }

  @Property(tries = 500)
  void the_transcript_of_any_items_is_read_back(@ForAll("events") List<JsonNode> events) {
    assertReadBack(ArbitraryItems.transcript(events));
  }

  @Property(tries = 500)
  void a_transcript_of_any_texts_is_read_back(@ForAll("messages") List<Message> messages) {
    assertEquals(
        messages, ChatCompletionsForm.read(ChatCompletionsForm.complete().write(messages)));
    assertSendable(messages);
  }

  @Test
  void rows_of_sub_agents_are_marked_where_all_is_kept_and_left_out_of_what_is_sent() {
    Message own = new Message.User("hi");
    List<Message> rows =
        List.of(
            own,
            new Message.User("work", "/tree/kid"),
            new Message.Assistant("", List.of(CALL), "", "/tree/kid"),
            new Message.Tool(CALL.id(), "done", "/tree/kid"),
            new Message.Assistant("", List.of(CALL), "", "/tree/other"),
            new Message.Assistant("over", List.of(), "because", ""));
    assertReadBack(rows);
    assertEquals(
        rows, ResponsesForm.read(ResponsesForm.complete().write(rows)), "the calls stay apart");
    assertEquals(
        List.of(own, new Message.Assistant("over", List.of(), "")),
        ChatCompletionsForm.read(ChatCompletionsForm.portable().write(rows)));
    assertEquals(2, ResponsesForm.portable().write(rows).size());
  }

  @Test
  void chat_completions_messages_look_like_this() {
    assertJson(
        "[{'role':'user','content':'hi'},"
            + "{'role':'assistant','content':'','reasoning':'hm'},"
            + "{'role':'assistant','content':null,'tool_calls':[{'id':'codex_mcp_fs_read_7',"
            + "'type':'function','function':{'name':'mcp.fs.read','arguments':"
            + "'{\\'path\\': \\'a\\'}'}}],'reasoning':'read'},"
            + "{'role':'tool','tool_call_id':'codex_mcp_fs_read_7','content':'A'}]",
        ChatCompletionsForm.complete().write(conversation()));
    assertJson(
        "[{'role':'user','content':'hi'},"
            + "{'role':'assistant','content':null,'tool_calls':[{'id':'codex_mcp_fs_read_7',"
            + "'type':'function','function':{'name':'mcp__fs__read','arguments':"
            + "'{\\'path\\': \\'a\\'}'}}]},"
            + "{'role':'tool','tool_call_id':'codex_mcp_fs_read_7','content':'A'}]",
        ChatCompletionsForm.portable().write(conversation()));
  }

  @Test
  void responses_items_look_like_this() {
    String user =
        "[{'type':'message','role':'user','content':[{'type':'input_text','text':'hi'}]},";
    String output = "{'type':'function_call_output','call_id':'codex_mcp_fs_read_7','output':'A'}]";
    assertJson(
        user
            + "{'type':'reasoning','summary':[{'type':'summary_text','text':'hm'}]},"
            + "{'type':'message','role':'assistant','content':[{'type':'output_text','text':''}]},"
            + "{'type':'reasoning','summary':[{'type':'summary_text','text':'read'}]},"
            + "{'type':'function_call','call_id':'codex_mcp_fs_read_7','name':'mcp.fs.read',"
            + "'arguments':'{\\'path\\': \\'a\\'}'},"
            + output,
        ResponsesForm.complete().write(conversation()));
    assertJson(
        user
            + "{'type':'function_call','call_id':'codex_mcp_fs_read_7','name':'mcp__fs__read',"
            + "'arguments':'{\\'path\\': \\'a\\'}'},"
            + output,
        ResponsesForm.portable().write(conversation()));
  }

  @Test
  void a_text_of_the_assistant_is_sent_with_an_empty_list_of_citations() {
    assertJson(
        "[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'ok',"
            + "'annotations':[]}]}]",
        ResponsesForm.portable().write(List.of(new Message.Assistant("ok", List.of(), "hm"))));
  }

  @Test
  void what_other_writers_add_is_passed_over() {
    JsonNode chat =
        json(
            "[{'role':'user','name':'u','content':[{'type':'text','text':'a'},"
                + "{'type':'image_url','image_url':{}},{'type':'text','text':'b'}]},"
                + "{'role':'assistant','refusal':null,'tool_calls':null,'content':null}]");
    assertEquals(
        List.of(new Message.User("a\nb"), new Message.Assistant("", List.of(), "")),
        ChatCompletionsForm.read(chat));

    JsonNode items =
        json(
            "[{'role':'user','content':'plain'},{'type':'message','id':'m','status':'completed',"
                + "'role':'assistant','content':[{'type':'output_text','text':'x',"
                + "'annotations':[]}]},{'type':'function_call_output','call_id':'c',"
                + "'output':[{'type':'input_text','text':'o'},{'type':'input_image'}]}]");
    assertEquals(
        List.of(
            new Message.User("plain"),
            new Message.Assistant("x", List.of(), ""),
            new Message.Tool("c", "o")),
        ResponsesForm.read(items));
  }

  @Test
  void parallel_calls_of_one_message_stay_one_message() {
    ToolCall second = new ToolCall("b", "t", "{}");
    List<Message> messages =
        List.of(
            new Message.Assistant("", List.of(CALL, second), "both"),
            new Message.Tool(CALL.id(), "1"),
            new Message.Tool("b", "2"));

    assertReadBack(messages);
  }

  @Test
  void a_text_and_the_calls_of_one_message_are_read_from_items_as_two() {
    Message both = new Message.Assistant("text", List.of(CALL), "why");

    assertEquals(
        List.of(
            new Message.Assistant("text", List.of(), "why"),
            new Message.Assistant("", List.of(CALL), "")),
        ResponsesForm.read(ResponsesForm.complete().write(List.of(both))));
    assertEquals(both, Message.fromJson(both.toJson(ConformanceCases.MAPPER.getNodeFactory())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|messages must be an array, but there is a JSON object",
        "[7]|messages[0] must be an object, but there is a JSON number",
        "[{}]|messages[0].role must be a string, but there is nothing",
        "[{'role':'system','content':''}]|messages[0].role must be user, assistant or tool, but"
            + " there is \"system\"",
        "[{'role':'user','content':null}]|messages[0].content must be a string, but there is a JSON"
            + " null",
        "[{'role':'tool','content':''}]|messages[0].tool_call_id must be a string, but there is"
            + " nothing",
        "[{'role':'assistant','tool_calls':[{'id':'a'}]}]|messages[0].tool_calls[0].function must be"
            + " an object, but there is nothing",
        "[{'role':'user','content':['a']}]|messages[0].content[0] must be an object, but there is a"
            + " JSON string",
      })
  void a_wrong_chat_message_is_named(String messages, String error) {
    JsonNode json = json(messages);
    assertEquals(
        error,
        assertThrows(IllegalArgumentException.class, () -> ChatCompletionsForm.read(json))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a'|input must be an array, but there is a JSON string",
        "[{'type':'item_reference'}]|input[0].type must be message, function_call,"
            + " function_call_output or reasoning, but there is \"item_reference\"",
        "[{'role':'developer'}]|input[0].role must be user or assistant, but there is"
            + " \"developer\"",
        "[{'type':'function_call','call_id':1}]|input[0].call_id must be a string, but there is a"
            + " JSON number",
        "[{'type':'reasoning'}]|input[0].summary must be an array, but there is nothing",
      })
  void a_wrong_responses_item_is_named(String items, String error) {
    JsonNode json = json(items);
    assertEquals(
        error,
        assertThrows(IllegalArgumentException.class, () -> ResponsesForm.read(json)).getMessage());
  }

  @Test
  void the_schemas_refuse_what_strict_endpoints_refuse() {
    JsonNode chat = ChatCompletionsForm.complete().write(conversation());
    JsonNode items = ResponsesForm.complete().write(conversation());

    assertFalse(PublishedShapes.areChatMessages(chat));
    assertFalse(PublishedShapes.areResponsesItems(items));
    assertTrue(PublishedShapes.areChatMessages(json("[{'role':'user','content':'x'}]")));
    assertFalse(PublishedShapes.areChatMessages(json("[{'role':'assistant','content':''}]")));
  }

  @Test
  void half_a_surrogate_pair_is_never_sent() throws JsonProcessingException {
    List<Message> messages = List.of(new Message.User("a\ud83db"));

    assertEquals(
        "[{\"role\":\"user\",\"content\":\"a?b\"}]",
        ConformanceCases.MAPPER.writeValueAsString(ChatCompletionsForm.portable().write(messages)));
  }

  private static List<Message> conversation() {
    return List.of(
        new Message.User("hi"),
        new Message.Assistant("", List.of(), "hm"),
        new Message.Assistant("", List.of(CALL), "read"),
        new Message.Tool(CALL.id(), "A"));
  }

  private static void assertSendable(List<Message> messages) {
    JsonNode chat = ChatCompletionsForm.portable().write(messages);
    JsonNode items = ResponsesForm.portable().write(messages);
    PublishedShapes.assertChatMessages(chat);
    PublishedShapes.assertResponsesItems(items);
    // What was made portable stays as it is.
    assertEquals(chat, ChatCompletionsForm.portable().write(ChatCompletionsForm.read(chat)));
    assertEquals(items, ResponsesForm.portable().write(ResponsesForm.read(items)));
  }

  private static void assertReadBack(List<Message> messages) {
    assertEquals(
        messages, ChatCompletionsForm.read(ChatCompletionsForm.complete().write(messages)));
    assertEquals(messages, ResponsesForm.read(ResponsesForm.complete().write(messages)));
  }

  private static void assertJson(String expected, JsonNode actual) {
    assertEquals(json(expected), actual);
  }

  private static JsonNode json(String text) {
    return ConformanceCases.parse(text.replace("\\'", "\\\"").replace('\'', '"'));
  }

  @Provide
  Arbitrary<List<JsonNode>> events() {
    return ArbitraryItems.events();
  }

  @Provide
  Arbitrary<List<Message>> messages() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(80);
    Arbitrary<ToolCall> call = Combinators.combine(text, text, text).as(ToolCall::new);
    Arbitrary<Message> user = text.map(Message.User::new);
    Arbitrary<Message> assistant =
        Combinators.combine(text, call.list().ofMaxSize(2), text).as(Message.Assistant::new);
    Arbitrary<Message> tool = Combinators.combine(text, text).as(Message.Tool::new);
    return Arbitraries.oneOf(user, assistant, tool).list().ofMaxSize(5);
  }
}
