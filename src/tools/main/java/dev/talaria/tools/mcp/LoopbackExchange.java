package dev.talaria.tools.mcp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP request: who may ask is looked at before what is asked. Refusals have a status and no
 * body.
 *
 * <p>Called by many threads at once: readers, whose requests continue with a worker that waits for
 * the tool when they may be served.
 */
final class LoopbackExchange implements HttpHandler {

  /** The most that a request's body may have, in bytes. */
  static final int LARGEST_BODY = 4 << 20;

  private static final Logger log = LoggerFactory.getLogger(LoopbackExchange.class);
  private static final String SESSION = "Mcp-Session-Id";

  private final BearerToken token;
  private final Set<String> hosts;
  private final McpEndpoint endpoint;
  private final RequestThreads threads;

  LoopbackExchange(BearerToken token, int port, McpEndpoint endpoint, RequestThreads threads) {
    this.token = token;
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.endpoint = endpoint;
    this.threads = threads;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    int refusal = refusal(exchange);
    if (refusal == 0) {
      threads.work(() -> serve(exchange));
    } else {
      try (exchange) {
        refuse(exchange, refusal);
      }
    }
  }

  /** On a worker: the client has shown the token. */
  private void serve(HttpExchange exchange) {
    try (exchange) {
      byte[] body = body(exchange);
      threads.endClientWait();
      if (body == null) {
        refuse(exchange, 413);
      } else {
        serve(exchange, body);
      }
    } catch (IOException e) {
      log.debug("a client went away, or took too long: {}", e.getClass().getName());
    } catch (InterruptedException e) {
      // The server is closed: the connection goes, and with it the request.
      Thread.currentThread().interrupt();
      log.debug("a request was cut off by the end of the server");
    }
  }

  /** The status of a refusal; 0 for none. */
  private int refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    List<String> host = headers.get("Host");
    if (host == null || host.size() != 1 || !hosts.contains(host.get(0))) {
      return 403;
    }
    // Browsers alone send it, and no browser has business here.
    if (headers.containsKey("Origin")) {
      return 403;
    }
    if (!token.isShownBy(headers.get("Authorization"))) {
      return 401;
    }
    if (!LoopbackToolServer.PATH.equals(exchange.getRequestURI().getPath())) {
      return 404;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    String type = headers.getFirst("Content-Type");
    return type == null || !type.startsWith("application/json") ? 415 : 0;
  }

  /** The body; {@code null} if it is too large. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    // More digits than a length that is allowed has.
    if (length != null && (length.length() > 9 || Integer.parseInt(length) > LARGEST_BODY)) {
      return null;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    return body.length > LARGEST_BODY ? null : body;
  }

  private void serve(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    Headers headers = exchange.getRequestHeaders();
    String session = headers.getFirst(SESSION);
    if (session == null) {
      // A client that has none gets one; it only keeps the ids of two clients apart.
      session = BearerToken.randomText();
      exchange.getResponseHeaders().set(SESSION, session);
    }
    Optional<byte[]> answer;
    try {
      answer = endpoint.answer(session, body).get();
    } catch (ExecutionException e) {
      log.warn("a request got no answer: {}", e.getCause().getClass().getName());
      refuse(exchange, 500);
      return;
    }
    threads.beginClientWait();
    if (answer.isEmpty()) {
      exchange.sendResponseHeaders(202, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.get().length);
    exchange.getResponseBody().write(answer.get());
  }

  private void refuse(HttpExchange exchange, int status) throws IOException {
    threads.beginClientWait();
    if (status == 405) {
      exchange.getResponseHeaders().set("Allow", "POST");
    } else if (status == 401) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }
    // What is left of the body is not read: the connection ends.
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, -1);
  }
}
