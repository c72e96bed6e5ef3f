package dev.talaria.migration.section;

import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what in a section is ours, and collects what is not. One use, one thread.
 *
 * <p>Ours is what the record has with the same value. Keys of a table that stays are carried; where
 * the table goes, or ours is to replace them, they are kept as comments.
 */
final class ForeignEntries {

  private static final Set<String> TABLES = Set.of("mcp_servers", "plugins");

  private final TomlDocument document;
  private final Optional<RecordedSection> known;
  private final Map<List<String>, Set<String>> staying;

  /** Keys of the document's root, which go above the section. */
  final StringBuilder rootKeys = new StringBuilder();

  /** Anything else that goes below the section. */
  final StringBuilder others = new StringBuilder();

  final List<CarriedKey> carried = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  ForeignEntries(
      TomlDocument document,
      Optional<RecordedSection> known,
      Map<List<String>, Set<String>> staying) {
    this.document = document;
    this.known = known;
    this.staying = staying;
  }

  /** Whether anything was written below the first two segments of {@code path}. */
  boolean isOurTable(List<String> path) {
    return path.size() >= 2
        && TABLES.contains(path.get(0))
        && known.map(record -> record.wroteBelow(path.subList(0, 2))).orElse(false);
  }

  boolean isOurs(TomlStatement statement) {
    List<String> path = statement.path();
    return known.map(record -> record.wrote(path, document.value(path))).orElse(false);
  }

  /** A key of the document's root, which goes above the section. */
  void addRootKey(TomlStatement statement) {
    rootKeys.append(line(statement));
  }

  /** Anything else that goes below the section. */
  void add(TomlStatement statement) {
    others.append(line(statement));
  }

  /** A key in one of our tables. */
  void keep(CarriedKey key) {
    Set<String> replaced = staying.get(key.table());
    if (replaced != null && !replaced.contains(key.key().get(0))) {
      carried.add(key);
      return;
    }
    String why =
        replaced == null
            ? "whose table is no longer migrated"
            : "which was replaced by --take-over";
    String end = document.lineEnd();
    warnings.add(key.dotted() + ", " + why + ", was kept as a comment in " + document.name());
    others.append("# talaria kept this key, ").append(why).append(":").append(end);
    (key.dotted() + " = " + key.valueText())
        .lines()
        .forEach(part -> others.append("# ").append(part).append(end));
  }

  private String line(TomlStatement statement) {
    String text = document.text(statement);
    return text.endsWith("\n") ? text : text + document.lineEnd();
  }
}
