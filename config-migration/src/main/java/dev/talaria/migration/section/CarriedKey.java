package dev.talaria.migration.section;

import dev.talaria.base.internal.TomlText;
import dev.talaria.migration.toml.TomlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that another program, or the user, has put into a table of a managed section, and that
 * stays there: Codex keeps a user's "always allow" in the table of the MCP server that it is about.
 * Immutable.
 *
 * @param table the table's path, such as {@code mcp_servers.docs}
 * @param key the path within the table
 * @param valueText the value as it is written
 */
record CarriedKey(List<String> table, List<String> key, String valueText) {

  static CarriedKey of(TomlStatement statement, String document) {
    List<String> path = statement.path();
    return new CarriedKey(
        List.copyOf(path.subList(0, 2)),
        List.copyOf(path.subList(2, path.size())),
        document.substring(statement.valueStart(), statement.valueEnd()));
  }

  /** As one line of the table, or several when the value has several. */
  String line() {
    return TomlText.dotted(key) + " = " + valueText;
  }

  /** The whole path. */
  List<String> path() {
    List<String> path = new ArrayList<>(table);
    path.addAll(key);
    return List.copyOf(path);
  }

  /** The whole path, as TOML writes it. */
  String dotted() {
    return TomlText.dotted(path());
  }
}
