package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.transcript.Message;
import dev.talaria.transcript.ToolCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTextTest {

  private static final int WIDTH = 80;

  @Test
  void a_short_conversation_reads_as_a_table() {
    StringBuilder out = new StringBuilder();
    TranscriptText text = new TranscriptText(out, 60, false);
    text.heading();
    text.message(new Message.User("Fix the test"));
    text.message(call("exec_command", "{\"command\": \"ls\", \"cwd\": \"/w\"}", "I look first"));
    text.message(new Message.Tool("c", "a.txt\nb.txt\n"));
    text.message(new Message.Assistant("Done: the test was wrong, not the code.", List.of(), ""));

    assertEquals(
        """
        role       content
        ---------- -------------------------------------------------
        user       Fix the test
        reasoning  I look first
        assistant  -> exec_command {"command": "ls", "cwd": "/w"}
        tool         a.txt
                     b.txt
        assistant  Done: the test was wrong, not the code.
        """,
        out.toString());
  }

  @Test
  void what_the_model_said_is_wrapped_in_full() {
    String said = "word ".repeat(200).strip() + "\n\n" + "x".repeat(200);
    String out = render(new Message.Assistant(said, List.of(), ""));

    assertTrue(out.lines().allMatch(line -> line.length() <= WIDTH), out);
    assertEquals(
        said.replaceAll("\\s", ""), out.replaceFirst("assistant", "").replaceAll("\\s", ""));
  }

  @Test
  void a_long_result_is_cut_with_a_mark() {
    String manyLines = render(new Message.Tool("c", "line\n".repeat(500)));
    String oneLine = render(new Message.Tool("c", "x".repeat(2500)));

    assertEquals(13, manyLines.lines().count());
    assertTrue(manyLines.endsWith("  [cut: 2,500 characters in all]\n"), manyLines);
    assertEquals(13, oneLine.lines().count());
    assertTrue(oneLine.endsWith("  [cut: 2,500 characters in all]\n"), oneLine);
    assertTrue(oneLine.lines().allMatch(line -> line.length() <= WIDTH), oneLine);
  }

  @Test
  void a_result_that_just_fits_has_no_mark() {
    assertFalse(render(new Message.Tool("c", "line\n".repeat(12))).contains("[cut"));
    assertTrue(render(new Message.Tool("c", "line\n".repeat(13))).contains("[cut"));
  }

  @Test
  void long_arguments_are_cut_to_one_line() {
    String out = render(call("t", "{\"a\": \"" + "😀".repeat(5000) + "\"}", ""));

    assertEquals(1, out.lines().count());
    assertEquals(WIDTH, out.strip().codePointCount(0, out.strip().length()));
    assertTrue(out.endsWith("😀...\n"), out);
  }

  @Test
  void nothing_that_steers_a_terminal_passes() {
    String evil = "a\u001b[2Jb\u0007c\u009bd\re\u202ef\u2028g\ud800h\u007fi\tj\r\nk";
    Message[] rows = {
      new Message.User(evil), new Message.Tool("c", evil), call("t\u001b]0;x\u0007", evil, evil)
    };
    for (Message row : rows) {
      String out = render(row);
      assertTrue(out.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), out);
      assertTrue(out.contains("\\u001b"), out);
    }
    assertEquals(
        "user       a\\u001b[2Jb\\u0007c\\u009bd\\re\\u202ef\\u2028g\\ud800h\\u007fi    j\n"
            + "           k\n",
        render(new Message.User(evil)).replace("\\u000d", "\\r"));
  }

  @Test
  void colours_dim_the_reasoning_and_only_when_they_are_on() {
    Message row = new Message.Assistant("yes", List.of(), "think");
    StringBuilder out = new StringBuilder();
    new TranscriptText(out, WIDTH, true).message(row);

    assertTrue(out.toString().contains("\u001b[2mthink\u001b[0m"), out.toString());
    assertFalse(render(row).contains("\u001b"));
  }

  @Test
  void secrets_are_masked() {
    String out = render(new Message.Tool("c", "key sk-abcdefghijklmnop and more"));

    assertEquals("tool         key [redacted] and more\n", out);
  }

  @Test
  void code_points_are_never_split() {
    String out = render(new Message.User("😀".repeat(300)));

    assertFalse(out.contains("\\ud83d"));
    assertEquals(300, out.codePoints().filter(c -> c == 0x1f600).count());
  }

  @Test
  void empty_messages_still_have_their_role() {
    assertEquals("user\n", render(new Message.User("")));
    assertEquals("assistant\n", render(new Message.Assistant("", List.of(), "")));
    assertEquals("tool         \n", render(new Message.Tool("c", "")));
  }

  @Test
  void a_failing_target_is_reported() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int length) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    TranscriptText text = new TranscriptText(broken, WIDTH, false);
    assertThrows(UncheckedIOException.class, () -> text.message(new Message.User("x")));
  }

  private static Message call(String name, String arguments, String reasoning) {
    return new Message.Assistant("", List.of(new ToolCall("c", name, arguments)), reasoning);
  }

  private static String render(Message message) {
    StringBuilder out = new StringBuilder();
    new TranscriptText(out, WIDTH, false).message(message);
    return out.toString();
  }
}
