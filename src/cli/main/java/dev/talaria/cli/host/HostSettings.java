package dev.talaria.cli.host;

import dev.talaria.base.TalariaException;
import dev.talaria.cli.process.OwnProcess;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.HostTools;
import dev.talaria.tools.ConfiguredTools;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The host's configuration file as the command line uses it. */
public final class HostSettings {

  private HostSettings() {}

  /**
   * A file; where it lists {@code tools} and does not say how the host's own server is started,
   * that is this program's {@code tools-mcp}.
   */
  public static HostConfig read(Path file) {
    HostConfig host = HostConfig.read(file);
    if (host.values().get("tools") == null || host.values().get("host_tools") != null) {
      return host;
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String config = file.toAbsolutePath().normalize().toString();
    List<String> args =
        List.of("-cp", classPath(), OwnProcess.MAIN, "tools-mcp", "--host-config", config);
    return host.withHostTools(new HostTools(java, args, Map.of(), Optional.empty()));
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

  /** The approvals of a file; without a file there is no opinion. */
  public static ApprovalSettings approvals(Path file, Path cwd) throws IOException {
    return file == null ? ApprovalSettings.none() : ApprovalSettings.load(file, cwd);
  }

  /**
   * The tools of a file; without a file there are none.
   *
   * @throws IllegalArgumentException if the file cannot be used
   */
  public static ToolRegistry tools(Path file) {
    if (file == null) {
      return ToolRegistry.of();
    }
    try {
      return ConfiguredTools.of(HostConfig.read(file).values(), file);
    } catch (TalariaException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
