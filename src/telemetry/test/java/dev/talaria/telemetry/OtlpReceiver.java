package dev.talaria.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is exported by OTLP over HTTP, on loopback. Safe for use by many threads. */
final class OtlpReceiver implements AutoCloseable {

  /** A request: ours is binary, Codex's is JSON. */
  private record Received(String path, String body) {}

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  OtlpReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String text = new String(body, StandardCharsets.ISO_8859_1);
          received.add(new Received(exchange.getRequestURI().getPath(), text));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What came to a path, each byte as a character. */
  List<String> bodies(String path) {
    return received.stream().filter(one -> one.path.equals(path)).map(Received::body).toList();
  }

  /** The spans that came as JSON to a path, by their ids. */
  Map<String, JsonNode> spans(String path) throws IOException {
    Map<String, JsonNode> spans = new LinkedHashMap<>();
    for (String body : bodies(path)) {
      List<JsonNode> found = new ArrayList<>();
      new ObjectMapper().readTree(body).findValues("spans").forEach(all -> all.forEach(found::add));
      found.forEach(span -> spans.put(span.path("spanId").asText(), span));
    }
    return spans;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
