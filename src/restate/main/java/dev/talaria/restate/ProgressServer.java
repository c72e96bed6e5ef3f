package dev.talaria.restate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.CodexEndpoints;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /runs/KEY/events}: the progress of any run as server-sent events. A thread of its own
 * for each stream; {@link #close} ends them.
 */
final class ProgressServer implements AutoCloseable {

  private static final Pattern PATH = Pattern.compile("/runs/([^/]+)/events");
  private static final Logger LOG = LoggerFactory.getLogger(ProgressServer.class);

  private final HttpServer server;
  private final RestateRuns runs;
  private final CodexEndpoints endpoints;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("talaria-progress"));

  private ProgressServer(HttpServer server, RestateRuns runs, CodexEndpoints endpoints) {
    this.server = server;
    this.runs = runs;
    this.endpoints = endpoints;
  }

  static ProgressServer start(InetSocketAddress where, RestateRuns runs, CodexEndpoints endpoints)
      throws IOException {
    ProgressServer progress = new ProgressServer(HttpServer.create(where, 0), runs, endpoints);
    progress.server.setExecutor(progress.threads);
    progress.server.createContext("/", progress::handle);
    progress.server.start();
    return progress;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
      if (!path.matches()) {
        refuse(exchange, 404, "GET /runs/KEY/events");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        refuse(exchange, 405, "GET only");
      } else if (exchange.getRequestHeaders().containsKey("Origin")) {
        refuse(exchange, 403, "not for browsers: let the host relay it");
      } else {
        stream(exchange, URLDecoder.decode(path.group(1), StandardCharsets.UTF_8));
      }
    } catch (RuntimeException e) {
      LOG.warn("a stream of progress failed: {}", e.toString());
    }
  }

  private void stream(HttpExchange exchange, String key) throws IOException {
    try {
      if (runs.status(key).isEmpty()) {
        refuse(exchange, 404, "there is no such run");
        return;
      }
    } catch (TalariaException e) {
      refuse(exchange, 503, "the engine does not answer");
      return;
    }
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    new ProgressStream(key, runs, endpoints, exchange.getResponseBody(), last == null ? "" : last)
        .run();
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    byte[] body = why.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
