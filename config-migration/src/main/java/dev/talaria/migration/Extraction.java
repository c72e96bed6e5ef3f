package dev.talaria.migration;

import dev.talaria.migration.Sections.Section;
import dev.talaria.migration.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a host's section out of a configuration and tells what in it is somebody else's.
 *
 * <p>Ours is what the record has with the same value; without a record, all between the markers.
 * What others have put into the section is kept: keys of a table that stays are {@link #carried},
 * everything else moves out of the section. One use, one thread.
 */
final class Extraction {

  private static final Set<String> TABLES = Set.of("mcp_servers", "plugins");

  private final TomlDocument document;
  private final String name;
  private final Optional<RecordedSection> known;
  private final Map<List<String>, Set<String>> staying;
  private final Sections sections;
  private final Markers markers;
  private final Section section;
  private final BitSet gone = new BitSet();
  private final StringBuilder movedBefore = new StringBuilder();
  private final StringBuilder movedBehind = new StringBuilder();
  private final List<CarriedKey> carried = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private TomlDocument user;
  private int place = -1;

  private Extraction(
      TomlDocument document,
      String name,
      Markers markers,
      ManagedRecord record,
      Map<List<String>, Set<String>> staying) {
    this.document = document;
    this.name = name;
    this.markers = markers;
    this.staying = staying;
    this.sections = Sections.of(document);
    this.section = sections.of(markers.host());
    this.known = record.of(markers.host(), sectionText(document, section));
  }

  /**
   * Takes the section of {@code markers} out of {@code document}.
   *
   * @param staying the tables that the next section will have, each with the keys of which ours
   *     replace those that somebody has changed
   * @throws MigrationException if the text outside would mean something else without the section
   */
  static Extraction of(
      TomlDocument document,
      String name,
      Markers markers,
      ManagedRecord record,
      Map<List<String>, Set<String>> staying) {
    Extraction extraction = new Extraction(document, name, markers, record, staying);
    extraction.run();
    return extraction;
  }

  /** What is left: the user's text, with what was moved out of the section. */
  TomlDocument user() {
    return user;
  }

  /** Where in the user's text the section stood, in characters; -1 if there was none. */
  int place() {
    return place;
  }

  List<CarriedKey> carried() {
    return carried;
  }

  List<String> warnings() {
    return warnings;
  }

  Optional<RecordedSection> known() {
    return known;
  }

  /** Whether the section, or what is left of it, was in the document. */
  boolean found() {
    return section != null || !gone.isEmpty();
  }

  /** The text of the host's section from marker to marker; empty if it is not whole. */
  static String sectionText(TomlDocument document, Markers markers) {
    return sectionText(document, Sections.of(document).of(markers.host()));
  }

  private static String sectionText(TomlDocument document, Section section) {
    if (section == null) {
      return "";
    }
    List<TomlStatement> statements = document.statements();
    return document
        .text()
        .substring(statements.get(section.first()).start(), statements.get(section.last()).end());
  }

  private void run() {
    if (section != null) {
      takeWhole();
    } else {
      repair();
    }
  }

  /** Which tables of a section without a record the next one will not have. */
  private String leaving() {
    List<String> names =
        document.statements().subList(section.first(), section.last()).stream()
            .filter(TomlStatement::isKeyValue)
            .map(TomlStatement::path)
            .filter(path -> path.size() > 1)
            .map(path -> path.subList(0, 2))
            .distinct()
            .filter(table -> !staying.containsKey(table))
            .map(table -> String.join(".", table.stream().map(TomlText::key).toList()))
            .toList();
    return names.isEmpty() ? "" : "; taken out: " + String.join(", ", names);
  }

  private void takeWhole() {
    List<TomlStatement> statements = document.statements();
    if (known.isEmpty()) {
      warnings.add(
          "there is no record of the section in "
              + name
              + ": all between its markers was taken as written by talaria"
              + leaving());
    } else {
      sortForeign();
    }
    String text = document.text();
    int from = statements.get(section.first()).start();
    int to = statements.get(section.last()).end();
    String before = known.map(RecordedSection::before).orElse("");
    String after = known.map(RecordedSection::after).orElse("");
    boolean tables = !movedBehind.isEmpty();
    if (!tables && !before.isEmpty() && text.startsWith(before, from - before.length())) {
      from -= before.length();
    }
    if (!tables && !after.isEmpty() && text.startsWith(after, to)) {
      to += after.length();
    }
    String head = text.substring(0, from);
    String tail = movedBehind + text.substring(to);
    if (!head.isEmpty() && !head.endsWith("\n") && !(movedBefore + tail).isEmpty()) {
      // the user's last line had no end, and is no longer the last
      head += eol();
    }
    head += movedBefore;
    place = head.length();
    user = TomlDocument.parse(head + tail, name, document);
    requireSameMeaning();
  }

  /** What in the section is not ours moves out, or is carried. */
  private void sortForeign() {
    List<TomlStatement> statements = document.statements();
    TomlStatement header = null;
    boolean headerMoved = false;
    for (int i = section.first() + 1; i < section.last(); i++) {
      TomlStatement statement = statements.get(i);
      switch (statement.kind()) {
        case TABLE, ARRAY_TABLE -> {
          header = statement;
          headerMoved = statement.kind() == Kind.ARRAY_TABLE || !isOurTable(statement.key());
          if (headerMoved) {
            moveBehind(statement);
          }
        }
        case COMMENT -> {
          if (!Sections.comment(document, statement).equals(Markers.NOTHING)) {
            moveBehind(statement);
          }
        }
        case KEY_VALUE -> {
          if (!isOurs(statement)) {
            headerMoved = sort(statement, header, headerMoved);
          }
        }
        default -> {
          // the blank lines of a section are ours
        }
      }
    }
  }

  private boolean sort(TomlStatement statement, TomlStatement header, boolean headerMoved) {
    if (header == null) {
      movedBefore.append(line(statement));
      return false;
    }
    if (headerMoved || !isOurTable(statement.path())) {
      if (!headerMoved) {
        moveBehind(header);
      }
      moveBehind(statement);
      return true;
    }
    CarriedKey key = CarriedKey.of(statement, document.text());
    keep(key);
    return false;
  }

  /** Carried in a table that stays; a comment where the table goes or ours is to replace it. */
  private void keep(CarriedKey key) {
    Set<String> replaced = staying.get(key.table());
    if (replaced != null && !replaced.contains(key.key().get(0))) {
      carried.add(key);
      return;
    }
    String why =
        replaced == null
            ? "whose table is no longer migrated"
            : "which was replaced by --take-over";
    warnings.add(key.dotted() + ", " + why + ", was kept as a comment in " + name);
    movedBehind.append("# talaria kept this key, ").append(why).append(":").append(eol());
    (key.dotted() + " = " + key.valueText())
        .lines()
        .forEach(part -> movedBehind.append("# ").append(part).append(eol()));
  }

  private void moveBehind(TomlStatement statement) {
    movedBehind.append(line(statement));
  }

  private String line(TomlStatement statement) {
    String text = document.text(statement);
    return text.endsWith("\n") ? text : text + eol();
  }

  private String eol() {
    return LineEnds.of(document.text());
  }

  private boolean isOurTable(List<String> path) {
    return path.size() >= 2
        && TABLES.contains(path.get(0))
        && known.map(record -> record.wroteBelow(path.subList(0, 2))).orElse(false);
  }

  private boolean isOurs(TomlStatement statement) {
    List<String> path = statement.path();
    return known.map(record -> record.wrote(path, document.value(path))).orElse(false);
  }

  /**
   * Without whole markers what we wrote is known by the record alone; without a record nothing is
   * ours, and the markers go.
   */
  private void repair() {
    List<Integer> marks = sections.marks(markers.host());
    marks.forEach(gone::set);
    if (known.isPresent()) {
      markOurs();
    }
    if (!marks.isEmpty()) {
      warnings.add(
          "the markers of the section in "
              + name
              + " were damaged (line "
              + document.statements().get(marks.get(0)).line()
              + "); "
              + (known.isPresent()
                  ? "what talaria had written was found by its record"
                  : "there is no record of it either, so all of it was taken as yours"));
    } else if (!gone.isEmpty()) {
      warnings.add(
          "the markers of the section in " + name + " were gone; it was found by its record");
    }
    StringBuilder rest = new StringBuilder();
    List<TomlStatement> statements = document.statements();
    markBlanks();
    for (int i = 0; i < statements.size(); i++) {
      if (!gone.get(i)) {
        rest.append(document.text(statements.get(i)));
      }
    }
    user = gone.isEmpty() ? document : TomlDocument.parse(rest.toString(), name, document);
  }

  private void markOurs() {
    List<TomlStatement> statements = document.statements();
    for (int i = 0; i < statements.size(); i++) {
      TomlStatement statement = statements.get(i);
      boolean elsewhere = sections.otherAt(markers.host(), i) != null;
      if (statement.isHeader() && !elsewhere && isOurTable(statement.key())) {
        markTable(i);
      } else if (statement.isRootKey() && !elsewhere && isOurs(statement)) {
        gone.set(i);
      } else if (statement.kind() == Kind.COMMENT
          && !elsewhere
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
    List<Integer> foreign = new ArrayList<>();
    Set<Integer> ours = new LinkedHashSet<>();
    int i = header + 1;
    for (; i < statements.size() && !statements.get(i).isHeader(); i++) {
      if (statements.get(i).isKeyValue()) {
        if (isOurs(statements.get(i))) {
          ours.add(i);
        } else {
          foreign.add(i);
        }
      }
    }
    if (ours.isEmpty()) {
      return;
    }
    gone.set(header);
    ours.forEach(gone::set);
    for (int key : foreign) {
      gone.set(key);
      keep(CarriedKey.of(statements.get(key), document.text()));
    }
    if (!movedBehind.isEmpty()) {
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

  /** A key below the section belongs to the section's last table: it must not move elsewhere. */
  private void requireSameMeaning() {
    List<TomlStatement> all = document.statements();
    List<TomlStatement> before = keys(all.subList(0, section.first()));
    List<TomlStatement> behind = keys(all.subList(section.last() + 1, all.size()));
    List<TomlStatement> now = keys(user.statements());
    requireSamePaths(before, now.subList(0, before.size()));
    requireSamePaths(behind, now.subList(now.size() - behind.size(), now.size()));
  }

  private static List<TomlStatement> keys(List<TomlStatement> statements) {
    return statements.stream().filter(TomlStatement::isKeyValue).toList();
  }

  private void requireSamePaths(List<TomlStatement> was, List<TomlStatement> is) {
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).path().equals(is.get(i).path())) {
        throw new MigrationException(
            name
                + ", line "
                + was.get(i).line()
                + ": the key "
                + TomlText.key(was.get(i).key().get(0))
                + " stands below the managed section, and so belongs to the last table in it;"
                + " nothing was changed. Move it above the first table of the file, or into a table"
                + " of its own");
      }
    }
  }
}
