package dev.talaria.migration.translate;

import dev.talaria.base.internal.TomlText;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One MCP server as it stands in Codex's configuration.
 *
 * <p>Immutable. The keys are in the order in which they are written.
 *
 * @param name its name under {@code mcp_servers}
 * @param keys String, Boolean, Long, Double, and lists and maps of these
 */
public record CodexMcpServer(String name, Map<String, Object> keys) {

  /** Compares by code point, so that the order does not depend on how Java stores a text. */
  static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private static final List<String> FIRST =
      List.of(
          "command",
          "args",
          "env",
          "env_vars",
          "cwd",
          "url",
          "bearer_token_env_var",
          "http_headers",
          "env_http_headers",
          "tool_timeout_sec",
          "startup_timeout_sec");

  public CodexMcpServer {
    keys = ordered(keys);
  }

  private static Map<String, Object> ordered(Map<String, Object> keys) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    keys.keySet().stream()
        .sorted(Comparator.comparingInt(CodexMcpServer::rank).thenComparing(BY_CODE_POINT))
        .forEach(key -> ordered.put(key, keys.get(key)));
    return Collections.unmodifiableMap(ordered);
  }

  private static int rank(String key) {
    int place = FIRST.indexOf(key);
    if (key.equals("enabled")) {
      return FIRST.size() + 1;
    }
    return place < 0 ? FIRST.size() : place;
  }

  /** Its table as TOML, each key on a line of its own; every line ends with a line feed. */
  public String toml() {
    StringBuilder out = new StringBuilder("[mcp_servers.").append(TomlText.key(name)).append("]\n");
    keys.forEach(
        (key, value) ->
            out.append(TomlText.key(key)).append(" = ").append(TomlText.value(value)).append('\n'));
    return out.toString();
  }
}
