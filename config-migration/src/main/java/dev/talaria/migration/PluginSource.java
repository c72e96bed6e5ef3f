package dev.talaria.migration;

import java.util.List;

/** Knows which plugins Codex has. Asked at most once in a migration, before any file is locked. */
@FunctionalInterface
public interface PluginSource {

  /**
   * What Codex says of its plugins.
   *
   * @param installed those that are installed and available
   * @param skipped the others that are installed, each as {@code id (reason)}
   */
  record Listing(List<InstalledPlugin> installed, List<String> skipped) {

    public Listing {
      installed = List.copyOf(installed);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Asks Codex; may block for half a minute while a marketplace is loading.
   *
   * @throws MigrationException if Codex cannot be asked; the message says why. The migration goes
   *     on and leaves all plugin tables as they are
   */
  Listing list();
}
