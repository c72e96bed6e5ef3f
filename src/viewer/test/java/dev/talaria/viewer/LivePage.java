package dev.talaria.viewer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does with a viewer, over plain HTTP. */
final class LivePage {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("talaria-live\" content=\"([^\"]+)\"");

  final HttpClient http = HttpClient.newHttpClient();
  final URI root;
  final String cookie;
  final String token;

  /** Enters with an address of the viewer. */
  LivePage(URI address) throws IOException, InterruptedException {
    root = address.resolve("./");
    HttpResponse<String> entered =
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, entered.statusCode(), entered.body());
    String set = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
    cookie = set.substring(0, set.indexOf(';'));
    Matcher found = TOKEN.matcher(get("").body());
    assertTrue(found.find());
    token = found.group(1);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path)).header("Cookie", cookie);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /** A post as the page makes it. */
  HttpRequest.Builder post(String path, Object body) throws IOException {
    String root = this.root.toString();
    return request(path)
        .header("Origin", root.substring(0, root.indexOf('/', "http://".length())))
        .header("Content-Type", "application/json")
        .header("X-Talaria-Token", token)
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  int act(String path, Object body) throws IOException, InterruptedException {
    return send(post(path, body)).statusCode();
  }

  /** Does what the page's user clicks; the refusal is in the failure. */
  void done(String path, Object body) throws IOException, InterruptedException {
    HttpResponse<String> reply = send(post(path, body));
    assertEquals(200, reply.statusCode(), reply.body());
  }

  Stream events(String path, String last) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    return new Stream(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
  }

  record Event(String id, String type, JsonNode data) {}

  /** A stream of events, read by a thread of its own. */
  static final class Stream implements AutoCloseable {

    final int status;
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream in;

    Stream(HttpResponse<InputStream> response) {
      status = response.statusCode();
      in = response.body();
      Thread reader = new Thread(this::read, "events");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        String id = "";
        String type = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id: ")) {
            id = line.substring(4);
          } else if (line.startsWith("event: ")) {
            type = line.substring(7);
          } else if (line.startsWith("data: ")) {
            events.add(new Event(id, type, JSON.readTree(line.substring(6))));
          }
        }
      } catch (IOException e) {
        events.add(new Event("", "closed", JSON.nullNode()));
      }
    }

    Optional<Event> find(String type, Predicate<JsonNode> wanted) {
      return events.stream()
          .filter(event -> event.type().equals(type) && wanted.test(event.data()))
          .findFirst();
    }

    JsonNode await(String type, Predicate<JsonNode> wanted) {
      org.awaitility.Awaitility.await(type)
          .atMost(Duration.ofSeconds(60))
          .until(() -> find(type, wanted).isPresent());
      return find(type, wanted).orElseThrow().data();
    }

    JsonNode awaitItem(String kind, boolean open) {
      return await(
          "item",
          item -> item.path("kind").asText().equals(kind) && item.path("open").asBoolean() == open);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static void eventually(java.util.concurrent.Callable<Boolean> wanted) {
    await().atMost(Duration.ofSeconds(60)).until(wanted);
  }
}
