package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code talaria unmigrate}: the previous bytes. */
class UnmigrateCommandTest extends MigrationCase {

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
}
