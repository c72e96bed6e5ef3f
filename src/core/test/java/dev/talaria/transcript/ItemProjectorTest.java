package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemProjectorTest {

  private final ItemProjector projector = new ItemProjector();

  @Test
  void other_methods_share_the_empty_projection() {
    assertSame(Projection.EMPTY, projector.project("item/agentMessage/delta", null));
    assertSame(Projection.EMPTY, projector.project("turn/started", null));
    assertSame(Projection.EMPTY, projector.project("turn/completed", null));
    assertSame(Projection.EMPTY, projector.project(null, null));
  }

  @Test
  void a_kind_given_as_a_plain_string_is_understood() {
    Projection patch =
        complete("{'type':'fileChange','id':'f','changes':[{'kind':'add','path':'a'},7,null]}");

    assertEquals(
        "{\"changes\": [{\"kind\": \"add\", \"path\": \"a\"}, {\"kind\": \"update\", \"path\":"
            + " \"\"}, {\"kind\": \"update\", \"path\": \"\"}]}",
        call(patch).arguments());
  }

  @Test
  void reasoning_parts_of_any_type_are_joined() {
    complete(
        "{'type':'reasoning','summary':['a',{'type':'summary_text','text':'b'},3,null,{'x':1}],"
            + "'content':'c'}");

    Message.Assistant row = (Message.Assistant) answer("ok").messages().get(0);
    assertEquals("a\nb\n3\n{\"x\":1}\nc", row.reasoning());
  }

  @Test
  void an_item_that_is_no_object_is_told_as_it_is() {
    assertEquals("[codex ] \"text\"", only(complete("'text'")).content());
    assertEquals("[codex ] [1, 2]", only(complete("[1,2]")).content());
    assertEquals("[codex ] {}", only(complete("null")).content());
    assertEquals("[codex ] {}", only(projector.project("item/completed", null)).content());
  }

  @Test
  void items_without_an_id_never_share_a_call_id() {
    String command = "{'type':'commandExecution','command':'x','cwd':'/'}";
    String patch = "{'type':'fileChange'}";

    assertEquals("codex_exec_2706c619fe73f0cf", call(complete(command)).id());
    assertEquals("codex_apply_patch_48458d4adcbc2714", call(complete(patch)).id());
    assertEquals("codex_exec_2706c619fe73f0cf_3", call(complete(command)).id());
    assertEquals("codex_exec_2706c619fe73f0cf_4", call(complete(command)).id());
  }

  @Test
  void call_ids_stay_unique_beyond_the_memory_of_kinds() {
    Set<String> ids = new HashSet<>();
    int items = 0;
    for (int round = 0; round < 2; round++) {
      for (int tool = 0; tool < 2000; tool++) {
        ids.add(call(complete("{'type':'dynamicToolCall','tool':'t" + tool + "'}")).id());
        items++;
      }
    }

    assertEquals(items, ids.size());
  }

  @Test
  void an_exit_code_is_shown_unless_it_is_zero_or_absent() {
    assertEquals("o", result("{'type':'commandExecution','aggregatedOutput':'o','exitCode':0}"));
    assertEquals("o", result("{'type':'commandExecution','aggregatedOutput':'o','exitCode':0.0}"));
    assertEquals("o", result("{'type':'commandExecution','aggregatedOutput':'o'}"));
    assertEquals(
        "[exit 137]\no",
        result("{'type':'commandExecution','aggregatedOutput':'o','exitCode':137}"));
    assertEquals("[exit 2]\n", result("{'type':'commandExecution','exitCode':2}"));
  }

  @Test
  void booleans_are_spelt_as_json() {
    assertEquals("success=true", result("{'type':'dynamicToolCall','success':true}"));
    assertEquals("success=false", result("{'type':'dynamicToolCall','success':false}"));
    assertEquals("success=null", result("{'type':'dynamicToolCall'}"));
  }

  @Test
  void numbers_in_arguments_keep_their_spelling() {
    Projection row =
        complete("{'type':'dynamicToolCall','id':'n','arguments':{'a':1.0,'b':1.5,'c':1}}");

    assertEquals("{\"a\": 1.0, \"b\": 1.5, \"c\": 1}", call(row).arguments());
  }

  @Test
  void only_the_first_characters_of_a_huge_result_are_written() {
    String huge = "x".repeat(1_000_000);
    Projection row = complete("{'type':'mcpToolCall','id':'h','result':['" + huge + "']}");

    assertEquals(4000, row.messages().get(1).content().length());
  }

  @Test
  void pending_reasoning_is_bounded_and_says_that_it_was_cut() {
    String part = "r".repeat(100_000);
    for (int i = 0; i < 5; i++) {
      complete("{'type':'reasoning','id':'r" + i + "','summary':['" + part + "']}");
    }

    String reasoning = ((Message.Assistant) answer("ok").messages().get(0)).reasoning();
    assertTrue(reasoning.endsWith(PendingReasoning.CUT_MARK));
    assertEquals(
        PendingReasoning.MAX_CHARS + PendingReasoning.CUT_MARK.length(), reasoning.length());
  }

  @Test
  void tool_rows_say_null_content_only_in_json() {
    Message row = complete("{'type':'commandExecution','id':'c'}").messages().get(0);

    assertEquals("", row.content());
    assertTrue(row.toJson(ConformanceCases.MAPPER.getNodeFactory()).get("content").isNull());
  }

  private Projection complete(String item) {
    return projector.project("item/completed", params(item));
  }

  private Projection answer(String text) {
    return complete("{'type':'agentMessage','text':'" + text + "'}");
  }

  private String result(String item) {
    return complete(item).messages().get(1).content();
  }

  private static Message only(Projection projection) {
    assertEquals(1, projection.messages().size());
    return projection.messages().get(0);
  }

  private static ToolCall call(Projection projection) {
    List<ToolCall> calls = ((Message.Assistant) projection.messages().get(0)).toolCalls();
    assertEquals(1, calls.size());
    return calls.get(0);
  }

  private static JsonNode params(String item) {
    return ConformanceCases.parse(("{'item':" + item + "}").replace('\'', '"'));
  }
}
