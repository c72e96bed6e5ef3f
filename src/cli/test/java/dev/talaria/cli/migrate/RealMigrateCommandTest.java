package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.cli.TalariaJvm;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.host.PluginLab;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code talaria migrate} with the real Codex and a marketplace on the disk, as a process of its
 * own: its environment has no way to the network, and it finds {@code CODEX_HOME} there.
 */
@Timeout(120)
class RealMigrateCommandTest {

  private static final String SERVERS = "mcp_servers:\n  a: {command: npx}\n";

  @TempDir Path folder;
  private List<Long> before;

  @BeforeEach
  void note_the_processes() {
    before = PluginLab.processes();
  }

  @AfterEach
  void no_process_is_left() {
    assertTrue(before.containsAll(PluginLab.processes()), PluginLab.processes() + "");
  }

  private CommandRun migrate(PluginLab lab, String yaml, String... more) throws Exception {
    List<String> line =
        new ArrayList<>(
            TalariaJvm.command(
                "migrate",
                "--host-config",
                Files.writeString(folder.resolve("host.yaml"), yaml).toString()));
    line.addAll(List.of(more));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder program = new ProcessBuilder(line);
    CodexOptions options = lab.options();
    program.environment().putAll(options.environment());
    program.environment().put("TALARIA_CODEX", options.executable().orElseThrow().toString());
    Process process = program.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private PluginLab lab() throws Exception {
    PluginLab lab = new PluginLab(folder, "hello");
    lab.install("hello");
    return lab;
  }

  @Test
  void codex_is_asked_for_its_plugins_and_tries_the_result() throws Exception {
    try (PluginLab lab = lab()) {
      CommandRun run = migrate(lab, SERVERS);
      String version = PinnedCodex.selectedVersion();
      assertEquals(0, run.exit(), run.err());
      assertTrue(run.out().startsWith("Wrote " + lab.home.configFile() + "\n"), run.out());
      String plugins = "Migrated 1 native Codex plugin(s):\n  - hello@shelf\n";
      assertTrue(run.out().contains(plugins), run.out());
      assertTrue(run.out().contains("Verified with Codex " + version + "\n"), run.out());
      assertTrue(run.err().startsWith("Asking Codex " + version + " for its plugins ...\n"));
      String config = Files.readString(lab.home.configFile());
      String section = config.substring(config.indexOf("# managed by talaria"));
      assertTrue(section.contains("[plugins.\"hello@shelf\"]\nenabled = true\n"), section);
      assertEquals(0, migrate(lab, SERVERS, "--check").exit());
    }
  }

  @Test
  void a_dry_run_asks_for_plugins_and_leaves_the_configuration() throws Exception {
    try (PluginLab lab = lab()) {
      String config = Files.readString(lab.home.configFile());
      CommandRun run = migrate(lab, SERVERS, "--dry-run", "--json");
      assertEquals(0, run.exit(), run.err());
      assertEquals("", run.err());
      JsonNode json = run.json();
      assertEquals("[\"hello@shelf\"]", json.path("plugins").toString());
      assertEquals(PinnedCodex.selectedVersion(), json.path("verifiedWith").asText());
      assertTrue(json.path("changed").asBoolean() && !json.path("written").asBoolean());
      assertEquals(config, Files.readString(lab.home.configFile()));
      assertTrue(Files.notExists(lab.home.path().resolve(".talaria-managed.json")));
    }
  }

  @Test
  void without_plugins_or_without_codex_their_tables_stay() throws Exception {
    for (String option : List.of("--no-plugins", "--no-codex")) {
      try (PluginLab lab = lab()) {
        CommandRun run = migrate(lab, SERVERS, option);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("Codex plugin discovery skipped: "), run.out());
        String config = Files.readString(lab.home.configFile());
        int section = config.indexOf("# managed by talaria");
        int end = config.indexOf("# end talaria");
        assertTrue(config.contains("[plugins.\"hello@shelf\"]"), config);
        assertFalse(config.substring(section, end).contains("plugins"), config);
      }
    }
  }

  @Test
  void a_plugin_that_was_moved_stays_without_codex_and_goes_back_without_plugins()
      throws Exception {
    // No profile: 0.125.0 loads none, which a migration without Codex cannot know.
    try (PluginLab lab = lab()) {
      migrate(lab, SERVERS, "--permissions", "none");
      String moved = Files.readString(lab.home.configFile());
      CommandRun offline = migrate(lab, SERVERS, "--no-codex", "--permissions", "none");
      assertTrue(offline.out().contains("Kept 1 native Codex plugin(s):\n"), offline.out());
      assertEquals(moved, Files.readString(lab.home.configFile()));
      migrate(lab, SERVERS, "--no-plugins");
      String back = Files.readString(lab.home.configFile());
      String end = "# end talaria managed section";
      String section = back.substring(back.indexOf("# managed by talaria"), back.indexOf(end));
      assertFalse(section.contains("[plugins"), back);
      assertTrue(back.contains("[plugins.\"hello@shelf\"]\nenabled = true"), back);
    }
  }

  @Test
  void what_codex_does_not_load_is_refused_in_its_own_words() throws Exception {
    try (PluginLab lab = new PluginLab(folder, "hello").with("[tui]\nnotifications = 3\n")) {
      String config = Files.readString(lab.home.configFile());
      CommandRun run = migrate(lab, SERVERS, "--json");
      assertEquals(1, run.exit(), run.out());
      String error = WireJson.mapper().readTree(run.out()).path("error").asText();
      assertTrue(
          error.contains("config.toml as it is, so nothing was changed. Codex says: "), error);
      assertTrue(error.contains("tui"), error);
      assertEquals("talaria: " + error + "\n", run.err());
      assertEquals(config, Files.readString(lab.home.configFile()));
      assertEquals(0, migrate(lab, SERVERS, "--no-codex").exit());
    }
  }
}
