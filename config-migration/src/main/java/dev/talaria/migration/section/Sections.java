package dev.talaria.migration.section;

import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The managed sections of a document, found by their marker comments. Immutable.
 *
 * <p>A section is whole when its host has one start marker, one end marker behind it, and no other
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

  private final List<Section> whole = new ArrayList<>();
  private final Map<String, List<Integer>> marks = new TreeMap<>();

  private Sections() {}

  static Sections of(TomlDocument document) {
    Sections sections = new Sections();
    List<TomlStatement> statements = document.statements();
    Map<String, List<Integer>> starts = new HashMap<>();
    Map<String, List<Integer>> ends = new HashMap<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).kind() == Kind.COMMENT) {
        String comment = comment(document, statements.get(i));
        String starting = Markers.startOf(comment);
        String ending = Markers.endOf(comment);
        String host = starting == null ? ending : starting;
        if (host != null) {
          (starting == null ? ends : starts).computeIfAbsent(host, h -> new ArrayList<>()).add(i);
          sections.marks.computeIfAbsent(host, h -> new ArrayList<>()).add(i);
          all.add(i);
        }
      }
    }
    for (Map.Entry<String, List<Integer>> host : sections.marks.entrySet()) {
      List<Integer> own = host.getValue();
      boolean pair =
          own.size() == 2
              && List.of(own.get(0)).equals(starts.get(host.getKey()))
              && List.of(own.get(1)).equals(ends.get(host.getKey()))
              && all.indexOf(own.get(1)) == all.indexOf(own.get(0)) + 1;
      if (pair) {
        String start = comment(document, statements.get(own.get(0)));
        sections.whole.add(
            new Section(host.getKey(), own.get(0), own.get(1), Markers.foreignCommand(start)));
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
    return marks.getOrDefault(host, List.of());
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
