package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys at a terminal in memory, and the lines that come of them. */
@Timeout(60)
class ChatInputTest {

  private static final String PASTE = "\u001b[200~";
  private static final String PASTE_END = "\u001b[201~";

  @TempDir Path folder;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private ChatTerminal terminal;
  private CompletableFuture<Void> reading;

  private void open() {
    terminal = ChatTerminal.pseudo();
  }

  private void begin() {
    Console console = terminal.console;
    reading =
        CompletableFuture.runAsync(
            () ->
                console.run(
                    new Console.Mode() {
                      @Override
                      public String prompt() {
                        return "status\n" + ChatView.MARK;
                      }

                      @Override
                      public void line(String text) {
                        lines.add(text);
                        ChatHistory.add(console, text);
                      }

                      @Override
                      public void interrupt() {
                        console.input("");
                      }

                      @Override
                      public void end(String why) {
                        console.leave();
                      }
                    }));
    terminal.awaitsLast("\n›");
  }

  @AfterEach
  void end() {
    terminal.console.end();
    reading.join();
    terminal.close();
  }

  /** The line that comes of some keys and Enter. */
  private String line(String keys) {
    if (terminal == null) {
      open();
      begin();
    }
    int before = lines.size();
    terminal.type(keys + "\r");
    await().alias(keys).until(() -> lines.size() > before);
    return lines.get(before);
  }

  @Test
  void a_line_is_edited_as_readline_edits() {
    assertEquals("hello world!", line("helo\u001b[Dl\u001b[F world!"));
    assertEquals("xab", line("abc\u001b[D\u001b[3~\u001b[Hx"));
    assertEquals("one ", line("one two\u0017"));
    assertEquals("one two", line("one two\u0017\u0019"));
    assertEquals("ef", line("abcd\u0015ef"));
    assertEquals("ab", line("abcd\u001bOD\u001b[D\u000b"));
    assertEquals("a😀", line("a宽\u007f😀"));
    assertEquals("ab", line("a\u0000b"));
    assertEquals("plain !! $(x) \\n \"quotes", line("plain !! $(x) \\n \"quotes"));
  }

  @Test
  void a_character_that_is_made_of_many_is_kept_whole() {
    String family = "👨\u200d👩\u200d👧";
    String heart = "❤\ufe0f";
    assertEquals(family + heart + "e\u0301", line(family + heart + "e\u0301"));
    assertEquals("ab", line("a\u200d\u202eb"));
  }

  @Test
  void more_lines_are_begun_by_alt_enter_a_backslash_and_an_open_block_of_code() {
    assertEquals("one\ntwo", line("one\u001b\rtwo"));
    assertEquals("one\ntwo", line("one\\\rtwo"));
    assertEquals("```\ncode\n```", line("```\rcode\r```"));
  }

  @Test
  void a_paste_is_one_piece_whose_lines_do_not_send_it() {
    assertEquals("one\ntwo\n\nthree!", line(PASTE + "one\rtwo\r\rthree" + PASTE_END + "!"));
    String text = "宽字符 👍🏽 line\n".repeat(2000);
    terminal.type("see " + PASTE + text.replace('\n', '\r') + PASTE_END + " and");
    terminal.awaitsLast("› see [2000 lines pasted] and");
    assertEquals("see " + text + " and", line(""));
    String hidden = "a\u202eb\u001b[2J";
    terminal.type(PASTE + hidden + PASTE_END);
    terminal.awaitsLast("› [7 characters pasted]");
    assertEquals(hidden, line(""));
  }

  @Test
  void a_folded_paste_is_deleted_by_one_key_and_unfolded_by_one() {
    String text = "x\n".repeat(9) + "end";
    assertEquals("ab", line("a" + PASTE + text + PASTE_END + "\u007fb"));
    terminal.type(PASTE + text + PASTE_END + "\u0014");
    terminal.awaitsLast("end");
    assertEquals(text, line(""));
    assertEquals(text + text, line(PASTE + text + PASTE_END + PASTE + text + PASTE_END));
  }

  @Test
  void what_is_above_grows_while_a_line_is_typed() {
    line("first");
    terminal.type("half a ");
    for (int i = 0; i < 100; i++) {
      int number = i;
      terminal.console.post(() -> terminal.console.above("row " + number));
      if (i % 10 == 0) {
        terminal.type("l");
      }
    }
    terminal.awaits("row 99\nstatus\n› half a llllllllll");
    assertEquals("half a llllllllll", line(""));
  }

  @Test
  void the_history_is_of_a_folder_for_its_owner_alone_and_holds_no_secret() throws Exception {
    Path file = folder.resolve("state/talaria/chat-history/ws");
    open();
    ChatHistory.keep(terminal.console, file);
    begin();
    line("use sk-abcdefghijkl");
    line("a\u001b\rb \\n c");
    line("a\u001b\rb \\n c");
    assertEquals("use [redacted]\na\\nb \\\\n c\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("a\nb \\n c", line("\u001b[A"));
    assertEquals("use [redacted]", line("\u0012redac"));
    assertEquals("new", line("\u001b[A\u001b[Bnew"));
  }

  @Test
  void a_history_of_others_bytes_is_taken() throws IOException {
    Path file = folder.resolve("history");
    Files.write(file, new byte[] {'l', 'a', 's', 't', (byte) 0xff, '\n'});
    open();
    ChatHistory.keep(terminal.console, file);
    begin();
    assertEquals("last\ufffd", line("\u001b[A"));
  }

  @Test
  void the_place_of_the_history_is_the_folder_for_states() {
    line("x");
    Path mine = ChatHistory.place(Map.of("XDG_STATE_HOME", "/s"), Path.of("/home/me/a b"));
    assertTrue(mine.toString().startsWith("/s/talaria/chat-history/a_b-"), mine.toString());
    Path other = ChatHistory.place(Map.of("XDG_STATE_HOME", "relative"), Path.of("/x/a b"));
    assertTrue(other.toString().contains(".local/state/talaria/chat-history/a_b-"));
    assertFalse(mine.getFileName().equals(other.getFileName()));
  }

  @Test
  void the_end_of_all_keys_ends_the_reading() throws Exception {
    line("x");
    terminal.console.end();
    reading.get(20, java.util.concurrent.TimeUnit.SECONDS);
  }
}
