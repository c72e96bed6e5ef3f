package dev.talaria.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** tomlj's values as plain Java values, which can be compared. Stateless. */
final class TomlTree {

  private TomlTree() {}

  /**
   * A map, a list, or what tomlj gives for the value: String, Long, Double, Boolean, or a date or
   * time of {@code java.time}.
   */
  static Object plain(Object value) {
    if (value instanceof TomlTable table) {
      Map<String, Object> map = new LinkedHashMap<>();
      table.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (value instanceof TomlArray array) {
      List<Object> list = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        list.add(plain(array.get(i)));
      }
      return list;
    }
    return value;
  }

  /** The value at {@code path} in a tree of maps; {@code null} if there is none. */
  static Object at(Object tree, List<String> path) {
    Object value = tree;
    for (String key : path) {
      if (!(value instanceof Map<?, ?> map)) {
        return null;
      }
      value = map.get(key);
    }
    return value;
  }
}
