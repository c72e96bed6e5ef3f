package dev.talaria.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plugins that a section has already, for when Codex cannot be asked. Stateless. */
final class KeptPlugins {

  private KeptPlugins() {}

  static List<InstalledPlugin> of(Plan.Before before, Markers markers) {
    Optional<RecordedSection> known = before.known(markers);
    List<InstalledPlugin> kept = new ArrayList<>();
    for (String id : known.map(section -> section.names("plugins")).orElse(List.of())) {
      if (before.document().value(List.of("plugins", id, "enabled")) instanceof Boolean enabled) {
        int at = id.lastIndexOf('@');
        kept.add(new InstalledPlugin(id.substring(0, at), id.substring(at + 1), enabled));
      }
    }
    return kept;
  }
}
