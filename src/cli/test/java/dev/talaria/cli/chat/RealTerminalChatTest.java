package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.cli.TalariaJvm;
import dev.talaria.fixtures.PinnedCodex;
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

  private void chat(String steps) throws IOException {
    Path script = Files.writeString(folder.resolve("script.json"), "{\"steps\": [" + steps + "]}");
    List<String> command =
        TalariaJvm.command("chat", "--scripted", script.toString(), "--cwd", folder.toString());
    Path start = folder.resolve("start.sh");
    Files.writeString(
        start,
        command.stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "exec ", "\n")));
    int before = Files.readString(output).length();
    long begun = System.nanoTime();
    type("sh " + start + "\r");
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
    await().until(() -> Files.exists(folder.resolve("after")));
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    Files.readString(folder.resolve("before")).split(":")[3],
                    Files.readString(folder.resolve("after")).split(":")[3]));
    String written = Files.readString(output);
    assertTrue(written.lastIndexOf("\u001b[?2004l") > 0, "bracketed paste is off");
  }

  @Test
  void a_signal_leaves_the_terminal_as_it_was() throws Exception {
    for (String signal : List.of("-TERM", "-HUP")) {
      chat("");
      ProcessHandle java =
          terminal
              .descendants()
              .filter(each -> each.info().command().orElse("").endsWith("/java"))
              .findFirst()
              .orElseThrow();
      new ProcessBuilder("kill", signal, Long.toString(java.pid())).start().waitFor();
      await().atMost(Duration.ofSeconds(30)).until(() -> !java.isAlive());
      type("stty -a; echo shell is $((40 + 2))\r");
      awaits("shell is 42");
      String state = shown().substring(shown().lastIndexOf("stty -a"));
      assertTrue(state.contains("isig icanon"), state);
      type("clear\r");
    }
  }
}
