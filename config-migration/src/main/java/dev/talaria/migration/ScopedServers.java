package dev.talaria.migration;

import dev.talaria.base.internal.TomlText;
import dev.talaria.migration.translate.CodexMcpServer;
import dev.talaria.migration.translate.HostValues;
import dev.talaria.migration.translate.ScopedEnvironment;
import dev.talaria.migration.translate.ScopedServer;
import dev.talaria.migration.translate.ServerTranslation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host's MCP servers for one session only: no file is touched.
 *
 * <p>Immutable. Give {@link #config} to {@code thread/start}, or {@link #commandLine} to {@code
 * codex app-server}, and {@link #environment} to the Codex process in either case. What looks like
 * a secret is in the environment alone; a server whose secret cannot go that way is left out with
 * an error.
 *
 * <p>Codex merges these servers with those of {@code config.toml}, key by key: a server there of
 * the same name but with the other transport makes an invalid one of both.
 */
public final class ScopedServers {

  private static final String SERVERS = "mcp_servers";

  private final List<CodexMcpServer> servers;
  private final Map<String, String> environment;
  private final Map<String, List<String>> skippedKeys;
  private final List<String> errors;
  private final List<String> warnings;

  private ScopedServers(
      List<CodexMcpServer> servers,
      Map<String, String> environment,
      ServerTranslation translation,
      List<String> errors) {
    this.servers = List.copyOf(servers);
    this.environment = environment;
    Map<String, List<String>> skipped = new LinkedHashMap<>(translation.skippedKeys());
    skipped.keySet().retainAll(servers.stream().map(CodexMcpServer::name).toList());
    this.skippedKeys = Collections.unmodifiableMap(skipped);
    this.errors = List.copyOf(errors);
    this.warnings = translation.warnings();
  }

  /**
   * Translates.
   *
   * @param config {@code mcp_servers} of it is read, {@code host_tools} is not
   * @param codexVersion of the Codex that the session runs on, such as {@code 0.169.0}
   * @return what could be translated; {@link #errors} has the rest
   */
  public static ScopedServers of(HostConfig config, String codexVersion) {
    return of(config.mcpServers(), codexVersion);
  }

  /** The same of the value of {@code mcp_servers}, of any type. */
  static ScopedServers of(Object mcpServers, String codexVersion) {
    ServerTranslation translation =
        ServerTranslation.withoutSecretWarnings(mcpServers, Optional.of(codexVersion));
    List<String> errors = new ArrayList<>(translation.errors());
    List<CodexMcpServer> servers = new ArrayList<>();
    ScopedEnvironment environment = new ScopedEnvironment();
    for (CodexMcpServer server : translation.servers()) {
      ScopedEnvironment mine = environment.copy();
      try {
        servers.add(ScopedServer.of(server, mine, codexVersion));
        environment = mine;
      } catch (IllegalArgumentException e) {
        errors.add("server '" + HostValues.shown(server.name()) + "' skipped: " + e.getMessage());
      }
    }
    return new ScopedServers(servers, environment.variables(), translation, errors);
  }

  /**
   * {@return what to give {@code thread/start} as {@code config}: {@code {"mcp_servers": {name:
   * {...}}}}, or an empty map when there is no server} Holds no secret.
   */
  public Map<String, Object> config() {
    if (servers.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> byName = new LinkedHashMap<>();
    servers.forEach(server -> byName.put(server.name(), server.keys()));
    return Map.of(SERVERS, Collections.unmodifiableMap(byName));
  }

  /**
   * {@return the variables to add to the environment of the Codex process: the secrets} They come
   * in addition to those that the host's entries refer to, which must be there already. They reach
   * commands that Codex runs, and files in {@code CODEX_HOME/shell_snapshots}, unless {@code
   * shell_environment_policy} and {@code features.shell_snapshot} say otherwise, as they do for
   * {@code CodexOptions.secretEnvironment}.
   */
  public Map<String, String> environment() {
    return environment;
  }

  /**
   * {@return the same as {@link #config} as words for Codex's command line, in front of or behind
   * {@code app-server}} Other users of the machine can read a command line: these words hold no
   * secret.
   *
   * <p>They must come before any other {@code -c} for {@code mcp_servers}: the first of them may be
   * for the whole table, which takes the place of what an earlier {@code -c} gave (measured,
   * 0.125.0 to 0.169.0), though it is merged with the file.
   */
  public List<String> commandLine() {
    List<String> words = new ArrayList<>();
    // Codex splits the key at every dot and does not understand quotes in it; a value may be any
    // TOML.
    Map<String, Object> quoted = new LinkedHashMap<>();
    for (CodexMcpServer server : servers) {
      if (TomlText.isBare(server.name())) {
        words.addAll(
            List.of("-c", SERVERS + "." + server.name() + "=" + TomlText.value(server.keys())));
      } else {
        quoted.put(server.name(), server.keys());
      }
    }
    if (!quoted.isEmpty()) {
      words.addAll(0, List.of("-c", SERVERS + "=" + TomlText.value(quoted)));
    }
    return List.copyOf(words);
  }

  /**
   * {@return for each server the keys of its entry that have no place in Codex, with the reasons}
   */
  public Map<String, List<String>> skippedKeys() {
    return skippedKeys;
  }

  /** {@return one line for each server that is left out} */
  public List<String> errors() {
    return errors;
  }

  /** {@return what the user should look at} */
  public List<String> warnings() {
    return warnings;
  }
}
