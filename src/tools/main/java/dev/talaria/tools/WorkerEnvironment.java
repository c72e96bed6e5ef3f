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
 * What a host passes to a worker that runs one of its tasks: variables for the process of its
 * tools, and folders that the worker may write besides its own.
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

  /**
   * Checks the names, makes the folders absolute, copies both.
   *
   * @param server 1 to 40 letters, digits, {@code _} and {@code -}
   * @param variables names of letters, digits and {@code _}; the values may be secrets
   * @param writableRoots relative ones begin at the working directory of this process
   * @throws IllegalArgumentException if a name is not allowed
   */
  public WorkerEnvironment {
    ServerName.checked(server);
    variables.keySet().forEach(ServerName::variable);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    writableRoots = writableRoots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * Adds it to one session. Nothing of it is on a command line.
   *
   * @param options changed
   * @return the same builder
   */
  public SessionOptions.Builder configure(SessionOptions.Builder options) {
    variables.forEach(
        (name, value) -> options.config(ServerName.key(server, "env." + name), value));
    if (!writableRoots.isEmpty()) {
      options.config(ROOTS, writableRoots.stream().map(Path::toString).toList());
    }
    return options;
  }

  /**
   * Adds it to every session of a Codex, as {@code -c mcp_servers.SERVER.env.NAME=…}. The values
   * are on its command line, which every user of the machine can read: never pass secrets here.
   *
   * @param options changed
   * @return the same builder
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
