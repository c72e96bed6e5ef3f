package dev.talaria.migration.section;

import dev.talaria.migration.section.Sections.Section;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.List;

/**
 * Where in a text a section can stand. Stateless.
 *
 * <p>Its root keys have to stand before the first table, and no key of the user's may follow its
 * tables: it goes before the user's first table. It never stands in another host's section.
 */
final class InsertionPoint {

  private InsertionPoint() {}

  /**
   * The place for a section, in characters.
   *
   * @param kept where it stood before, which is kept if it can be; -1 for none
   */
  static int of(TomlDocument text, Markers markers, SectionText section, int kept) {
    Sections sections = Sections.of(text);
    if (kept >= 0 && fits(text, sections, markers, section, kept)) {
      return kept;
    }
    List<TomlStatement> statements = text.statements();
    int at = 0;
    while (at < statements.size() && !statements.get(at).isHeader()) {
      at++;
    }
    Section other = sections.otherAt(markers.host(), at);
    if (other != null) {
      boolean rootKeys =
          statements.subList(other.first(), other.last()).stream()
              .anyMatch(TomlStatement::isRootKey);
      at = rootKeys ? other.last() + 1 : other.first();
    }
    if (at == statements.size()) {
      return text.text().length();
    }
    while (at > 0
        && statements.get(at - 1).kind() == Kind.BLANK
        && (other == null || at - 1 < other.first())) {
      at--;
    }
    return statements.get(at).start();
  }

  private static boolean fits(
      TomlDocument text, Sections sections, Markers markers, SectionText section, int place) {
    boolean behindTable = false;
    boolean atStatement = place == text.text().length();
    List<TomlStatement> statements = text.statements();
    for (int i = 0; i < statements.size(); i++) {
      TomlStatement statement = statements.get(i);
      if (statement.start() < place) {
        behindTable |= statement.isHeader();
        continue;
      }
      Section other = sections.otherAt(markers.host(), i);
      if (statement.start() == place) {
        atStatement = other == null || other.first() == i;
      }
      if (statement.isHeader()) {
        break;
      }
      if (statement.isKeyValue() && section.hasTables) {
        return false;
      }
    }
    return atStatement && !(behindTable && section.hasRootKeys);
  }
}
