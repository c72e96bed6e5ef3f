package dev.talaria.approval.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.Questions;
import dev.talaria.approval.policy.ApprovalPart;
import dev.talaria.approval.policy.CommandMatch;
import dev.talaria.approval.policy.PartMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is understood of a script is what a real shell runs, and nothing besides. */
class ShellTruthTest {

  private static final int SCRIPTS = 250;
  private static final String[] PIECES = {
    "ok",
    "ok ",
    "evil",
    " ",
    " ",
    "\t",
    "\n",
    ";",
    "&&",
    "||",
    "|",
    "&",
    "'",
    "\"",
    "\\",
    "$",
    "$(evil)",
    "`evil`",
    "(",
    ")",
    "{",
    "}",
    "<",
    ">",
    "*",
    "?",
    "~",
    "#",
    "!",
    "=",
    "A=1 ",
    "%",
    "-x",
    "a b",
    "'a b'",
    "\"a;evil\"",
    "'$(evil)'",
    "\"$(evil)\"",
    "\"`evil`\"",
    "\"$PATH\"",
    "\\\n",
    "'a\\'",
    "if ",
    "do ",
    ":",
    ",",
    "..",
    "[",
    "]",
    "^"
  };

  @TempDir Path folder;
  private Path programs;
  private Path calls;
  private Path workspace;

  @BeforeEach
  void programs() throws IOException {
    programs = Files.createDirectory(folder.resolve("bin"));
    workspace = Files.createDirectory(folder.resolve("ws"));
    calls = folder.resolve("calls");
    for (String name : List.of("ok", "evil")) {
      Path program = programs.resolve(name);
      Files.writeString(
          program,
          "#!/bin/bash\ns=${0##*/}\nfor a; do s+=$'\\x1f'$a; done\n"
              + "printf '%s\\x1e' \"$s\" >> '"
              + calls
              + "'\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void a_script_that_an_allowed_prefix_covers_runs_nothing_else() throws Exception {
    Random random = new Random(20261121);
    PartMatch match = CommandMatch.ofPrefix(List.of("ok"));
    int covered = 0;
    for (int attempt = 0; attempt < 400_000 && covered < SCRIPTS; attempt++) {
      StringBuilder script = new StringBuilder("ok");
      for (int piece = random.nextInt(9); piece >= 0; piece--) {
        script.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String line =
          ShellWords.join(
              List.of(attempt % 2 == 0 ? "/bin/bash" : "/bin/sh", "-c", script.toString()));
      if (script.toString().equals("ok ")
          || !ApprovalPart.of(Questions.command(line)).stream().allMatch(match.covers())) {
        continue;
      }
      covered++;
      check(line, script.toString());
    }
    assertEquals(SCRIPTS, covered);
  }

  private void check(String line, String script) throws Exception {
    List<List<String>> understood = ShellScript.understood(line).orElseThrow();
    List<List<String>> ran = run(ShellWords.split(line).orElseThrow());
    assertTrue(!ran.isEmpty(), () -> "nothing ran: " + script);
    assertTrue(understood.containsAll(ran), () -> script + "\nread " + understood + "\nran " + ran);
    try (var files = Files.list(workspace)) {
      assertEquals(0, files.count(), () -> "a file was made: " + script);
    }
  }

  private List<List<String>> run(List<String> words) throws Exception {
    Files.deleteIfExists(calls);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    List<List<String>> ran = new ArrayList<>();
    String log = Files.exists(calls) ? Files.readString(calls, StandardCharsets.UTF_8) : "";
    for (String call : log.split("\u001e")) {
      if (!call.isEmpty()) {
        ran.add(List.of(call.split("\u001f", -1)));
      }
    }
    return ran;
  }

  @Test
  void the_words_of_a_line_are_those_that_a_shell_hands_over() throws Exception {
    for (List<String> words :
        List.of(
            List.of("ok", "a'b", "c\"d", "e\\f", "$x", "`y`", "", " ", "\n", "*", "~", "!#;&|<>"),
            List.of("ok", "-n", "é", "\t"))) {
      String line = ShellWords.join(words);
      assertEquals(List.of(words), run(List.of("/bin/bash", "-c", line)));
      assertEquals(Optional.of(words), ShellWords.split(line));
    }
  }
}
