package dev.talaria.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.shell.ShellWords;
import dev.talaria.protocol.PatchChange;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown for approval is what runs: masking hides values, never structure. */
class ShownCommandTest {

  private static String shown(String script) {
    return shown(
        Questions.command(
            script, ShellWords.split(script).orElse(List.of()).toArray(String[]::new)));
  }

  private static String shown(ApprovalRequest request) {
    return String.join("\n", ApprovalText.lines(request));
  }

  /** As Codex asks about a script. */
  private static String codexLine(String script) {
    return ShellWords.join(List.of("/bin/bash", "-lc", script));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '~',
      value = {
        "echo '-----BEGIN PRIVATE KEY-----' >/dev/null\\ntouch pwned1; curl x | sh % touch pwned1; curl x | sh",
        "echo '-----BEGIN RSA PRIVATE KEY-----'\\nrm -rf x\\necho '-----END RSA PRIVATE KEY-----' % rm -rf x",
        "token=$(touch${IFS}pwned2) make test % $(touch${IFS}pwned2)",
        "token=abc'$(rm x)' make % $(rm x)",
        "token=abcd'$(rm x)' make % $(rm x)",
        "token=abcd`rm x` make % `rm x`",
        "token=abcd<(rm) make % <(rm)",
        "curl -H \"Authorization: Bearer $(cat x)\" % $(cat x)",
        "curl -H \"Authorization: $(cat x)\" % $(cat x)",
        "curl -H \"Authorization: Bearer abcdefgh$(cat x)\" % $(cat x)",
        "echo bearer abcdefgh$(cat x) % $(cat x)",
        "curl https://u:$(rm${IFS}x)@h % $(rm${IFS}x)",
        "curl https://u:`rm`@h % `rm`",
        "password=a;rm x % ;rm x",
        "password=abcdef;rm x % ;rm x",
        "password=abcdef&rm x % &rm x",
        "password=abcdef|rm x % |rm x",
        "password=abcdef\\nrm x % rm x",
        "token= rmdir x % rmdir x",
        "token=\\nrmdir x % rmdir x",
        "secret: \\nrmdir x % rmdir x",
        "authorization=Bearer rmdir x % rmdir x",
        "> token: rmdir x % rmdir x",
        "sudo -u bearer rmdirs x % rmdirs x",
        "sk-rmdirs x % sk-rmdirs x",
        "./password=rmdirs x % ./password=rmdirs x",
        "xargs ghp_rmdirs1 % ghp_rmdirs1",
        "https://u:rmdirs@h/x y % https://u:rmdirs@h/x y",
        "token=./rmdirs; $token % token=./rmdirs; $token",
        "alias token=rmdirs\\ntoken % token=rmdirs",
        "token=\u00e4\u00f6\u00fc\u00df\u00e4;rm x % ;rm x",
        "token=abcdef\u001b;rm x % \\u001b;rm x",
        "token=abcdef\u00a0rmdirs % \u00a0rmdirs",
        "token=abcd\\\\\\nrm x % rm x"
      })
  void structure_is_shown(String script, String seen) {
    String text = script.replace("\\n", "\n");
    assertTrue(shown(text).contains(seen), shown(text));
    String quoted = shown(codexLine(text)).replace("'\\''", "'");
    assertTrue(quoted.contains(seen), quoted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '~',
      value = {
        "TOKEN=hunter2hunter22 make % TOKEN=[15 characters masked] make",
        "env TOKEN=hunter2 make % env TOKEN=[7 characters masked] make",
        "mysql --password=hunter2 x % mysql --password=[7 characters masked] x",
        "sudo mysql --password=hunter2 x % sudo mysql --password=[7 characters masked] x",
        "curl -H 'Authorization: Bearer hunter2hunter2' x % 'Authorization: Bearer [14 characters masked]' x",
        "sudo curl -H 'Authorization: Bearer hunter2hunter2' x % 'Authorization: Bearer [14 characters masked]' x",
        "curl -H 'authorization: hunter2' x % 'authorization: [7 characters masked]' x",
        "git clone https://me:hunter2@h/x % git clone https://me:[7 characters masked]@h/x",
        "timeout 9 git clone https://me:hunter2@h/x % git clone https://me:[7 characters masked]@h/x",
        "docker login -p ghp_hunter2hunter2 % docker login -p [18 characters masked]",
        "echo '{\"api_key\": \"hunter2\"}' % \"api_key\": \"[7 characters masked]\"",
        "echo 'password = \"hunter2\"' >> x.toml % password = \"[7 characters masked]\"",
        "token=h\u00fcnter2 make % token=[7 characters masked] make",
      })
  void a_value_is_masked_and_counted(String script, String seen) {
    assertTrue(shown(script).contains(seen), shown(script));
    String quoted = shown(codexLine(script)).replace("'\\''", "'");
    assertTrue(quoted.contains(seen), quoted);
    assertFalse(quoted.contains("hunter2") || shown(script).contains("hunter2"), quoted);
  }

  @Test
  void a_patch_between_the_marks_of_a_private_key_is_shown() {
    PatchChange change =
        new PatchChange(
            Questions.json(
                "{\"path\":\"/ws/build.sh\",\"kind\":{\"type\":\"update\"},\"diff\":"
                    + "\"@@ -1 +1,4 @@\\n a\\n+# -----BEGIN PRIVATE KEY-----\\n+curl x | sh\\n"
                    + "+token=$(rm x)\\n+# -----END PRIVATE KEY-----\\n\"}"));
    ApprovalRequest request =
        new ApprovalRequest.FileChange(
            Questions.origin("item/fileChange/requestApproval"),
            List.of(change),
            "",
            "",
            Questions.json("{}"));
    assertEquals(
        List.of(
            "change 1 file: 1 update",
            "  update /ws/build.sh",
            "    @@ -1 +1,4 @@",
            "     a",
            "    +# -----BEGIN PRIVATE KEY-----",
            "    +curl x | sh",
            "    +token=$(rm x)",
            "    +# -----END PRIVATE KEY-----"),
        ApprovalText.lines(request));
  }

  private static final Pattern MARK = Pattern.compile("@([0-9])");

  /** Names that programs may have, some like secrets. */
  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.of(
        "touch",
        "/bin/rm",
        "./x",
        "sk-evilprogram",
        "ghp_evilprogram",
        "AKIAEVILEVILEVILEVIL",
        "glpat-evilprogram1",
        "eyJevilevil.evilevil.evil",
        "password:",
        "bearer",
        "Bearer",
        "authorization:",
        "./token=evilprogram");
  }

  /** Scripts in which "@" and a digit stand where a shell looks for a program. */
  @Provide
  Arbitrary<String> scripts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "@1 a b",
            "@2",
            "token=$(@3 a) @1",
            "token=`@3` @1 q",
            "token=abcdef'$(cat x)' @1",
            "TOKEN=hunter2hunter2 @1 --password=hunter2hunter2",
            "password= @1 q",
            "password=abcdef @1 q",
            "secret=\n@1 q",
            "authorization=Bearer @1 q",
            "> bearer @1 q",
            "2>token: @1 q",
            "<authorization: @1 q",
            "echo '-----BEGIN PRIVATE KEY-----'\n@1 q",
            "echo '-----END PRIVATE KEY-----' | @1",
            "curl -H \"Authorization: Bearer $(@1 q)\" y",
            "curl -H 'Authorization: Bearer hunter2hunter2' y && @2",
            "curl \"https://u:$(@1 q)@h\" || @2",
            "curl https://u:hunter2@h; @2",
            "git -c http.extraheader='Authorization: Basic abcdefgh' fetch & @2",
            "if @1; then @2; fi",
            "while ! @1 secret=abcdef; do @2; done",
            "(@1; @2)",
            "{ @1; }",
            "diff <(@1) <(@2 token=abcdef)",
            "xargs @1 password: abcdef",
            "find . -exec @1 bearer abcdefgh ;",
            "# it's\n@1 token=abcdef\n# it's\n:",
            "bash -c '@1 token=abcdef; @2'");
    Arbitrary<String> between = Arbitraries.of("; ", "\n", " && ", " | ", " & ", " ; ");
    return Combinators.combine(piece, between, piece, between, piece)
        .as((a, b, c, d, e) -> a + b + c + d + e);
  }

  @Property(tries = 2000)
  void words_in_command_position_are_visible(
      @ForAll("scripts") String form,
      @ForAll("programs") String one,
      @ForAll("programs") String two,
      @ForAll("programs") String three) {
    List<String> programs = List.of(one, two, three);
    Matcher marks = MARK.matcher(form);
    String script =
        marks.replaceAll(
            mark -> Matcher.quoteReplacement(programs.get(Integer.parseInt(mark.group(1)) - 1)));
    String masked = "\\[[0-9]+ characters? masked]";
    for (String line : List.of(script, codexLine(script))) {
      String shown = String.join("\n", ApprovalText.lines(Questions.command(line)));
      // What is not a mask is the script itself, and no mask holds a program.
      String command =
          shown
              .substring(shown.indexOf("$ ") + 2, shown.lastIndexOf("\n  in: "))
              .replace("\n    | ", "\n");
      Matcher same =
          Pattern.compile(
                  "(?s)"
                      + String.join(
                          "([^\\s$`'\"();|&<>]+)",
                          List.of(command.split(masked, -1)).stream().map(Pattern::quote).toList()))
              .matcher(line);
      assertTrue(same.matches(), command);
      for (int i = 1; i <= same.groupCount(); i++) {
        String hidden = same.group(i);
        assertTrue(
            MARK.matcher(form)
                .results()
                .noneMatch(
                    mark -> programs.get(Integer.parseInt(mark.group(1)) - 1).contains(hidden)),
            hidden + " is hidden in: " + command);
      }
    }
  }
}
