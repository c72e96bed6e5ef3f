package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a display is told of the items of a turn. */
class DisplayBridgeTest {

  private final RecordingDisplay screen = new RecordingDisplay();
  private final AtomicLong nanos = new AtomicLong();

  private DisplayBridge bridge(Supplier<HostDisplay> display, boolean showCommentary) {
    return new DisplayBridge(
        display, new DisplayOptions(showCommentary, Set.of("hermes-tools")), nanos::get);
  }

  private final DisplayBridge bridge = bridge(() -> screen, true);

  private static JsonNode json(String text) {
    try {
      return WireJson.mapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Item item(String text) {
    return Item.of(json(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
"""
'type':'commandExecution','command':'ls /tmp','cwd':'/tmp' | exec_command | ls /tmp | {'command':'ls /tmp','cwd':'/tmp'}
'type':'commandExecution','command':'ls -la' | exec_command | ls -la | {'command':'ls -la','cwd':''}
'type':'fileChange','changes':[{'kind':{'type':'add'},'path':'/tmp/new.py'},{'kind':{'type':'update'},'path':'/tmp/old.py'}] | apply_patch | 1 add, 1 update: /tmp/new.py, /tmp/old.py | {'changes':[{'kind':'add','path':'/tmp/new.py'},{'kind':'update','path':'/tmp/old.py'}]}
'type':'fileChange','changes':[{'path':'a.py'},{'path':'b.py'}] | apply_patch | 2 update: a.py, b.py | {'changes':[{'kind':'update','path':'a.py'},{'kind':'update','path':'b.py'}]}
'type':'fileChange','changes':[] | apply_patch | `` | {'changes':[]}
'type':'mcpToolCall','server':'filesystem','tool':'read_file','arguments':{'path':'/x'} | mcp.filesystem.read_file | {"path": "/x"} | {'path':'/x'}
'type':'mcpToolCall','server':'fs','tool':'read','arguments':{'p':1} | mcp.fs.read | {"p": 1} | {'p':1}
'type':'mcpToolCall','server':'fs','tool':'list' | mcp.fs.list | `` | {}
'type':'mcpToolCall','server':'hermes-tools','tool':'web_search','arguments':{'query':'q'} | web_search | {"query": "q"} | {'query':'q'}
'type':'dynamicToolCall','tool':'git_status','arguments':{} | git_status | `` | {}
'type':'dynamicToolCall','tool':'web_search','arguments':'plain' | web_search | {"arguments": "plain"} | {'arguments':'plain'}
'type':'webSearch','query':'q' | web_search | q | {'query':'q'}
""")
  void a_tool_is_shown_as_the_transcript_calls_it(
      String item, String name, String preview, String args) {
    Item tool = item("{" + item + ",'id':'i1'}");
    bridge.onItemStarted(tool);
    bridge.onItemCompleted(tool);
    RecordingDisplay.Started started = screen.started.get(0);
    assertEquals(name, started.name());
    assertEquals(preview, started.preview());
    assertEquals(json(args), started.args());
    assertEquals(1, screen.completed.size());
    assertEquals(started.id(), screen.completed.get(0).id());
    assertEquals(name, screen.completed.get(0).name());
    assertTrue(started.id().endsWith("_i1"), started.id());
  }

  @Test
  void a_preview_is_one_short_clean_line() {
    bridge.onItemStarted(
        item("{'type':'commandExecution','id':'i','command':'" + "x".repeat(500) + "'}"));
    bridge.onItemStarted(
        item("{'type':'commandExecution','id':'j','command':'echo \\u001b[31m\\nrm \\u202e'}"));
    String longOne = screen.started.get(0).preview();
    assertTrue(longOne.length() > 100 && longOne.length() <= 120, longOne);
    assertTrue(longOne.startsWith("xxx") && longOne.contains("left out"), longOne);
    assertEquals("echo \\u001b[31m\\nrm \\u202e", screen.started.get(1).preview());
  }

  @Test
  void a_preview_hides_secrets() {
    bridge.onItemStarted(
        item(
            "{'type':'commandExecution','id':'i','command':'curl -H Authorization:Bearer"
                + " sk-abcdefghijklmnopqrstuvwxyz0123456789'}"));
    assertTrue(!screen.started.get(0).preview().contains("abcdefghijklmnop"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
'type':'commandExecution','exitCode':0,'status':'completed' | false
'type':'commandExecution','exitCode':3,'status':'completed' | true
'type':'commandExecution','exitCode':0,'status':'failed' | false
'type':'commandExecution','status':'declined' | true
'type':'commandExecution','status':'failed' | true
'type':'commandExecution','status':'completed' | false
'type':'fileChange','status':'completed' | false
'type':'fileChange','status':'applied' | false
'type':'fileChange','status':'success' | false
'type':'fileChange','status':'failed' | true
'type':'fileChange','status':'declined' | true
'type':'fileChange','status':'inProgress' | true
'type':'mcpToolCall','error':{'message':'no'},'status':'failed' | true
'type':'mcpToolCall','error':{'message':'no'} | true
'type':'mcpToolCall','status':'failed' | true
'type':'mcpToolCall','result':{'isError':true},'status':'completed' | false
'type':'mcpToolCall','error':null,'status':'completed' | false
'type':'dynamicToolCall','success':false | true
'type':'dynamicToolCall','success':true | false
'type':'dynamicToolCall','status':'failed' | true
'type':'dynamicToolCall' | false
'type':'webSearch','query':'q' | false
""")
  void a_failure_is_shown_as_one(String item, boolean isError) {
    bridge.onItemCompleted(item("{" + item + ",'id':'i'}"));
    assertEquals(isError, screen.completed.get(0).isError());
  }

  @Test
  void the_result_is_that_of_the_transcript() {
    bridge.onItemCompleted(
        item("{'type':'commandExecution','id':'i','exitCode':3,'aggregatedOutput':'oh'}"));
    assertEquals("[exit 3]\noh", screen.completed.get(0).result());
  }

  @Test
  void a_duration_is_codex_own_else_measured_else_unknown() {
    Item told = item("{'type':'commandExecution','id':'i','durationMs':1500}");
    Item plain = item("{'type':'commandExecution','id':'j','durationMs':null}");
    Item odd = item("{'type':'commandExecution','id':'k','durationMs':-4}");
    bridge.onItemStarted(told);
    bridge.onItemStarted(plain);
    nanos.addAndGet(Duration.ofMillis(250).toNanos());
    bridge.onItemCompleted(told);
    bridge.onItemCompleted(plain);
    bridge.onItemCompleted(odd);
    assertEquals(
        List.of("1500", "250", "unknown"),
        screen.completed.stream()
            .map(done -> done.duration().map(d -> "" + d.toMillis()).orElse("unknown"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'reasoning','id':'i','summary':['s']}",
        "{'type':'agentMessage','id':'i','text':'t'}",
        "{'type':'userMessage','id':'i','content':[]}",
        "{'type':'contextCompaction','id':'i'}",
        "{'type':'plan','id':'i','text':'t'}",
        "{'type':'somethingNew','id':'i'}",
        "{'type':7}",
        "{}",
        "'garbage'",
        "null",
        "[]",
        "12"
      })
  void what_is_no_tool_is_no_tool_event(String item) {
    bridge.onItemStarted(item(item));
    bridge.onItemCompleted(item(item));
    bridge.onItemLeftOpen(item(item));
    bridge.onItemCompleted(Item.of(null));
    bridge.onCommandOutput("i", "output");
    bridge.onStarted("turn");
    assertEquals(List.of(), screen.started);
    assertEquals(List.of(), screen.completed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'commandExecution'}",
        "{'type':'commandExecution','command':7,'cwd':[],'exitCode':'x','durationMs':'y'}",
        "{'type':'fileChange','changes':'x'}",
        "{'type':'fileChange','changes':[1,null,{'kind':3,'path':{}}]}",
        "{'type':'mcpToolCall'}",
        "{'type':'mcpToolCall','server':[],'tool':{},'arguments':[1]}",
        "{'type':'dynamicToolCall','tool':null,'contentItems':3,'success':'maybe'}",
        "{'type':'webSearch','query':{}}"
      })
  void an_item_of_odd_json_is_shown_all_the_same(String item) {
    bridge.onItemStarted(item(item));
    bridge.onItemCompleted(item(item));
    assertEquals(1, screen.started.size());
    assertEquals(1, screen.completed.size());
    assertEquals(screen.started.get(0).id(), screen.completed.get(0).id());
  }

  @Test
  void an_item_that_starts_twice_is_one_card() {
    Item search = item("{'type':'webSearch','id':'i','query':''}");
    bridge.onItemStarted(search);
    bridge.onItemStarted(search);
    bridge.onItemCompleted(search);
    bridge.onItemStarted(search);
    assertEquals(2, screen.started.size());
  }

  @Test
  void a_tool_that_outlives_its_turn_is_shown_as_failed_until_it_ends() {
    Item command = item("{'type':'commandExecution','id':'i','command':'x','exitCode':0}");
    bridge.onItemStarted(command);
    bridge.onItemLeftOpen(command);
    bridge.onItemCompleted(command);
    assertEquals(
        List.of(true, false),
        screen.completed.stream().map(RecordingDisplay.Completed::isError).toList());
  }

  // --- displays that come, go and fail

  @Test
  void no_display_no_event() {
    DisplayBridge none = bridge(() -> null, true);
    none.onItemStarted(item("{'type':'commandExecution','id':'i'}"));
    none.onTextDelta("i", "x");
    none.notice("x");
  }

  @Test
  void a_display_that_fails_harms_nothing() {
    HostDisplay failing = mock(HostDisplay.class);
    doThrow(new IllegalStateException("tty")).when(failing).toolStarted(any(), any(), any(), any());
    doThrow(new StackOverflowError()).when(failing).textDelta(any());
    DisplayBridge bridge = bridge(() -> failing, true);
    bridge.onItemStarted(item("{'type':'commandExecution','id':'i'}"));
    bridge.onTextDelta("i", "x");
    DisplayBridge unbound =
        bridge(
            () -> {
              throw new IllegalStateException("no display yet");
            },
            true);
    unbound.onItemStarted(item("{'type':'commandExecution','id':'i'}"));
    unbound.onItemCompleted(item("{'type':'agentMessage','id':'i','text':'t'}"));
  }

  @Test
  void the_display_is_bound_with_each_event() {
    AtomicReference<HostDisplay> current = new AtomicReference<>();
    DisplayBridge late = bridge(current::get, true);
    late.onItemStarted(item("{'type':'commandExecution','id':'a','command':'a'}"));
    current.set(screen);
    late.onItemStarted(item("{'type':'commandExecution','id':'b','command':'b'}"));
    RecordingDisplay other = new RecordingDisplay();
    current.set(other);
    late.onItemStarted(item("{'type':'commandExecution','id':'c','command':'c'}"));
    assertEquals(List.of("start exec_command b"), screen.events);
    assertEquals(List.of("start exec_command c"), other.events);
  }

  // --- text

  @Test
  void text_and_thoughts_are_streamed_without_empty_pieces() {
    bridge.onReasoningDelta("r", "hm");
    bridge.onReasoningDelta("r", "");
    bridge.onTextDelta("m", "a");
    bridge.onTextDelta("m", "");
    bridge.onTextDelta("m", "b");
    assertEquals(List.of("think hm", "text a", "text b"), screen.events);
  }

  @Test
  void a_complete_message_is_told_once_and_clears_the_stream() {
    bridge.onTextDelta("m", "do");
    bridge.onItemCompleted(item("{'type':'agentMessage','id':'m','text':'done'}"));
    bridge.onItemCompleted(item("{'type':'agentMessage','id':'n','text':'unstreamed'}"));
    assertEquals(
        List.of("text do", "message done streamed", "clear", "message unstreamed", "clear"),
        screen.events);
  }

  @Test
  void without_commentary_there_is_no_interim_message() {
    DisplayBridge quiet = bridge(() -> screen, false);
    quiet.onTextDelta("m", "do");
    quiet.onItemCompleted(item("{'type':'agentMessage','id':'m','text':'done'}"));
    assertEquals(List.of("text do", "clear"), screen.events);
  }

  @Test
  void a_message_that_begins_anew_clears_what_was_streamed_of_it() {
    bridge.onItemStarted(item("{'type':'agentMessage','id':'m','text':''}"));
    bridge.onTextDelta("m", "half");
    bridge.onItemStarted(item("{'type':'agentMessage','id':'m','text':''}"));
    bridge.onTextDelta("m", "whole");
    assertEquals(List.of("text half", "clear", "text whole"), screen.events);
  }

  @Test
  void an_empty_message_is_none() {
    bridge.onItemCompleted(item("{'type':'agentMessage','id':'m','text':''}"));
    assertEquals(List.of("clear"), screen.events);
  }
}
