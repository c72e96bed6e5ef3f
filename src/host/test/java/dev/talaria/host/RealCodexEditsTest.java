package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real Codex edits a file that was migrated; the next migration keeps what it wrote.
 *
 * <p>All three versions write alike. A new or changed server goes among the others, in the section;
 * a comment above the first server's table, which the start marker is where no root key of ours
 * stands between, is dropped with any {@code mcp add} or {@code mcp remove}; a new root key goes
 * behind the last root key, which may be ours; the end marker stays.
 */
@Timeout(120)
class RealCodexEditsTest {

  private static final HostConfig HOST =
      HostConfig.parse(
          "mcp_servers: {docs: {command: 'true', args: [-y]}, web: {command: 'false'}}", "h.yaml");
  private static final String BEFORE =
      """
      # mine
      model = "gpt-5.5"

      # my server
      [mcp_servers.own]
      command = "own"

      # my projects
      [projects."/p"]
      trust_level = "trusted"
      """;

  @TempDir Path folder;

  /** What is done: a command of Codex, or a key and its value; then what the file must have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mcp add foo -- echo                          | [mcp_servers.foo]",
        "mcp remove docs                              | [mcp_servers.docs]",
        "mcp remove web                               | [mcp_servers.web]",
        "mcp add docs -- mine                         | command = \"mine\"",
        "features enable web_search_request           | web_search_request = true",
        "model \"gpt-x\"                              | model = \"gpt-x\"",
        "model_reasoning_effort \"low\"               | model_reasoning_effort = \"low\"",
        "mcp_servers.docs.enabled false               | enabled = false",
        "default_permissions \":read-only\"           | default_permissions = \":read-only\"",
        "mcp_servers.docs.tools.x.approval_mode \"approve\" | approve",
        "mcp_servers.late {\"command\":\"late\"}      | late",
        "mcp_servers.web null                         | [mcp_servers.web]",
        "plugins.a@m.enabled false                    | enabled = false",
      })
  void what_codex_wrote_is_kept(String edit, String kept) throws Exception {
    if (edit.startsWith("default_permissions") && PinnedCodex.selectedVersion().equals("0.125.0")) {
      requireThatCodexRefusesItself(edit);
      return;
    }
    for (boolean permissions : new boolean[] {true, false}) {
      MigrationLab lab = new MigrationLab(Files.createDirectory(folder.resolve("" + permissions)));
      Files.writeString(lab.config(), BEFORE);
      MigrationOptions.Builder options =
          MigrationOptions.builder(lab.home).verifier(lab.verifier());
      Migrator migrator = new Migrator((permissions ? options : options.noPermissions()).build());
      migrator.migrate(HOST);
      String migrated = Files.readString(lab.config());
      edit(lab, edit);
      String edited = Files.readString(lab.config());
      System.out.printf(
          "%s, %s: markers %b %b%n",
          PinnedCodex.selectedVersion(),
          edit,
          edited.contains("# managed by talaria"),
          edited.contains("# end talaria"));
      TreeSet<String> servers = lab.servers();

      MigrationReport report = migrator.migrate(HOST);

      String text = Files.readString(lab.config());
      String all = edited + "\n--- became\n" + text + report.warnings();
      assertTrue(text.contains(kept), all);
      assertEquals(1, text.split("# managed by talaria", -1).length - 1, all);
      assertEquals(1, text.split("# end talaria", -1).length - 1, all);
      TreeSet<String> now = lab.servers();
      assertTrue(now.containsAll(servers), all);
      assertTrue(now.containsAll(report.migrated()), all);
      assertTrue(text.contains("# mine") && text.contains("# my projects"), all);
      assertTrue(text.contains("[mcp_servers.own]"), all);
      assertFalse(migrator.migrate(HOST).changed(), all);
      if (edited.equals(migrated)) {
        assertEquals(migrated, text, all);
      }
      migrator.unmigrate();
      assertTrue(lab.servers().contains("own"), all);
    }
  }

  /** What Codex cannot load any more, a migration does not touch. */
  private void requireThatCodexRefusesItself(String edit) throws Exception {
    MigrationLab lab = new MigrationLab(folder);
    Files.writeString(lab.config(), BEFORE);
    Migrator migrator =
        new Migrator(MigrationOptions.builder(lab.home).verifier(lab.verifier()).build());
    migrator.migrate(HOST);
    edit(lab, edit);
    byte[] edited = Files.readAllBytes(lab.config());
    assertTrue(lab.verifier().refusal(edited, lab.home).isPresent());
    MigrationException refused =
        assertThrows(MigrationException.class, () -> migrator.migrate(HOST));
    assertTrue(refused.getMessage().contains("Codex says: "), refused.getMessage());
    assertEquals(new String(edited), Files.readString(lab.config()));
  }

  private static void edit(MigrationLab lab, String edit) throws Exception {
    String[] words = edit.split(" ");
    if (words[0].equals("mcp") || words[0].equals("features")) {
      lab.run(words);
    } else {
      lab.write(words[0], WireJson.mapper().readValue(words[1], Object.class));
    }
  }
}
