package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.talaria.protocol.v2.MarketplaceAddResponse;
import dev.talaria.protocol.v2.PluginDetail;
import dev.talaria.protocol.v2.PluginMarketplaceEntry;
import dev.talaria.protocol.v2.PluginSummary;
import dev.talaria.rpc.RpcException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static void git(Path repository, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.com"));
    command.addAll(List.of(arguments));
    ProcessBuilder git = new ProcessBuilder(command).directory(repository.toFile());
    git.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    assertEquals(0, git.inheritIO().start().waitFor());
  }

  /** What a Git client needs that gets files and no more. */
  private static HttpServer serve(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
          boolean there = Files.isRegularFile(file);
          byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void a_marketplace_of_git_is_fetched_and_fetched_anew() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "git"))),
        "git was not found on the path");
    Path shelf = marketplace();
    git(shelf, "init", "--quiet");
    git(shelf, "add", "--all");
    git(shelf, "commit", "--quiet", "--message", "one");
    git(shelf, "update-server-info");
    HttpServer server = serve(shelf);
    try (ServiceLab lab = ServiceLab.start(config -> config.feature("plugins", true), Map.of())) {
      PluginService plugins = lab.codex.plugins();
      plugins.addMarketplace("http://127.0.0.1:" + server.getAddress().getPort() + "/.git");
      assertEquals(Optional.of("1.0.0"), birds(lab).localVersion());
      Path manifest = shelf.resolve("plugins/birds/.codex-plugin/plugin.json");
      write(manifest, Files.readString(manifest).replace("1.0.0", "1.1.0"));
      git(shelf, "commit", "--quiet", "--all", "--message", "two");
      git(shelf, "update-server-info");
      assertEquals(List.of(), plugins.upgradeMarketplace("shelf").errors());
      assertEquals(Optional.of("1.1.0"), birds(lab).localVersion());
    } finally {
      server.stop(0);
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
