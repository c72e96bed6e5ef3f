package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code talaria migrate} does not do it, and with which exit code. */
class MigrateRefusalTest extends MigrationCase {

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
  void help_says_what_the_exit_codes_mean() {
    for (String command : List.of("migrate", "unmigrate")) {
      CommandRun run = CommandRun.of(command, "--help");
      assertEquals(0, run.exit());
      assertTrue(run.out().contains("Exit codes: 0 fine, 1 refused or failed"), run.out());
    }
    assertTrue(CommandRun.of("--help").out().contains("unmigrate"));
  }

  @Test
  void a_codex_that_is_too_old_is_exit_code_3() throws IOException {
    Path old = Files.writeString(folder.resolve("codex"), "#!/bin/sh\necho codex-cli 0.99.0\n");
    assertTrue(old.toFile().setExecutable(true));
    CommandRun run = migrate(TWO, "--codex", old.toString());
    assertEquals(3, run.exit(), run.err());
    assertTrue(run.err().contains("0.99.0") && run.err().contains("--no-codex"), run.err());
    assertEquals(List.of(), files());
  }

  @Test
  void a_home_that_is_a_file_is_a_failure() throws IOException {
    Files.delete(home);
    Files.writeString(home, "x");
    CommandRun run = offline(TWO);
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.err().startsWith("talaria: "), run.err());
    assertEquals("x", Files.readString(home));
  }
}
