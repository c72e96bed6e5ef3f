package dev.talaria.migration;

import java.util.Comparator;

/**
 * A plugin that Codex has installed and can use, as {@code plugin/list} reports it.
 *
 * @param name such as {@code github}
 * @param marketplace where it is from, such as {@code openai-curated}
 * @param enabled whether Codex uses it
 */
public record InstalledPlugin(String name, String marketplace, boolean enabled) {

  static final Comparator<InstalledPlugin> BY_ID = Comparator.comparing(InstalledPlugin::id);

  /** {@return its key in Codex's configuration: {@code name@marketplace}} */
  public String id() {
    return name + "@" + marketplace;
  }
}
