package dev.talaria.approval.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.Questions;
import dev.talaria.approval.policy.ApprovalPart;
import dev.talaria.approval.policy.CommandMatch;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a command line, and what is given up on. */
class ShellWordsTest {

  @Property(tries = 500)
  void split_is_the_reverse_of_join(@ForAll("words") List<String> words) {
    assertEquals(Optional.of(words), ShellWords.split(ShellWords.join(words)));
  }

  @Provide
  Arbitrary<List<String>> words() {
    Arbitrary<String> word =
        Arbitraries.strings().withChars("ab'\"\\$`!#~*?(){}[]<>|&;= \t\n\r%é").ofMaxLength(8);
    return Arbitraries.oneOf(word, Arbitraries.strings().excludeChars('\0').ofMaxLength(8))
        .list()
        .ofMaxSize(6);
  }

  @Property(tries = 500)
  void a_guess_sees_every_command_that_is_understood(@ForAll("scripts") String script) {
    List<List<String>> guessed =
        ShellScript.of(script).commands().stream()
            .map(command -> command.words().stream().map(ShellWord::head).toList())
            .toList();
    ShellScript.plain(script)
        .ifPresent(
            commands ->
                commands.forEach(
                    words -> assertTrue(guessed.contains(words), () -> script + " -> " + guessed)));
  }

  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.of("ok", "rm", " ", " ", "&&", "||", "|", ";", "\n", "'a b'", "\"c d\"", "x")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void a_guess_never_fails(@ForAll String text) {
    ShellScript.of(text);
    ShellScript.of("bash -c " + text);
    ShellScript.typed(text);
  }

  @Test
  void the_quoting_of_codex_is_read() {
    assertEquals(
        Optional.of(List.of("/bin/bash", "-lc", "printf 'a\\n' > f")),
        ShellWords.split("/bin/bash -lc \"printf 'a\\\\n' > f\""));
    assertEquals(
        Optional.of(List.of("/bin/bash", "-lc", "echo \"$HOME\" 'x'")),
        ShellWords.split("/bin/bash -lc \"echo \\\"\\$HOME\\\" 'x'\""));
    assertEquals(Optional.of(List.of()), ShellWords.split("  "));
  }

  @Test
  void simple_commands_are_read() {
    assertEquals(
        Optional.of(List.of(List.of("git", "status"), List.of("ls", "a b"), List.of("wc", "-l"))),
        ShellScript.plain("git status && ls 'a b' | wc -l;"));
    assertEquals(
        Optional.of(List.of(List.of("a"), List.of("b", "; rm"))),
        ShellScript.plain("\na\n\nb \"; rm\"\n"));
    assertEquals(Optional.of(List.of(List.of("a"), List.of("b"))), ShellScript.plain("a ||\n b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok $(rm x)",
        "ok `rm x`",
        "ok \"$(rm x)\"",
        "ok $x",
        "ok \"$x\"",
        "ok > f",
        "ok < f",
        "ok <<E\nE",
        "ok *",
        "ok ?",
        "ok [a]",
        "ok {a,b}",
        "ok ~",
        "ok #c",
        "#",
        "(ok)",
        "{ ok; }",
        "ok & rm",
        "ok &",
        "ok |& rm",
        "ok &&& rm",
        "A=1 ok",
        "A+=1",
        "ok && A=1 ok",
        "if ok",
        "! ok",
        "time ok",
        "for x in a",
        "ok; do rm",
        "ok \\\n rm",
        "ok \\; rm",
        "ok \"a\\b\"",
        "ok 'a",
        "ok \"a",
        "ok &&",
        "ok |",
        "&& ok",
        "; ok",
        "ok ;; ok",
        "ok;;",
        "",
        " ",
        "\n",
        ";",
        "ok =rm",
        "%1",
        "- rm",
        "noglob rm",
        "ok \r rm",
        "ok\0",
        "ok é",
        "ok !x",
        "ok ^",
        "ok \u00a0x",
        "ok $'a'",
        "ok 2>&1",
        "[[ a ]]"
      })
  void everything_else_is_not_understood(String script) {
    assertEquals(Optional.empty(), ShellScript.plain(script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf x",
        "/bin/rm x",
        "ok; rm x",
        "ok && rm x",
        "ok | rm",
        "ok & rm x",
        "$(rm x)",
        "ok \"$(rm x)\"",
        "ok `rm x`",
        "ok \"`rm x`\"",
        "ok \"a $(ok \"b $(rm x)\")\"",
        "(rm x)",
        "{ rm x; }",
        "if ok; then rm x; fi",
        "while ok; do rm x; done",
        "! rm x",
        "A=1 rm x",
        "A='\n' rm x",
        "A=1 B='c d' rm x",
        "> f rm x",
        "2>f rm x",
        "sudo rm x",
        "sudo -u me /bin/rm x",
        "env A=1 rm x",
        "env -S 'rm x'",
        "command rm x",
        "xargs -0 rm",
        "ok | xargs rm",
        "bash -c 'rm x'",
        "/bin/bash -lc 'ok; rm x'",
        "bash -c \"sh -c 'rm x'\"",
        "eval 'rm x'",
        "eval \"r\"'m' x",
        "r\\m x",
        "'rm' x",
        "r''m x",
        "$'rm' x",
        "find . -exec rm {} ;",
        "timeout 5 rm x",
        "ok <(rm x)",
        "ok >(rm x)",
        "bash <<E\nrm x\nE",
        "nohup rm x &",
        "ok \\\nrm; rm x",
        "/tmp/evil/bash -lc 'rm x'",
        "write_stdin --session-id 3 'rm x\n'",
        "\"rm\"\tx",
        "ok $(ok) && rm x"
      })
  void a_forbidden_command_is_seen_in_much_that_may_run_it(String script) {
    assertTrue(CommandMatch.ofPrefix(List.of("rm")).touches().test(part(script)), script);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok rm",
        "echo 'rm x'",
        "echo \"rm; rm\"",
        "git commit -m 'rm x'",
        "rmdir x",
        "ok -rm",
        "ok $(ok) rm"
      })
  void a_forbidden_command_is_not_seen_where_it_is_a_mere_word(String script) {
    assertFalse(CommandMatch.ofPrefix(List.of("rm")).touches().test(part(script)), script);
  }

  private static ApprovalPart part(String script) {
    return new ApprovalPart(
        Questions.command(script), ApprovalPart.Sort.SCRIPT, List.of(), "", ShellScript.of(script));
  }
}
