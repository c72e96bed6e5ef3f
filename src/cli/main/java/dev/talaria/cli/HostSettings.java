package dev.talaria.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.host.HostFile;
import dev.talaria.tools.ConfiguredTools;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The host's configuration file as the command line uses and explains it. */
final class HostSettings {

  private HostSettings() {}

  /** The approvals of a file; without a file there is no opinion. */
  static ApprovalSettings approvals(Path file, Path cwd) throws IOException {
    return file == null ? ApprovalSettings.none() : ApprovalSettings.load(file, cwd);
  }

  /**
   * The tools of a file; without a file there are none.
   *
   * @throws IllegalArgumentException if the file cannot be used
   */
  static ToolRegistry tools(Path file) {
    if (file == null) {
      return ToolRegistry.of();
    }
    try {
      return ConfiguredTools.of(HostFile.read(file), file);
    } catch (TalariaException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What the approvals of a file do, in the order in which it counts. */
  static List<Finding> explain(ApprovalSettings settings) {
    List<Finding> findings = new ArrayList<>();
    settings.describe().forEach(rule -> findings.add(Finding.good("approval", rule)));
    String rest = settings.mode().rest() + " (mode " + settings.mode().word() + ")";
    findings.add(
        settings.mode() == ApprovalSettings.Mode.OFF
            ? Finding.note("approval", rest, "write mode: ask, and allow what may run by rules")
            : Finding.good("approval", rest));
    settings
        .timeout()
        .ifPresent(
            limit ->
                findings.add(
                    Finding.good(
                        "approval",
                        "a question without an answer is declined after "
                            + Durations.show(limit))));
    return findings;
  }

  /** The same as JSON. */
  static void explain(ApprovalSettings settings, ObjectNode json) {
    json.put("mode", settings.mode().word());
    settings.describe().forEach(json.putArray("rules")::add);
    settings.ownServers().forEach(json.putArray("ownServers")::add);
    json.put("rest", settings.mode().rest());
    settings.timeout().ifPresent(limit -> json.put("timeoutMillis", limit.toMillis()));
  }
}
