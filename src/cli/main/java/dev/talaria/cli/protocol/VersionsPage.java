package dev.talaria.cli.protocol;

import dev.talaria.fixtures.SurveyTable;
import dev.talaria.fixtures.SurveyTable.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page {@code docs/protocol-versions.md}, made from the table of the survey. Stateless. */
final class VersionsPage {

  private static final String HEAD =
      """
      # Versions of the protocol

      What differs between the releases of Codex in all that Talaria uses: one row for each fact, with the exact release in
      which it changed. Made by `talaria protocol versions --page` from `fixtures/codex/survey.tsv`, which
      `talaria protocol survey` writes: it installs every release that npm serves, one after the other, reads its schema and
      tries it out with a scripted model. Nothing between two releases is guessed. What Talaria makes of these facts is in
      `CodexCapability`; a test holds it to this table. The names in capitals are explained in
      [protocol](protocol.md#versions); "strict tools" are those that a strict model call is offered.

      """;

  private VersionsPage() {}

  static String of(SurveyTable table) {
    List<String> measured = table.measured();
    StringBuilder page = new StringBuilder(HEAD);
    page.append(
        "%d releases were measured, from %s to %s:\n%s.\n"
            .formatted(
                measured.size(),
                measured.get(0),
                measured.get(measured.size() - 1),
                String.join(", ", measured)));
    List<String> others = new ArrayList<>(table.versions());
    others.removeAll(measured);
    for (String version : others) {
      page.append(
          "\nNot measured: %s. %s\n"
              .formatted(version, table.value(version, SurveyTable.MEASURED)));
    }
    section(page, "What Talaria does on them", table, SurveyChecks.names());
    List<String> shown = shown(table);
    List<String> schema = new ArrayList<>(table.facts());
    schema.removeAll(SurveyChecks.names());
    schema.removeAll(shown);
    schema.remove(SurveyTable.MEASURED);
    section(page, "Shown on the binary, or by a single part of its schema", table, shown);
    section(page, "Read from the schema, for all that Talaria sends and reads", table, schema);
    return page.toString();
  }

  /** The facts about what a release does, without Talaria and but for the parts of its schema. */
  static List<String> shown(SurveyTable table) {
    return table.facts().stream()
        .filter(fact -> !fact.matches("(method|item|notification|server request) .*"))
        .filter(fact -> !fact.startsWith(SurveyChecks.PREFIX))
        .filter(fact -> !fact.equals(SurveyTable.MEASURED))
        .toList();
  }

  private static void section(
      StringBuilder page, String title, SurveyTable table, List<String> facts) {
    page.append("\n## ").append(title).append("\n\n| fact | at first | then |\n|---|---|---|\n");
    int same = 0;
    for (String fact : facts) {
      List<Change> changes = table.changes(fact);
      boolean check = fact.startsWith(SurveyChecks.PREFIX);
      if (changes.size() == 1 && !check) {
        same++;
      } else if (!changes.isEmpty()) {
        page.append("| ").append(cell(fact)).append(" | ").append(cell(changes.get(0).value()));
        page.append(" | ").append(later(changes)).append(" |\n");
      }
    }
    if (same > 0) {
      page.append("\nAnother ").append(same).append(" facts are the same in all of them.\n");
    }
  }

  private static String later(List<Change> changes) {
    return changes.stream()
        .skip(1)
        .map(change -> "since " + change.since() + ": " + cell(change.value()))
        .collect(Collectors.joining("; "));
  }

  /** Text that Markdown leaves as it is; a name in capitals or with a colon is code. */
  private static String cell(String text) {
    String safe = text.replace("|", "\\|").replace("<", "&lt;");
    return safe.matches("[A-Z_]{4,}") ? "`" + safe + "`" : safe;
  }
}
