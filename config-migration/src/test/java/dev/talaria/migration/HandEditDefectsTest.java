package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest forms of what {@link HandEditsPropertyTest} has found. */
class HandEditDefectsTest {

  private static final HostConfig HOST =
      HostConfig.parse("mcp_servers: {docs: {url: 'https://a.example/mcp'}}", "host.yaml");

  @TempDir Path home;

  private String migrate(boolean takeOver) throws IOException {
    new Migrator(MigrationOptions.builder(home).takeOver(takeOver).build()).migrate(HOST);
    return Files.readString(config());
  }

  private Path config() {
    return home.resolve("config.toml");
  }

  @Test
  void a_server_of_which_the_only_value_was_changed_keeps_that_value() throws IOException {
    String changed = migrate(false).replace("a.example", "b.example");
    Files.writeString(config(), changed);
    assertEquals(changed, migrate(false));
    assertEquals(changed, migrate(false));
  }

  @Test
  void what_a_section_has_taken_in_outlives_the_backup() throws IOException {
    Files.writeString(config(), "[plugins.\"a@m\"]\nenabled = true\nmode = \"mine\"\n");
    List<InstalledPlugin> installed = List.of(new InstalledPlugin("a", "m", true));
    new Migrator(
            MigrationOptions.builder(home)
                .plugins(() -> new PluginLister.Listing(installed, List.of()))
                .build())
        .migrate(HOST);
    Files.delete(home.resolve("config.toml.talaria-backup"));
    String text = migrate(false);
    assertTrue(text.contains("mode = \"mine\""), text);
  }

  @Test
  void a_server_below_a_header_that_a_take_over_left_behind_stays() throws IOException {
    Files.writeString(
        config(),
        "[mcp_servers]\ndocs.command = \"d\"\ndocs.args = []\n[plugins.\"a@m\"]\nenabled = true\n");
    List<InstalledPlugin> installed = List.of(new InstalledPlugin("a", "m", true));
    new Migrator(
            MigrationOptions.builder(home)
                .takeOver(true)
                .plugins(() -> new PluginLister.Listing(installed, List.of()))
                .build())
        .migrate(HOST);
    Files.writeString(config(), Files.readString(config()) + "mine = \"mine\"\n");
    String text = migrate(false);
    TomlDocument document = TomlDocument.parse(text, "config.toml");
    assertEquals("mine", document.value(List.of("mcp_servers", "mine")), text);
  }

  @Test
  void a_server_that_was_taken_over_stays_known_beside_a_table_of_the_users_within_it()
      throws IOException {
    Files.writeString(config(), "[mcp_servers.docs]\ncommand = \"mine\"\n");
    String within = "[mcp_servers.docs.tools.t]\napproval_mode = \"approve\"\n\n";
    Files.writeString(config(), within + migrate(true));
    String text = migrate(false);
    String backup = Files.readString(home.resolve("config.toml.talaria-backup"));
    assertTrue((text + backup).contains("command = \"mine\""), text + "---\n" + backup);
    new Migrator(MigrationOptions.builder(home).build()).unmigrate();
    TomlDocument left = TomlDocument.parse(Files.readString(config()), "config.toml");
    assertEquals("mine", left.value(List.of("mcp_servers", "docs", "command")));
    assertEquals(
        "approve", left.value(List.of("mcp_servers", "docs", "tools", "t", "approval_mode")));
  }

  @Test
  void an_always_allow_stays_when_the_users_own_server_comes_back() throws IOException {
    Files.writeString(config(), "mcp_servers.docs = { command = \"mine\" }\n");
    String text = migrate(true);
    Files.writeString(
        config(), text.replace("\n# end", "tools.x.approval_mode = \"approve\"\n\n# end"));
    String back = migrate(false);
    assertTrue(back.contains("mcp_servers.docs = { command = \"mine\" }\n"), back);
    assertTrue(back.contains("# mcp_servers.docs.tools.x.approval_mode = \"approve\"\n"), back);
  }

  @Test
  void a_table_behind_the_section_is_not_joined_to_a_last_line_without_end() throws IOException {
    Files.writeString(config(), "# no line end");
    Files.writeString(config(), migrate(false) + "[own]\nx = 1\n");
    String again = migrate(false);
    assertTrue(again.contains("# no line end\n"), again);
    assertTrue(again.endsWith("[own]\nx = 1\n"), again);
  }

  @Test
  void a_table_in_the_place_of_servers_is_refused() throws IOException {
    Files.writeString(config(), "[[mcp_servers]]\nx = 1\n");
    MigrationException refusal = assertThrows(MigrationException.class, () -> migrate(false));
    assertTrue(refusal.getMessage().contains("array of tables"), refusal.getMessage());
  }

  @Test
  void an_array_in_the_place_of_plugins_is_refused_in_words() throws IOException {
    Files.writeString(config(), "[[plugins]]\nx = 1\n");
    InstalledPlugin plugin = new InstalledPlugin("a", "m", true);
    Migrator migrator =
        new Migrator(
            MigrationOptions.builder(home)
                .plugins(() -> new PluginLister.Listing(List.of(plugin), List.of()))
                .build());
    MigrationException refusal =
        assertThrows(MigrationException.class, () -> migrator.migrate(HOST));
    assertTrue(refusal.getMessage().contains("line 1, column 1: `plugins` as an array"));
  }

  @Test
  void a_server_comes_back_whole_when_its_sub_table_stood_before_it() throws IOException {
    String user = "[mcp_servers.docs.env]\nA = \"1\"\n[mcp_servers.docs]\ncommand = \"mine\"\n";
    Files.writeString(config(), user);
    Files.writeString(config(), "model = \"m\"\n" + migrate(true));
    String back = migrate(false);
    assertTrue(back.contains("command = \"mine\"\n") && back.contains("A = \"1\"\n"), back);
  }
}
