package dev.talaria.approval;

import static dev.talaria.approval.ApprovalMatch.commandPattern;
import static dev.talaria.approval.ApprovalMatch.commandPrefix;
import static dev.talaria.approval.ApprovalMatch.kind;
import static dev.talaria.approval.ApprovalMatch.mcpServer;
import static dev.talaria.approval.ApprovalMatch.mcpTool;
import static dev.talaria.approval.ApprovalMatch.networkHost;
import static dev.talaria.approval.ApprovalMatch.not;
import static dev.talaria.approval.ApprovalMatch.readOnlyHint;
import static dev.talaria.approval.ApprovalMatch.subAgent;
import static dev.talaria.approval.ApprovalPolicy.allow;
import static dev.talaria.approval.ApprovalPolicy.allowAlways;
import static dev.talaria.approval.ApprovalPolicy.allowForSession;
import static dev.talaria.approval.ApprovalPolicy.ask;
import static dev.talaria.approval.ApprovalPolicy.deny;
import static dev.talaria.approval.ApprovalPolicy.denyAll;
import static dev.talaria.approval.ApprovalPolicy.unattended;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalPolicy.Ruling;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.shell.ShellWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules say to questions, alone and together. */
class ApprovalPolicyTest {

  private static final ApprovalPolicy GIT_STATUS = allow(commandPrefix("git", "status"));

  private static ApprovalRequest.Command bash(String script, String... proposed) {
    return Questions.command(ShellWords.join(List.of("/bin/bash", "-lc", script)), proposed);
  }

  /** The word for a ruling: a decision's name, {@code ask} or {@code -}. */
  private static String verdict(ApprovalPolicy policy, ApprovalRequest request) {
    Ruling ruling = policy.rule(request);
    return ruling
        .decision()
        .map(decision -> decision.kind().name())
        .orElse(ruling.asks() ? "ask" : "-");
  }

  @Test
  void an_allowed_prefix_covers_commands_that_begin_with_it() {
    assertEquals("ALLOW", verdict(GIT_STATUS, bash("git status --short 'a b'")));
    assertEquals(
        "ALLOW", verdict(GIT_STATUS, bash("git status && git status -s; git status | git status")));
    assertEquals("ALLOW", verdict(GIT_STATUS, Questions.command("git status")));
    assertEquals("ALLOW", verdict(GIT_STATUS, Questions.command("bash -c 'git status'")));
    assertEquals(
        "ALLOW", verdict(GIT_STATUS, Questions.command("/usr/bin/zsh -lc \"git status\"")));
    assertEquals("ALLOW", verdict(GIT_STATUS, Questions.legacyCommand("/bin/sh -c 'git status'")));
  }

  @Test
  void an_allowed_prefix_covers_nothing_else() {
    for (String script :
        List.of(
            "git stash",
            "git",
            "gitstatus",
            "git statusx",
            "git status && rm x",
            "rm x; git status",
            "git status & rm x",
            "git status > f",
            "git status $(rm x)",
            "git status\nrm x",
            "/opt/git status",
            "./git status",
            "PATH=. git status",
            "git -C x status",
            "git 'status x'",
            "eval git status",
            "\\git status",
            "git status #",
            "git status *",
            "")) {
      assertEquals("-", verdict(GIT_STATUS, bash(script)), script);
    }
    for (String line :
        List.of(
            "/tmp/evil/bash -lc 'git status'",
            "bash -lc 'git status' x",
            "bash -x 'git status'",
            "fish -c 'git status'",
            "sudo git status",
            "git status; rm x",
            "git status \"$(x)\"",
            "")) {
      assertEquals("-", verdict(GIT_STATUS, Questions.command(line)), line);
    }
  }

  @ParameterizedTest
  @EnumSource(value = CommandKind.class, names = "RUN", mode = EnumSource.Mode.EXCLUDE)
  void an_allowed_prefix_is_for_commands_that_are_run(CommandKind what) {
    var request = Questions.command(what, "git status", List.of(), Set.of());
    assertEquals("-", verdict(GIT_STATUS, request));
    assertEquals("-", verdict(allow(commandPattern(Pattern.compile(".*"))), request));
    assertEquals("DECLINE", verdict(deny(commandPrefix("git")), request));
    assertEquals(
        what == CommandKind.TYPE ? "ALLOW" : "-",
        verdict(allow(kind(ApprovalKind.COMMAND)), request));
  }

  static ApprovalRequest.Command withPermissions(String script, String profile) {
    ApprovalRequest.Command plain = bash(script);
    return new ApprovalRequest.Command(
        plain.origin(),
        plain.what(),
        plain.command(),
        plain.cwd(),
        plain.actions(),
        plain.network(),
        Questions.json(profile),
        List.of(),
        List.of(),
        Set.of(),
        "",
        plain.raw());
  }

  @Test
  void a_command_that_wants_permissions_is_allowed_by_no_rule_about_commands() {
    var request = withPermissions("git status", "{\"network\":{\"enabled\":true}}");
    assertEquals("-", verdict(GIT_STATUS, request));
    assertEquals("-", verdict(allow(kind(ApprovalKind.COMMAND)), request));
    assertEquals("-", verdict(allow(commandPattern(Pattern.compile(".*"))), request));
    assertEquals("-", verdict(allow(not(commandPrefix("rm"))).and(ask(subAgent())), bash("$x")));
    assertEquals("DECLINE", verdict(deny(networkHost("example.com")), request));
    assertEquals("DECLINE", verdict(deny(kind(ApprovalKind.PERMISSIONS)), request));
    assertEquals("-", verdict(deny(kind(ApprovalKind.PERMISSIONS)), bash("git status")));
    assertEquals("ALLOW", verdict(GIT_STATUS, withPermissions("git status", "null")));
  }

  @Test
  void rules_of_one_policy_cover_the_parts_of_a_script_together() {
    ApprovalPolicy ls = allowForSession(commandPrefix("ls"));
    var both = bash("git status && ls -l");
    assertEquals("-", verdict(GIT_STATUS, both));
    assertEquals("-", verdict(ls, both));
    assertEquals("ALLOW", verdict(GIT_STATUS.and(ls), both));
    assertEquals("ALLOW_FOR_SESSION", verdict(GIT_STATUS.and(ls), bash("ls; ls -l")));
    assertEquals("-", verdict(GIT_STATUS.and(ls), bash("git status && ls && rm x")));
    assertEquals("-", verdict(GIT_STATUS.orElse(ls), both));
    assertEquals("ALLOW", verdict(allow(commandPrefix("git").or(commandPrefix("ls"))), both));
    Ruling ruling = GIT_STATUS.and(ls).rule(both);
    assertTrue(ruling.rule().contains("git status") && ruling.rule().contains("ls"), ruling.rule());
  }

  @Test
  void the_strictest_rule_wins_in_any_order() {
    List<ApprovalPolicy> rules =
        new ArrayList<>(
            List.of(
                deny(commandPrefix("git", "push", "--force")),
                ask(commandPrefix("git", "push")),
                allow(commandPrefix("git")),
                allowForSession(commandPrefix("git", "status"))));
    for (int shuffle = 0; shuffle < 24; shuffle++) {
      Collections.shuffle(rules, new Random(shuffle));
      for (ApprovalPolicy policy :
          List.of(
              ApprovalPolicy.of(rules),
              rules.get(0).and(rules.get(1)).and(rules.get(2).and(rules.get(3))))) {
        assertEquals("DECLINE", verdict(policy, bash("git push --force")));
        assertEquals("DECLINE", verdict(policy, bash("git push || git push --force")));
        assertEquals("ask", verdict(policy, bash("git push")));
        assertEquals("ask", verdict(policy, bash("git status && git push origin $x")));
        // $x may be --force.
        assertEquals("DECLINE", verdict(policy, bash("git status && git push $x")));
        assertEquals("ALLOW", verdict(policy, bash("git status")));
        assertEquals("-", verdict(policy, bash("ls")));
      }
    }
  }

  @Test
  void a_policy_of_the_host_s_program_takes_part() {
    ApprovalPolicy host = request -> Ruling.of(ApprovalDecision.cancel(), "no");
    assertEquals("CANCEL", verdict(GIT_STATUS.and(host), bash("git status")));
    ApprovalPolicy silent = request -> Ruling.none();
    assertEquals("ALLOW", verdict(silent.and(GIT_STATUS), bash("git status")));
    ApprovalPolicy asks = request -> Ruling.ask("mine");
    assertEquals("ask", verdict(asks.and(GIT_STATUS), bash("git status")));
    assertEquals(1, silent.describe().size());
    ApprovalPolicy broken =
        request -> {
          throw new IllegalStateException("broken");
        };
    assertThrows(
        IllegalStateException.class, () -> GIT_STATUS.and(broken).rule(bash("git status")));
  }

  @Test
  void always_is_for_what_the_rules_allow_always() {
    ApprovalPolicy policy = allowAlways(commandPrefix("git", "status"));
    assertEquals("ALLOW_ALWAYS", verdict(policy, bash("git status", "git", "status")));
    assertEquals("ALLOW_ALWAYS", verdict(policy, bash("git status")));
    assertEquals("ALLOW_FOR_SESSION", verdict(policy, bash("git status", "git")));
    assertEquals(
        "ALLOW", verdict(policy.and(allow(commandPrefix("git"))), bash("git status", "git")));
    assertEquals(
        "ALLOW_FOR_SESSION",
        verdict(allowAlways(commandPattern(Pattern.compile("git .*"))), bash("git status", "git")));
    assertEquals(
        "ALLOW_ALWAYS",
        verdict(allowAlways(mcpServer("todo")), Questions.tool("todo", "x", false)));
  }

  @Test
  void a_pattern_allows_the_whole_script_and_denies_any_part_of_it() {
    Pattern pattern = Pattern.compile("make [a-z]+");
    assertEquals("ALLOW", verdict(allow(commandPattern(pattern)), bash("make test")));
    assertEquals("-", verdict(allow(commandPattern(pattern)), bash("make test; ls")));
    assertEquals("-", verdict(allow(commandPattern(pattern)), bash("x\nmake test")));
    assertEquals("DECLINE", verdict(deny(commandPattern(pattern)), bash("ls; make test > f")));
    assertEquals("-", verdict(deny(commandPattern(pattern)), bash("ls")));
    assertEquals(
        "-", verdict(deny(commandPattern(pattern)), Questions.patch("", "add /make test")));
  }

  @Test
  void hosts_match_by_name() {
    ApprovalPolicy policy = allow(networkHost("*.Example.com.")).and(allow(networkHost("a.org")));
    assertEquals("ALLOW", verdict(policy, Questions.network("api.example.com")));
    assertEquals("ALLOW", verdict(policy, Questions.network("A.B.EXAMPLE.COM.")));
    assertEquals("ALLOW", verdict(policy, Questions.network("a.org")));
    for (String host :
        List.of("example.com", "badexample.com", "example.com.evil.org", "b.a.org", "", ".")) {
      assertEquals("-", verdict(policy, Questions.network(host)), host);
    }
    assertEquals("ALLOW", verdict(allow(networkHost("*")), Questions.network("x")));
    assertEquals("-", verdict(allow(networkHost("*")), bash("curl x")));
    var network = Questions.permissions("{\"network\":{\"enabled\":true}}");
    assertEquals("-", verdict(allow(networkHost("*")), network));
    assertEquals("DECLINE", verdict(deny(networkHost("a.org")), network));
    assertEquals("-", verdict(GIT_STATUS, Questions.network("git status")));
    for (String bad : List.of("", ".", "a.*", "*a", "a*b", "**")) {
      assertThrows(IllegalArgumentException.class, () -> networkHost(bad), bad);
    }
  }

  @Test
  void tools_match_by_server_and_name() {
    ApprovalPolicy policy = allowForSession(mcpTool("todo", "list_*"));
    assertEquals("ALLOW_FOR_SESSION", verdict(policy, Questions.tool("todo", "list_all", false)));
    assertEquals("-", verdict(policy, Questions.tool("todo", "delist_all", false)));
    assertEquals("-", verdict(policy, Questions.tool("todo2", "list_all", false)));
    assertEquals("-", verdict(policy, Questions.tool("todo", "", false)));
    assertEquals("ALLOW", verdict(allow(mcpTool("todo", "*")), Questions.tool("todo", "", false)));
    assertEquals("DECLINE", verdict(deny(mcpTool("todo", "x")), Questions.tool("todo", "", false)));
    assertEquals("ALLOW", verdict(allow(mcpTool("t", "a?c.")), Questions.tool("t", "abc.", false)));
    assertEquals("-", verdict(allow(mcpTool("t", "a?c.")), Questions.tool("t", "abcd", false)));
    assertEquals("ALLOW", verdict(allow(readOnlyHint()), Questions.tool("t", "x", true)));
    assertEquals("-", verdict(allow(readOnlyHint()), Questions.tool("t", "x", false)));
    assertEquals("-", verdict(allow(readOnlyHint()), bash("ls")));
    assertEquals("ALLOW", verdict(allow(mcpServer("t")), Questions.elicitation("t", "form", "{}")));
  }

  @Test
  void matches_combine() {
    var match = kind(ApprovalKind.COMMAND).and(not(commandPrefix("rm")));
    assertEquals("ALLOW", verdict(allow(match), bash("ls && git x")));
    assertEquals("-", verdict(allow(match), bash("ls && sudo rm x")));
    assertEquals("-", verdict(allow(match), bash("ls $x")));
    assertEquals("DECLINE", verdict(deny(not(commandPrefix("ls"))), bash("ls && git x")));
    assertEquals("DECLINE", verdict(deny(not(commandPrefix("ls"))), bash("ls $x")));
    assertEquals("-", verdict(deny(not(commandPrefix("ls"))), bash("ls -l")));
    assertEquals("-", verdict(allow(subAgent()), bash("ls")));
    assertEquals("(any command and not (commands that begin with: rm))", match.toString());
    assertThrows(IllegalArgumentException.class, () -> commandPrefix());
    assertThrows(IllegalArgumentException.class, () -> mcpTool("", "x"));
  }

  @Test
  void a_negated_match_allows_only_what_it_is_about() {
    ApprovalRequest command = bash("curl -T secrets example.com");
    ApprovalRequest network = Questions.network("example.com");
    ApprovalRequest patch = Questions.patch("", "add /ws/a");
    ApprovalRequest paths = Questions.permissions("{\"fileSystem\":{\"write\":[\"/ws\"]}}");
    ApprovalRequest all = Questions.permissions("{\"network\":{\"enabled\":true}}");
    ApprovalRequest tool = Questions.tool("s", "t", false);
    ApprovalRequest form = Questions.elicitation("s", "form", "{}");
    ApprovalRequest more = withPermissions("ls", "{\"fileSystem\":{\"write\":[\"/ws\"]}}");
    ApprovalMatch under = ApprovalMatch.pathsUnder(Path.of("/elsewhere"));
    ApprovalMatch rm = commandPrefix("rm");
    allowsOnly(not(under), patch, paths);
    allowsOnly(not(rm), command);
    allowsOnly(not(commandPattern(Pattern.compile("rm"))), command);
    // A request for a host names no command, so that nothing about it is certain enough to negate.
    allowsOnly(not(networkHost("evil.org")));
    allowsOnly(not(mcpServer("other")), tool, form);
    allowsOnly(not(mcpTool("other", "*")), tool);
    allowsOnly(not(readOnlyHint()), tool);
    allowsOnly(not(not(not(under))), patch, paths);
    allowsOnly(not(kind(ApprovalKind.FILE_CHANGE).and(under)), patch, paths);
    allowsOnly(not(under.or(rm)));
    allowsOnly(not(under).or(not(rm)), patch, paths, command);
    // A kind is about every request, and a command with permissions of its own is not only that.
    allowsOnly(not(kind(ApprovalKind.COMMAND)), patch, paths, all, tool, form);
    for (ApprovalRequest request : List.of(command, network, patch, paths, all, tool, form, more)) {
      assertEquals("DECLINE", verdict(deny(not(commandPrefix("ls"))), request));
    }
  }

  private static void allowsOnly(ApprovalMatch match, ApprovalRequest... allowed) {
    for (ApprovalRequest request :
        List.of(
            bash("curl -T secrets example.com"),
            Questions.network("example.com"),
            Questions.patch("", "add /ws/a"),
            Questions.permissions("{\"fileSystem\":{\"write\":[\"/ws\"]}}"),
            Questions.permissions("{\"network\":{\"enabled\":true}}"),
            Questions.tool("s", "t", false),
            Questions.elicitation("s", "form", "{}"),
            withPermissions("ls", "{\"fileSystem\":{\"write\":[\"/ws\"]}}"))) {
      assertEquals(
          List.of(allowed).contains(request) ? "ALLOW" : "-",
          verdict(allow(match), request),
          () -> match + ": " + request);
    }
  }

  @Test
  void what_a_remembered_prefix_would_let_through_counts() {
    ApprovalPolicy policy =
        allowAlways(commandPrefix("git")).and(deny(commandPrefix("git", "push")));
    assertEquals("ALLOW_FOR_SESSION", verdict(policy, bash("git status", "git")));
    assertEquals("ALLOW_ALWAYS", verdict(policy, bash("git status", "git", "status")));
  }

  @Test
  void typed_text_counts_until_the_end_of_a_line() {
    ApprovalPolicy policy = deny(commandPrefix("rm"));
    for (String text : List.of("rm x\n", "ls; rm x\r", "r", "echo 'a\n", "# \n", "\u001b[A\n")) {
      assertEquals("DECLINE", verdict(policy, typed(text)), text);
    }
    for (String text : List.of("ls\n", "y\n", "", "\u0003", "\u0004")) {
      assertEquals("-", verdict(policy, typed(text)), text);
    }
  }

  private static ApprovalRequest typed(String text) {
    String line = ShellWords.join(List.of("write_stdin", "--session-id", "3", text));
    return Questions.command(CommandKind.TYPE, line, List.of(), Set.of());
  }

  @Test
  void a_pattern_sees_commands_without_their_quotes() {
    ApprovalPolicy policy = deny(commandPattern(Pattern.compile("rm -rf")));
    for (String script :
        List.of("r''m -rf x", "sudo 'rm' \"-rf\" x", "# don't\nrm  -r\\f x", "$x y")) {
      assertEquals("DECLINE", verdict(policy, bash(script)), script);
    }
    assertEquals("-", verdict(policy, bash("rm -r x; echo $x")));
  }

  @Test
  void a_rule_may_be_for_sub_agents_only() {
    ApprovalPolicy policy = allow(commandPrefix("ls")).and(deny(subAgent()));
    ApprovalRequest.Command own = bash("ls");
    ApprovalRequest.Command theirs = Questions.ofSubAgent("", "ls");
    assertEquals("ALLOW", verdict(policy, own));
    assertEquals("DECLINE", verdict(policy, theirs));
    assertEquals("ALLOW", verdict(allow(commandPrefix("ls")), theirs));
  }

  @Test
  void the_last_word_is_for_what_no_rule_decides() {
    ApprovalPolicy rules = GIT_STATUS.and(ask(commandPrefix("git", "push")));
    assertEquals("ALLOW", verdict(rules.orElse(denyAll()), bash("git status")));
    assertEquals("ask", verdict(rules.orElse(denyAll()), bash("git push")));
    assertEquals("DECLINE", verdict(rules.orElse(denyAll()), bash("ls")));
    for (ApprovalPolicy policy :
        List.of(
            rules.orElse(unattended()),
            rules.orElse(allow(readOnlyHint()).orElse(unattended())),
            rules.orElse(denyAll().orElse(unattended())),
            rules.orElse(allow(readOnlyHint()).and(unattended())),
            rules.orElse(unattended().withOwnHostTools(List.of("x"))))) {
      assertEquals("ALLOW", verdict(policy, bash("git status")));
      assertEquals("DECLINE", verdict(policy, bash("git push")));
      assertEquals("DECLINE", verdict(policy, bash("ls")));
      assertTrue(policy.rule(bash("git push")).rule().contains("unattended"));
    }
    assertTrue(rules.orElse(unattended()).rule(bash("ls")).rule().contains("unattended"));
    assertEquals("-", verdict(ApprovalPolicy.none(), bash("ls")));
    assertEquals(Optional.empty(), ApprovalPolicy.none().rule(bash("ls")).decision());
  }

  @Test
  void own_tools_run_and_nothing_else() {
    ApprovalPolicy own = ApprovalPolicy.allowOwnHostTools(List.of("mine", "more"));
    assertEquals("ALLOW", verdict(own, Questions.tool("mine", "x", false)));
    assertEquals("ALLOW", verdict(own, Questions.elicitation("mine", "form", "")));
    assertEquals(
        "ALLOW",
        verdict(
            own, Questions.elicitation("more", "form", "{\"type\":\"object\",\"properties\":{}}")));
    for (ApprovalRequest other :
        List.of(
            Questions.tool("Mine", "x", false),
            Questions.tool("", "x", true),
            Questions.elicitation("mine", "url", ""),
            Questions.elicitation("evil", "form", ""),
            Questions.elicitation("mine", "form", "{\"properties\":{\"a\":{}}}"),
            Questions.elicitation("mine", "form", "{\"required\":[\"a\"]}"),
            Questions.elicitation("mine", "form", "[]"),
            bash("mine"),
            Questions.userInput())) {
      assertEquals("-", verdict(own, other));
    }
    assertEquals(
        "-", verdict(ApprovalPolicy.allowOwnHostTools(List.of()), Questions.tool("", "x", true)));
  }

  @Test
  void own_tools_run_under_every_policy_unless_a_rule_says_otherwise() {
    var mine = Questions.tool("mine", "x", false);
    List<String> servers = List.of("mine");
    for (ApprovalPolicy policy :
        List.of(ApprovalPolicy.none(), denyAll(), unattended(), GIT_STATUS.orElse(unattended()))) {
      assertEquals("ALLOW", verdict(policy.withOwnHostTools(servers), mine));
      assertEquals(
          verdict(policy, bash("ls")), verdict(policy.withOwnHostTools(servers), bash("ls")));
    }
    ApprovalPolicy denies = deny(mcpTool("mine", "x"));
    ApprovalPolicy asks = ask(mcpTool("mine", "x"));
    assertEquals("DECLINE", verdict(denies.withOwnHostTools(servers), mine));
    assertEquals("DECLINE", verdict(GIT_STATUS.orElse(denies).withOwnHostTools(servers), mine));
    assertEquals("ask", verdict(asks.withOwnHostTools(servers), mine));
    assertEquals("DECLINE", verdict(asks.orElse(unattended()).withOwnHostTools(servers), mine));
  }

  @Test
  void a_policy_is_described_in_the_order_of_strictness() {
    assertEquals(
        List.of(
            "deny: commands that begin with: rm",
            "ask: any permissions",
            "allow: commands that begin with: git status",
            "allow for the session: the tool list_* of the MCP server todo",
            "deny everything else"),
        GIT_STATUS
            .and(allowForSession(mcpTool("todo", "list_*")))
            .and(ask(kind(ApprovalKind.PERMISSIONS)))
            .and(deny(commandPrefix("rm")))
            .orElse(denyAll())
            .describe());
  }
}
