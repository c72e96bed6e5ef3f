package dev.talaria.tools.mcp;

import com.sun.net.httpserver.HttpServer;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.internal.ServerName;
import dev.talaria.tools.internal.ToolTimeout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves tools over MCP, as streamable HTTP on 127.0.0.1 and a port that the system chooses, to
 * clients that present this server's own token.
 *
 * <p>Safe for use by many threads. One server is for one session; the caller closes it, which stops
 * its calls. It runs the tools that it was given and nothing else.
 */
public final class LoopbackToolServer implements AutoCloseable {

  static final String PATH = "/mcp";
  private static final Duration CLIENT_LIMIT = Duration.ofSeconds(10);

  /** A client that finds no place in it tries again only after a second or more. */
  private static final int BACKLOG = 1024;

  private static final AtomicLong STARTED = new AtomicLong();

  static {
    // Without it each answer waits 40 ms for the client's delayed ACK. The JDK reads it once, when
    // its server's classes load; what the host has set itself stays.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final BearerToken token = BearerToken.random();
  private final String variable;
  private final HttpServer http;
  private final RequestThreads threads;
  private final McpEndpoint endpoint;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LoopbackToolServer(ToolRegistry tools, Duration clientLimit) throws IOException {
    variable = "TALARIA_TOOLS_TOKEN_" + STARTED.incrementAndGet();
    http = HttpServer.create(new InetSocketAddress(loopback(), 0), BACKLOG);
    threads = new RequestThreads(clientLimit);
    endpoint = new McpEndpoint(tools);
    http.setExecutor(threads);
    http.createContext(
        "/", new LoopbackExchange(token, http.getAddress().getPort(), endpoint, threads));
    http.start();
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /**
   * Starts a server.
   *
   * @param tools what it serves
   * @return the server, listening; close it
   * @throws TalariaException if no port is available
   */
  public static LoopbackToolServer start(ToolRegistry tools) {
    return start(tools, CLIENT_LIMIT);
  }

  static LoopbackToolServer start(ToolRegistry tools, Duration clientLimit) {
    try {
      return new LoopbackToolServer(tools, clientLimit);
    } catch (IOException e) {
      throw new TalariaException("the host's tools cannot be served on 127.0.0.1: " + e, e);
    }
  }

  /**
   * Starts a server for one session: the tools run in the host, over MCP on loopback HTTP. The
   * server's token is in the environment of the Codex process only.
   *
   * @param server the MCP server's name for Codex: letters, digits, {@code _} and {@code -}
   * @param tools what the model may call
   * @return the bridge, its server listening; close it where no session does
   * @throws TalariaException if no port is available
   */
  public static ToolBridge bridge(String server, ToolRegistry tools) {
    return new Bridge(ServerName.checked(server), start(tools), tools);
  }

  record Bridge(String name, LoopbackToolServer server, ToolRegistry tools) implements ToolBridge {

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
              ServerName.key(name, "tool_timeout_sec"), (double) ToolTimeout.of(tools).toSeconds())
          .hostToolServers(name)
          .closeWithSession(this);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** {@return where it listens: {@code http://127.0.0.1:PORT/mcp}} */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + PATH);
  }

  /** {@return the environment variable in which the client finds the token} */
  public String tokenVariable() {
    return variable;
  }

  /**
   * {@return what the client needs in its environment: {@link #tokenVariable} with the token, a
   * secret}
   */
  public Map<String, String> environment() {
    return Map.of(variable, token.value());
  }

  /** Stops its calls and ends its connections at once. Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      endpoint.close();
      http.stop(0);
      threads.close();
    }
  }

  @Override
  public String toString() {
    return "LoopbackToolServer[" + address() + "]";
  }
}
