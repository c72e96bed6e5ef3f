package dev.talaria.cli.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.CodexPlugins;
import dev.talaria.host.CodexVerifier;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import dev.talaria.migration.PluginLister;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria migrate}: the host's MCP servers and Codex's plugins into {@code config.toml}. */
@Command(
    name = "migrate",
    description = {
      "Writes the host's MCP servers, Codex's plugins and the default permissions into one section"
          + " of Codex's config.toml.",
      "Everything else in the file stays as it is. 'talaria unmigrate' removes the"
          + " section again."
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

  @ArgGroup private Which which;

  /** One of them at most. */
  private static final class Which {

    @Option(
        names = "--codex",
        paramLabel = "PATH",
        description =
            "The Codex executable. Default: $$TALARIA_CODEX, or else codex on the path, or"
                + " else the one that 'talaria codex install' installed.")
    private Path codex;

    @Option(
        names = "--no-codex",
        description = "Migrates without Codex: plugins are left out, and the result is not tried.")
    private boolean none;
  }

  @Option(names = "--no-plugins", description = "Leaves Codex's plugins out of the section.")
  private boolean noPlugins;

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
      description = "Replaces your own entries of the same names; the backup keeps them.")
  private boolean takeOver;

  @Option(
      names = "--check",
      description =
          "Writes nothing. The exit code is 1 if a migration would change the file, and 0"
              + " otherwise.")
  private boolean check;

  @Override
  public Integer call() throws Exception {
    return section.run(spec.commandLine(), this::migrate);
  }

  private int migrate() throws JsonProcessingException {
    HostConfig host = ManagedSection.made(this::host);
    MigrationOptions options = options();
    Migrator migrator = ManagedSection.made(() -> new Migrator(options));
    MigrationReport report = migrator.migrate(host);
    section.print(
        spec.commandLine(),
        report,
        MigrationText.migrated(
            report, check, hostConfig.toString(), noPlugins ? "--no-plugins" : null));
    boolean bad = check ? report.changed() : !report.errors().isEmpty();
    return bad ? FAILED : FINE;
  }

  private HostConfig host() {
    HostConfig host = HostSettings.read(hostConfig);
    if (!noHostTools) {
      host.hostTools();
    }
    return host;
  }

  private MigrationOptions options() {
    MigrationOptions.Builder options =
        section
            .options()
            .hostTools(!noHostTools)
            .takeOver(takeOver)
            .dryRun(check || section.dryRun());
    ManagedSection.made(
        () ->
            permissions.equals("none")
                ? options.noPermissions()
                : options.permissions(permissions));
    return withCodex(options, section.codexHome()).build();
  }

  /** Wires Codex into a migration. */
  private MigrationOptions.Builder withCodex(MigrationOptions.Builder options, Path home) {
    if (which != null && which.none) {
      return noPlugins ? options : options.plugins(MigrateCommand::notAsked);
    }
    CodexOptions.Builder codex = CodexOptions.builder().codexHome(home);
    if (which != null) {
      codex.executable(which.codex);
    }
    CodexExecutable found = CodexExecutable.locate(codex.build());
    codex.executable(found.path());
    options.verifier(CodexVerifier.of(codex.build()));
    if (noPlugins) {
      return options;
    }
    if (!Files.isDirectory(home)) {
      // Codex does not start without its folder, and without one it has no plugins.
      return options.plugins(() -> new PluginLister.Listing(List.of(), List.of()));
    }
    // Not in the current folder: a project may have a configuration of its own.
    CodexPlugins plugins = CodexPlugins.of(codex.workingDirectory(home).build());
    return options.plugins(
        () -> {
          progress("Asking Codex " + found.version() + " for its plugins ...");
          return plugins.list();
        });
  }

  /** Plugins that are in the section already stay there: not to ask is not an answer. */
  private static PluginLister.Listing notAsked() {
    throw new MigrationException("Codex is not asked (--no-codex)");
  }

  private void progress(String text) {
    if (!section.json()) {
      say(text);
    }
  }
}
