package dev.talaria.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys at a terminal in memory, and the lines that come of them. */
@Timeout(30)
class LineEditorTest {

  @TempDir Path folder;

  private final ChatTerminal terminal = ChatTerminal.inMemory();
  private InputHistory history = InputHistory.unkept();
  private LineEditor editor = new LineEditor(terminal.screen, history);

  @AfterEach
  void end() {
    terminal.close();
  }

  /** Types, and takes keys as a chat does until a line comes or nothing is left. */
  private List<String> lines(String keys) throws InterruptedException, IOException {
    List<String> lines = new ArrayList<>();
    try (Screen.Keys taken = terminal.screen.keys()) {
      terminal.type(keys);
      int key = terminal.screen.poll(1000);
      while (key != Screen.NONE) {
        var line = editor.key(key);
        if (line.isPresent()) {
          lines.add(line.get());
          history.add(line.get());
        }
        key = terminal.screen.poll(50);
      }
      assertTrue(taken != null);
    }
    return lines;
  }

  @Test
  void a_line_is_edited_in_its_middle() throws Exception {
    assertEquals(List.of("hello world!"), lines("helo\u001b[Dl\u001b[F world!\r"));
    assertEquals(List.of("xab"), lines("abc\u001b[D\u001b[3~\u001b[Hx\r"));
    assertEquals(List.of("one "), lines("one two\u0017\r"));
    assertEquals(List.of("ef"), lines("abcd\u0015ef\r"));
    assertEquals(List.of("ab"), lines("abcd\u001bOD\u001b[D\u000b\r"));
    assertEquals(List.of("a😀"), lines("a宽\u007f😀\r"));
  }

  @Test
  void a_character_that_is_made_of_many_is_kept_whole() throws Exception {
    String family = "👨\u200d👩\u200d👧";
    String heart = "❤\ufe0f";
    assertEquals(List.of(family + heart + "e\u0301"), lines(family + heart + "e\u0301\r"));
    assertEquals(List.of("ab"), lines("a\u200d\u202eb\r"));
  }

  @Test
  void keys_that_mean_nothing_type_nothing() throws Exception {
    assertEquals(List.of("ab"), lines("a\u001b[15~\u0000\u001b[1;5Cb\r"));
  }

  @Test
  void lines_that_are_pasted_together_are_one() throws Exception {
    assertEquals(List.of("one\ntwo\n\nthree"), lines("one\rtwo\r\rthree\r"));
  }

  @Test
  void lines_of_before_come_back() throws Exception {
    lines("first\r");
    lines("second\r");
    assertEquals(List.of("first"), lines("\u001b[A\u001b[A\u001b[A\r"));
    assertEquals(List.of("new"), lines("\u001b[A\u001b[Bnew\r"));
  }

  @Test
  void a_long_line_is_shown_around_its_cursor() throws Exception {
    lines("0123456789".repeat(10));
    assertEquals("› " + "0123456789".repeat(10).substring(83), editor.row(20));
    assertEquals(19, editor.column(20));
    lines("\u0001");
    assertEquals("› 01234567890123456", editor.row(20));
    assertEquals(2, editor.column(20));
    editor.set("宽\n宽");
    assertEquals("› 宽⏎宽", editor.row(20));
  }

  @Test
  void the_history_is_for_its_owner_alone_and_holds_no_secret() throws Exception {
    Path file = folder.resolve("state/talaria/chat-history");
    history = InputHistory.in(file);
    editor = new LineEditor(terminal.screen, history);
    lines("use sk-abcdefghijkl\r");
    lines("a\rb \\n c\r");
    lines("a\rb \\n c\r");
    String kept = Files.readString(file);
    assertEquals("use [redacted]\na\\nb \\\\n c\n", kept);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("a\nb \\n c", InputHistory.in(file).back(1).orElseThrow());
    assertFalse(InputHistory.in(file).back(3).isPresent());
  }

  @Test
  void a_history_of_others_bytes_and_of_too_many_lines_is_taken() throws Exception {
    Path file = folder.resolve("history");
    Files.write(file, new byte[] {(byte) 0xff, '\n'});
    assertTrue(InputHistory.in(file).back(1).isPresent());
    Files.writeString(file, "x\n".repeat(1500) + "last\n");
    assertEquals("last", InputHistory.in(file).back(1).orElseThrow());
    assertEquals(1000, Files.readAllLines(file).size());
  }

  @Test
  void the_place_of_the_history_is_the_folder_for_states() {
    assertEquals(
        Path.of("/s/talaria/chat-history"), InputHistory.place(Map.of("XDG_STATE_HOME", "/s")));
    assertTrue(
        InputHistory.place(Map.of("XDG_STATE_HOME", "relative"))
            .endsWith(".local/state/talaria/chat-history"));
  }
}
