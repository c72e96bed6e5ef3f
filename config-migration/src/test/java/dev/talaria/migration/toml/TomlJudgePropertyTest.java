package dev.talaria.migration.toml;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.MigrationException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.TomlTable;

/** A document that is plain by inspection is TOML by tomlj's judgement, too. */
class TomlJudgePropertyTest {

  private static final List<String> LINES =
      List.of(
          "[projects.\"/home/user/p\"]",
          "[projects.'/home/user/p'] # a comment",
          "[ projects . b ]",
          "[projects]",
          "[projects.b.c.d]",
          "[[projects.e]]",
          "b = 1",
          "b.c = 1",
          "c = \"x\"",
          "\"c\" = 'x'\t# \u00e9",
          "d = true",
          "e = -17",
          "e = 017",
          "f = 1.5e3",
          "g = 1979-05-27T07:32:00Z",
          "h = [1, [\"a\", 'b',], { x = [ ] }]",
          "i = { a = 1, \"b c\" = \"x\", d = false }",
          "i = { a = 1, a = 2 }",
          "j = \"a\\nb\"",
          "k = \"\"\"long\"\"\"",
          "l = ''",
          "m = [",
          "]",
          "# \ud83d\ude00",
          "",
          "  \t ");

  private static final String CHARACTERS = "[]{}\"'=.,#\\\t \r\n\u0001\u007fa1-+_\ud800e";

  private static int plain;
  private static int valid;

  @AfterContainer
  static void many_were_plain() {
    System.out.printf("of %d valid documents %d are plain by inspection%n", valid, plain);
    assertTrue(plain > 1000, "plain: " + plain);
    assertTrue(valid > plain, "valid: " + valid);
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void what_is_plain_is_valid(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder document = new StringBuilder();
    for (int line = random.nextInt(8); line >= 0; line--) {
      document.append(LINES.get(random.nextInt(LINES.size())));
      document.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
    }
    for (int change = random.nextInt(6) - 3; change > 0; change--) {
      int at = random.nextInt(document.length());
      if (random.nextBoolean()) {
        document.deleteCharAt(at);
      } else {
        document.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      if (document.isEmpty()) {
        return;
      }
    }
    check(document.toString());
  }

  private static boolean isPlain(String document, List<TomlStatement> statements) {
    return new TomlJudge("x", document, statements).judged().isEmpty();
  }

  private static void check(String document) {
    boolean isPlain;
    List<TomlStatement> statements = List.of();
    try {
      statements = TomlScan.of(document, "x");
      isPlain = isPlain(document, statements);
    } catch (MigrationException noStatements) {
      isPlain = false;
    }
    Optional<TomlTable> parsed = TomljJudgement.of(document);
    valid += parsed.isPresent() ? 1 : 0;
    if (isPlain) {
      plain++;
      assertTrue(parsed.isPresent(), document);
      statements.stream()
          .filter(TomlStatement::isKeyValue)
          .forEach(
              key -> assertNotNull(parsed.get().get(key.path()), () -> key + " in\n" + document));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1\na = 2\n",
        "a = 1\n[a]\n",
        "[a]\nb = 1\n[a.b]\n",
        "[a]\n[a]\n",
        "[a.b]\n[a]\nb = 1\n",
        "[a]\n\"b\" = 1\nb = 2\n",
        "[a]\nb = { c = 1, 'c' = 2 }\n",
        "a = 01\n",
        "a = truefalse\n",
        "a = 1 2\n",
        "a = \"x\ty\" z\n",
        "a = \"\u0001\"\n",
        "# \u0001\n",
        "a = [1 2]\n",
        "a = [,]\n",
        "a = 99999999999999999999\n",
        "[a.]\n",
        "a = \"\"\"\"\n"
      })
  void what_is_not_toml_is_not_plain(String document) {
    assertTrue(TomljJudgement.of(document).isEmpty(), document);
    check(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[projects.\"/home/user/p\"]\ntrust_level = \"trusted\" # why\n",
        "\n# a comment\r\nx = [\"-y\", 'b', 3, [true], {a = -1}]\r\n",
        "[a.b]\nc = 1\n[a]\nd = 1\n[e]",
        "[projects.'C:\\Users\\x']\ntrust_level = 'trusted'\n"
      })
  void what_people_write_is_plain(String document) {
    assertTrue(isPlain(document, TomlScan.of(document, "x")), document);
    check(document);
  }
}
