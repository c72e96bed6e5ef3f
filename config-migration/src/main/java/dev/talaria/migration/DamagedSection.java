package dev.talaria.migration;

import dev.talaria.migration.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds what is left of a section whose markers are gone or damaged: it is known by the record
 * alone. Without a record nothing is ours, and only the markers go. One use, one thread.
 */
final class DamagedSection {

  private final TomlDocument document;
  private final String name;
  private final ForeignEntries foreign;
  private final BitSet elsewhere = new BitSet();
  private final BitSet gone = new BitSet();

  private DamagedSection(TomlDocument document, String name, ForeignEntries foreign) {
    this.document = document;
    this.name = name;
    this.foreign = foreign;
  }

  /**
   * The document without it; the same document where there is none.
   *
   * @throws MigrationException if one of its tables was changed so that it cannot be told apart
   */
  static TomlDocument takenFrom(
      TomlDocument document,
      String name,
      Markers markers,
      ForeignEntries foreign,
      boolean recorded) {
    DamagedSection lost = new DamagedSection(document, name, foreign);
    Sections sections = Sections.of(document);
    List<Integer> marks = sections.marks(markers.host());
    marks.forEach(lost.gone::set);
    sections.others(markers.host()).forEach(s -> lost.elsewhere.set(s.first(), s.last() + 1));
    if (recorded) {
      lost.markOurs();
    }
    lost.warn(marks, recorded);
    return lost.gone.isEmpty() ? document : lost.rest();
  }

  private void warn(List<Integer> marks, boolean recorded) {
    if (!marks.isEmpty()) {
      foreign
          .warnings()
          .add(
              "the markers of the section in "
                  + name
                  + " were damaged (line "
                  + document.statements().get(marks.get(0)).line()
                  + "); "
                  + (recorded
                      ? "what talaria had written was found by its record"
                      : "there is no record of it either, so all of it was taken as yours"));
    } else if (!gone.isEmpty()) {
      foreign
          .warnings()
          .add("the markers of the section in " + name + " were gone; it was found by its record");
    }
  }

  private TomlDocument rest() {
    markBlanks();
    StringBuilder rest = new StringBuilder();
    List<TomlStatement> statements = document.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (!gone.get(i)) {
        rest.append(document.text(statements.get(i)));
      }
    }
    return TomlDocument.parse(rest.toString(), name, document);
  }

  private void markOurs() {
    List<TomlStatement> statements = document.statements();
    for (int i = 0; i < statements.size(); i++) {
      TomlStatement statement = statements.get(i);
      if (elsewhere.get(i)) {
        continue;
      }
      if (statement.isHeader() && foreign.isOurTable(statement.key())) {
        markTable(i);
      } else if (statement.isRootKey() && foreign.isOurs(statement)) {
        gone.set(i);
      } else if (statement.kind() == Kind.COMMENT
          && Sections.comment(document, statement).equals(Markers.NOTHING)) {
        gone.set(i);
      }
    }
  }

  /** Blank lines between two statements that go are ours, too. */
  private void markBlanks() {
    List<TomlStatement> statements = document.statements();
    for (int i = gone.nextSetBit(0); i >= 0; i = gone.nextSetBit(i + 1)) {
      int next = i + 1;
      while (next < statements.size() && statements.get(next).kind() == Kind.BLANK) {
        next++;
      }
      if (gone.get(next)) {
        gone.set(i, next);
      }
    }
  }

  /** A table of which nothing is as we wrote it is the user's, whole. */
  private void markTable(int header) {
    List<TomlStatement> statements = document.statements();
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
    gone.set(header);
    ours.forEach(gone::set);
    others.forEach(gone::set);
    others.forEach(key -> foreign.keep(CarriedKey.of(statements.get(key), document.text())));
    if (!foreign.others().isEmpty()) {
      throw new MigrationException(
          name
              + ", line "
              + statements.get(header).line()
              + ": the markers are gone and the table "
              + statements.get(header).text(document.text()).strip()
              + " was changed by hand; nothing was changed. Remove the table, or write a server of"
              + " your own under another name");
    }
  }
}
