package dev.talaria.tools;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a host's tool may have. Stateless.
 *
 * <p>The pattern is what Codex 0.169.0 takes for dynamic tools (0.125.0 takes more) and MCP for its
 * own.
 */
final class ToolNames {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  /** What Codex brings itself, under its own and under other agents' usual names. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "terminal",
          "shell",
          "shell_command",
          "local_shell",
          "bash",
          "container_exec",
          "read_file",
          "write_file",
          "patch",
          "apply_patch",
          "search_files",
          "grep_files",
          "list_dir",
          "process",
          "exec",
          "exec_command",
          "unified_exec",
          "write_stdin",
          "update_plan",
          "view_image",
          "request_user_input",
          "tool_search");

  /** What an agent's loop does with its own state: nothing for a process that has none. */
  private static final Set<String> AGENT_LOOP =
      Set.of("delegate_task", "memory", "session_search", "todo");

  private ToolNames() {}

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  static String checked(String name, ToolScope reach) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is not a name of a tool: 1 to 64 letters, digits, _ and -, a letter first");
    }
    String plain = name.toLowerCase(Locale.ROOT);
    if (BUILT_IN.contains(plain.replace('-', '_'))) {
      throw new IllegalArgumentException(
          "Codex brings '" + name + "' itself, with its sandbox and approvals; offer another tool");
    }
    if (plain.startsWith("mcp__")) {
      throw new IllegalArgumentException(
          "'" + name + "': Codex keeps names with mcp__ in front for the tools of MCP servers");
    }
    if (reach == ToolScope.ANYWHERE && AGENT_LOOP.contains(plain)) {
      throw new IllegalArgumentException(
          "'" + name + "' works on the agent's own state: it can only have ToolScope.IN_HOST");
    }
    return name;
  }
}
