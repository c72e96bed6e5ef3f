package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a chat shows of each thing that happens, and what the model gets of what is typed. */
class RealChatScreenTest extends RealChat {

  private ScriptedModel model;
  private ScratchCodexHome home;

  private void start(ModelScript script, String... more) throws Exception {
    model = ScriptedModel.start(script);
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    startChat(
        ChatTerminal.pseudo(),
        List.of(
            "--codex-home",
            home.path().toString(),
            "--history",
            folder.resolve("history").toString()),
        more);
  }

  @AfterEach
  void close() throws Exception {
    end();
    model.close();
    home.close();
  }

  private static OutputItem exec(String command) {
    return OutputItem.call(
        "exec_command", Map.of("cmd", command, "login", false, "yield_time_ms", 20_000));
  }

  private static OutputItem escalated(String command) {
    return OutputItem.call(
        "exec_command",
        Map.of(
            "cmd",
            command,
            "login",
            false,
            "sandbox_permissions",
            "require_escalated",
            "justification",
            "to try"));
  }

  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
          + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  /** The texts of the user in the latest request. */
  private List<String> said() {
    JsonNode body = model.requests().get(model.requests().size() - 1).body();
    return body.path("input").findParents("role").stream()
        .filter(each -> each.path("role").asText().equals("user"))
        .flatMap(each -> each.path("content").findValuesAsText("text").stream())
        .toList();
  }

  @Test
  void what_is_long_is_folded_and_shown_whole_on_demand() throws Exception {
    start(
        ModelScript.builder()
            .reply(exec("seq 1 10000"))
            .text("Counted.")
            .repeat()
            .text("Fine.")
            .build());
    line("count", "Counted.");
    terminal.awaits("    1\n    2\n    … 9995 more lines; /show 1 has all\n    9998\n");
    terminal.type("\u000f");
    terminal.awaitsLast("q goes back");
    terminal.awaits("rows 1 to 22 of 10000");
    terminal.type("\u001b[6~");
    terminal.awaits("rows 23 to 44 of 10000");
    terminal.type("G");
    terminal.awaits("rows 9979 to 10000 of 10000");
    terminal.type("q");
    idle();
    line("/show 7", "no folded output has this number");
    line("and now", "Fine.");
    leave();
  }

  @Test
  void an_approval_can_be_declined_with_a_reason_and_always_be_changed() throws Exception {
    start(
        ModelScript.builder()
            .reply(escalated("touch a.txt"))
            .text("So not.")
            .reply(escalated("touch b.txt"))
            .text("Then so.")
            .repeat()
            .text("Fine.")
            .build());
    terminal.type("one\r");
    terminal.awaitsLast("[c]ancel >");
    terminal.type("r");
    terminal.awaitsLast("why, for the model >");
    terminal.type("use b.txt\r");
    terminal.awaits("denied");
    terminal.awaits("So not.");
    idle();
    assertFalse(Files.exists(folder.resolve("a.txt")));
    terminal.type("more\r");
    terminal.awaits("$ /bin/bash -c 'touch b.txt'");
    terminal.awaitsLast("[c]ancel >");
    assertTrue(said().stream().anyMatch(text -> text.contains("I declined that: use b.txt")));
    terminal.type("a");
    terminal.awaits("stored: every command that begins with these words");
    terminal.type("\u0015touch\r");
    terminal.awaits("Then so.");
    idle();
    assertTrue(Files.exists(folder.resolve("b.txt")));
    Path rules = home.path().resolve("rules/default.rules");
    assertTrue(Files.readString(rules).contains("[\"touch\"]"), Files.readString(rules));
    leave();
  }

  @Test
  void each_new_command_answers() throws Exception {
    Files.writeString(folder.resolve("notes.md"), "remember");
    start(ModelScript.builder().text("# Planned\n\n- so").repeat().text("Fine.").build());
    line("plan it with @notes.md", "• so");
    line("/plan", "the model has not made a plan on this thread");
    line("/status", "permissions  as Codex is configured");
    line("/cost", "of it reasoning), together");
    line("/model", "gpt-5.5");
    line("/effort", "effort: as Codex is configured");
    line("/effort high", "effort: high, from the next turn on");
    line("/approvals maybe", "approvals are untrusted, on-request or never");
    line("/approvals never", "approvals: never, from the next turn on");
    line("/permissions", ":workspace");
    line("/permissions :read-only", "permissions: :read-only, from the next turn on");
    line("go on", "Fine.");
    assertEquals(
        "high",
        model.requests().get(model.requests().size() - 1).body().at("/reasoning/effort").asText());
    line("/mcp", "no MCP server is configured");
    line("/skills", "/skills\n");
    line("/threads", "plan it with");
    line("/export", "say where: /export FILE.md or /export FILE.html");
    line("/export out.md", "the thread is in ");
    assertTrue(Files.readString(folder.resolve("out.md")).contains("## You\n\nplan it"));
    line("/export out.html", "out.html");
    await().until(() -> Files.exists(folder.resolve("out.html")));
    for (String name : List.of("out.md", "out.html")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
    }
    line("!echo my own $((40 + 2))", "my own 42");
    line("/clear", "›");
    terminal.type("/eff\tlow");
    terminal.awaitsLast("› /effort low");
    terminal.type("\u0003@not\t");
    terminal.awaitsLast("› @notes.md");
    terminal.type("\u0003");
    leave();
  }

  @Test
  void a_turn_goes_on_while_another_thread_is_looked_at() throws Exception {
    start(
        ModelScript.builder()
            .when("slow one")
            .reply(Reply.text("slowly ".repeat(60) + "finished").between(Duration.ofMillis(40)))
            .repeat()
            .text("Fine.")
            .build());
    terminal.type("slow one\r");
    terminal.awaits("slowly slowly");
    line("/new", "new thread");
    line("quick one", "Fine.");
    terminal.awaits(": a turn is completed;");
    terminal.type("/resume\r");
    terminal.awaitsLast("Enter chooses; q goes back");
    Matcher row = Pattern.compile("(\\d)\\. slow one").matcher(terminal.shown());
    assertTrue(row.find());
    String number = row.group(1);
    terminal.type(number);
    terminal.awaits("› " + number + ". slow one");
    terminal.type("\r");
    terminal.awaits("finished");
    leave();
  }

  @Test
  void the_approval_of_a_thread_in_the_background_names_its_thread() throws Exception {
    start(
        ModelScript.builder()
            .when("slow one")
            .reply(
                Reply.of(OutputItem.text("slowly ".repeat(60)), escalated("touch a.txt"))
                    .between(Duration.ofMillis(40)))
            .when("slow one")
            .text("So not.")
            .repeat()
            .text("Fine.")
            .build());
    terminal.type("slow one\r");
    terminal.awaits("slowly slowly");
    Matcher thread = Pattern.compile("Thread (\\S+)").matcher(terminal.shown());
    assertTrue(thread.find());
    line("/new", "new thread");
    terminal.awaits("  thread " + thread.group(1) + " asks; /resume goes there\n? run a command");
    terminal.awaitsLast("[c]ancel >");
    terminal.type("d");
    terminal.awaits(": a turn is completed;");
    idle();
    assertFalse(Files.exists(folder.resolve("a.txt")));
    leave();
  }

  @Test
  void an_image_that_a_prompt_names_is_seen_by_the_model() throws Exception {
    Files.write(folder.resolve("dot.png"), Base64.getDecoder().decode(PNG));
    start(ModelScript.builder().repeat().text("Fine.").build());
    line("look at @dot.png", "Fine.");
    String body = model.requests().get(model.requests().size() - 1).body().toString();
    assertTrue(body.contains("data:image/png;base64,"), body);
    leave();
  }

  @Test
  void a_turn_goes_on_when_the_terminal_of_an_attached_chat_is_closed() throws Exception {
    assumeFalse(PinnedCodex.selectedVersion().equals("0.125.0"), "it closes its unix socket");
    try {
      start(
          ModelScript.builder()
              .when("slow one")
              .reply(Reply.text("slowly ".repeat(100) + "finished").between(Duration.ofMillis(40)))
              .repeat()
              .text("Fine.")
              .build(),
          "--attach",
          "auto");
      terminal.type("slow one\r");
      terminal.awaits("slowly slowly");
      Matcher thread = Pattern.compile("Thread (\\S+)").matcher(terminal.shown());
      assertTrue(thread.find());
      end();
      startChat(
          ChatTerminal.pseudo(),
          List.of("--codex-home", home.path().toString()),
          "--attach",
          "auto",
          "--resume",
          thread.group(1));
      terminal.awaits("finished");
      line("and now", "Fine.");
      leave();
    } finally {
      CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
    }
  }
}
