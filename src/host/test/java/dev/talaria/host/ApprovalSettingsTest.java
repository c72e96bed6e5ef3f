package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.Questions;
import dev.talaria.host.ApprovalSettings.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Approvals out of a host's configuration, and every mistake in it. */
class ApprovalSettingsTest {

  @TempDir Path folder;

  private ApprovalSettings load(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("host.yaml"), yaml);
    return ApprovalSettings.load(file, folder);
  }

  /** A rule in YAML's short form. */
  private ApprovalSettings rule(String rule) throws IOException {
    return load("approvals:\n  rules:\n    - {ask: permissions}\n    - {" + rule + "}\n");
  }

  private static String verdict(ApprovalSettings settings, ApprovalRequest request) {
    ApprovalPolicy.Ruling ruling = settings.policy().rule(request);
    return ruling
        .decision()
        .map(decision -> decision.kind().name())
        .orElse(ruling.asks() ? "ask" : "-");
  }

  private static ApprovalRequest bash(String script) {
    return Questions.command("/bin/bash -lc '" + script.replace("'", "'\\''") + "'");
  }

  @Test
  void the_example_of_the_documentation_is_read() throws IOException {
    Path docs = Path.of(System.getProperty("talaria.root"), "docs", "approvals-policy.md");
    String text = Files.readString(docs);
    int start = text.indexOf("```yaml\n") + "```yaml\n".length();
    ApprovalSettings settings = load(text.substring(start, text.indexOf("```", start)));
    assertEquals(Mode.ASK, settings.mode());
    assertEquals(Optional.of(Duration.ofMinutes(10)), settings.timeout());
    assertEquals(List.of("talaria-tools"), settings.ownServers());
    assertEquals("ALLOW", verdict(settings, bash("git status -s")));
    assertEquals("ALLOW_FOR_SESSION", verdict(settings, bash("make test")));
    assertEquals("DECLINE", verdict(settings, bash("git status && rm x")));
    assertEquals("ask", verdict(settings, bash("git push")));
    assertEquals("-", verdict(settings, bash("npm publish")));
    assertEquals("ALLOW", verdict(settings, Questions.patch("", "add " + folder + "/a")));
    assertEquals("DECLINE", verdict(settings, Questions.patch("", "add " + folder + "/secrets/a")));
    assertEquals("ALLOW_ALWAYS", verdict(settings, Questions.tool("todoist", "list_x", false)));
    assertEquals("ALLOW", verdict(settings, Questions.tool("any", "x", true)));
    assertEquals("-", verdict(settings, Questions.tool("talaria-tools", "x", false)));
    assertEquals("ALLOW", verdict(settings, Questions.network("a.example.com")));
    assertEquals("DECLINE", verdict(settings, Questions.network("db.internal")));
    assertEquals("ask", verdict(settings, Questions.permissions("{}")));
    assertEquals("DECLINE", verdict(settings, Questions.elicitation("todoist", "form", "{}")));
    assertEquals(14, settings.describe().size());
    assertTrue(settings.describe().get(0).startsWith("deny: "), settings.describe().get(0));
  }

  @Test
  void without_approvals_there_is_no_opinion() throws IOException {
    for (String yaml : List.of("", "# nothing\n", "other: 1\n", "{}")) {
      ApprovalSettings settings = load(yaml);
      assertEquals(Mode.ASK, settings.mode());
      assertEquals("-", verdict(settings, bash("ls")));
      assertEquals(List.of(), settings.describe());
    }
    assertEquals("-", verdict(ApprovalSettings.of(Map.of(), folder), bash("ls")));
  }

  @ParameterizedTest
  @CsvSource({
    "ask, -, -, -, ask",
    "deny, DECLINE, DECLINE, DECLINE, ask",
    "unattended, DECLINE, DECLINE, DECLINE, DECLINE",
    "off, ALLOW, ALLOW, -, ask",
    "false, ALLOW, ALLOW, -, ask",
    "False, ALLOW, ALLOW, -, ask",
    "'\"off\"', ALLOW, ALLOW, -, ask"
  })
  void a_mode_is_for_the_rest(String mode, String command, String patch, String tool, String rule)
      throws IOException {
    ApprovalSettings settings =
        load(
            "approvals:\n  mode: "
                + mode
                + "\n  rules: [{ask: command, prefix: [git]}, {deny: command, prefix: [rm]},"
                + " {allow: command, prefix: [ls]}]\n");
    assertEquals(command, verdict(settings, bash("make > f")));
    assertEquals(patch, verdict(settings, Questions.patch("", "add /a")));
    assertEquals(tool, verdict(settings, Questions.tool("s", "t", false)));
    assertEquals(rule, verdict(settings, bash("git push")));
    assertEquals("DECLINE", verdict(settings, bash("rm x")));
    assertEquals("ALLOW", verdict(settings, bash("ls")));
  }

  @ParameterizedTest
  @CsvSource({"250ms, 250", "90s, 90000", "10m, 600000", "1h, 3600000", "5, 5000"})
  void times_are_read(String text, long millis) throws IOException {
    assertEquals(
        Optional.of(Duration.ofMillis(millis)),
        load("approvals: {timeout: " + text + "}").timeout());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deny: command, prefx: [rm]      | 'prefx' is not allowed here; allowed are deny, prefix",
        "deny: commands                  | 'deny' is commands; write command, network,",
        "denies: command                 | says neither allow, deny or ask; its keys are [denies]",
        "deny: command, allow: command   | says more than one of allow, deny or ask",
        "deny: command, for: session     | 'for' is not allowed here",
        "allow: command, for: ever       | 'for' is ever; write once, session or always",
        "allow: command, prefix: git x   | 'prefix' must be a list such as [one, two], not git x",
        "allow: command, prefix: []      | 'prefix' must be a list",
        "allow: command, prefix: [a, 5]  | 'prefix' must hold texts only, not 5; put it in quotes",
        "allow: command, prefix: [' ']   | 'prefix' is [ ]: a prefix needs at least the name",
        "allow: command, prefix: [a], pattern: b | 'prefix' and 'pattern' cannot both be",
        "allow: command, pattern: '(a'   | 'pattern' is (a: Unclosed group",
        "allow: command, pattern: 5      | 'pattern' must be a text, not 5",
        "allow: command, pattern:        | 'pattern' must be a text, not null",
        "allow: command, under: .        | 'under' is not allowed here",
        "allow: file_change, under: ~/x  | 'under' is ~/x: write the path of the home folder",
        "allow: file_change, under: ''   | 'under' must be a text",
        "allow: mcp_tool, tool: x        | 'tool' needs a 'server' beside it",
        "allow: mcp_tool, read_only: no  | 'read_only' can only be true",
        "allow: network, host: 'a.*'     | 'host' is a.*: 'a.*' is not a host",
        "allow: user_input               | 'allow' cannot be user_input",
        "allow: 5                        | 'allow' is 5; write command",
        "allow: [command]                | 'allow' is [command]; write command",
        "allow: command, 5: x            | '5' is not allowed here"
      })
  void a_mistake_in_a_rule_is_named(String rule, String message) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> rule(rule));
    assertTrue(error.getMessage().contains("host.yaml: approvals: rule 2"), error.getMessage());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approvals:                     | approvals must hold keys with values, not null",
        "approvals: off                 | approvals must hold keys with values, not off",
        "approvals: {mod: ask}          | approvals: 'mod' is not allowed here; allowed are mode,",
        "approvals: {mode: yolo}        | approvals: 'mode' is yolo; write ask, deny, unattended, off",
        "approvals: {mode: true}        | approvals: 'mode' is true",
        "approvals: {timeout: soon}     | approvals: 'timeout' is soon; write 90s",
        "approvals: {timeout: 0s}       | approvals: 'timeout' is 0s",
        "approvals: {own_servers: a}    | approvals: 'own_servers' must be a list",
        "approvals: {rules: {a: b}}     | approvals: 'rules' must be a list",
        "approvals: {rules: [rm]}       | approvals: rule 1 must hold keys with values, not rm",
        "[a]                            | the file must hold keys",
        "approvals: {mode: ask, mode: off} | :1:24: a key is given twice",
        "'approvals: {mode: ask'        | :1:22: not valid YAML",
        "approvals: !!java.net.URL [x]  | :1:12: a tag",
        "'a: &x [1]\nb: [*x, *x]'       | cannot be read as YAML: it has too many aliases",
        "'a: 1\n---\nb: 2'              | :2:1: a tag (!…), an alias (*…) or a second document"
      })
  void a_mistake_in_the_section_is_named(String yaml, String message) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> load(yaml));
    assertTrue(error.getMessage().contains("host.yaml"), error.getMessage());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {50_000, 2_000_000})
  void a_file_that_is_too_deep_or_too_long_is_refused(int length) {
    assertThrows(IllegalArgumentException.class, () -> load("a: " + "[".repeat(length)));
  }

  @Test
  void a_file_that_cannot_be_read_is_no_policy() throws IOException {
    Path missing = folder.resolve("none.yaml");
    IOException error =
        assertThrows(IOException.class, () -> ApprovalSettings.load(missing, folder));
    assertTrue(error.getMessage().contains("there is no host configuration " + missing));
    Path bytes =
        Files.write(folder.resolve("bytes"), "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(IOException.class, () -> ApprovalSettings.load(bytes, folder));
    assertThrows(IOException.class, () -> ApprovalSettings.load(folder, folder));
  }

  @Test
  void a_policy_that_is_read_says_what_it_does() throws IOException {
    ApprovalSettings settings = rule("deny: file_change, under: secrets, sub_agents: true");
    String line = settings.describe().get(0);
    assertTrue(line.startsWith("deny: "), line);
    assertTrue(line.contains("any file change"), line);
    assertTrue(line.contains(folder.resolve("secrets").toString()), line);
    assertTrue(line.contains("sub-agents"), line);
    assertFalse(settings.mode().rest().isEmpty());
  }
}
