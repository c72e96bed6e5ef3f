package dev.talaria.tools;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.SessionOptions;
import java.time.Duration;

/**
 * The tools over the host's own HTTP server. Immutable but for its end.
 *
 * @param name the server's name for Codex
 */
record LoopbackBridge(String name, LoopbackToolServer server, ToolRegistry tools)
    implements ToolBridge {

  /** So that the tool's own limit is the one that is told. */
  private static final Duration BEYOND_LIMIT = Duration.ofSeconds(30);

  @Override
  public CodexOptions.Builder configure(CodexOptions.Builder options) {
    return options.secretEnvironment(server.environment());
  }

  @Override
  public SessionOptions.Builder configure(SessionOptions.Builder options) {
    return options
        .config(ServerName.key(name, "url"), server.address().toString())
        .config(ServerName.key(name, "bearer_token_env_var"), server.tokenVariable())
        .config(ServerName.key(name, "required"), true)
        .config(
            ServerName.key(name, "tool_timeout_sec"),
            (double) tools.longestTimeLimit().plus(BEYOND_LIMIT).toSeconds())
        .hostToolServers(name)
        .closeWithSession(this);
  }

  @Override
  public void close() {
    server.close();
  }
}
