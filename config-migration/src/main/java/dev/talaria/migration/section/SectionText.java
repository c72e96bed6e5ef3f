package dev.talaria.migration.section;

import dev.talaria.base.internal.TomlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a section, and what of it is ours. One use, one thread.
 *
 * <p>A table may hold keys that are not ours, which are written but not recorded.
 */
final class SectionText {

  private final String end;
  private final List<String> parts = new ArrayList<>();

  /** What was written as ours, by path. */
  final Map<List<String>, Object> values = new LinkedHashMap<>();

  /** What of it is the user's own, by path. */
  final Map<List<String>, Object> taken = new LinkedHashMap<>();

  boolean hasTables;
  boolean hasRootKeys;

  /** A section with this line end. Values that are not ours keep theirs. */
  SectionText(String end) {
    this.end = end;
  }

  void root(String key, Object value) {
    hasRootKeys = true;
    values.put(List.of(key), value);
    parts.add(TomlText.key(key) + " = " + TomlText.value(value) + end);
  }

  /**
   * A table.
   *
   * @param keys ours
   * @param users keys of the user's text that moved into it as they are written, with their values
   * @param carried keys that others have put into it
   */
  void table(
      List<String> path,
      Map<String, Object> keys,
      Map<CarriedKey, Object> users,
      List<CarriedKey> carried) {
    hasTables = true;
    if (keys.isEmpty() && users.isEmpty()) {
      // all that was ours was changed; the table itself still is ours
      values.put(path, Map.of());
    }
    StringBuilder text =
        new StringBuilder("[").append(TomlText.dotted(path)).append(']').append(end);
    keys.forEach(
        (key, value) -> {
          List<String> full = new ArrayList<>(path);
          full.add(key);
          values.put(List.copyOf(full), value);
          text.append(TomlText.key(key)).append(" = ").append(TomlText.value(value)).append(end);
        });
    users.forEach(
        (key, value) -> {
          values.put(key.path(), value);
          taken.put(key.path(), value);
          text.append(key.line()).append(end);
        });
    carried.forEach(key -> text.append(key.line()).append(end));
    parts.add(text.toString());
  }

  boolean has(List<String> table) {
    return values.keySet().stream()
        .anyMatch(path -> path.size() >= 2 && path.subList(0, 2).equals(table));
  }

  String text(Markers markers) {
    List<String> lines = new ArrayList<>();
    lines.add(markers.start() + end);
    if (parts.isEmpty()) {
      lines.add(Markers.NOTHING + end);
    } else {
      parts.forEach(part -> lines.add(end + part));
      lines.add(end);
    }
    lines.add(markers.end() + end);
    return String.join("", lines);
  }
}
