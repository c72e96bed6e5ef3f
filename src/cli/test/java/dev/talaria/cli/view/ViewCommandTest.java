package dev.talaria.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewCommandTest {

  private static final Path RECORDING =
      Path.of(System.getProperty("talaria.root"), "fixtures/recordings/0.169.0/plain-turn.jsonl");

  @TempDir Path folder;

  private CommandRun view(Path file, Path html) {
    return CommandRun.of("view", file.toString(), "--html", html.toString());
  }

  @Test
  void a_recording_becomes_a_page() throws IOException {
    Path html = folder.resolve("page.html");
    CommandRun run = view(RECORDING, html);
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().matches("view: \\d+ items, \\d+ KB in .*page.html\n"), run.err());
    assertTrue(Files.readString(html).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void what_cannot_be_read_is_named_and_the_rest_is_shown() throws IOException {
    Path torn = folder.resolve("torn.jsonl");
    Files.writeString(torn, Files.readString(RECORDING) + "{\"t\":1.0,\"dir\":");
    CommandRun run = view(torn, folder.resolve("page.html"));
    assertEquals(1, run.exit());
    assertTrue(run.err().startsWith("view: skipped line "), run.err());
    assertTrue(Files.exists(folder.resolve("page.html")));
  }

  @Test
  void a_wrong_command_line_writes_nothing() throws IOException {
    Path html = folder.resolve("page.html");
    assertEquals(2, view(folder.resolve("none.jsonl"), html).exit());
    assertEquals(2, view(RECORDING, folder).exit());
    assertEquals(2, CommandRun.of("view", RECORDING.toString()).exit());
    assertEquals(2, CommandRun.of("view", "--html", html.toString()).exit());
    Path copy = Files.copy(RECORDING, folder.resolve("copy.jsonl"));
    assertEquals(2, view(copy, copy).exit());
    assertFalse(Files.exists(html));
  }
}
