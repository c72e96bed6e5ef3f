package dev.talaria.migration.section;

import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.translate.CodexMcpServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the host wants to stand in its section. Immutable.
 *
 * @param permissions the name of the default permission profile; empty for none
 * @param servers sorted; the host's own tools, if any, are the last
 * @param plugins those that the section is to have
 * @param pluginsKnown whether {@code plugins} is all that Codex has: then every plugin table moves
 *     into the section, or goes
 * @param unsure ids of plugins of which Codex does not tell now whether it has them: their tables
 *     stay where they are
 * @param takeOver whether what the user defines under the same names is replaced
 * @param codexVersion of the Codex that will read it; empty when it is not known
 */
public record DesiredSection(
    Optional<String> permissions,
    List<CodexMcpServer> servers,
    List<InstalledPlugin> plugins,
    boolean pluginsKnown,
    Set<String> unsure,
    boolean takeOver,
    Optional<String> codexVersion) {

  public DesiredSection {
    servers = List.copyOf(servers);
    plugins = List.copyOf(plugins);
    unsure = Set.copyOf(unsure);
  }
}
