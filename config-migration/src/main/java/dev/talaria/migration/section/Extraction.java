package dev.talaria.migration.section;

import dev.talaria.base.internal.TomlText;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.section.Sections.Section;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a host's section out of a configuration and sorts out what in it is not ours.
 *
 * <p>Without a record all between the markers is ours. What others have put into the section is
 * kept: keys of a table that stays are carried, everything else moves out of the section. One use,
 * one thread.
 */
public final class Extraction {

  private final TomlDocument document;
  private final TomlDocument likely;
  final Optional<RecordedSection> known;
  private final Map<List<String>, Set<String>> staying;
  private final Section section;

  /** What in it is not ours. */
  final ForeignEntries foreign;

  /** What is left: the user's text, with what was moved out of the section. */
  TomlDocument user;

  /** Where in the user's text the section stood, in characters; -1 if there was none. */
  int place = -1;

  /**
   * Takes the section of {@code markers} out of {@code document}.
   *
   * @param known what is recorded of the section
   * @param staying the tables that the next section will have, each with the keys of which ours
   *     replace those that were changed
   * @param likely what is probably left, and then not read again
   * @throws MigrationException if the text outside would mean something else without the section
   */
  Extraction(
      TomlDocument document,
      Markers markers,
      Optional<RecordedSection> known,
      Map<List<String>, Set<String>> staying,
      TomlDocument likely) {
    this.document = document;
    this.likely = likely;
    this.staying = staying;
    this.section = Sections.of(document).of(markers.host());
    this.known = known;
    this.foreign = new ForeignEntries(document, known, staying);
    if (section != null) {
      takeWhole();
    } else {
      user = DamagedSection.takenFrom(document, markers, foreign, known.isPresent());
    }
  }

  /** The text of the host's section from marker to marker; empty if it is not whole. */
  public static String sectionText(TomlDocument document, Markers markers) {
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
            .map(table -> TomlText.dotted(table))
            .toList();
    return names.isEmpty() ? "" : "; taken out: " + String.join(", ", names);
  }

  private void takeWhole() {
    List<TomlStatement> statements = document.statements();
    if (known.isEmpty()) {
      foreign.warnings.add(
          (section.isForeign()
                  ? "the section in "
                      + document.name()
                      + " that `"
                      + section.command()
                      + "` wrote was adopted"
                  : "there is no record of the section in "
                      + document.name()
                      + ": all between its markers was taken as written by talaria")
              + leaving());
    } else {
      sortForeign();
    }
    String text = document.text();
    int from = statements.get(section.first()).start();
    int to = statements.get(section.last()).end();
    String before = known.map(RecordedSection::before).orElse("");
    String after = known.map(RecordedSection::after).orElse("");
    boolean tables = !foreign.others.isEmpty();
    if (!tables && !before.isEmpty() && text.startsWith(before, from - before.length())) {
      from -= before.length();
    }
    if (!tables && !after.isEmpty() && text.startsWith(after, to)) {
      to += after.length();
    }
    String head = text.substring(0, from);
    String tail = foreign.others + text.substring(to);
    if (!head.isEmpty() && !head.endsWith("\n") && !(foreign.rootKeys + tail).isEmpty()) {
      // the user's last line had no end, and is no longer the last
      head += document.lineEnd();
    }
    head += foreign.rootKeys;
    place = head.length();
    user = document.with(head + tail, likely);
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
          headerMoved =
              statement.kind() == Kind.ARRAY_TABLE || !foreign.isOurTable(statement.key());
          if (headerMoved) {
            foreign.add(statement);
          }
        }
        case COMMENT -> {
          if (!Sections.comment(document, statement).equals(Markers.NOTHING)) {
            foreign.add(statement);
          }
        }
        case KEY_VALUE -> {
          if (!foreign.isOurs(statement)) {
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
      foreign.addRootKey(statement);
      return false;
    }
    if (headerMoved || !foreign.isOurTable(statement.path())) {
      if (!headerMoved) {
        foreign.add(header);
      }
      foreign.add(statement);
      return true;
    }
    foreign.keep(CarriedKey.of(statement, document.text()));
    return false;
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
            ("%s, line %s: the key %s stands below the managed section, and so belongs to the last"
                    + " table in it; nothing was changed. Move it above the first table of the file,"
                    + " or into a table of its own")
                .formatted(
                    document.name(), was.get(i).line(), TomlText.key(was.get(i).key().get(0))));
      }
    }
  }
}
