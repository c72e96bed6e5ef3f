package dev.talaria.tools;

import dev.talaria.approval.HostServices;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.internal.ServerName;
import java.util.List;
import java.util.Map;

/**
 * Connects one session to the host's tools: it configures the Codex on which the session runs, and
 * the session itself. {@link dev.talaria.tools.mcp.LoopbackToolServer#bridge} makes one over MCP on
 * loopback HTTP.
 *
 * <p>Configure the Codex, launch it, configure the session, open it: the bridge is closed with the
 * session. One bridge is for one session. Safe for use by many threads.
 */
public interface ToolBridge extends AutoCloseable {

  /**
   * Adds what the Codex process needs. Call it before Codex is launched.
   *
   * @param options of the Codex that the session runs on; they are changed
   * @return the same builder
   */
  default CodexOptions.Builder configure(CodexOptions.Builder options) {
    return options;
  }

  /**
   * Adds what the session needs, and closes this bridge with it.
   *
   * @param options of the one session that is to have the tools; they are changed
   * @return the same builder
   */
  SessionOptions.Builder configure(SessionOptions.Builder options);

  /** Ends calls that run. Idempotent. */
  @Override
  void close();

  /**
   * The tools as dynamic tools of the thread ({@code item/tool/call}): they run in the host,
   * without a server and without an approval. Codex 0.125.0 and later with {@link
   * CodexOptions#experimentalApi}; a thread keeps the tools that it was started with.
   *
   * @param tools what the model may call
   * @return the bridge
   */
  static ToolBridge dynamic(ToolRegistry tools) {
    return dynamic(tools, HostServices.NONE);
  }

  /**
   * As {@link #dynamic(ToolRegistry)}, for a host that has other services, too.
   *
   * @param tools what the model may call
   * @param others what answers all else that Codex asks of the host, and calls of other tools
   * @return the bridge
   */
  static ToolBridge dynamic(ToolRegistry tools, HostServices others) {
    return new DynamicBridge(tools, others);
  }

  /**
   * The tools of a process that speaks MCP over stdio, such as {@code talaria tools-mcp}, started
   * by Codex for the session.
   *
   * @param server the MCP server's name for Codex: letters, digits, {@code _} and {@code -}
   * @param command the program and its arguments
   * @param environment its variables; Codex gives it these and a few of the system's, no others
   * @return the bridge
   * @throws IllegalArgumentException if a name is not allowed or there is no program
   */
  static ToolBridge process(String server, List<String> command, Map<String, String> environment) {
    return new ProcessBridge(ServerName.checked(server), command, environment);
  }
}
