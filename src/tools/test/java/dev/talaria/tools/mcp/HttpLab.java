package dev.talaria.tools.mcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Raw HTTP to a loopback server, as a client would write it that means no good. */
final class HttpLab {

  static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

  /** What {@code secret_tool} answers with {@code it ran}. */
  static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"secret_tool\","
          + "\"arguments\":{}}}";

  static final HostTool SECRET =
      HostTool.builder("secret_tool").run(call -> ToolResult.of("it ran")).build();

  private HttpLab() {}

  static String token(LoopbackToolServer server) {
    return server.environment().get(server.tokenVariable());
  }

  static Socket connect(LoopbackToolServer server) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.address().getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(15_000);
    return socket;
  }

  /** The head of a request with the right host; headers are lines of their own. */
  static String head(LoopbackToolServer server, String line, String headers) {
    return line
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + server.address().getPort()
        + "\r\n"
        + headers
        + "\r\n";
  }

  static String json(LoopbackToolServer server, String token, String body) {
    return head(
            server,
            "POST /mcp",
            "Authorization: Bearer "
                + token
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n")
        + body;
  }

  /** Everything that the server sends until it ends the connection. */
  static String exchange(LoopbackToolServer server, String request) throws IOException {
    try (Socket socket = connect(server)) {
      send(socket, request);
      return readAll(socket);
    }
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  static String readAll(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
      }
    } catch (SocketException e) {
      // A server that refuses what it has not read may reset the connection.
      text.append(" (reset)");
    }
    return text.toString();
  }

  /** An honest call is answered. */
  static void stillServes(LoopbackToolServer server) throws IOException {
    String answer = exchange(server, json(server, token(server), CALL));
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.contains("it ran"), answer);
  }
}
