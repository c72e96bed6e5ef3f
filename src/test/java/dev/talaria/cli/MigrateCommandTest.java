package dev.talaria.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code talaria migrate} and {@code unmigrate} without a Codex, each in a folder of its own. */
class MigrateCommandTest {

  private static final String SECRET = "hunter2hunter2";
  private static final String MINE = "# mine\n[mcp_servers.mine]\ncommand = \"own\"\n";
  private static final String TWO =
      "mcp_servers:\n  b: {command: npx, sampling: 1}\n  a: {command: npx}\n";

  @TempDir Path folder;
  private Path home;
  private Path config;

  @BeforeEach
  void make_a_home() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    config = home.resolve("config.toml");
  }

  private CommandRun talaria(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command, "--codex-home", home.toString()));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private CommandRun migrate(String yaml, String... more) throws IOException {
    Path host = Files.writeString(folder.resolve("host.yaml"), yaml);
    List<String> line = new ArrayList<>(List.of("--host-config", host.toString()));
    line.addAll(List.of(more));
    return talaria("migrate", line.toArray(String[]::new));
  }

  private CommandRun offline(String yaml, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("--no-codex"));
    line.addAll(List.of(more));
    return migrate(yaml, line.toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (var entries = Files.list(home)) {
      return entries.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_migration_says_what_it_wrote() throws IOException {
    Files.writeString(config, MINE);
    CommandRun run = offline(TWO + "  mine: {command: other}\n");
    assertEquals(0, run.exit(), run.err());
    assertEquals(
        """
        Wrote %1$s
        Migrated 2 MCP server(s):
          - a
          - b (skipped: sampling (no codex equivalent))
        Codex plugin discovery skipped: Codex is not asked (--no-codex)
        Wrote default_permissions = ':workspace'
        Kept 1 already in config.toml: mine
        Backup: %1$s.talaria-backup
        """
            .formatted(config.toRealPath()),
        run.out());
    assertEquals("warning: Codex was not asked whether it loads the result\n", run.err());
    assertTrue(Files.readString(config).contains("[mcp_servers.a]\ncommand = \"npx\"\n"));
  }

  @Test
  void a_second_migration_has_nothing_to_change() throws IOException {
    offline(TWO);
    byte[] first = Files.readAllBytes(config);
    CommandRun run = offline(TWO);
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("Nothing to change in " + config.toRealPath()), run.out());
    assertTrue(run.out().contains("Up to date: 2 MCP server(s):\n  - a\n"), run.out());
    assertFalse(run.out().contains("Wrote"), run.out());
    assertEquals(new String(first), Files.readString(config));
  }

  @Test
  void a_dry_run_writes_nothing_anywhere() throws IOException {
    CommandRun run = offline(TWO, "--dry-run");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("(dry run) Would write "), run.out());
    assertTrue(run.out().contains("Would migrate 2 MCP server(s):"), run.out());
    assertTrue(run.out().contains("Would write default_permissions = ':workspace'"), run.out());
    assertFalse(run.out().contains("Backup"), run.out());
    assertEquals(List.of(), files());
  }

  @Test
  void a_home_that_is_not_there_is_made_but_not_by_a_dry_run() throws IOException {
    Files.delete(home);
    assertEquals(0, offline(TWO, "--dry-run").exit());
    assertTrue(Files.notExists(home));
    assertEquals(0, offline(TWO).exit());
    assertTrue(Files.exists(config));
  }

  @Test
  void a_check_is_exit_code_1_until_the_file_is_as_a_migration_makes_it() throws IOException {
    CommandRun before = offline(TWO, "--check");
    assertEquals(1, before.exit());
    assertTrue(before.out().startsWith("(check) Would write "), before.out());
    assertEquals(List.of(), files());
    offline(TWO);
    CommandRun after = offline(TWO, "--check", "--json");
    assertEquals(0, after.exit());
    assertTrue(after.json().path("dryRun").asBoolean());
    assertEquals(1, offline("mcp_servers: {c: {command: x}}", "--check").exit());
  }

  @Test
  void a_check_is_about_the_file_and_not_about_servers_that_are_left_out() throws IOException {
    String broken = "mcp_servers: {a: {command: npx}, b: {args: 1}}";
    assertEquals(1, offline(broken).exit());
    CommandRun check = offline(broken, "--check");
    assertEquals(0, check.exit(), check.out());
    assertTrue(check.err().contains("error: server 'b' skipped"), check.err());
  }

  @Test
  void a_server_that_is_left_out_is_exit_code_1_and_the_others_are_written() throws IOException {
    CommandRun run = offline("mcp_servers:\n  good: {command: npx}\n  bad: {command: [1]}\n");
    assertEquals(1, run.exit());
    assertTrue(run.out().contains("Migrated 1 MCP server(s):\n  - good\n"), run.out());
    assertTrue(run.err().contains("\nerror: server 'bad' skipped: "), run.err());
    assertTrue(Files.readString(config).contains("[mcp_servers.good]"));
  }

  @Test
  void a_host_without_servers_is_told_so() throws IOException {
    CommandRun run = offline("model: x\n", "--permissions", "none");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("No MCP servers found in " + folder), run.out());
    assertFalse(run.out().contains("default_permissions"), run.out());
  }

  @Test
  void json_has_every_field_in_its_order() throws IOException {
    Files.writeString(config, MINE);
    CommandRun run = offline(TWO + "  mine: {command: other}\n", "--json");
    assertEquals(0, run.exit(), run.err());
    assertEquals("", run.err());
    JsonNode json = run.json();
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "target",
            "written",
            "dryRun",
            "changed",
            "migrated",
            "skippedKeys",
            "preserved",
            "plugins",
            "pluginQueryError",
            "defaultPermissions",
            "warnings",
            "errors",
            "verifiedWith",
            "backup"),
        names);
    assertEquals(config.toRealPath().toString(), json.path("target").asText());
    assertTrue(json.path("written").asBoolean() && json.path("changed").asBoolean());
    assertEquals("[\"a\",\"b\"]", json.path("migrated").toString());
    assertEquals("[\"mine\"]", json.path("preserved").toString());
    assertEquals("sampling (no codex equivalent)", json.at("/skippedKeys/b/0").asText());
    assertTrue(json.path("verifiedWith").isNull());
  }

  @Test
  void a_diff_stands_alone_on_stdout() throws IOException {
    Files.writeString(config, MINE);
    CommandRun run = offline(TWO, "--diff", "--dry-run");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("--- " + config.toRealPath() + "\n+++ "), run.out());
    assertTrue(run.out().contains("\n+[mcp_servers.a]\n"), run.out());
    assertFalse(run.out().contains("Would"), run.out());
    assertTrue(run.err().startsWith("(dry run) Would write "), run.err());
    offline(TWO);
    assertEquals("", offline(TWO, "--diff").out());
  }

  @Test
  void no_form_of_the_outcome_has_a_secret() throws IOException {
    Files.writeString(
        config, "[mcp_servers.own]\ncommand = \"x\"\nenv = {MY_KEY = \"" + SECRET + "9\"}\n");
    String yaml =
        "mcp_servers:\n  a:\n    command: x\n    env: {OPENAI_KEY: %1$s}\n".formatted(SECRET)
            + "  b:\n    url: https://example.com\n    headers: {X-Api-Key: %1$s}\n"
                .formatted(SECRET)
            + "  c: {command: [%1$s], args: %1$s, env: {TOKEN: [%1$s]}}\n".formatted(SECRET);
    for (String form : List.of("--diff", "--json", "--take-over")) {
      CommandRun run = offline(yaml, form, "--dry-run");
      assertEquals(1, run.exit(), run.err());
      assertFalse((run.out() + run.err()).contains(SECRET), run.out() + run.err());
    }
  }

  @Test
  void options_choose_what_goes_into_the_section() throws IOException {
    String yaml = TWO + "host_tools: {command: my-agent}\n";
    offline(yaml, "--permissions", "read-only", "--host-name", "agent");
    String text = Files.readString(config);
    assertTrue(text.startsWith("# managed by agent "), text);
    assertTrue(text.contains("default_permissions = \":read-only\""), text);
    assertTrue(text.contains("[mcp_servers.agent-tools]"), text);
    offline(yaml, "--no-host-tools", "--permissions", "none", "--host-name", "agent");
    text = Files.readString(config);
    assertFalse(text.contains("agent-tools") || text.contains("default_permissions"), text);
    assertTrue(files().contains("config.toml.agent-backup"));
  }

  @Test
  void taking_over_replaces_the_users_server_and_unmigrate_gives_it_back() throws IOException {
    Files.writeString(config, MINE);
    CommandRun run = offline("mcp_servers: {mine: {command: other}}", "--take-over");
    assertEquals(0, run.exit());
    assertFalse(Files.readString(config).contains("own"));
    assertEquals(MINE, Files.readString(home.resolve("config.toml.talaria-backup")));
    CommandRun back = talaria("unmigrate");
    assertEquals(0, back.exit(), back.err());
    assertEquals(MINE, Files.readString(config));
  }

  @Test
  void plugins_that_nobody_asks_for_are_no_finding() throws IOException {
    CommandRun run = offline(TWO, "--no-plugins");
    assertTrue(run.out().contains("discovery skipped: --no-plugins"), run.out());
    assertTrue(offline(TWO, "--no-plugins", "--json").json().path("pluginQueryError").isNull());
  }

  @Test
  void bad_yaml_is_misuse_with_line_and_column() throws IOException {
    String bad = "mcp_servers:\n  a: {command: " + SECRET + "\n  b: [";
    CommandRun run = offline(bad);
    assertEquals(2, run.exit());
    assertTrue(run.err().matches("(?s)talaria: .*host\\.yaml:\\d+:\\d+: .*"), run.err());
    CommandRun json = offline(bad, "--json");
    assertEquals(2, json.exit());
    assertEquals(run.err(), "talaria: " + json.json().path("error").asText() + "\n");
    assertEquals(List.of(), files());
    assertFalse((run.err() + json.out() + json.err()).contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--json --diff",
        "--codex x --no-codex",
        "--permissions= --no-codex",
        "--host-name a/b --no-codex",
        "--host-config nowhere.yaml --no-codex",
        "--what"
      })
  void misuse_is_exit_code_2_with_a_reason(String options) throws IOException {
    CommandRun run = migrate(TWO, options.split(" "));
    assertEquals(2, run.exit(), run.err());
    assertFalse(run.err().isBlank());
    assertEquals("", run.out());
    assertEquals(List.of(), files());
  }

  @Test
  void a_wrong_entry_of_the_host_tools_is_misuse_unless_they_are_left_out() throws IOException {
    assertEquals(2, offline("host_tools: {command: 1}").exit());
    assertEquals(0, offline("host_tools: {command: 1}", "--no-host-tools").exit());
    assertEquals(2, talaria("migrate", "--no-codex").exit());
  }

  @ParameterizedTest
  @CsvSource({"'mcp_servers = {a = {command = \"x\"}}', line 1", "'a = [', config.toml"})
  void a_refusal_is_exit_code_1_and_changes_nothing(String text, String reason) throws IOException {
    Files.writeString(config, text);
    CommandRun run = offline(TWO);
    assertEquals(1, run.exit(), run.out());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("talaria: ") && run.err().contains(reason), run.err());
    CommandRun json = offline(TWO, "--json");
    assertEquals(1, json.exit());
    assertEquals(1, json.json().size());
    assertTrue(json.json().path("error").asText().contains(reason), json.out());
    assertEquals(text, Files.readString(config));
  }

  @Test
  void a_missing_codex_is_exit_code_3_and_names_the_way_out() throws IOException {
    String nowhere = folder.resolve("codex").toString();
    CommandRun run = migrate(TWO, "--codex", nowhere);
    assertEquals(3, run.exit());
    assertTrue(run.err().contains("; --no-codex migrates without Codex"), run.err());
    CommandRun json = migrate(TWO, "--codex", nowhere, "--json");
    assertEquals(3, json.exit());
    assertTrue(json.json().path("error").asText().contains("--no-codex"), json.out());
    assertEquals(List.of(), files());
  }

  @Test
  void unmigrate_gives_back_the_bytes_and_removes_what_migrations_made() throws IOException {
    Files.writeString(config, MINE);
    offline(TWO);
    CommandRun dry = talaria("unmigrate", "--dry-run", "--diff");
    assertEquals(0, dry.exit());
    assertTrue(dry.out().contains("\n-[mcp_servers.a]\n"), dry.out());
    assertTrue(dry.err().startsWith("(dry run) Would remove the section of 'talaria' from "));
    CommandRun run = talaria("unmigrate");
    assertEquals(0, run.exit(), run.err());
    assertEquals("Removed the section of 'talaria' from " + config.toRealPath() + "\n", run.out());
    assertEquals(MINE, Files.readString(config));
    assertEquals(List.of(".talaria-managed.lock", "config.toml"), files());
    assertTrue(talaria("unmigrate").out().startsWith("Nothing to remove: no section in "));
  }

  @Test
  void unmigrate_removes_a_file_that_a_migration_made() throws IOException {
    offline(TWO);
    Path file = config.toRealPath();
    CommandRun run = talaria("unmigrate");
    assertEquals("Removed " + file + ", which a migration had made\n", run.out());
    assertTrue(Files.notExists(config));
  }

  @Test
  void unmigrate_speaks_json_and_knows_names_and_refusals() throws IOException {
    offline(TWO, "--host-name", "agent");
    JsonNode other = talaria("unmigrate", "--json").json();
    assertFalse(other.path("changed").asBoolean());
    JsonNode json = talaria("unmigrate", "--json", "--host-name", "agent").json();
    assertTrue(json.path("written").asBoolean());
    assertEquals(14, json.size());
    Files.writeString(config, "a = [");
    CommandRun refused = talaria("unmigrate", "--json");
    assertEquals(1, refused.exit());
    assertTrue(refused.json().path("error").asText().contains("config.toml"), refused.out());
    assertEquals(2, talaria("unmigrate", "--host-name", "../x").exit());
    assertEquals(2, talaria("unmigrate", "--take-over").exit());
  }

  @Test
  void help_says_what_the_exit_codes_mean() {
    for (String command : List.of("migrate", "unmigrate")) {
      CommandRun run = CommandRun.of(command, "--help");
      assertEquals(0, run.exit());
      assertTrue(run.out().contains("Exit codes: 0 fine, 1 refused or failed"), run.out());
    }
    assertTrue(CommandRun.of("--help").out().contains("unmigrate"));
  }
}
