package dev.talaria.migration.section;

import dev.talaria.migration.MigrationException;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is left of a section whose markers are gone or damaged: it is known by the record
 * alone. Without a record nothing is ours, and only the markers go. One use, one thread.
 */
final class DamagedSection {

  private final TomlDocument document;
  private final List<TomlStatement> statements;
  private final ForeignEntries foreign;
  private final RemovedStatements removed;

  private DamagedSection(TomlDocument document, ForeignEntries foreign, RemovedStatements removed) {
    this.document = document;
    this.statements = document.statements();
    this.foreign = foreign;
    this.removed = removed;
  }

  /**
   * The document without it; the same document where there is none.
   *
   * @throws MigrationException if one of its tables was changed so that it cannot be told apart
   */
  static TomlDocument takenFrom(
      TomlDocument document, Markers markers, ForeignEntries foreign, boolean recorded) {
    Sections sections = Sections.of(document);
    RemovedStatements removed = new RemovedStatements(document, sections.others(markers.host()));
    DamagedSection damaged = new DamagedSection(document, foreign, removed);
    List<Integer> marks = sections.marks(markers.host());
    marks.forEach(removed::remove);
    if (recorded) {
      damaged.removeOurs();
    }
    damaged.warn(marks, recorded);
    removed.removeBlanksBetween();
    return removed.rest();
  }

  private void warn(List<Integer> marks, boolean recorded) {
    String markers = "the markers of the section in " + document.name();
    if (!marks.isEmpty()) {
      foreign.warnings.add(
          markers
              + " were damaged (line "
              + statements.get(marks.get(0)).line()
              + "); "
              + (recorded
                  ? "what talaria had written was found by its record"
                  : "there is no record of it either, so all of it was taken as yours"));
    } else if (!removed.isEmpty()) {
      foreign.warnings.add(markers + " were gone; it was found by its record");
    }
  }

  private void removeOurs() {
    for (int i = 0; i < statements.size(); i++) {
      TomlStatement statement = statements.get(i);
      if (removed.isOfOthers(i)) {
        continue;
      }
      if (statement.isHeader() && foreign.isOurTable(statement.key())) {
        removeTable(i);
      } else if (statement.isRootKey() && foreign.isOurs(statement)) {
        removed.remove(i);
      } else if (statement.kind() == Kind.COMMENT
          && Sections.comment(document, statement).equals(Markers.NOTHING)) {
        removed.remove(i);
      }
    }
  }

  /** A table of which nothing is as we wrote it is the user's, whole. */
  private void removeTable(int header) {
    List<Integer> ours = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = header + 1; i < statements.size() && !statements.get(i).isHeader(); i++) {
      if (statements.get(i).isKeyValue()) {
        (foreign.isOurs(statements.get(i)) ? ours : others).add(i);
      }
    }
    if (ours.isEmpty()) {
      return;
    }
    removed.remove(header);
    ours.forEach(removed::remove);
    others.forEach(removed::remove);
    others.forEach(key -> foreign.keep(CarriedKey.of(statements.get(key), document.text())));
    if (!foreign.others.isEmpty()) {
      throw new MigrationException(
          ("%s, line %s: the markers are gone and the table %s was changed by hand; nothing was"
                  + " changed. Remove the table, or write a server of your own under another name")
              .formatted(
                  document.name(),
                  statements.get(header).line(),
                  document.text(statements.get(header)).strip()));
    }
  }
}
