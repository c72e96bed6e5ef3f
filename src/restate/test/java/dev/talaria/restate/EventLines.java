package dev.talaria.restate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client of server-sent events, as small as can be. For one thread. */
final class EventLines implements AutoCloseable {

  /** What a browser would make of an event. */
  record Received(String id, String name, String data) {}

  final HttpURLConnection connection;
  private final BufferedReader in;

  EventLines(int port, String path, String lastEventId) throws IOException {
    connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + port).resolve(path).toURL().openConnection();
    connection.setReadTimeout(60_000);
    if (!lastEventId.isEmpty()) {
      connection.setRequestProperty("Last-Event-ID", lastEventId);
    }
    in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The next event. */
  Received next() throws IOException {
    String id = "";
    String name = "";
    String data = "";
    while (true) {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("the stream has ended");
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && !name.isEmpty()) {
        return new Received(id, name, data);
      }
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
