package dev.talaria.cli.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code talaria unmigrate}: Codex's configuration as it was before {@code talaria migrate}. */
@Command(
    name = "unmigrate",
    description = "Removes the section that 'talaria migrate' wrote from Codex's config.toml.",
    footer = {"", "Exit codes: 0 fine, 1 refused or failed, 2 misuse."})
public final class UnmigrateCommand extends ConsoleCommand {

  @Mixin private ManagedSection section;

  @Override
  public Integer call() throws Exception {
    return section.run(spec.commandLine(), this::unmigrate);
  }

  private int unmigrate() throws JsonProcessingException {
    MigrationReport report =
        ManagedSection.made(() -> new Migrator(section.options().build())).unmigrate();
    boolean gone = report.written() && Files.notExists(Path.of(report.target()));
    section.print(
        spec.commandLine(), report, MigrationText.removed(report, section.hostName(), gone));
    return FINE;
  }
}
