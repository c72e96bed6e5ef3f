package dev.talaria.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The real Codex in a scratch home with a marketplace on the disk. Its way to the network is a port
 * where nobody answers, so that it finds none wherever the test runs.
 */
public final class PluginLab implements AutoCloseable {

  static final String MARKETPLACE = "shelf";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  public final ScratchCodexHome home;
  private final Path marketplace;
  private String proxy = "http://127.0.0.1:9";

  /** The marketplace has these plugins, in this order. */
  public PluginLab(Path folder, String... plugins) throws IOException {
    marketplace = folder.resolve(MARKETPLACE);
    list(marketplace, plugins);
    for (String plugin : plugins) {
      Path manifest = marketplace.resolve("plugins/" + plugin + "/.codex-plugin/plugin.json");
      Files.createDirectories(manifest.getParent());
      Files.writeString(
          manifest,
          "{\"name\":\"%s\",\"version\":\"1.0.0\",\"description\":\"none\"}".formatted(plugin));
    }
    home =
        ScratchCodexHome.builder("http://127.0.0.1:9/v1")
            .feature("plugins", true)
            .table(marketplaceTable(MARKETPLACE, marketplace))
            .create();
  }

  static String marketplaceTable(String name, Path folder) {
    return "[marketplaces.%s]\nsource_type = \"local\"\nsource = \"%s\"\n".formatted(name, folder);
  }

  private static void list(Path marketplace, String... plugins) throws IOException {
    String entries =
        List.of(plugins).stream()
            .map(
                name ->
                    """
                    {"name":"%1$s","source":{"source":"local","path":"./plugins/%1$s"},
                     "policy":{"installation":"AVAILABLE","authentication":"ON_INSTALL"},
                     "category":"Productivity"}
                    """
                        .formatted(name))
            .collect(Collectors.joining(","));
    Files.createDirectories(file(marketplace).getParent());
    Files.writeString(
        file(marketplace), "{\"name\":\"%s\",\"plugins\":[%s]}".formatted(MARKETPLACE, entries));
  }

  static Path file(Path marketplace) {
    return marketplace.resolve(".agents/plugins/marketplace.json");
  }

  /** Sends what Codex wants from the network to this port of this machine. */
  PluginLab withProxy(int port) {
    proxy = "http://127.0.0.1:" + port;
    return this;
  }

  /** Puts text behind the configuration. */
  public PluginLab with(String toml) throws IOException {
    Path config = home.configFile();
    Files.writeString(config, Files.readString(config) + "\n" + toml);
    return this;
  }

  public CodexOptions options() throws Exception {
    return CodexOptions.builder()
        .executable(PinnedCodex.selected().executable())
        .environment(home.isolatedEnvironment())
        .environment(Map.of("HTTPS_PROXY", proxy, "HTTP_PROXY", proxy, "https_proxy", proxy))
        .environment("NO_PROXY", "")
        .workingDirectory(home.path())
        .build();
  }

  /** Installs a plugin as Codex does it for its user. */
  public void install(String plugin) throws Exception {
    try (Workers workers = Workers.create();
        AppServer server = AppServer.launch(options(), workers)) {
      AppServer.await(
          server.request(
              "plugin/install",
              Map.of("marketplacePath", file(marketplace).toString(), "pluginName", plugin),
              JsonNode.class),
          LIMIT);
    }
  }

  /** The ids of all processes below this JVM. */
  public static List<Long> processes() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
  }

  @Override
  public void close() throws IOException {
    home.close();
  }
}
