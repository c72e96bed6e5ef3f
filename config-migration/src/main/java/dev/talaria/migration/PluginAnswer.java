package dev.talaria.migration;

import dev.talaria.migration.section.Plan;
import dev.talaria.migration.section.Sections.Section;
import dev.talaria.migration.toml.TomlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Codex answered when it was asked for its plugins. Immutable.
 *
 * @param wanted whether plugins are migrated at all
 * @param listing empty when Codex was not asked, or could not be
 * @param error why it could not; {@code null} otherwise
 */
record PluginAnswer(boolean wanted, Optional<PluginLister.Listing> listing, String error) {

  static PluginAnswer of(Optional<PluginLister> source) {
    if (source.isEmpty()) {
      return new PluginAnswer(false, Optional.empty(), null);
    }
    try {
      return new PluginAnswer(true, Optional.of(source.get().list()), null);
    } catch (MigrationException e) {
      return new PluginAnswer(true, Optional.empty(), e.getMessage());
    }
  }

  /** The ids of plugins of which Codex is not certain. */
  Set<String> unsure() {
    return listing.map(PluginLister.Listing::skippedIds).orElse(Set.of());
  }

  List<String> warnings() {
    return listing.stream()
        .flatMap(answer -> answer.skipped().stream())
        .map(plugin -> "plugin left out: " + plugin)
        .toList();
  }

  /** Those for the section: the installed, and those it has already where Codex cannot say. */
  List<InstalledPlugin> plugins(Plan.Before before) {
    List<InstalledPlugin> plugins = new ArrayList<>();
    listing.ifPresent(answer -> plugins.addAll(answer.installed()));
    for (String id : wanted ? inSection(before) : List.<String>of()) {
      if ((error != null || unsure().contains(id))
          && before.document().value(List.of("plugins", id, "enabled")) instanceof Boolean on) {
        int at = id.lastIndexOf('@');
        plugins.add(new InstalledPlugin(id.substring(0, at), id.substring(at + 1), on));
      }
    }
    plugins.sort(InstalledPlugin.BY_ID);
    return plugins;
  }

  /** From the record; from the section itself where another program's migrator wrote it. */
  private static List<String> inSection(Plan.Before before) {
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
