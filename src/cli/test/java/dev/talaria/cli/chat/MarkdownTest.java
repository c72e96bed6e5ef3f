package dev.talaria.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Markdown;
import dev.talaria.cli.terminal.MarkdownStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Markdown as a terminal shows it. */
@Timeout(30)
class MarkdownTest {

  private static final String ALL =
      """
      # A *title*

      Words with **weight**, `code` and [a link](https://example.com/) that go on
      until a row is full and one more is begun, 宽字符宽字符宽字符宽字符 and 👍🏽 too.

      - one
      - two
        1. inner
        2. inner
      - three is longer than the others and has to be wrapped below its own beginning
        ```sh
        make  # all
        ```

      5. five

      6. six

      | left | right | much text |
      |:--|--:|---|
      | a | 1 | short |
      | 宽 | 22 | one two three four five six seven eight nine ten eleven twelve |

      ```java
      class A { // "no"
        int x = 42;
      ```

      > quoted
      > text

      ---
      ![logo](logo.png) <b>html</b>

      <div>
      a block
      </div>

      Under a line
      ------------

          indented
            code

          in two parts

      ```diff
      -old
      +new
      ```
      """;

  private final ChatTerminal terminal = ChatTerminal.inMemory();

  @AfterEach
  void end() {
    terminal.close();
  }

  private static String plain(List<String> rows) {
    return String.join("\n", rows).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  @Test
  void each_element_has_its_look() {
    assertEquals(
        """
        # A title

        Words with weight, code and a link (https://example.com/) that go on
        until a row is full and one more is begun, 宽字符宽字符宽字符宽字符 and 👍🏽
        too.

        • one
        • two
          1. inner
          2. inner
        • three is longer than the others and has to be wrapped below its own beginning
            make  # all

        5. five

        6. six

        left │ right │ much text
        ─────┼───────┼───────────────────────────────────────────────────────────────
        a    │     1 │ short
        宽   │    22 │ one two three four five six seven eight nine ten eleven twelve
        """
            .stripTrailing(),
        plain(Markdown.rows(ALL.substring(0, ALL.indexOf("\n```java")), terminal.console)));
  }

  @Test
  void a_text_that_comes_in_pieces_looks_as_the_whole_does() {
    for (int columns : List.of(60, 80, 200)) {
      terminal.columns(columns);
      String whole = plain(Markdown.rows(ALL, terminal.console));
      for (int seed = 0; seed < 20; seed++) {
        Random random = new Random(seed);
        MarkdownStream stream = new MarkdownStream(terminal.console);
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < ALL.length(); ) {
          int to = Math.min(ALL.length(), from + 1 + random.nextInt(40));
          stream.add(ALL.substring(from, to));
          from = to;
          if (random.nextBoolean()) {
            rows.addAll(stream.settled());
          }
        }
        rows.addAll(stream.end());
        assertEquals(whole, plain(rows), "seed " + seed);
      }
    }
  }

  @Test
  void no_row_is_wider_than_the_terminal() {
    for (int columns : List.of(24, 60, 80, 200)) {
      terminal.columns(columns);
      String text = ALL + "\n\n" + "x".repeat(500) + "\n\n" + "宽".repeat(300);
      for (String row : Markdown.rows(text, terminal.console)) {
        assertTrue(Columns.of(plain(List.of(row))) <= columns, row);
      }
    }
  }

  @Test
  void code_may_hold_a_long_text() {
    String code = "x = \"" + "ab\\n".repeat(20_000) + "\"";
    for (String language : List.of("", "js", "py", "sql", "html", "text")) {
      String rows =
          plain(Markdown.rows("```" + language + "\n" + code + "\n```", terminal.console));
      assertEquals(code, rows.replace("\n  ", "").strip(), language);
    }
  }

  @Test
  void comments_begin_as_the_language_has_them() {
    assertEquals(List.of("# all // too"), faint("sh", "make ${x#y} # all // too"));
    assertEquals(List.of("# no"), faint("Python", "s = \"\"\"a # b\n// c\"\"\" # no"));
    assertEquals(List.of("#print(x)"), faint("py", "#print(x)\ny = 1"));
    assertEquals(List.of("# c"), faint("sh", "echo \"a \\\n # b\" # c"));
    assertEquals(List.of("// red"), faint("scss", "a { color: #ff0000 } // red"));
    assertEquals(List.of("/* 1 */"), faint("c", "#include <a.h>\n/* 1 */ i--; -- i"));
    assertEquals(List.of("-- 'no"), faint("sql", "SELECT '-- a' # 1\n-- 'no\nFROM t"));
    assertEquals(List.of("<!-- b -->"), faint("html", "<a href=#x>//c</a> <!-- b -->"));
    assertEquals(List.of("// a", "# b"), faint("", "x // a\ny # b"));
    assertEquals(List.of(), faint("text", "x // a\ny # b"));
  }

  /** What of the code is shown as a comment. */
  private List<String> faint(String language, String code) {
    String rows =
        String.join(
            "\n", Markdown.rows("```" + language + "\n" + code + "\n```", terminal.console));
    return Pattern.compile("\u001b\\[(?:\\d+;)*2m([^\u001b]*)")
        .matcher(rows)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void nothing_in_it_steers_the_terminal() {
    String evil =
        "\u001b[2J &#27;[2J `\u001b]0;x\u0007` [l\u001b](<\u001b[H>) \u202e\n\n    \u001b[H\n";
    String rows = String.join("\n", Markdown.rows(evil, terminal.console));
    String left = rows.replaceAll("\u001b\\[[0-9;]*m", "");
    assertFalse(left.contains("\u001b") || left.contains("\u202e"), left);
    assertTrue(left.contains("\\u001b[2J \\u001b[2J"), left);
  }

  @Test
  void what_is_complete_leaves_early_and_what_is_long_in_parts() {
    MarkdownStream stream = new MarkdownStream(terminal.console);
    stream.add("one\n\ntwo");
    assertEquals("one", plain(stream.settled()));
    assertEquals("\ntwo", plain(stream.open()));
    stream.add("\n\n```\n" + "line\n".repeat(100));
    assertEquals(100, stream.settled().stream().filter(row -> row.contains("line")).count());
    stream.add("line\n```\n\n" + "word ".repeat(10_000));
    stream.settled();
    assertTrue(stream.open().size() < 120, () -> stream.open().size() + " rows");
  }

  @Test
  void without_colours_the_marks_stay() throws Exception {
    try (ChatTerminal dumb = ChatTerminal.inMemory("dumb")) {
      assertEquals(
          "**a** *b* `c`", String.join("\n", Markdown.rows("**a** *b* `c`", dumb.console)));
    }
  }
}
