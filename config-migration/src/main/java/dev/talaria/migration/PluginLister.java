package dev.talaria.migration;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/** Knows which plugins Codex has. Asked at most once in a migration, before any file is locked. */
@FunctionalInterface
public interface PluginLister {

  /**
   * What Codex says of its plugins.
   *
   * @param installed those that are installed and available
   * @param skipped those of which it is not certain that Codex can use them, each as {@code id
   *     (reason)}; their tables stay as they are
   */
  record Listing(List<InstalledPlugin> installed, List<String> skipped) {

    /**
     * An answer of Codex's.
     *
     * @param installed copied
     * @param skipped copied
     */
    public Listing {
      installed = List.copyOf(installed);
      skipped = List.copyOf(skipped);
    }

    /** The ids of those that are skipped. */
    Set<String> skippedIds() {
      return skipped.stream().map(plugin -> plugin.split(" \\(", 2)[0]).collect(toSet());
    }
  }

  /**
   * Asks Codex; may block for half a minute while a marketplace is loading.
   *
   * @return Codex's plugins; a section keeps its tables for those that are skipped
   * @throws MigrationException if Codex cannot be asked; the message says why. The migration goes
   *     on and leaves all plugin tables as they are
   */
  Listing list();
}
