package dev.talaria.cli.host;

import dev.talaria.base.TalariaException;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.migration.HostConfig;
import dev.talaria.tools.ConfiguredTools;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.nio.file.Path;

/** The host's configuration file as the command line uses it. */
public final class HostSettings {

  private HostSettings() {}

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
