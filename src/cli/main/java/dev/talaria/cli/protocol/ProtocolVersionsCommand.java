package dev.talaria.cli.protocol;

import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.fixtures.SurveyTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code talaria protocol versions}: what was found about the releases of Codex. For one run;
 * starts nothing.
 */
@Command(
    name = "versions",
    description =
        "Prints on which releases of Codex sessions, permission profiles, security"
            + " modes and strict isolation work as promised, according to the survey.",
    footer = {"", "Exit codes: 0 all is right, 1 something is not, 2 misuse."})
final class ProtocolVersionsCommand extends ConsoleCommand {

  @Option(
      names = "--page",
      description = "Prints the page docs/protocol-versions.md with all facts instead.")
  private boolean page;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "The table that a survey wrote, instead of the one that Talaria came with.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    SurveyTable table = file == null ? SurveyTable.checkedIn() : SurveyTable.read(file);
    if (page) {
      out().print(VersionsPage.of(table));
      out().flush();
      return FINE;
    }
    return table(table) ? FINE : FAILED;
  }

  private boolean table(SurveyTable table) {
    List<String> checks = SurveyChecks.names();
    StringBuilder head = new StringBuilder("%-9s".formatted("Codex"));
    checks.forEach(check -> head.append("  ").append(title(check)));
    out().println(head);
    boolean right = true;
    for (String version : table.measured()) {
      StringBuilder line = new StringBuilder("%-9s".formatted(version));
      for (String check : checks) {
        boolean holds = table.value(version, check).equals(SurveyChecks.RIGHT);
        right &= holds;
        line.append("  ")
            .append(("%-" + title(check).length() + "s").formatted(holds ? "right" : "WRONG"));
      }
      out().println(line.toString().stripTrailing());
    }
    for (String version : table.versions()) {
      String measured = table.value(version, SurveyTable.MEASURED);
      if (!measured.equals("yes")) {
        out().println("%-9s  not measured: %s".formatted(version, measured));
      }
    }
    for (String check : checks) {
      table.changes(check).stream()
          .filter(change -> !change.value().equals(SurveyChecks.RIGHT))
          .forEach(
              change ->
                  out().println(title(check) + " since " + change.since() + ": " + change.value()));
    }
    return right;
  }

  private static String title(String check) {
    return check.substring(SurveyChecks.PREFIX.length());
  }
}
