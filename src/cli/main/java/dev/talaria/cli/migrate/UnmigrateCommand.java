package dev.talaria.cli.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.migration.MigrationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code talaria unmigrate}: Codex's configuration as it was before {@code talaria migrate}. */
@Command(
    name = "unmigrate",
    description = "Takes the section of 'talaria migrate' out of Codex's config.toml again.",
    footer = {"", "Exit codes: 0 fine, 1 refused or failed, 2 misuse."})
public final class UnmigrateCommand extends ConsoleCommand {

  @Mixin private ManagedSection section;

  @Override
  public Integer call() throws JsonProcessingException {
    CommandLine line = spec.commandLine();
    try {
      MigrationReport report = ManagedSection.migrator(section.options().build()).unmigrate();
      boolean gone = report.written() && Files.notExists(Path.of(report.target()));
      section.print(line, report, MigrationText.removed(report, section.hostName(), gone));
      return FINE;
    } catch (IllegalArgumentException e) {
      return section.refuse(line, MISUSE, e.getMessage());
    } catch (TalariaException e) {
      return section.refuse(line, FAILED, e.getMessage());
    }
  }
}
