package dev.talaria.host.probe;

import dev.talaria.base.Redaction;
import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.PluginLister;
import dev.talaria.protocol.wire.PluginCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one answer of Codex and its configuration say together: which plugins it has, and whether it
 * is worth asking again.
 *
 * <p>Immutable. An answer never says that a marketplace is loading (measured, 0.125.0 to 0.169.0);
 * that a plugin is configured and not listed, or listed as switched on and not installed, is the
 * only sign of it.
 *
 * @param catalog the answer
 * @param wanted the ids of the plugins that the configuration names
 */
public record PluginSurvey(PluginCatalog catalog, Set<String> wanted) {

  public PluginSurvey {
    wanted = Set.copyOf(wanted);
  }

  /** Whether the curated marketplace is missing though the configuration has plugins of it. */
  public boolean lacksCurated() {
    return !catalog.marketplaces().contains(PluginCatalog.CURATED)
        && wanted.stream().anyMatch(id -> id.endsWith("@" + PluginCatalog.CURATED));
  }

  /** Whether a marketplace cannot be read. */
  public boolean hasLoadErrors() {
    return !catalog.loadErrors().isEmpty();
  }

  /** Whether a plugin is switched on that is not there. */
  public boolean lacksPlugin() {
    return catalog.plugins().stream()
        .anyMatch(plugin -> wanted.contains(plugin.id()) && missing(plugin));
  }

  private static boolean missing(PluginCatalog.Plugin plugin) {
    return plugin.enabled() && !plugin.installed();
  }

  /** The plugins by what can be done with them; of a doubled one the first. */
  public PluginLister.Listing listing() {
    List<InstalledPlugin> installed = new ArrayList<>();
    Set<String> skipped = new LinkedHashSet<>();
    Set<String> listed = new HashSet<>();
    for (PluginCatalog.Plugin plugin : catalog.plugins()) {
      if (!plugin.installed() || !listed.add(plugin.id())) {
        continue;
      }
      if (plugin.availability().equals(PluginCatalog.AVAILABLE)) {
        installed.add(new InstalledPlugin(plugin.name(), plugin.marketplace(), plugin.enabled()));
      } else {
        skipped.add(plugin.id() + " (" + plugin.availability() + ")");
      }
    }
    Set<String> known = new HashSet<>();
    catalog.plugins().forEach(plugin -> known.add(plugin.id()));
    wanted.stream()
        .filter(id -> !listed.contains(id))
        .sorted()
        .forEach(
            id -> skipped.add(id + (known.contains(id) ? " (not installed)" : " (not listed)")));
    for (PluginCatalog.LoadError error : catalog.loadErrors()) {
      skipped.add(error.path() + " (" + Redaction.redact(error.message()) + ")");
    }
    return new PluginLister.Listing(installed, List.copyOf(skipped));
  }
}
