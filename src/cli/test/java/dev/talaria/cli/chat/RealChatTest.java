package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A chat as a person has it, on the real Codex with a scripted model. */
class RealChatTest extends RealChat {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));
  private static final Path SCRIPT = ROOT.resolve("fixtures/scripts/chat.json");

  /** What differs from run to run is not compared. */
  private static String masked(String text) {
    return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("[0-9.]+ (ms|s|min ago)\\b", "TIME")
        // Codex does not keep every time, so that a previous turn may have none.
        .replaceAll("(?m)  TIME$", "")
        // A longer time leaves less room for the command.
        .replaceAll("(?m)^(  ✓ exec .{50}).*$", "$1")
        .replaceAll("Codex [0-9.]+", "Codex")
        .replaceAll("[⠁-⣿]", "*");
  }

  @Test
  void streaming_approvals_a_steer_an_interrupt_and_a_resume_look_as_the_page_says()
      throws Exception {
    StringBuilder seen = new StringBuilder();
    start(ChatTerminal.pseudo(), SCRIPT);
    terminal.type("write a note and mend it\r");
    terminal.awaitsLast("[c]ancel >");
    seen.append(terminal.shown()).append('\n');
    assertFalse(Files.exists(folder.resolve("note.txt")));
    terminal.type("o");
    terminal.awaits("change 2 files");
    terminal.awaitsLast("[c]ancel >");
    terminal.type("o");
    terminal.awaits("limit 12% of 5 h");
    terminal.awaits("done in");
    idle();
    seen.append(terminal.shown()).append('\n');
    assertEquals("one\nthree\n", Files.readString(folder.resolve("note.txt")));

    terminal.type("how many lines has it?\r");
    terminal.awaits("exec /bin/bash -c 'sleep");
    terminal.type("keep it short\r");
    terminal.awaits("↳ steer: keep it short");
    seen.append(terminal.shown()).append('\n');
    terminal.awaits("I keep it short, as you said.");
    idle();

    terminal.type("tell me more\r");
    terminal.awaits("This answer goes on and on and never comes to");
    terminal.type("/compact\r");
    terminal.awaits("/compact is not possible while a turn runs");
    terminal.type("\u0003");
    terminal.awaits("interrupted after");
    idle();
    seen.append(terminal.shown()).append('\n');
    line("/diff", "+three");
    line("/new", "new thread");
    terminal.type("/resume\r");
    terminal.awaitsLast("arrows or a number, Enter chooses; q goes back");
    seen.append(terminal.shown()).append('\n');
    terminal.type("\r");
    terminal.awaits("resumed");
    await().atMost(Duration.ofSeconds(60)).until(() -> count("› tell me more\n  interrupted") == 1);
    for (String shown : List.of("› write a note and mend it\n", "  ↳ steer: keep it short\n")) {
      assertEquals(2, count(shown), terminal.shown());
    }
    assertEquals(2, count("I keep it short, as you said."), terminal.shown());
    line("what do you know?", "I still know of the note.");
    seen.append(terminal.shown()).append('\n');
    leave();
    Files.writeString(ROOT.resolve("src/cli/target/chat-captures.txt"), seen);
    String real = folder.toRealPath().toString();
    List<String> rows = seen.toString().replace(real, "/tmp/notes").lines().toList();
    Path page = ROOT.resolve("docs/chat.md");
    String before = Files.readString(page);
    String after =
        Pattern.compile("(?<=```text\n).*?(?=\n```)", Pattern.DOTALL)
            .matcher(before)
            .replaceAll(block -> Matcher.quoteReplacement(capture(block.group(), rows)));
    if (System.getProperty("talaria.chat.captures") != null) {
      Files.writeString(page, after);
    }
    assertEquals(masked(after), masked(before));
  }

  /** What was seen from the first two lines of a block to its last one. */
  private static String capture(String block, List<String> rows) {
    List<String> seen = masked(String.join("\n", rows)).lines().map(String::stripTrailing).toList();
    List<String> lines = masked(block).lines().map(String::stripTrailing).toList();
    for (int from = 0; from + lines.size() <= rows.size(); from++) {
      if (seen.subList(from, from + 2).equals(lines.subList(0, 2))) {
        List<String> rest = seen.subList(from + 2, rows.size());
        int last = rest.indexOf(lines.get(lines.size() - 1));
        int to = lines.size() == 2 ? from + 2 : from + 3 + last;
        if (lines.size() == 2 || last >= 0) {
          return String.join("\n", rows.subList(from, to));
        }
      }
    }
    return "not seen: " + lines.subList(0, 2) + " to " + lines.get(lines.size() - 1);
  }

  @Test
  void each_command_answers() throws Exception {
    Path host =
        Files.writeString(
            folder.resolve("host.yaml"),
            """
            model:
              openai_runtime: codex_app_server
            tools:
              - name: look
                description: Looks around.
                command: /bin/true
            """);
    start(
        ChatTerminal.pseudo(),
        script("{\"repeat\": true, \"reply\": [{\"text\": \"Fine.\"}]}"),
        "--host-config",
        host.toString(),
        "--permissions",
        ":workspace",
        "--model",
        "gpt-5.5");
    terminal.awaits("Runtime: codex app-server (terminal/file ops/MCP run inside codex)");
    terminal.awaits("gpt-5.5 · :workspace");
    line("/help", "/codex-runtime [..]");
    line("/nonsense now", "there is no command /nonsense; /help lists them");
    line("/resume 7", "there is no thread 7 in the list");
    line("/resume 01a1ff59-0000-7d82-8796-a708b640a0f2", "01a1ff59-0000-7d82-8796-a708b640a0f2");
    line("/diff", "no turn has changed a file since this thread was opened here");
    line("/model", "model: gpt-5.5");
    line("/model gpt-5.5-other", "from the next turn on");
    terminal.awaits("gpt-5.5-other · :workspace");
    line("/tools", "host  look  Looks around.");
    line("hello", "done in");
    line("/compact", "compact the thread");
    line("/codex-runtime", "openai_runtime: codex_app_server");
    line("/codex-runtime off", "openai_runtime: codex_app_server -> auto");
    terminal.awaits("this chat stays on Codex");
    assertTrue(Files.readString(host).contains("openai_runtime: auto"));
    line("/codex-runtime maybe", "Unknown runtime 'maybe'");
    terminal.type("/resume\r");
    terminal.awaits("› 1. hello  (this one)  0 min ago");
    terminal.type("q");
    idle();
    line("/threads", "(this");
    line("/resume 1", "this is already the current thread");
    terminal.type("\u0004");
    assertEquals(0, chat.get(60, TimeUnit.SECONDS));
    assertFalse(terminal.shown().endsWith("›"), terminal.shown());
  }

  @Test
  void ctrl_c_clears_a_line_then_warns_then_leaves() throws Exception {
    start(ChatTerminal.inMemory(), script(""));
    assertFalse(terminal.shown().contains("Runtime:"), terminal.shown());
    terminal.type("half a line");
    terminal.awaitsLast("› half a line");
    terminal.type("\u0003");
    terminal.awaitsLast("\n›");
    terminal.type("\u0003");
    terminal.awaits("Ctrl-C again leaves");
    terminal.type("\u0003");
    assertEquals(0, chat.get(60, TimeUnit.SECONDS));
    assertEquals(before, terminal.attributes());
  }

  @Test
  void ctrl_c_that_interrupts_is_not_the_first_of_two_that_leave() throws Exception {
    start(
        ChatTerminal.pseudo(),
        script("{\"hangAfter\": 4, \"reply\": [{\"text\": \"One two three four.\"}]}"));
    terminal.type("go\r");
    terminal.awaits("One");
    terminal.type("\u0003");
    terminal.awaits("interrupted after");
    idle();
    terminal.type("\u0003");
    terminal.awaits("Ctrl-C again leaves, and so does /quit");
    assertFalse(chat.isDone());
    terminal.type("\u0003");
    assertEquals(0, chat.get(60, TimeUnit.SECONDS));
  }

  @Test
  void a_long_thread_is_shown_from_its_tenth_last_turn_on() throws Exception {
    start(ChatTerminal.pseudo(), script("{\"repeat\": true, \"reply\": [{\"text\": \"Fine.\"}]}"));
    for (int i = 1; i <= 12; i++) {
      terminal.type("turn number " + i + "\r");
      int turns = i;
      await().atMost(Duration.ofSeconds(60)).until(() -> count("done in") == turns);
      idle();
    }
    line("/new", "new thread");
    line("/threads", "1. ");
    line("/resume 1", "(2 earlier turns are not shown)");
    await().atMost(Duration.ofSeconds(60)).until(() -> count("done in") == 22);
    for (int i = 1; i <= 12; i++) {
      assertEquals(i <= 2 ? 1 : 2, count("› turn number " + i + "\n"), terminal.shown());
    }
    leave();
  }

  @Test
  void a_runtime_needs_a_host_and_ctrl_d_leaves_in_the_middle_of_a_turn() throws Exception {
    start(
        ChatTerminal.inMemory(),
        script("{\"hangAfter\": 4, \"reply\": [{\"text\": \"One two three four.\"}]}"));
    line("/codex-runtime on", "start with --host-config FILE");
    terminal.type("go\r");
    terminal.awaits("One");
    terminal.type("\u0004");
    assertEquals(0, chat.get(60, TimeUnit.SECONDS));
    assertEquals(before, terminal.attributes());
    assertFalse(terminal.shown().endsWith("›"), terminal.shown());
  }

  @Test
  void a_terminal_that_goes_away_ends_the_chat_with_its_question() throws Exception {
    start(ChatTerminal.pseudo(), SCRIPT);
    terminal.type("write\r");
    terminal.awaitsLast("[c]ancel >");
    terminal.console.end();
    assertEquals(0, chat.get(60, TimeUnit.SECONDS));
    assertFalse(Files.exists(folder.resolve("note.txt")));
  }

  @Test
  void a_command_that_ends_with_its_thread_is_named() throws Exception {
    start(
        ChatTerminal.pseudo(),
        script(
            "{\"reply\": [{\"call\": \"exec_command\", \"arguments\": {\"cmd\": \"sleep 4949\","
                + " \"login\": false, \"yield_time_ms\": 250}}]},"
                + "{\"repeat\": true, \"reply\": [{\"text\": \"It runs.\"}]}"));
    line("go", "It runs.");
    line("/new", "ended with its thread: /bin/bash -c 'sleep 4949'");
    terminal.awaits("new thread");
    leave();
  }

  @Test
  void a_failed_turn_is_told_and_the_chat_goes_on() throws Exception {
    start(
        ChatTerminal.pseudo(),
        script(
            "{\"error\": {\"status\": 401, \"body\": {\"error\": {\"message\": \"no key\"}}}},"
                + "{\"reply\": [{\"text\": \"Now.\"}]}"));
    line("one", "failed after");
    line("two", "Now.");
    leave();
  }

  @Test
  void a_script_that_is_none_is_misuse() throws Exception {
    Path none = Files.writeString(folder.resolve("none.json"), "# no script");
    for (Path script : List.of(none, folder.resolve("missing.json"))) {
      try (ChatTerminal other = ChatTerminal.pseudo()) {
        ChatCommand command = new ChatCommand();
        new CommandLine(command).parseArgs("--scripted", script.toString());
        String said =
            assertThrows(IllegalArgumentException.class, () -> command.call(other.console))
                .getMessage();
        assertTrue(said.contains(script.getFileName().toString()), said);
      }
    }
  }

  @Test
  void the_prompt_is_there_while_codex_hangs_and_a_second_ctrl_c_leaves() throws Exception {
    start(
        ChatTerminal.inMemory(),
        script("{\"hangAfter\": 4, \"reply\": [{\"text\": \"One two three four.\"}]}"));
    terminal.type("go\r");
    terminal.awaits("One");
    List<ProcessHandle> codex =
        ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/codex"))
            .toList();
    assertFalse(codex.isEmpty());
    signal("-STOP", codex);
    try {
      long pressed = System.nanoTime();
      terminal.type("\u0003");
      terminal.awaits("interrupting");
      terminal.type("typed while it hangs");
      await()
          .pollInterval(Duration.ofMillis(5))
          .until(() -> terminal.shown().endsWith("› typed while it hangs"));
      long back = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed);
      System.out.println("the prompt was back after " + back + " ms, while Codex hangs");
      terminal.type("\u0003");
      assertEquals(0, chat.get(60, TimeUnit.SECONDS));
      assertEquals(before, terminal.attributes());
    } finally {
      signal("-CONT", codex);
    }
  }

  private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle each : processes) {
      new ProcessBuilder("kill", signal, Long.toString(each.pid())).start().waitFor();
    }
  }
}
