package dev.talaria.llm.call;

import dev.talaria.codex.CodexCapability;
import dev.talaria.session.Codex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of {@code thread/start} that turn the user's own set-up off for one thread, login and
 * model provider excepted. Stateless.
 *
 * <p>Measured with every release from Codex 0.125.0 on; they ignore keys that they do not know. An
 * empty table does not replace the user's MCP servers, so each is turned off by its name.
 */
final class StrictConfig {

  private static final String SERVERS = "mcp_servers";

  private static final List<String> FEATURES =
      List.of(
          "apps",
          "plugins",
          "multi_agent",
          "hooks",
          "codex_hooks",
          "memories",
          "goals",
          "tool_suggest",
          "image_generation",
          "sleep_tool");

  /** The snapshot runs a login shell for each thread. */
  private static final List<String> NO_SHELL =
      List.of("shell_tool", "shell_snapshot", "view_image");

  private StrictConfig() {}

  /** What holds in either isolation: nothing is searched, nothing is remembered. */
  static Map<String, Object> always() {
    return Map.of("web_search", "disabled", "history.persistence", "none");
  }

  /**
   * What holds for a thread in a directory.
   *
   * @param users the servers that the user has there
   * @param shell whether the model may run commands
   */
  static Map<String, Object> of(Codex codex, UserServers users, boolean shell) {
    Map<String, Object> keys = new LinkedHashMap<>();
    FEATURES.forEach(feature -> keys.put("features." + feature, false));
    if (CodexCapability.SUB_AGENTS_SWITCH.isIn(codex.version())) {
      // Models that run code get sub-agents regardless of the feature.
      keys.put("agents.enabled", false);
    } else if (CodexCapability.SUB_AGENTS_LIMIT.isIn(codex.version())) {
      // The thread itself counts: the model is offered sub-agents and can begin none.
      keys.put("features.multi_agent_v2.max_concurrent_threads_per_session", 1);
    }
    if (!shell) {
      NO_SHELL.forEach(feature -> keys.put("features." + feature, false));
    }
    keys.put("include_apps_instructions", false);
    keys.put("skills.include_instructions", false);
    keys.put("project_doc_max_bytes", 0);
    keys.put("developer_instructions", "");
    keys.put("notify", List.of());
    Map<String, Object> servers = new LinkedHashMap<>();
    users.names().forEach(name -> servers.put(name, Map.of("enabled", false)));
    if (!servers.isEmpty()) {
      keys.put(SERVERS, servers);
    }
    return keys;
  }

  /** Both; the MCP servers of the one and of the other, and otherwise the host's key counts. */
  static Map<String, Object> with(Map<String, Object> keys, Map<String, Object> hosts) {
    Map<String, Object> both = new LinkedHashMap<>(keys);
    both.putAll(hosts);
    if (keys.get(SERVERS) instanceof Map<?, ?> off && hosts.get(SERVERS) instanceof Map<?, ?> on) {
      Map<Object, Object> servers = new LinkedHashMap<>(off);
      servers.putAll(on);
      both.put(SERVERS, servers);
    }
    return both;
  }
}
