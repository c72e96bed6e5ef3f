package dev.talaria.migration.section;

import dev.talaria.base.internal.TomlText;
import dev.talaria.migration.section.RecordedSection.Span;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts back what a section had taken in: the text as it would be had nothing been migrated.
 *
 * <p>Where the user has not edited the text since, that is the backup, byte for byte. Otherwise
 * each stretch goes back to where TOML takes it in the same meaning. Stateless.
 */
final class OriginalText {

  private OriginalText() {}

  /**
   * The user's text without the section.
   *
   * @param user what the extraction left
   * @param backup the text of the backup; empty if there is none
   */
  static TomlDocument of(
      TomlDocument user, Optional<RecordedSection> known, Optional<String> backup) {
    if (known.isEmpty() || backup.isEmpty()) {
      return user;
    }
    RecordedSection section = known.get();
    if (!Hashes.sha256(backup.get()).equals(section.original())) {
      return user;
    }
    if (Hashes.sha256(user.text()).equals(section.user())) {
      return user.with(backup.get());
    }
    TomlDocument restored = user;
    for (Span span : section.removed()) {
      String text = backup.get().substring(span.start(), span.end());
      restored = putBack(restored, user, text, span.table());
    }
    return restored;
  }

  private static TomlDocument putBack(
      TomlDocument document, TomlDocument user, String removed, List<String> table) {
    String end = document.lineEnd();
    String line = removed.endsWith("\n") ? removed : removed + end;
    TomlDocument part = document.with(removed);
    boolean isTable = part.statements().get(0).isHeader();
    // by what the user has, not by a part of the same server that was just put back
    boolean defined =
        part.statements().stream()
            .anyMatch(
                statement ->
                    statement.isHeader()
                        ? has(user, statement.path())
                        : statement.isKeyValue()
                            && user.value(isTable ? statement.path() : in(table, statement))
                                != null);
    if (defined) {
      return document;
    }
    String text = document.text();
    StringBuilder next = new StringBuilder(text);
    if (isTable) {
      next.append(text.isEmpty() || text.endsWith("\n") ? "" : end).append(line);
    } else if (table.isEmpty()) {
      next.insert(0, line);
    } else {
      Optional<TomlStatement> header =
          document.statements().stream()
              .filter(statement -> statement.kind() == Kind.TABLE && statement.key().equals(table))
              .findFirst();
      if (header.isPresent()) {
        next.insert(header.get().end(), line);
      } else {
        next.append(text.isEmpty() || text.endsWith("\n") ? "" : end)
            .append('[')
            .append(TomlText.dotted(table))
            .append(']')
            .append(end)
            .append(line);
      }
    }
    return document.with(next.toString());
  }

  /** Whether the user has this table: one that only tables within it imply may still be written. */
  private static boolean has(TomlDocument user, List<String> path) {
    return user.value(path) != null
        && user.statements().stream()
            .anyMatch(
                statement ->
                    statement.isHeader()
                        ? statement.path().equals(path)
                        : statement.isKeyValue() && definesFromAbove(statement, path));
  }

  /** By a dotted key in a table further up, or in a table on one line. */
  private static boolean definesFromAbove(TomlStatement statement, List<String> path) {
    int length = statement.path().size();
    return statement.isUnder(path)
        ? statement.table().size() < path.size()
        : length < path.size() && path.subList(0, length).equals(statement.path());
  }

  private static List<String> in(List<String> table, TomlStatement statement) {
    return Stream.concat(table.stream(), statement.key().stream()).toList();
  }
}
