package dev.talaria.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.ApprovalRequest.Option;
import dev.talaria.approval.ApprovalRequest.Question;
import dev.talaria.protocol.NetworkRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ApprovalTextTest {

  private static void assertLines(ApprovalRequest request, String... lines) {
    assertEquals(List.of(lines), ApprovalText.lines(request));
  }

  @Test
  void a_command_and_what_always_would_remember() {
    ApprovalRequest request = Questions.command("git status --short", "git", "status");
    assertLines(
        request,
        "run a command",
        "    $ git status --short",
        "  in: /ws",
        "  reason: because",
        "  always: every command that begins with: git status");
    assertEquals("run git status --short", ApprovalText.headline(request));
    assertEquals("git status --short", ApprovalText.label(request));
    assertEquals("Codex requests exec in /ws — because", ApprovalText.description(request));
  }

  @Test
  void a_sub_agent_asks_by_its_name() {
    assertEquals(
        "the sub-agent /tree/kid asks: run ls",
        ApprovalText.headline(Questions.ofSubAgent("/tree/kid", "ls")));
    assertEquals(
        "the sub-agent /tree/kid asks: run a command",
        ApprovalText.lines(Questions.ofSubAgent("/tree/kid", "ls")).get(0));
    assertEquals("a sub-agent asks: run ls", ApprovalText.headline(Questions.ofSubAgent("", "ls")));
    String hostile =
        ApprovalText.headline(
            Questions.ofSubAgent("x\u001b[2J\nrun nothing" + "y".repeat(5_000), "ls"));
    assertFalse(hostile.contains("\u001b") || hostile.contains("\n"), hostile);
    assertTrue(hostile.length() < 400, hostile);
  }

  @Test
  void lines_of_a_command_cannot_pass_for_lines_of_the_question() {
    assertLines(
        Questions.command("a\n  reason: harmless"),
        "run a command",
        "    $ a",
        "    |   reason: harmless",
        "  in: /ws",
        "  reason: because");
  }

  @Test
  void text_typed_into_a_terminal_and_a_command_for_once() {
    ApprovalRequest typed = Questions.command(CommandKind.TYPE, "yes\n", List.of(), Set.of());
    assertEquals(
        List.of("type into an open terminal", "    > yes"),
        ApprovalText.lines(typed).subList(0, 2));
    ApprovalRequest once = Questions.command(CommandKind.RUN_ONCE, "ls", List.of(), Set.of());
    assertEquals("run a command, this once only", ApprovalText.lines(once).get(0));
  }

  @Test
  void a_host() {
    ApprovalRequest request =
        Questions.network("example.com", new NetworkRule("example.com", "allow"));
    assertLines(
        request,
        "let a command reach a host on the network",
        "  host: example.com by https",
        "  in: /ws",
        "  reason: because",
        "  always: every command may reach example.com");
    assertEquals("reach example.com by https", ApprovalText.headline(request));
  }

  @Test
  void a_patch_in_the_form_of_the_hosts() {
    ApprovalRequest request = Questions.patch("/ws", "update /tmp/old.py", "add /tmp/new.py");
    assertEquals(
        "apply_patch: 1 add, 1 update: /tmp/old.py, /tmp/new.py", ApprovalText.label(request));
    assertEquals(
        "because; 1 add, 1 update: /tmp/old.py, /tmp/new.py; grants write to /ws",
        ApprovalText.description(request));
    assertLines(
        request,
        "change 2 files: 1 add, 1 update",
        "  update /tmp/old.py",
        "    @@ -1 +1 @@",
        "    -a",
        "    +b",
        "  add /tmp/new.py",
        "    +@@ -1 +1 @@",
        "    +-a",
        "    ++b",
        "  grants: write below /ws, for the session",
        "  reason: because");
    assertEquals(
        "apply_patch: 5 add: a, b, c, +2 more",
        ApprovalText.label(Questions.patch("", "add a", "add b", "add c", "add d", "add e")));
    assertEquals("apply_patch: because", ApprovalText.label(Questions.patch("")));
    assertEquals("1 change pending", PatchText.summary(Questions.patch("")));
  }

  @Test
  void permissions() {
    assertLines(
        Questions.permissions(
            "{\"network\":{\"enabled\":true},\"fileSystem\":{\"read\":[\"/a\"],\"write\":[\"/b\"]},"
                + "\"gpu\":{}}"),
        "give the agent more permissions",
        "  network: any host",
        "  read: /a",
        "  write: /b",
        "  other: gpu {}",
        "  in: /ws",
        "  reason: because");
  }

  @Test
  void a_tool_of_an_mcp_server() {
    ApprovalRequest request = Questions.tool("srv", "say", true, "session", "always");
    assertLines(
        request,
        "call the tool say of the MCP server srv",
        "    {",
        "      \"text\" : \"hi\"",
        "    }",
        "  the server says that it does: does something",
        "  the server claims: it changes nothing",
        "  reason: Allow it?",
        "  always: Codex's configuration remembers this tool as allowed");
    assertEquals(
        "Codex requests confirmation for MCP server 'srv'.", ApprovalText.description(request));
  }

  @Test
  void a_form_and_an_address() {
    assertLines(
        Questions.elicitation(
            "todoist",
            "form",
            "{\"properties\":{\"n\":{\"type\":\"integer\",\"title\":\"Number\",\"default\":3},"
                + "\"c\":{\"enum\":[\"x\",\"y\"]}},\"required\":[\"c\"]}"),
        "fill in a form for the MCP server todoist",
        "  it asks: Who are you?",
        "  field: Number [n] (integer, optional, default 3)",
        "  field: c (string, required): x | y");
    assertLines(
        Questions.elicitation("todoist", "url", ""),
        "open a web page for the MCP server todoist",
        "  it asks: Who are you?",
        "  address: https://example.com/");
  }

  @Test
  void questions_of_the_agent() {
    assertLines(
        Questions.userInput(
            new Question(
                "q", "Colour", "Which one?", List.of(new Option("red", "warm")), true, true)),
        "answer a question of the agent",
        "  question: Colour",
        "    Which one?",
        "      1. red - warm",
        "  or: an answer of your own",
        "  secret: the answer is not shown");
  }

  @Test
  void secrets_are_masked_and_the_end_of_a_long_command_is_seen() {
    String secret = "curl -H 'Authorization: Bearer abcdef0123456789'";
    assertFalse(ApprovalText.lines(Questions.command(secret)).toString().contains("abcdef01"));
    String shown = ApprovalText.headline(Questions.command("x".repeat(100_000) + "; rm -rf /"));
    assertTrue(shown.length() < 250 && shown.endsWith("; rm -rf /"), shown);
  }

  @Test
  void a_request_and_a_decision_can_be_logged() {
    ApprovalRequest request = Questions.command("TOKEN=hunter2hunter2 make \u001b[2J");
    assertEquals("Command[run TOKEN=[redacted] make \\u001b[2J]", request.toString());
    assertEquals(
        "Command[run TOKEN=[14 characters masked] make]",
        Questions.command("TOKEN=hunter2hunter2 make").toString());
    ApprovalDecision answer = ApprovalDecision.answers(Map.of("pin", List.of("4711")));
    assertEquals("ApprovalDecision[kind=ALLOW]", answer.toString());
  }

  @Test
  void all_of_a_question_can_be_had() {
    String script = "TOKEN=hunter2hunter2 make; " + "x".repeat(9000) + "\u001b[2J";
    ApprovalRequest request = Questions.command(script);
    assertTrue(
        ApprovalText.fullLines(request).contains("    $ " + script.replace("\u001b", "\\u001b")));
    ApprovalRequest plain = Questions.patch("/ws", "update /tmp/old.py", "add /tmp/new.py");
    assertEquals(ApprovalText.lines(plain), ApprovalText.fullLines(plain));
    String[] files = new String[300];
    Arrays.setAll(files, i -> "add /ws/file" + i);
    ApprovalRequest many = Questions.patch("", files);
    assertTrue(ApprovalText.lines(many).contains("  and 100 more files"));
    assertTrue(ApprovalText.fullLines(many).contains("  add /ws/file299"));
  }

  @Test
  void a_very_long_command_is_made_text_in_linear_time() {
    String hostile = "sudo token=abcdef sk-abcdefgh; ".repeat(20_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> ApprovalText.lines(Questions.command(hostile)));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> ApprovalText.lines(Questions.command("sudo" + " password=abcdef".repeat(4000))));
  }

  @Property(tries = 200)
  void whatever_is_asked_every_line_is_one_line_without_control_characters(@ForAll String text) {
    for (ApprovalRequest request :
        List.of(
            Questions.command(text, text, text),
            Questions.network(text, new NetworkRule(text, "allow")),
            Questions.userInput(
                new Question(text, text, text, List.of(new Option(text, text)), true, false)))) {
      for (String line : ApprovalText.lines(request)) {
        assertTrue(line.codePoints().noneMatch(Character::isISOControl), line);
      }
      assertTrue(ApprovalText.headline(request).codePoints().noneMatch(Character::isISOControl));
      assertTrue(ApprovalText.description(request).codePoints().noneMatch(Character::isISOControl));
    }
  }
}
