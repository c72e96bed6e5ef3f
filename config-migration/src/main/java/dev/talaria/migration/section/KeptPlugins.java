package dev.talaria.migration.section;

import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.section.Sections.Section;
import dev.talaria.migration.toml.TomlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plugins that a section has already, for when Codex cannot be asked. Stateless. */
public final class KeptPlugins {

  private KeptPlugins() {}

  public static List<InstalledPlugin> of(Plan.Before before) {
    List<InstalledPlugin> kept = new ArrayList<>();
    for (String id : ids(before)) {
      if (before.document().value(List.of("plugins", id, "enabled")) instanceof Boolean enabled) {
        int at = id.lastIndexOf('@');
        kept.add(new InstalledPlugin(id.substring(0, at), id.substring(at + 1), enabled));
      }
    }
    return kept;
  }

  /** From the record; from the section itself where another program's migrator wrote it. */
  private static List<String> ids(Plan.Before before) {
    Optional<Section> foreign = before.foreign();
    if (foreign.isEmpty()) {
      return before.known().map(section -> section.names("plugins")).orElse(List.of());
    }
    return before
        .document()
        .statements()
        .subList(foreign.get().first(), foreign.get().last())
        .stream()
        .filter(statement -> statement.isKeyValue() && statement.isUnder(List.of("plugins")))
        .map(TomlStatement::path)
        .filter(path -> path.size() > 2 && path.get(1).lastIndexOf('@') > 0)
        .map(path -> path.get(1))
        .distinct()
        .toList();
  }
}
