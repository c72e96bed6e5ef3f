package dev.talaria.cli.host;

import dev.talaria.cli.process.OwnProcess;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.HostTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server of a host that lists {@code tools} in its YAML and does not say how its own server is
 * started: this program's {@code tools-mcp}. Stateless.
 */
public final class DefaultToolServer {

  private DefaultToolServer() {}

  /** {@code host}, with that server where it needs one. */
  public static HostConfig in(HostConfig host, Path hostConfig) {
    if (host.values().get("tools") == null || host.values().get("host_tools") != null) {
      return host;
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> args =
        Stream.concat(
                Stream.of("-cp", classPath(), OwnProcess.MAIN, "tools-mcp"),
                Stream.of("--host-config", hostConfig.toAbsolutePath().normalize().toString()))
            .toList();
    return host.withHostTools(new HostTools(java.toString(), args, Map.of(), Optional.empty()));
  }

  /** Absolute: Codex starts the server in the session's folder. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    return String.join(
        separator,
        Stream.of(System.getProperty("java.class.path").split(separator))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
            .toList());
  }
}
