package dev.talaria.tools;

import dev.talaria.session.SessionOptions;
import dev.talaria.tools.internal.ServerName;
import java.util.List;
import java.util.Map;

/**
 * The tools of a process that Codex starts. Immutable.
 *
 * @param name the server's name for Codex
 */
record ProcessBridge(String name, List<String> command, Map<String, String> environment)
    implements ToolBridge {

  private static final double STARTUP_SECONDS = 30;
  private static final double TOOL_SECONDS = HostTool.DEFAULT_TIME_LIMIT.toSeconds() + 30.0;

  ProcessBridge {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("the process of the tools needs a program");
    }
  }

  @Override
  public SessionOptions.Builder configure(SessionOptions.Builder options) {
    options
        .config(ServerName.key(name, "command"), command.get(0))
        .config(ServerName.key(name, "args"), command.subList(1, command.size()))
        .config(ServerName.key(name, "required"), true)
        .config(ServerName.key(name, "startup_timeout_sec"), STARTUP_SECONDS)
        .config(ServerName.key(name, "tool_timeout_sec"), TOOL_SECONDS)
        .hostToolServers(name);
    return new WorkerEnvironment(name, environment, List.of()).configure(options);
  }

  /** Codex ends the process with the session. */
  @Override
  public void close() {
    // There is nothing of the host's own.
  }

  /** Without the values of the variables, which may be secrets. */
  @Override
  public String toString() {
    return "ProcessBridge[" + name + ", " + command.get(0) + ", " + environment.keySet() + "]";
  }
}
