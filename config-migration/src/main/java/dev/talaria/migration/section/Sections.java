package dev.talaria.migration.section;

import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The managed sections of a document, found by their marker comments. Immutable.
 *
 * <p>A section is whole when its host has one start marker, one end marker after it, and no other
 * host's marker between them. All other markers of a host are damage.
 */
public final class Sections {

  /**
   * A whole section.
   *
   * @param first the index of its start marker among the statements
   * @param last the index of its end marker
   * @param command of another program that regenerates it; empty for a section of ours
   */
  public record Section(String host, int first, int last, String command) {

    boolean isForeign() {
      return !command.isEmpty();
    }

    boolean holds(int statement) {
      return first <= statement && statement <= last;
    }
  }

  private record Mark(String host, boolean isStart, int at) {}

  private final List<Section> whole = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  private Sections() {}

  static Sections of(TomlDocument document) {
    Sections sections = new Sections();
    List<TomlStatement> statements = document.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).kind() == Kind.COMMENT) {
        String comment = comment(document, statements.get(i));
        String starting = Markers.startOf(comment);
        String host = starting == null ? Markers.endOf(comment) : starting;
        if (host != null) {
          sections.marks.add(new Mark(host, starting != null, i));
        }
      }
    }
    for (int i = 1; i < sections.marks.size(); i++) {
      Mark start = sections.marks.get(i - 1);
      Mark end = sections.marks.get(i);
      boolean isPair = start.isStart() && !end.isStart() && start.host().equals(end.host());
      if (isPair && sections.marks(end.host()).size() == 2) {
        String command = Markers.foreignCommand(comment(document, statements.get(start.at())));
        sections.whole.add(new Section(end.host(), start.at(), end.at(), command));
      }
    }
    return sections;
  }

  /** A comment without the blanks around it. */
  static String comment(TomlDocument document, TomlStatement statement) {
    return document.text(statement).strip();
  }

  /** The section of {@code host}; {@code null} if it has none that is whole. */
  Section of(String host) {
    return whole.stream().filter(section -> section.host().equals(host)).findFirst().orElse(null);
  }

  /** The indexes of all markers of {@code host}. */
  List<Integer> marks(String host) {
    return marks.stream().filter(mark -> mark.host().equals(host)).map(Mark::at).toList();
  }

  /** The whole sections of other hosts. */
  List<Section> others(String host) {
    return whole.stream().filter(section -> !section.host().equals(host)).toList();
  }

  /** The other host in whose section a statement stands; {@code null} if in none. */
  Section otherAt(String host, int statement) {
    return others(host).stream()
        .filter(section -> section.holds(statement))
        .findFirst()
        .orElse(null);
  }
}
