package dev.talaria.migration;

import dev.talaria.migration.translate.CodexMcpServer;
import dev.talaria.migration.translate.HostValues;
import dev.talaria.migration.translate.ServerTranslation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the host's own MCP server, which gives Codex the host's tools, is started.
 *
 * <p>Immutable.
 *
 * @param command the program
 * @param args its arguments
 * @param env its environment; {@code ${NAME}} under the name NAME passes a variable on
 * @param cwd its folder; that of the session if there is none
 */
public record HostTools(
    String command, List<String> args, Map<String, String> env, Optional<String> cwd) {

  private static final Set<String> KEYS = Set.of("command", "args", "env", "cwd");
  private static final double STARTUP_SECONDS = 30;
  private static final double TOOL_SECONDS = 600;

  /**
   * Names a server of the host's; nothing is started.
   *
   * @param command not null
   * @param args copied
   * @param env copied, in its order
   * @param cwd not null; empty for the session's folder
   */
  public HostTools {
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }

  /**
   * Reads the entry.
   *
   * @throws IllegalArgumentException that says what is wrong, without a value
   */
  static HostTools of(Object raw) {
    Map<?, ?> map = HostValues.map("host_tools", raw);
    for (Object key : map.keySet()) {
      if (!(key instanceof String name && KEYS.contains(name))) {
        String shown = key instanceof String name ? HostValues.shown(name) : HostValues.type(key);
        throw new IllegalArgumentException(
            "host_tools has the unknown key " + shown + ": only command, args, env, cwd are known");
      }
    }
    String command = HostValues.filledText("host_tools.command", map.get("command"));
    List<String> args =
        map.containsKey("args")
            ? HostValues.list("host_tools.args", map.get("args"), HostValues::textOrNumber).stream()
                .map(String.class::cast)
                .toList()
            : List.of();
    Map<String, String> env = new LinkedHashMap<>();
    if (map.containsKey("env")) {
      HostValues.map("host_tools.env", map.get("env"), HostValues::textOrNumber)
          .forEach((name, value) -> env.put(name, (String) value));
    }
    Optional<String> cwd =
        map.containsKey("cwd")
            ? Optional.of(HostValues.filledText("host_tools.cwd", map.get("cwd")))
            : Optional.empty();
    return new HostTools(command, args, env, cwd);
  }

  /**
   * The server {@code HOST-tools}, through which Codex reaches them.
   *
   * @throws MigrationException if an entry is wrong
   */
  CodexMcpServer server(String hostName, Optional<String> codexVersion) {
    ServerTranslation translated =
        ServerTranslation.of(Map.of(hostName + "-tools", entry()), codexVersion);
    if (!translated.errors().isEmpty()) {
      throw new MigrationException("host_tools: " + translated.errors().get(0));
    }
    return translated.servers().get(0);
  }

  /** The same as the value of {@code host_tools}. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("command", command);
    if (!args.isEmpty()) {
      values.put("args", args);
    }
    if (!env.isEmpty()) {
      values.put("env", env);
    }
    cwd.ifPresent(folder -> values.put("cwd", folder));
    return values;
  }

  /** The same as an entry of {@code mcp_servers}; a host's tool may take its ten minutes. */
  Map<String, Object> entry() {
    Map<String, Object> entry = values();
    entry.put("timeout", TOOL_SECONDS);
    entry.put("connect_timeout", STARTUP_SECONDS);
    return entry;
  }
}
