package dev.talaria.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An MCP server over HTTP with one resource and no tools, which wants a login (OAuth with dynamic
 * registration) and is its own issuer. Answers are JSON, never a stream.
 */
public final class LoopbackMcpServer implements AutoCloseable {

  static final String RESOURCE = "note://birds";
  private static final String TOKEN = "loopback-mcp-token";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile boolean refuses;

  private LoopbackMcpServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static LoopbackMcpServer start() throws IOException {
    return new LoopbackMcpServer();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
  }

  /** From now on nobody is logged in. */
  void refuse() {
    refuses = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String issuer = url().replace("/mcp", "");
    switch (uri.getPath()) {
      case "/.well-known/oauth-authorization-server" ->
          send(
              exchange,
              200,
              """
              {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
               "token_endpoint":"%1$s/token","registration_endpoint":"%1$s/register",
               "response_types_supported":["code"],"code_challenge_methods_supported":["S256"]}"""
                  .formatted(issuer));
      case "/register" ->
          send(
              exchange,
              201,
              "{\"client_id\":\"client-1\",\"redirect_uris\":"
                  + WireJson.mapper().readTree(body).path("redirect_uris")
                  + "}");
      case "/token" ->
          send(
              exchange,
              refuses ? 400 : 200,
              refuses
                  ? "{\"error\":\"invalid_grant\"}"
                  : "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                      .formatted(TOKEN));
      case "/mcp" -> mcp(exchange, body);
      default -> send(exchange, 404, "{}");
    }
  }

  private static void mcp(HttpExchange exchange, String body) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(authorization)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      send(exchange, 401, "{}");
    } else if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, 405, "");
    } else {
      JsonNode request = WireJson.mapper().readTree(body);
      if (!request.has("id")) {
        send(exchange, 202, "");
        return;
      }
      String result =
          switch (request.path("method").asText()) {
            case "initialize" ->
                """
                {"protocolVersion":"2025-06-18","capabilities":{"tools":{},"resources":{}},
                 "serverInfo":{"name":"birds","version":"1"}}""";
            case "tools/list" -> "{\"tools\":[]}";
            case "resources/list" ->
                "{\"resources\":[{\"name\":\"birds\",\"uri\":\"%s\"}]}".formatted(RESOURCE);
            case "resources/templates/list" -> "{\"resourceTemplates\":[]}";
            case "resources/read" ->
                "{\"contents\":[{\"uri\":\"%s\",\"text\":\"one heron\"}]}".formatted(RESOURCE);
            default -> "{}";
          };
      send(
          exchange,
          200,
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(request.get("id"), result));
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
