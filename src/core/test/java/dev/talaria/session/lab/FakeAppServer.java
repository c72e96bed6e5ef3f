package dev.talaria.session.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An app-server in memory that says what a test tells it to, for faults that the real one cannot be
 * asked to make. It answers the handshake and {@code thread/start} by itself.
 */
public final class FakeAppServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FakeAppServer.class);

  public static final String THREAD = "thread-1";
  public static final String TURN = "turn-1";

  public final Codex codex;
  public final List<JsonNode> received = new CopyOnWriteArrayList<>();
  public final AtomicInteger lookedUp = new AtomicInteger();

  /** What {@code thread/turns/list} returns; {@code null} for no answer at all. */
  public volatile String turns = "{\"data\":[]}";

  /** What is said to {@code thread/start}: a result or an error. */
  public volatile String started = "\"result\":{\"thread\":{\"id\":\"" + THREAD + "\"}}";

  /** Why a request is refused; empty for one that is not. */
  public volatile Function<JsonNode, String> refuses = request -> "";

  private final String initialized;
  private final BlockingQueue<JsonNode> requests = new LinkedBlockingQueue<>();
  private final OutputStream out;

  public FakeAppServer() {
    this("\"result\":{\"userAgent\":\"talaria/0.169.0 (test)\"}", Duration.ofSeconds(5));
  }

  /**
   * @param initialized what is said to {@code initialize}: a result or an error
   */
  public FakeAppServer(String initialized, Duration requestTimeout) {
    this.initialized = initialized;
    try {
      Pipe toClient = Pipe.open();
      Pipe toServer = Pipe.open();
      out = Channels.newOutputStream(toClient.sink());
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  Channels.newInputStream(toServer.source()), StandardCharsets.UTF_8));
      DaemonThreads.named("fake-app-server").newThread(() -> readAll(in)).start();
      CodexOptions options =
          CodexOptions.builder()
              .requestTimeout(requestTimeout)
              .startTimeout(requestTimeout)
              .build();
      codex = connected(toClient, toServer, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Codex connected(Pipe toClient, Pipe toServer, CodexOptions options) throws IOException {
    try {
      return Codex.connect(
          Channels.newInputStream(toClient.source()),
          Channels.newOutputStream(toServer.sink()),
          options);
    } catch (TalariaException e) {
      out.close();
      throw e;
    }
  }

  private void readAll(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode message = WireJson.mapper().readTree(line);
        received.add(message);
        String refusal = refuses.apply(message);
        if (!refusal.isEmpty()) {
          send(
              "{\"id\":%s,\"error\":{\"code\":-32600,\"message\":\"%s\"}}"
                  .formatted(message.path("id"), refusal));
          continue;
        }
        switch (message.path("method").asText("")) {
          case "initialize" -> send("{\"id\":" + message.path("id") + "," + initialized + "}");
          case "thread/start" -> send("{\"id\":" + message.path("id") + "," + started + "}");
          case "thread/turns/list" -> {
            lookedUp.incrementAndGet();
            String answer = turns;
            if (answer != null) {
              reply(message, answer);
            }
          }
          case "thread/unsubscribe" -> farewell(message);
          case "initialized" -> {
            // Nobody waits for an answer.
          }
          default -> requests.add(message);
        }
      }
    } catch (AsynchronousCloseException e) {
      log.debug("the client has gone", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last answer: a test that closes everything does not wait for it. */
  private void farewell(JsonNode request) {
    try {
      reply(request, "{\"status\":\"unsubscribed\"}");
    } catch (UncheckedIOException e) {
      log.debug("the client has gone meanwhile", e);
    }
  }

  public CodexSession open(SessionOptions.Builder options) {
    return codex.openSession(options.build());
  }

  /** The next request or reply of the client that is not part of opening a session. */
  public JsonNode next() throws InterruptedException {
    JsonNode message = requests.poll(60, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("the client sent nothing; so far: " + received);
    }
    return message;
  }

  public JsonNode next(String method) throws InterruptedException {
    JsonNode message = next();
    if (!message.path("method").asText("").equals(method)) {
      throw new AssertionError("expected " + method + ", got " + message);
    }
    return message;
  }

  public boolean nothingWaits() {
    return requests.isEmpty();
  }

  public void send(String line) {
    send((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes as they are. */
  public synchronized void send(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void reply(JsonNode request, String result) {
    send("{\"id\":" + request.path("id") + ",\"result\":" + result + "}");
  }

  public void replyTurn(JsonNode request) {
    reply(request, "{\"turn\":{\"id\":\"" + TURN + "\"}}");
  }

  public void notify(String method, String params) {
    send("{\"method\":\"" + method + "\",\"params\":" + params + "}");
  }

  private static String scope(String thread, String turn) {
    return "\"threadId\":\"" + thread + "\",\"turnId\":\"" + turn + "\"";
  }

  public void item(String event, String thread, String turn, String item) {
    notify("item/" + event, "{" + scope(thread, turn) + ",\"item\":" + item + "}");
  }

  public void message(String id, String text) {
    item(
        "completed",
        THREAD,
        TURN,
        "{\"type\":\"agentMessage\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
  }

  public void turnCompleted(String turn, String status) {
    notify(
        "turn/completed",
        "{\"threadId\":\""
            + THREAD
            + "\",\"turn\":{\"id\":\""
            + turn
            + "\",\"status\":\""
            + status
            + "\"}}");
  }

  public void hangUp() throws IOException {
    out.close();
  }

  @Override
  public void close() throws IOException {
    codex.close();
    out.close();
  }
}
