package dev.talaria.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a section, and what of it is ours. Line ends are {@code \n}. One use, one thread.
 *
 * <p>A table may hold keys of somebody else's, which are written but not recorded.
 */
final class SectionText {

  private final List<String> parts = new ArrayList<>();
  private final Map<List<String>, Object> values = new LinkedHashMap<>();
  private boolean tables;
  private boolean rootKeys;

  void root(String key, Object value) {
    rootKeys = true;
    values.put(List.of(key), value);
    parts.add(TomlText.key(key) + " = " + TomlText.value(value) + "\n");
  }

  /**
   * A table.
   *
   * @param keys ours
   * @param taken keys of the user's text that moved into it as they are written, with their values
   * @param carried keys that somebody has put into it
   */
  void table(
      List<String> path,
      Map<String, Object> keys,
      Map<CarriedKey, Object> taken,
      List<CarriedKey> carried) {
    tables = true;
    if (keys.isEmpty() && taken.isEmpty()) {
      // somebody has changed all that was ours; the table itself still is
      values.put(path, Map.of());
    }
    StringBuilder text =
        new StringBuilder("[")
            .append(String.join(".", path.stream().map(TomlText::key).toList()))
            .append("]\n");
    keys.forEach(
        (key, value) -> {
          List<String> full = new ArrayList<>(path);
          full.add(key);
          values.put(List.copyOf(full), value);
          text.append(TomlText.key(key)).append(" = ").append(TomlText.value(value)).append('\n');
        });
    taken.forEach(
        (key, value) -> {
          List<String> full = new ArrayList<>(path);
          full.addAll(key.key());
          values.put(List.copyOf(full), value);
          text.append(key.line().replace("\r\n", "\n")).append('\n');
        });
    carried.forEach(key -> text.append(key.line().replace("\r\n", "\n")).append('\n'));
    parts.add(text.toString());
  }

  /** What was written as ours, by path. */
  Map<List<String>, Object> values() {
    return values;
  }

  boolean has(List<String> table) {
    return values.keySet().stream()
        .anyMatch(path -> path.size() >= 2 && path.subList(0, 2).equals(table));
  }

  boolean hasTables() {
    return tables;
  }

  boolean hasRootKeys() {
    return rootKeys;
  }

  String text(Markers markers) {
    if (parts.isEmpty()) {
      return markers.start() + "\n" + Markers.NOTHING + "\n" + markers.end() + "\n";
    }
    return markers.start() + "\n\n" + String.join("\n", parts) + "\n" + markers.end() + "\n";
  }
}
