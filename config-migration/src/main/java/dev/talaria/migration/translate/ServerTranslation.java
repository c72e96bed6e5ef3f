package dev.talaria.migration.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of all the host's {@code mcp_servers}.
 *
 * <p>Immutable. Errors, notes and warnings hold names and types and never a value. A server with an
 * error is left out; the others are there.
 *
 * @param servers those that can be written, by name in the order of code points
 * @param skippedKeys by server that can be written: its keys that are not, with the reason
 * @param errors one line for each server that is left out
 * @param warnings one line for each thing in a written server that the user should look at
 */
public record ServerTranslation(
    List<CodexMcpServer> servers,
    Map<String, List<String>> skippedKeys,
    List<String> errors,
    List<String> warnings) {

  public ServerTranslation {
    servers = List.copyOf(servers);
    skippedKeys = Collections.unmodifiableMap(new LinkedHashMap<>(skippedKeys));
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /**
   * Translates for a file, in which secrets that are written out stay so, with a warning.
   *
   * @param mcpServers what YAML gave, of any type; null for nothing
   * @param codexVersion of the Codex that is to read it; without one, the newest is meant
   */
  public static ServerTranslation of(Object mcpServers, Optional<String> codexVersion) {
    ServerTranslation plain = withoutSecretWarnings(mcpServers, codexVersion);
    List<String> warnings = new ArrayList<>(plain.warnings);
    plain.servers.forEach(server -> warnings.addAll(Secrets.warnings(server)));
    return new ServerTranslation(plain.servers, plain.skippedKeys, plain.errors, warnings);
  }

  /** The same for one who takes care of the secrets. */
  public static ServerTranslation withoutSecretWarnings(
      Object mcpServers, Optional<String> codexVersion) {
    List<CodexMcpServer> servers = new ArrayList<>();
    Map<String, List<String>> skippedKeys = new LinkedHashMap<>();
    List<String> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Map.Entry<String, Object> each : named(mcpServers, errors).entrySet()) {
      String name = each.getKey();
      String prefix = "server '" + HostValues.shown(name) + "'";
      Optional<String> refusal = refusal(name, each.getValue());
      if (refusal.isPresent()) {
        errors.add(prefix + " skipped: " + refusal.get());
        continue;
      }
      EntryTranslation entry =
          new EntryTranslation(name, (Map<?, ?>) each.getValue(), codexVersion);
      Optional<CodexMcpServer> server = entry.translate();
      if (server.isEmpty()) {
        errors.add(prefix + " skipped: " + String.join("; ", entry.problems));
        continue;
      }
      servers.add(server.get());
      entry.warnings.forEach(text -> warnings.add(prefix + ": " + text));
      if (!entry.notes.isEmpty()) {
        skippedKeys.put(name, List.copyOf(entry.notes));
      }
    }
    return new ServerTranslation(servers, skippedKeys, errors, warnings);
  }

  private static Map<String, Object> named(Object mcpServers, List<String> errors) {
    Map<String, Object> result = new TreeMap<>(CodexMcpServer.BY_CODE_POINT);
    if (mcpServers instanceof Map<?, ?> map) {
      map.forEach(
          (name, entry) -> {
            if (name instanceof String text) {
              result.put(text, entry);
            } else {
              errors.add(
                  "a server skipped: its name is "
                      + HostValues.type(name)
                      + ", must be a text: put the name in quotes");
            }
          });
    } else if (mcpServers != null) {
      errors.add(
          "mcp_servers is not a map but "
              + HostValues.type(mcpServers)
              + ": it must hold a map for each server under the server's name");
    }
    return result;
  }

  private static Optional<String> refusal(String name, Object entry) {
    if (name.isEmpty()) {
      return Optional.of("its name is empty");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("its name has a control character: rename it");
    }
    if (entry == null) {
      return Optional.of("no command or url field");
    }
    return entry instanceof Map ? Optional.empty() : Optional.of("no transport configured");
  }
}
