package dev.talaria.cli.llm;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.ScopedServers;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tools that a command line names: providers of the class path, and MCP servers of the host's
 * configuration. Immutable.
 *
 * @param tools what the providers give
 * @param config the servers, as keys of Codex's configuration; what they offer may be called
 * @param environment what the Codex process needs for them, secrets
 * @param warnings what to look at
 */
record LoopTools(
    List<HostTool> tools,
    Map<String, Object> config,
    Map<String, String> environment,
    List<String> warnings) {

  private static final String SERVERS = "mcp_servers";

  /**
   * Looks the names up.
   *
   * @param hostConfig the file with {@code mcp_servers}; {@code null} for none
   * @param codex who will start the servers
   * @throws IllegalArgumentException if a name is neither
   */
  static LoopTools of(List<String> names, Path hostConfig, CodexOptions codex) {
    List<HostTool> tools = new ArrayList<>();
    List<String> servers = new ArrayList<>();
    for (String name : names) {
      Class<?> type = find(name);
      if (type == null) {
        servers.add(name);
      } else {
        tools.addAll(provider(type).tools());
      }
    }
    if (servers.isEmpty()) {
      return new LoopTools(tools, Map.of(), Map.of(), List.of());
    } else if (hostConfig == null) {
      throw new IllegalArgumentException(
          ("--tools %s: no class of that name is on the class path; an MCP server needs --host-config"
                  + " with its 'mcp_servers'")
              .formatted(servers.get(0)));
    }
    ScopedServers scoped =
        ScopedServers.of(
            HostConfig.read(hostConfig), CodexExecutable.locate(codex).version().toString());
    Map<?, ?> all = (Map<?, ?>) scoped.config().getOrDefault(SERVERS, Map.of());
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (String name : servers) {
      if (!(all.get(name) instanceof Map<?, ?> keys)) {
        throw new IllegalArgumentException(
            "--tools %s: neither a class of the class path nor a server that can be used of %s%s"
                .formatted(
                    name,
                    hostConfig,
                    scoped.errors().stream().map("; "::concat).collect(Collectors.joining())));
      }
      Map<Object, Object> server = new HashMap<>(keys);
      server.put("required", true);
      // a call has no approvals, and a server that is named is to be used
      server.putIfAbsent("default_tools_approval_mode", "approve");
      chosen.put(name, server);
    }
    return new LoopTools(tools, Map.of(SERVERS, chosen), scoped.environment(), scoped.warnings());
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static ToolProvider provider(Class<?> type) {
    if (!ToolProvider.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "--tools " + type.getName() + ": it is not a " + ToolProvider.class.getName());
    }
    try {
      return (ToolProvider) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "--tools "
              + type.getName()
              + ": it cannot be instantiated; it needs a public constructor without parameters",
          e);
    }
  }
}
