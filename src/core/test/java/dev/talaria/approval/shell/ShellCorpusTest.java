package dev.talaria.approval.shell;

import static dev.talaria.approval.shell.ShellCorpus.denies;
import static dev.talaria.approval.shell.ShellCorpus.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts of the corpus: as they are written down, and as real shells bear them out. */
class ShellCorpusTest {

  @TempDir Path folder;

  @Test
  void every_verdict_is_as_written() {
    List<String> wrong = new ArrayList<>();
    for (ShellCorpus text : ShellCorpus.TEXTS) {
      String line = line("/bin/bash", text.text());
      ShellScript script = ShellScript.of(text.text());
      check(wrong, text, "rm", denies(line, "rm") ? "deny" : "pass");
      check(wrong, text, "push", denies(line, "git", "push") ? "deny" : "pass");
      check(wrong, text, "known", script.sure() ? "yes" : "no");
      check(wrong, text, "plain", ShellScript.plain(text.text()).isPresent() ? "yes" : "no");
      if (!programs(text.text()).equals(text.programs())) {
        wrong.add("programs " + programs(text.text()) + ": " + text);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(ShellCorpus.TEXTS.size() >= 600, () -> "only " + ShellCorpus.TEXTS.size());
  }

  private static void check(List<String> wrong, ShellCorpus text, String key, String found) {
    if (!text.is(key, found)) {
      wrong.add(key + "=" + found + ": " + text);
    }
  }

  @Test
  void a_text_that_is_not_known_is_allowed_by_no_rule() {
    for (ShellCorpus text : ShellCorpus.TEXTS) {
      if (text.is("known", "no") || text.is("rm", "deny")) {
        ApprovalPolicy policy =
            ApprovalPolicy.allow(ApprovalMatch.not(ApprovalMatch.commandPrefix("rm")));
        assertTrue(
            policy.rule(Questions.command(line("/bin/bash", text.text()))).decision().isEmpty(),
            text::text);
      }
    }
  }

  /** What the stand-in for rm logs is what a shell has run, whatever we think of its text. */
  @Test
  void what_runs_rm_in_a_real_shell_is_denied() throws Exception {
    Path programs = programs();
    List<String> bypasses = new ArrayList<>();
    List<String> harmless = new ArrayList<>();
    for (String shell : List.of("bash", "sh", "dash", "zsh")) {
      Path program = onPath(shell);
      if (program == null || shell.equals("dash") && Files.isSameFile(program, onPath("sh"))) {
        continue;
      }
      for (ShellCorpus text : ShellCorpus.TEXTS) {
        if (text.is("rm", "pass") && !text.text().contains("rm")) {
          continue;
        }
        boolean ran = runsRm(program, programs, text.text());
        if (ran && !denies(line(program.toString(), text.text()), "rm")) {
          bypasses.add(shell + ": " + text);
        }
        // A shell may be gone before what it leaves in the background has begun: tried twice.
        if (shell.equals("bash")
            && text.is("runs", "yes")
            && available(text, programs)
            && !ran
            && !runsRm(program, programs, text.text())) {
          harmless.add(text.text());
        }
      }
    }
    assertEquals(List.of(), bypasses);
    assertEquals(List.of(), harmless);
  }

  private static final List<String> TOOLS =
      List.of(
          ("sh bash env xargs find timeout nice ionice nohup setsid stdbuf flock taskset chrt cat"
                  + " echo printf true false sed awk base64 chmod test ls seq sort head tail wc tr"
                  + " date script")
              .split(" "));

  private static boolean available(ShellCorpus text, Path programs) {
    return TOOLS.stream()
        .filter(tool -> !Files.exists(programs.resolve(tool)))
        .noneMatch(tool -> text.text().contains(tool));
  }

  private Path programs() throws IOException {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    program(programs, "rm", "echo ran >> '" + folder.resolve("ran") + "'");
    for (String tool : TOOLS) {
      Path real = onPath(tool);
      if (real != null) {
        program(programs, tool, "exec '" + real + "' \"$@\"");
      }
    }
    return programs;
  }

  private static void program(Path folder, String name, String script) throws IOException {
    Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String program) {
    for (String path : System.getenv("PATH").split(":")) {
      Path found = Path.of(path, program);
      if (Files.isExecutable(found)) {
        return found;
      }
    }
    return null;
  }

  private boolean runsRm(Path shell, Path programs, String text) throws Exception {
    Path log = folder.resolve("ran");
    Files.deleteIfExists(log);
    Path workspace = Files.createTempDirectory(folder, "ws");
    ProcessBuilder builder =
        new ProcessBuilder(shell.toString(), "-c", text)
            .directory(workspace.toFile())
            .redirectInput(new java.io.File("/dev/null"))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("HOME", workspace.toString());
    Process process = builder.start();
    // The end of the output is the end of what runs in the background, too.
    process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), text);
    return Files.exists(log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "$(",
        "`",
        "<<",
        "<<E\n",
        "'",
        "\"",
        "\"$(",
        "${",
        "${x:-",
        "((",
        "$((",
        "[[ ",
        "a[",
        "{ ",
        "case a in (",
        "if ",
        "echo $(",
        "\\",
        "\\\n",
        "<(",
        "a=(",
        "$'",
        "#",
        "env ",
        "eval ",
        "xargs ",
        "nsenter ",
        "find -exec ",
        "sudo -Z ",
        "a ",
        "a;",
        "a\n",
        "[",
        "a[0",
        "e /1 e",
        "print |",
        "!",
        "f() ",
        "cat <<A <<B\n",
        "git -x ",
        "x[`",
        "{a,",
        "\\`"
      })
  void a_hostile_text_is_read_soon_and_without_deep_recursion(String piece) {
    String longest = piece.repeat(ShellScript.LONGEST / piece.length());
    // Work that grows faster than the text would take minutes; this takes a second at most.
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String text :
              List.of(longest, "eval '" + longest.substring(10), "bash -c " + longest)) {
            ShellScript.of(text);
            ShellScript.typed(text);
            ShellScript.plain(text);
            denies(line("bash", text), "rm");
          }
        });
  }

  @Test
  void a_text_that_is_too_long_is_denied_and_never_allowed() {
    String text = "echo " + "x".repeat(ShellScript.LONGEST);
    assertTrue(denies(line("bash", text), "rm"));
    assertFalse(denies(line("bash", text.substring(0, 1000)), "rm"));
    ApprovalPolicy echo = ApprovalPolicy.allow(ApprovalMatch.commandPrefix("echo"));
    assertTrue(echo.rule(Questions.command(line("bash", text))).decision().isEmpty());
    assertTrue(
        echo.rule(Questions.command(line("bash", text.substring(0, 1000)))).decision().isPresent());
  }

  @Property(tries = 2000)
  void a_command_is_denied_wherever_it_stands(@ForAll("scripts") String script) {
    assertTrue(denies(line("bash", script), "rm"), script);
  }

  /** Scripts around {@code rm}: each step puts one into another. */
  @Provide
  Arbitrary<String> scripts() {
    Arbitrary<String> before =
        Arbitraries.of(
            "",
            "# don't\n",
            "echo \"it's\"; ",
            "echo $'it\\'s' && ",
            "cat <<E\nit's\nE\n",
            "cat <<'E'\n$(don't\nE\n",
            "cat <<-\\E\n\t`\n\tE\n",
            ">&2 ",
            "2>&1 ",
            "A='b c' ",
            "a[0]=1 ",
            "a=(b 'c)'); ",
            "case a in 'b)') echo;; esac; ",
            "[[ a =~ ^(b|c)$ ]] || ",
            "echo ${x:-'}'} | ",
            "time -p ",
            "! ",
            "echo a#b & ");
    Arbitrary<String> around =
        Arbitraries.of(
            "%s",
            "(%s\n)",
            "{ %s\n}",
            "if a; then %s\nfi",
            "for i in 1 2; do %s\ndone",
            "while a; do %s\ndone <<< \"it's\"",
            "case a in\n(a) %s\n;; esac",
            "f() { %s\n}; f",
            "echo \"$(%s\n)\"",
            "echo $(%s\n) 'a'",
            "cat <<E\n$(%s\n)\nE",
            "cat <(%s\n)",
            "a=$(%s\n) b",
            "x=\"${y:-$(%s\n)}\"",
            "echo $((1 + $(%s\n)))",
            "coproc { %s\n}");
    Arbitrary<String> rm =
        Arbitraries.of(
            "rm x",
            "/bin/rm x",
            "r\\m x",
            "'rm' x",
            "$'\\x72m' x",
            "\"r\"m",
            "rm\\\n x",
            "sudo -u me rm x",
            "timeout -k 1 5 /bin/rm x",
            "xargs -n1 rm",
            "env -i A=1 rm x");
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            depth ->
                around
                    .list()
                    .ofSize(depth)
                    .flatMap(
                        outer ->
                            before
                                .list()
                                .ofSize(depth)
                                .flatMap(lead -> rm.map(core -> nested(outer, lead, core)))));
  }

  private static String nested(List<String> outer, List<String> lead, String core) {
    String script = core;
    for (int step = 0; step < outer.size(); step++) {
      script = outer.get(step).replace("%s", lead.get(step) + script);
    }
    return script;
  }

  /** The words in command position that are not made at run time. */
  private static List<String> programs(String text) {
    return ShellScript.of(text).commands().stream()
        .map(command -> command.words().get(0))
        .filter(ShellWord::known)
        .map(ShellWord::head)
        .toList();
  }
}
