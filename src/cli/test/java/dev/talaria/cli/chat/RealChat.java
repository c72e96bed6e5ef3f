package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A chat on the real Codex with a scripted model, and somebody at its terminal. */
@Timeout(120)
abstract class RealChat {

  @TempDir Path folder;

  ChatTerminal terminal;
  String before;
  CompletableFuture<Integer> chat;

  void start(ChatTerminal on, Path script, String... more) throws Exception {
    startChat(on, List.of("--scripted", script.toString()), more);
  }

  void startChat(ChatTerminal on, List<String> model, String... more) throws Exception {
    terminal = on;
    before = on.attributes();
    List<String> line =
        new ArrayList<>(
            List.of(
                "--codex",
                PinnedCodex.selected().executable().toString(),
                "--cwd",
                folder.toRealPath().toString()));
    line.addAll(model);
    line.addAll(List.of(more));
    ChatCommand command = new ChatCommand();
    new CommandLine(command).parseArgs(line.toArray(String[]::new));
    chat =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return command.call(terminal.console);
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            });
    idle();
  }

  Path script(String steps) throws Exception {
    return Files.writeString(folder.resolve("script.json"), "{\"steps\": [" + steps + "]}");
  }

  @AfterEach
  void end() {
    if (terminal != null) {
      terminal.console.end();
      await().atMost(Duration.ofSeconds(60)).until(chat::isDone);
      terminal.close();
    }
  }

  /** Waits until the chat takes a prompt. */
  void idle() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> chat.isDone() ? "ended with " + chat.join() : terminal.shown(), RealChat::isIdle);
  }

  /**
   * Whether a screen has an input line and nothing that runs in the rows above it. A terminal may
   * keep such rows further up, where its window changed its size.
   */
  static boolean isIdle(String shown) {
    List<String> rows = shown.lines().toList();
    return shown.endsWith("\n›")
        && rows.subList(Math.max(0, rows.size() - 8), rows.size()).stream()
            .noneMatch(row -> row.matches("  [⠁-⣿].*"));
  }

  void line(String text, String answer) {
    terminal.type(text + "\r");
    terminal.awaits(answer);
    idle();
  }

  void leave() throws Exception {
    terminal.type("/quit\r");
    assertEquals(0, chat.get(60, TimeUnit.SECONDS));
  }

  int count(String text) {
    return terminal.shown().split(Pattern.quote(text), -1).length - 1;
  }
}
