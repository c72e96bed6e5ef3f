package dev.talaria.samples.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Whoever calls the sample program over HTTP. */
final class SampleClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  SampleClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The status of what is answered. */
  int post(String path, String text) throws IOException, InterruptedException {
    return http.send(posting(path, text), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The whole stream of a turn, when it has ended. */
  CompletableFuture<String> turn(String prompt) {
    return http.sendAsync(posting("/turns", prompt), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  private HttpRequest posting(String path, String text) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "text/plain")
        .POST(HttpRequest.BodyPublishers.ofString(text))
        .build();
  }
}
