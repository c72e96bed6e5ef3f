package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.cli.TalariaJvm;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chat as a process of its own, started by a shell on a pseudo-terminal: that of {@code script}
 * of util-linux; where there is none, or no bash, the tests say so.
 */
@Timeout(180)
class RealTerminalChatTest {

  @TempDir Path folder;

  private Process terminal;
  private OutputStream keyboard;
  private Path output;

  @BeforeEach
  void open() throws Exception {
    for (String program : List.of("script", "bash")) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(":"))
              .anyMatch(entry -> Files.isExecutable(Path.of(entry, program))),
          program + " is not installed here");
    }
    output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder("script", "-q", "-c", "bash --norc -i", "/dev/null");
    builder.environment().put("TALARIA_CACHE", PinnedCodex.defaultCache().toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("HOME", folder.toString());
    terminal = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    keyboard = terminal.getOutputStream();
    type("PS1='shell$ '; stty rows 24 cols 80\r");
  }

  @AfterEach
  void end() {
    if (terminal != null) {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  private String shown() throws IOException {
    ScreenTerminal emulator = new ScreenTerminal(80, 500);
    String written = Files.readString(output).replace("\r\n", "\n");
    emulator.write(written.replace("\n", "\r\n"));
    return emulator
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private void awaits(String text) {
    await()
        .alias(text)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(this::shown, shown -> shown.contains(text));
  }

  private void awaitsLast(String text) {
    await()
        .alias(text)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(this::shown, shown -> shown.endsWith(text));
  }

  /** Waits until no turn runs: until then Ctrl-C interrupts. */
  private void idle() {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(this::shown, RealChat::isIdle);
  }

  private void chat(String steps) throws IOException {
    Path script = Files.writeString(folder.resolve("script.json"), "{\"steps\": [" + steps + "]}");
    chat("", "--scripted", script.toString());
  }

  /**
   * @param environment stands before the command
   */
  private void chat(String environment, String option, String value) throws IOException {
    List<String> command = TalariaJvm.command("chat", option, value, "--cwd", folder.toString());
    Path start = folder.resolve("start.sh");
    Files.writeString(
        start,
        command.stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "exec ", "\n")));
    int before = Files.readString(output).length();
    long begun = System.nanoTime();
    type(environment + "sh " + start + "\r");
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.readString(output).indexOf("›", before) > 0);
    long prompt = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    awaits("/help lists the commands");
    long ready = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    System.out.println(
        "first prompt after " + prompt + " ms, Codex's thread after " + ready + " ms");
  }

  @Test
  void a_paste_that_comes_slowly_is_one_prompt() throws Exception {
    chat(
        "{\"when\": \"line 29 of the paste\\\\nand its end\", \"reply\": [{\"text\": \"Whole.\"}]},"
            + "{\"repeat\": true, \"reply\": [{\"text\": \"Part.\"}]}");
    type("\u001b[200~");
    for (int i = 0; i < 30; i++) {
      // A line that is as slow as this is what is tested.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      type("line " + i + " of the paste\r");
    }
    type("and its end\u001b[201~");
    awaitsLast("› [31 lines pasted]");
    type("\r");
    awaits("Whole.");
    type("/quit\r");
    awaitsLast("shell$");
    assertEquals(-1, shown().indexOf("Part."), shown());
  }

  @Test
  void half_a_megabyte_is_shown_at_once() throws Exception {
    chat("{\"when\": \"the last one\", \"reply\": [{\"text\": \"Whole.\"}]}");
    String text = ("宽字符 " + "x".repeat(230) + " 👍🏽\r").repeat(2000) + "the last one";
    long begun = System.nanoTime();
    type("\u001b[200~" + text + "\u001b[201~ and \u001b[200~more\u001b[201~");
    awaitsLast("› [2001 lines pasted] and more");
    long shown = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    System.out.println("a paste of 500 KB was shown after " + shown + " ms");
    type("\r");
    awaits("Whole.");
    type("/quit\r");
    awaitsLast("shell$");
  }

  @Test
  void a_large_paste_is_shown_at_once_while_text_streams_and_reaches_the_model_as_it_is()
      throws Exception {
    String text = ("宽字符 " + "x".repeat(230) + " 👍🏽 e\u0301\n").repeat(2000) + "the last one";
    try (ScriptedModel model =
            ScriptedModel.start(
                ModelScript.builder()
                    .reply(Reply.text("line\n\n".repeat(1500)).between(Duration.ofMillis(10)))
                    .repeat()
                    .text("Whole.")
                    .build());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String environment =
          home.environment().entrySet().stream()
              .map(each -> each.getKey() + "='" + each.getValue() + "' ")
              .collect(Collectors.joining());
      chat(environment, "--codex-home", home.path().toString());
      type("go\r");
      awaits("line\n\nline");
      long begun = System.nanoTime();
      type("\u001b[200~" + text.replace('\n', '\r') + "\u001b[201~");
      await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(output).contains("lines pasted]"));
      long shown = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      System.out.println("a paste of 500 KB under a stream was shown after " + shown + " ms");
      type("\u0001see: \r");
      awaits("done in");
      awaits("Whole.");
      String body = model.requests().get(model.requests().size() - 1).json();
      String sent = WireJson.mapper().writeValueAsString("see: " + text);
      assertTrue(body.contains(sent), "the text is another one");
      type("/quit\r");
      awaitsLast("shell$");
    }
  }

  @Test
  void a_dumb_terminal_has_plain_lines_and_its_questions_are_answered_by_lines() throws Exception {
    chat(
        "TERM=dumb ",
        "--scripted",
        Files.writeString(folder.resolve("script.json"), "{\"steps\": [" + ASKS + "]}").toString());
    int before = Files.readString(output).length();
    type("one\r");
    awaits("**Bold** one.");
    type("```\rtwo\r```\r");
    awaits("[c]ancel > ".stripTrailing());
    type("d\r");
    awaits("So not.");
    type("/quit\r");
    awaitsLast("shell$");
    String written = Files.readString(output);
    // Behind it is the shell's own.
    String plain = written.substring(before, written.lastIndexOf("/quit"));
    assertTrue(plain.indexOf('\u001b') < 0, plain);
  }

  @Test
  void through_a_pipe_each_line_is_a_prompt_and_the_end_declines_and_leaves() throws Exception {
    Path script = Files.writeString(folder.resolve("script.json"), "{\"steps\": [" + ASKS + "]}");
    ProcessBuilder builder =
        new ProcessBuilder(
            TalariaJvm.command(
                "chat", "--scripted", script.toString(), "--cwd", folder.toString()));
    builder.environment().put("TALARIA_CACHE", PinnedCodex.defaultCache().toString());
    builder.environment().put("HOME", folder.toString());
    Process pipe = builder.redirectErrorStream(true).start();
    try (OutputStream in = pipe.getOutputStream()) {
      in.write("one\ntwo \\\nmore\n".getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(pipe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, pipe.waitFor(), said);
    assertTrue(said.contains("\n› one\n**Bold** one.\n  done in "), said);
    assertTrue(said.contains("\n› two\nmore\n"), said);
    assertTrue(said.contains("denied (end of input)") && said.contains("\nSo not.\n"), said);
    assertTrue(said.indexOf('\u001b') < 0 && !Files.exists(folder.resolve("a.txt")), said);
  }

  private static final String ASKS =
      "{\"reply\": [{\"text\": \"**Bold** one.\"}]}, {\"reply\": [{\"call\": \"exec_command\","
          + " \"arguments\": {\"cmd\": \"touch a.txt\", \"login\": false, \"sandbox_permissions\":"
          + " \"require_escalated\", \"justification\": \"to try\"}}]},"
          + "{\"reply\": [{\"text\": \"So not.\"}]}";

  @Test
  void a_chat_that_others_stop_or_whose_window_changes_goes_on() throws Exception {
    chat(
        "{\"betweenMs\": 10, \"reply\": [{\"text\": \""
            + "word ".repeat(400)
            + "the end\"}]},{\"repeat\": true, \"reply\": [{\"text\": \"Here.\"}]}");
    type("go\r");
    awaits("word word");
    new ProcessBuilder("sh", "-c", "stty rows 24 cols 60 < /proc/" + java().pid() + "/fd/0")
        .start()
        .waitFor();
    new ProcessBuilder("kill", "-TSTP", Long.toString(java().pid())).start().waitFor();
    awaits("Stopped");
    type("fg\r");
    awaits("the end");
    awaits("done in");
    idle();
    type("and now\r");
    awaits("Here.");
    type("/quit\r");
    awaitsLast("shell$");
  }

  private ProcessHandle java() {
    return terminal
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ctrl_c_clears_a_line_interrupts_a_turn_and_leaves_at_the_second_press() throws Exception {
    chat(
        "{\"hangAfter\": 4, \"reply\": [{\"text\": \"One two three four.\"}]},"
            + "{\"repeat\": true, \"reply\": [{\"text\": \"Here.\"}]}");
    type("half a line");
    awaitsLast("› half a line");
    type("\u0003");
    awaitsLast("\n›");
    type("go\r");
    awaits("One");
    type("\u0003");
    awaits("interrupted after");
    idle();
    type("/\t");
    awaits("/permissions");
    type("\u0003");
    awaitsLast("\n›");
    type("and now\r");
    awaits("done in");
    idle();
    type("\u0003");
    // The whole note: that of the interrupt is still on the screen, and two signals at once are
    // one.
    awaits("Ctrl-C again leaves, and so does /quit");
    type("\u0003");
    awaitsLast("shell$");
  }

  @Test
  void a_chat_is_suspended_and_goes_on_and_leaves_the_terminal_as_it_was() throws Exception {
    type("cd " + folder + "; stty -g > before\r");
    await().until(() -> Files.exists(folder.resolve("before")));
    chat("{\"repeat\": true, \"reply\": [{\"text\": \"Here.\"}]}");
    type("half a \u001a");
    awaits("Stopped");
    type("stty -a; echo shell is $((40 + 2))\r");
    awaits("shell is 42");
    assertTrue(shown().contains(" icanon ") && shown().contains(" echo "), shown());
    type("fg\r");
    awaitsLast("› half a");
    type("line\r");
    awaits("› half a line\nHere.");
    awaits("done in");
    type("/quit\r");
    awaitsLast("shell$");
    type("stty -g > after\r");
    Path after = folder.resolve("after");
    await().until(() -> Files.exists(after) && Files.size(after) > 0);
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    Files.readString(folder.resolve("before")).split(":")[3],
                    Files.readString(after).split(":")[3]));
    String written = Files.readString(output);
    assertTrue(written.lastIndexOf("\u001b[?2004l") > 0, "bracketed paste is off");
  }

  @Test
  void a_signal_leaves_the_terminal_as_it_was() throws Exception {
    for (String signal : List.of("-TERM", "-HUP")) {
      chat("");
      ProcessHandle java = java();
      new ProcessBuilder("kill", signal, Long.toString(java.pid())).start().waitFor();
      await().atMost(Duration.ofSeconds(60)).until(() -> !java.isAlive());
      type("stty -a; echo shell is $((40 + 2))\r");
      awaits("shell is 42");
      String state = shown().substring(shown().lastIndexOf("stty -a"));
      assertTrue(state.contains("isig icanon"), state);
      type("clear\r");
    }
  }
}
