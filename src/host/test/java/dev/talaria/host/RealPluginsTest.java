package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.PluginLister.Listing;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the real Codex says of its plugins, without a network. */
@Timeout(300)
class RealPluginsTest {

  private static final CodexVersion VERSION =
      CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();

  /** A time limit that would outlast the test: what ends before it was not awaited. */
  private static final Duration FOR_EVER = Duration.ofHours(1);

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

  @Test
  void without_plugins_the_answer_is_empty_and_quick() throws Exception {
    try (PluginLab lab = new PluginLab(folder, "hello")) {
      CodexOptions recorded = lab.options().toBuilder().recordTo(folder.resolve("rpc")).build();
      assertEquals(new Listing(List.of(), List.of()), CodexPlugins.of(recorded, FOR_EVER).list());
      assertEquals(
          1,
          Files.readAllLines(folder.resolve("rpc")).stream()
              .filter(line -> line.contains("\"method\":\"plugin/list\""))
              .count(),
          "nothing says that anything is loading");
    }
  }

  @Test
  void installed_plugins_are_told_with_their_switch() throws Exception {
    try (PluginLab lab = new PluginLab(folder, "hello", "bye", "other")) {
      lab.install("hello");
      lab.install("bye");
      String config = Files.readString(lab.home.configFile());
      String bye = "[plugins.\"bye@shelf\"]\nenabled = ";
      assertTrue(config.contains(bye + "true"), config);
      Files.writeString(lab.home.configFile(), config.replace(bye + "true", bye + "false"));
      assertEquals(
          new Listing(
              List.of(
                  new InstalledPlugin("hello", "shelf", true),
                  new InstalledPlugin("bye", "shelf", false)),
              List.of()),
          CodexPlugins.of(lab.options()).list());
    }
  }

  @Test
  void a_plugin_that_is_switched_on_and_not_there_is_awaited_where_codex_fetches_it()
      throws Exception {
    try (PluginLab lab =
        new PluginLab(folder, "hello").with("[plugins.\"hello@shelf\"]\nenabled = true\n")) {
      boolean fetched = CodexCapability.FETCHES_PLUGINS_AT_START.isIn(VERSION);
      Listing listing = CodexPlugins.of(lab.options()).list();
      assertEquals(
          fetched ? List.of(new InstalledPlugin("hello", "shelf", true)) : List.of(),
          listing.installed());
      assertEquals(fetched ? List.of() : List.of("hello@shelf (not installed)"), listing.skipped());
    }
  }

  @Test
  void a_curated_marketplace_that_codex_gives_up_is_not_awaited() throws Exception {
    try (PluginLab lab =
        new PluginLab(folder, "hello")
            .with("[plugins.\"github@openai-curated\"]\nenabled = true\n")) {
      lab.install("hello");
      Listing listing = CodexPlugins.of(lab.options(), FOR_EVER).list();
      assertEquals(List.of(new InstalledPlugin("hello", "shelf", true)), listing.installed());
      assertEquals(List.of("github@openai-curated (not listed)"), listing.skipped());
    }
  }

  @Test
  void a_curated_marketplace_that_may_still_come_is_awaited_until_the_time_limit()
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        PluginLab lab =
            new PluginLab(folder, "hello")
                .withProxy(silent.getLocalPort())
                .with("[plugins.\"github@openai-curated\"]\nenabled = true\n")) {
      long start = System.nanoTime();
      Listing listing = CodexPlugins.of(lab.options(), Duration.ofSeconds(4)).list();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertEquals(List.of("github@openai-curated (not listed)"), listing.skipped());
      assertTrue(took.toMillis() > 3_000, took + "");
    }
  }

  @Test
  void a_broken_marketplace_costs_a_few_seconds_and_is_told() throws Exception {
    Path broken = folder.resolve("broken");
    Files.createDirectories(PluginLab.file(broken).getParent());
    Files.writeString(PluginLab.file(broken), "{");
    try (PluginLab lab =
        new PluginLab(folder, "hello").with(PluginLab.marketplaceTable("broken", broken))) {
      lab.install("hello");
      Listing listing = CodexPlugins.of(lab.options(), FOR_EVER).list();
      assertEquals(List.of(new InstalledPlugin("hello", "shelf", true)), listing.installed());
      assertEquals(1, listing.skipped().size());
      assertTrue(
          listing.skipped().get(0).contains("invalid marketplace file"), listing.skipped() + "");
    }
  }

  @Test
  void where_plugins_are_switched_off_none_is_awaited() throws Exception {
    try (PluginLab lab =
        new PluginLab(folder, "hello")
            .with("[plugins.\"github@openai-curated\"]\nenabled = true\n")) {
      String config = Files.readString(lab.home.configFile());
      Files.writeString(lab.home.configFile(), config.replace("plugins = true", "plugins = false"));
      assertEquals(
          new Listing(List.of(), List.of("github@openai-curated (not listed)")),
          CodexPlugins.of(lab.options()).list());
    }
  }

  @Test
  void a_broken_configuration_is_a_failure_in_codex_own_words() throws Exception {
    try (PluginLab lab = new PluginLab(folder, "hello").with("[unclosed\n")) {
      MigrationException failure =
          assertThrows(MigrationException.class, CodexPlugins.of(lab.options())::list);
      assertTrue(failure.getMessage().contains("unclosed table"), failure.getMessage());
    }
  }
}
