package dev.talaria.cli.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria migrate}: the host's MCP servers and Codex's plugins into {@code config.toml}. */
@Command(
    name = "migrate",
    description = {
      "Writes the host's MCP servers, Codex's plugins and the default permissions into one section"
          + " of Codex's config.toml.",
      "All else in the file stays as it is; 'talaria unmigrate' takes the section out again."
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 refused or failed, a server was left out, or --check found a change,"
          + " 2 misuse, 3 Codex missing or too old."
    })
public final class MigrateCommand extends ConsoleCommand {

  @Mixin private ManagedSection section;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      required = true,
      description = "The host's YAML with 'mcp_servers' and 'host_tools'.")
  private Path hostConfig;

  @Mixin private AskedCodex codex;

  @Option(names = "--no-host-tools", description = "Leaves the host's own tools out.")
  private boolean noHostTools;

  @Option(
      names = "--permissions",
      paramLabel = "PROFILE",
      description = "The default permission profile, or 'none'. Default: ${DEFAULT-VALUE}.",
      defaultValue = MigrationOptions.WORKSPACE)
  private String permissions;

  @Option(
      names = "--take-over",
      description = "Replaces what you define under the same names; the backup keeps it.")
  private boolean takeOver;

  @Option(
      names = "--check",
      description = "Writes nothing; exit code 1 if a migration would change the file, else 0.")
  private boolean check;

  @Override
  public Integer call() throws Exception {
    return section.run(spec.commandLine(), this::migrate);
  }

  private int migrate() throws JsonProcessingException {
    HostConfig host = host();
    MigrationReport report = ManagedSection.migrator(options()).migrate(host);
    section.print(
        spec.commandLine(),
        report,
        MigrationText.migrated(report, check, hostConfig.toString(), codex.pluginsOff()));
    boolean bad = check ? report.changed() : !report.errors().isEmpty();
    return bad ? FAILED : FINE;
  }

  private HostConfig host() {
    try {
      HostConfig host = HostSettings.read(hostConfig);
      if (!noHostTools) {
        host.hostTools();
      }
      return host;
    } catch (MigrationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private MigrationOptions options() {
    MigrationOptions.Builder options =
        section
            .options()
            .hostTools(!noHostTools)
            .takeOver(takeOver)
            .dryRun(check || section.dryRun());
    try {
      if (permissions.equals("none")) {
        options.noPermissions();
      } else {
        options.permissions(permissions);
      }
    } catch (MigrationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return codex.in(options, section.codexHome(), this::progress).build();
  }

  private void progress(String text) {
    if (!section.json()) {
      say(text);
    }
  }
}
