package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real Codex loads what comes of each golden case, and shows its servers and plugins. */
@Timeout(120)
class RealGoldenCasesTest {

  @TempDir Path folder;

  static Stream<MigratedCase> cases() throws IOException {
    List<MigratedCase> cases = new ArrayList<>();
    for (MigratedCase golden : MigratedCase.all()) {
      if (golden.version().map(PinnedCodex.selectedVersion()::equals).orElse(true)) {
        cases.add(golden);
      }
    }
    return cases.stream();
  }

  /**
   * A case whose file this Codex does not load before the migration is one that it must not load
   * after it either: then nothing is written.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void codex_loads_what_comes_of_it(MigratedCase golden) throws Exception {
    MigrationLab lab = new MigrationLab(folder);
    golden.prepare(folder);
    byte[] start = Files.exists(lab.config()) ? Files.readAllBytes(lab.config()) : new byte[0];
    Optional<String> before = lab.verifier().refusal(start, folder);
    MigrationReport report;
    try {
      report = golden.migrate(folder, lab.verifier());
    } catch (MigrationException e) {
      assertTrue(before.isPresent(), "Codex loads it before, and not after: " + e.getMessage());
      assertEquals(new String(start), Files.readString(lab.config()));
      System.out.println(
          PinnedCodex.selectedVersion() + " " + golden + ": not loaded before, " + before.get());
      return;
    }
    TreeSet<String> servers = lab.servers();
    assertTrue(servers.containsAll(report.migrated()), servers + " lacks " + report.migrated());
    Optional<String> after = golden.file("after.toml");
    if (golden.file("edited.toml").or(() -> after).orElse("").contains("[mcp_servers.mine]")) {
      assertTrue(servers.contains("mine"), servers + "");
    }
    assertTrue(
        lab.ask("config/read", Map.of("includeLayers", false)).path("config").isObject(),
        golden + "");
  }

  @Test
  void a_plugin_of_a_local_marketplace_stays_switched_on() throws Exception {
    try (PluginLab lab = new PluginLab(folder, "hello")) {
      lab.install("hello");
      MigrationOptions options =
          MigrationOptions.builder(lab.home.path())
              .plugins(CodexPlugins.of(lab.options()))
              .verifier(CodexVerifier.of(lab.options()))
              .build();
      MigrationReport report =
          new Migrator(options)
              .migrate(HostConfig.parse("mcp_servers: {a: {command: b}}", "h.yaml"));
      assertEquals(List.of("hello@shelf"), report.plugins());
      String text = Files.readString(lab.home.configFile());
      assertTrue(text.indexOf("[plugins.") > text.indexOf("# managed by talaria"), text);
      assertEquals(
          List.of(new InstalledPlugin("hello", "shelf", true)),
          CodexPlugins.of(lab.options()).list().installed());
    }
  }
}
