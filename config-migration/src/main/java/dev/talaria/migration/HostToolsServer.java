package dev.talaria.migration;

import dev.talaria.migration.translate.CodexServer;
import dev.talaria.migration.translate.ServerTranslation;
import java.util.Map;
import java.util.Optional;

/** The server through which Codex reaches the host's own tools. Stateless. */
final class HostToolsServer {

  private HostToolsServer() {}

  /**
   * The server {@code HOST-tools}; empty if the host says nothing of tools.
   *
   * @throws MigrationException if what it says is wrong
   */
  static Optional<CodexServer> of(HostConfig host, String hostName, Optional<String> version) {
    if (host.hostTools().isEmpty()) {
      return Optional.empty();
    }
    String name = hostName + "-tools";
    ServerTranslation translated =
        ServerTranslation.of(Map.of(name, host.hostTools().get().entry()), version);
    if (!translated.errors().isEmpty()) {
      throw new MigrationException("host_tools: " + translated.errors().get(0));
    }
    return Optional.of(translated.servers().get(0));
  }
}
