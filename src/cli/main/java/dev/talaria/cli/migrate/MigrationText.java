package dev.talaria.cli.migrate;

import dev.talaria.base.VisibleText;
import dev.talaria.migration.MigrationReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What a migration did, in lines for people. Holds names and reasons, never a value of a
 * configuration.
 *
 * <p>For one report.
 */
final class MigrationText {

  private final MigrationReport report;
  private final String trial;
  private final List<String> lines = new ArrayList<>();

  private MigrationText(MigrationReport report, boolean check) {
    this.report = report;
    this.trial = check ? "(check) " : "(dry run) ";
  }

  /**
   * The lines after {@code migrate}.
   *
   * @param hostConfig what the servers came from
   * @param pluginsOff why Codex was not asked for its plugins; {@code null} if it was
   */
  static List<String> migrated(
      MigrationReport report, boolean check, String hostConfig, String pluginsOff) {
    MigrationText text = new MigrationText(report, check);
    text.target("Wrote ", "Would write ", "Nothing to change in ");
    text.servers(hostConfig);
    text.plugins(pluginsOff);
    text.rest();
    return text.lines;
  }

  /** The lines after {@code unmigrate}. */
  static List<String> removed(MigrationReport report, String hostName, boolean gone) {
    MigrationText text = new MigrationText(report, false);
    if (gone) {
      text.add("Removed " + report.target() + ", which a migration had made");
    } else {
      String section = "the section of '" + hostName + "' from ";
      text.target(
          "Removed " + section, "Would remove " + section, "Nothing to remove: no section in ");
    }
    return text.lines;
  }

  private void add(String line) {
    lines.add(VisibleText.onOneLine(line));
  }

  private void target(String done, String would, String same) {
    if (!report.changed()) {
      add(same + report.target());
    } else {
      add((report.dryRun() ? trial + would : done) + report.target());
    }
  }

  /** The same thing done, only to be done, or there already. */
  private String did(String done, String would, String same) {
    return !report.changed() ? same : report.dryRun() ? would : done;
  }

  private void servers(String hostConfig) {
    if (report.migrated().isEmpty()) {
      if (report.errors().isEmpty() && !keptServer()) {
        add("No MCP servers found in " + hostConfig + ".");
      }
      return;
    }
    String did = did("Migrated ", "Would migrate ", "Up to date: ");
    add(did + report.migrated().size() + " MCP server(s):");
    for (String server : report.migrated()) {
      List<String> skipped = report.skippedKeys().getOrDefault(server, List.of());
      String keys = skipped.isEmpty() ? "" : " (skipped: " + String.join("; ", skipped) + ")";
      add("  - " + server + keys);
    }
  }

  /** Root keys and plugins are kept, too: those are not servers. */
  private boolean keptServer() {
    return report.preserved().stream()
        .anyMatch(
            name ->
                !name.equals("default_permissions")
                    && !name.equals("sandbox_mode")
                    && !name.contains("@"));
  }

  private void plugins(String pluginsOff) {
    String reason = pluginsOff == null ? report.pluginQueryError() : pluginsOff;
    if (reason != null) {
      add("Codex plugin discovery skipped: " + reason);
    }
    if (!report.plugins().isEmpty()) {
      String did = reason != null ? "Kept " : did("Migrated ", "Would migrate ", "Up to date: ");
      add(did + report.plugins().size() + " native Codex plugin(s):");
      report.plugins().forEach(plugin -> add("  - " + plugin));
    }
  }

  private void rest() {
    if (report.defaultPermissions() != null) {
      String did = did("Wrote ", "Would write ", "Up to date: ");
      add(did + "default_permissions = '" + report.defaultPermissions() + "'");
    }
    if (!report.preserved().isEmpty()) {
      add(
          "Kept "
              + report.preserved().size()
              + " already in config.toml: "
              + String.join(", ", report.preserved()));
    }
    if (report.verifiedWith() != null && report.changed()) {
      add("Verified with Codex " + report.verifiedWith());
    }
    if (report.backup() != null && report.written()) {
      add("Backup: " + report.backup());
    }
  }
}
