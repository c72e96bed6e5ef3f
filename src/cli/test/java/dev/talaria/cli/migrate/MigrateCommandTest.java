package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code talaria migrate} does and says. */
class MigrateCommandTest extends MigrationCase {

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
    assertEquals(
        """
        warning: default_permissions was written for Codex 0.130 or newer; 0.125 does not load it \
        without a [permissions] table
        warning: Codex was not asked whether it loads the result
        """,
        run.err());
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
  void a_host_without_servers_is_told_so() throws IOException {
    CommandRun run = offline("model: x\n", "--permissions", "none");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("No MCP servers found in " + folder), run.out());
    assertFalse(run.out().contains("default_permissions"), run.out());
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
  void plugins_that_nobody_asks_for_are_no_finding() throws IOException {
    CommandRun run = offline(TWO, "--no-plugins");
    assertTrue(run.out().contains("discovery skipped: --no-plugins"), run.out());
    assertTrue(offline(TWO, "--no-plugins", "--json").json().path("pluginQueryError").isNull());
  }
}
