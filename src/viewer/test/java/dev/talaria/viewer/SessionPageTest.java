package dev.talaria.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of recordings, as far as their text tells. */
class SessionPageTest {

  @TempDir Path folder;

  static Stream<Path> recordings() {
    return Stream.concat(Sessions.recordings(), Sessions.recordings("0.125.0"));
  }

  static Stream<HostileSession> hostile() {
    return HostileSession.all();
  }

  private PageData page(Path session) throws IOException {
    Path page = folder.resolve("page.html");
    SessionPage.Report report = SessionPage.write(session, page);
    assertEquals(List.of(), report.problems());
    return PageData.of(page);
  }

  private PageData page(String recording) throws IOException {
    return page(Sessions.recording(recording));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void every_message_is_in_the_page(Path recording) throws IOException {
    PageData page = page(recording);
    List<String> texts = page.texts();
    List<String> messages = Sessions.messages(recording);
    assertFalse(messages.isEmpty());
    for (String message : messages) {
      assertTrue(texts.contains(message), message);
    }
    for (JsonNode turn : page.head.path("turns")) {
      assertTrue(turn.path("e").asLong() >= turn.path("s").asLong(), turn.toString());
      assertFalse(turn.path("status").asText().equals("inProgress"), turn.toString());
    }
  }

  /** Nothing of the session is in the page's HTML itself. */
  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_session_adds_only_letters_and_numbers(HostileSession session) throws IOException {
    Path recording = session.write(folder, "patch-accepted", "mcp-form");
    String html = page(recording).html;
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(html);
    assertTrue(policy.find());
    assertTrue(
        policy.group(1).startsWith("default-src 'none'; script-src 'sha256-"), policy.group(1));
    assertFalse(policy.group(1).contains("unsafe"), policy.group(1));
    int end = html.lastIndexOf("<script>");
    String data = html.substring(html.indexOf("</noscript>"), end);
    assertFalse(
        data.replaceAll(
                "<script type=\"(application/json|text/plain)\" class=\"\\w+\">[\\w+/=,\\[\\]-]*</script>",
                "")
            .replaceAll("</noscript></div>|\\s", "")
            .contains("<"),
        "there is markup between the data");
    assertEquals(end, html.indexOf("<script>"));
  }

  @Test
  void an_approval_says_who_decided_what() throws IOException {
    JsonNode declined = page("command-declined").of("approval").get(0);
    assertEquals("command", declined.path("asks").asText());
    assertEquals("decline", declined.path("decision").asText());
    assertEquals("the client", declined.path("by").asText());
    assertEquals("May I?", declined.path("reason").asText());
    List<JsonNode> permissions = page("permission-request").of("approval");
    assertEquals("granted for the turn", permissions.get(0).path("decision").asText());
    assertEquals("declined", permissions.get(1).path("decision").asText());
    JsonNode question = page("user-input").of("approval").get(0);
    assertEquals("Which colour?", question.path("questions").get(0).asText());
    assertEquals("Blue", question.path("answers").get(0).asText());
  }

  @Test
  void commands_patches_and_tools_have_what_they_did() throws IOException {
    PageData failing = page("command-failing");
    assertEquals(3, failing.of("command").get(0).path("exit").asInt());
    assertEquals("boom\n", failing.of("command").get(0).path("output").asText());
    JsonNode patch = page("patch-accepted").of("patch").get(0);
    assertEquals(4, patch.path("changes").size());
    assertEquals("/ws/to.txt", patch.at("/changes/1/move").asText());
    assertEquals("lookup", page("dynamic-tool").of("tool").get(0).path("tool").asText());
    assertTrue(page("mcp-rpc-error").of("tool").get(0).has("error"));
    assertEquals(1, page("compaction").of("compaction").size());
    assertEquals("failed", page("error-429").head.at("/turns/0/status").asText());
    assertEquals(1, page("error-429").of("error").size());
  }

  @Test
  void a_sub_agent_hangs_below_the_item_that_started_it() throws IOException {
    PageData page = page("sub-agent");
    JsonNode agent = page.head.at("/threads/1");
    assertEquals(0, agent.path("parent").asInt());
    assertTrue(agent.path("spawn").asLong() > 0);
    assertEquals("host", page.head.at("/turns/0/origin").asText());
    assertEquals("agent", page.head.at("/turns/1/origin").asText());
    assertEquals(300, page.head.at("/turns/0/tokens/in").asInt());
    assertEquals(100, page.head.at("/turns/1/tokens/in").asInt());
    assertEquals(258400, page.head.at("/turns/0/window").asInt());
  }

  @Test
  void a_message_that_was_cut_off_is_shown_as_far_as_it_came() throws IOException {
    List<JsonNode> messages = page("interrupt-streaming").of("message");
    assertTrue(messages.get(0).path("text").asText().startsWith("one "), messages.toString());
    assertTrue(messages.get(0).path("unfinished").asBoolean(), messages.toString());
  }

  @Test
  void long_texts_are_kept_apart_and_bad_lines_are_named() throws IOException {
    String output = "0123456789\n".repeat(10_000);
    Path session = folder.resolve("long.jsonl");
    Files.writeString(
        session,
        """
        {"method":"item/completed","params":{"threadId":"t","turnId":"u","item":{"type":"commandExecution","id":"c","command":"x","aggregatedOutput":"%s"}}}
        {"method":"item/completed","params":
        """
            .formatted(output.replace("\n", "\\n")));
    Path html = folder.resolve("long.html");
    SessionPage.Report report = SessionPage.write(session, html);
    assertEquals(1, report.badLines());
    assertTrue(report.problems().get(0).startsWith("line 2: "), report.problems().toString());
    PageData page = PageData.of(html);
    assertEquals(List.of(output), page.blobs);
    assertEquals(10_000, page.of("command").get(0).at("/output/lines").asInt());
  }

  /** Shortened from what 0.125.0 writes. */
  @Test
  void calls_and_outputs_of_an_old_rollout_become_commands_and_tools() throws IOException {
    Path rollout = folder.resolve("rollout.jsonl");
    String[] payloads = {
      "session_meta\",\"payload\":{\"id\":\"t\",\"cwd\":\"/ws\",\"cli_version\":\"0.125.0\"",
      "event_msg\",\"payload\":{\"type\":\"task_started\",\"turn_id\":\"u\"",
      "event_msg\",\"payload\":{\"type\":\"user_message\",\"message\":\"Fix it\"",
      "event_msg\",\"payload\":{\"type\":\"agent_reasoning\",\"text\":\"Easy.\"",
      "response_item\",\"payload\":{\"type\":\"function_call\",\"name\":\"exec_command\","
          + "\"arguments\":\"{\\\"cmd\\\":\\\"make\\\"}\",\"call_id\":\"c1\"",
      "response_item\",\"payload\":{\"type\":\"function_call_output\",\"call_id\":\"c1\","
          + "\"output\":\"Process exited with code 3\\nOutput:\\nboom\\n\"",
      "response_item\",\"payload\":{\"type\":\"custom_tool_call\",\"name\":\"apply_patch\","
          + "\"input\":\"*** Begin Patch\",\"call_id\":\"c2\"",
      "response_item\",\"payload\":{\"type\":\"custom_tool_call_output\",\"call_id\":\"c2\","
          + "\"output\":\"Success\"",
      "event_msg\",\"payload\":{\"type\":\"agent_message\",\"message\":\"Done\"",
      "event_msg\",\"payload\":{\"type\":\"task_complete\",\"turn_id\":\"u\""
    };
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < payloads.length; i++) {
      lines.append("{\"timestamp\":\"2026-11-23T21:30:5%d.000Z\",\"type\":\"".formatted(i));
      lines.append(payloads[i]).append("}}\n");
    }
    Files.writeString(rollout, lines);
    PageData page = page(rollout);
    assertEquals(List.of("user", "reasoning", "command", "tool", "message"), page.kinds);
    assertEquals("make", page.of("command").get(0).path("command").asText());
    assertEquals(3, page.of("command").get(0).path("exit").asInt());
    assertEquals("boom\n", page.of("command").get(0).path("output").asText());
    assertEquals("*** Begin Patch", page.of("tool").get(0).path("args").asText());
    assertEquals("completed", page.head.at("/turns/0/status").asText());
    assertEquals("0.125.0", page.head.at("/threads/0/version").asText());
  }
}
