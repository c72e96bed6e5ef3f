package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.v2.MarketplaceAddResponse;
import dev.talaria.protocol.v2.PluginDetail;
import dev.talaria.protocol.v2.PluginMarketplaceEntry;
import dev.talaria.protocol.v2.PluginSummary;
import dev.talaria.rpc.RpcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A marketplace in a local folder, with a plugin that the real Codex installs. */
@Timeout(120)
class RealPluginServiceTest {

  @TempDir Path folder;

  private Path marketplace() throws IOException {
    Path shelf = folder.toRealPath().resolve("shelf");
    write(
        shelf.resolve(".agents/plugins/marketplace.json"),
        """
        {"name":"shelf","plugins":[{"name":"birds","category":"Productivity",
          "source":{"source":"local","path":"./plugins/birds"},
          "policy":{"installation":"AVAILABLE","authentication":"ON_INSTALL"}}]}
        """);
    Path plugin = shelf.resolve("plugins/birds");
    write(
        plugin.resolve(".codex-plugin/plugin.json"),
        "{\"name\":\"birds\",\"version\":\"1.0.0\",\"description\":\"Birds.\","
            + "\"skills\":\"./skills/\"}");
    write(
        plugin.resolve("skills/count/SKILL.md"),
        "---\nname: count\ndescription: Counts birds.\n---\nCount them.\n");
    return shelf;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static PluginMarketplaceEntry shelf(ServiceLab lab) {
    return lab.codex.plugins().list().marketplaces().stream()
        .filter(entry -> entry.name().equals("shelf"))
        .findAny()
        .orElseThrow();
  }

  private static PluginSummary birds(ServiceLab lab) {
    return shelf(lab).plugins().get(0);
  }

  @Test
  void a_plugin_of_a_local_marketplace_is_read_installed_and_removed() throws Exception {
    Path shelf = marketplace();
    try (ServiceLab lab = ServiceLab.start(config -> config.feature("plugins", true), Map.of())) {
      PluginService plugins = lab.codex.plugins();
      MarketplaceAddResponse added = plugins.addMarketplace(shelf.toString());
      assertEquals("shelf", added.marketplaceName());
      assertFalse(added.alreadyAdded());
      assertTrue(lab.config().contains("[marketplaces.shelf]"), lab.config());
      assertTrue(plugins.addMarketplace(shelf.toString()).alreadyAdded());
      assertFalse(birds(lab).installed());
      Path file = Path.of(shelf(lab).path().orElseThrow());
      PluginDetail detail = plugins.read(file, "birds");
      assertEquals("shelf", detail.marketplaceName());
      assertEquals("birds:count", detail.skills().get(0).name());
      assertEquals(List.of(), plugins.install(file, "birds").appsNeedingAuth());
      PluginSummary installed = birds(lab);
      assertTrue(installed.installed());
      assertEquals("birds@shelf", installed.id());
      assertTrue(lab.config().contains("[plugins.\"birds@shelf\"]"), lab.config());
      plugins.uninstall(installed.id());
      assertFalse(birds(lab).installed());
      plugins.removeMarketplace("shelf");
      assertFalse(lab.config().contains("[marketplaces.shelf]"), lab.config());
      assertTrue(Files.isDirectory(shelf), "the folder is the user's");
    }
  }

  @Test
  void what_is_not_there_is_refused() throws Exception {
    Path shelf = marketplace();
    try (ServiceLab lab = ServiceLab.start(config -> config.feature("plugins", true), Map.of())) {
      PluginService plugins = lab.codex.plugins();
      assertThrows(RpcException.class, () -> plugins.addMarketplace(folder + "/none"));
      plugins.addMarketplace(shelf.toString());
      Path file = Path.of(shelf(lab).path().orElseThrow());
      assertThrows(RpcException.class, () -> plugins.read(file, "none"));
      assertThrows(RpcException.class, () -> plugins.install(file, "none"));
      assertThrows(RpcException.class, () -> plugins.upgradeMarketplace("shelf"));
      assertThrows(RpcException.class, () -> plugins.removeMarketplace("none"));
    }
  }

  @Test
  void without_a_login_there_are_no_apps() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      assertEquals(List.of(), lab.codex.plugins().apps());
    }
  }
}
