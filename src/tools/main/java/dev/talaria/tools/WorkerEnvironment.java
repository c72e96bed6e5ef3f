package dev.talaria.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.internal.ServerName;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a host hands to a worker that runs one of its tasks: variables for the process of its tools,
 * and folders that the worker may write besides its own.
 *
 * <p>Immutable. The folders count where the sandbox is workspace-write; a permission profile says
 * itself what may be written.
 *
 * @param server the MCP server whose process gets the variables
 * @param variables name to value
 * @param writableRoots folders, made absolute
 */
public record WorkerEnvironment(
    String server, Map<String, String> variables, List<Path> writableRoots) {

  private static final String ROOTS = "sandbox_workspace_write.writable_roots";

  public WorkerEnvironment {
    ServerName.checked(server);
    variables.keySet().forEach(ServerName::variable);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    writableRoots = writableRoots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /** For one session. Nothing of it is on a command line. */
  public SessionOptions.Builder configure(SessionOptions.Builder options) {
    variables.forEach(
        (name, value) -> options.config(ServerName.key(server, "env." + name), value));
    if (!writableRoots.isEmpty()) {
      options.config(ROOTS, writableRoots.stream().map(Path::toString).toList());
    }
    return options;
  }

  /**
   * For every session of a Codex, as {@code -c mcp_servers.SERVER.env.NAME=…}. The values are on
   * its command line, which every user of the machine can read: never pass secrets here.
   *
   * @throws IllegalArgumentException if a value has a control character
   */
  public CodexOptions.Builder configure(CodexOptions.Builder options) {
    variables.forEach(
        (name, value) -> options.config(ServerName.key(server, "env." + name), toml(value)));
    if (!writableRoots.isEmpty()) {
      options.config(
          ROOTS,
          writableRoots.stream()
              .map(root -> toml(root.toString()))
              .collect(Collectors.joining(", ", "[", "]")));
    }
    return options;
  }

  /** A JSON string is a TOML string but for control characters. */
  private static String toml(String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a value on Codex's command line has a control character");
    }
    return JsonNodeFactory.instance.textNode(value).toString();
  }

  /** Without the values, which may be secrets. */
  @Override
  public String toString() {
    return "WorkerEnvironment[" + server + ", " + variables.keySet() + ", " + writableRoots + "]";
  }
}
