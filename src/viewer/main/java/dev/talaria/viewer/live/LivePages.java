package dev.talaria.viewer.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.viewer.page.PageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers the browser: the page, its events, its actions.
 *
 * <p>Safe for use by many threads; a stream of events has one for itself. Who has no cookie gets
 * nothing, and what changes something needs the page's own token besides.
 */
final class LivePages implements HttpHandler {

  static final int LONGEST_BODY = 256 * 1024;
  private static final int OTHERS = 4;
  private static final long ANSWER_SECONDS = 30;
  private static final long LAST_WORDS_SECONDS = 1;
  private static final int LONGEST_REASON = 300;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
          + " trusted-types lit-html dompurify";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="talaria-live" content="%s" data-interactive="%s" data-raw="%s">
      <title>Codex sessions</title>
      <link rel="stylesheet" href="style.css">
      </head>
      <body>
      <div id="app"><p class="loading">Waiting for the viewer…</p></div>
      <script src="page.js"></script>
      </body>
      </html>
      """;

  private static final String ENTERED =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=./">
      <title>Codex sessions</title></head><body></body></html>
      """;

  private static final String STRANGER =
      "This page opens with the address that the viewer has printed. Each is good for one use;"
          + " ask the program that runs the viewer for another one.\n";

  private record Reply(int status, String type, byte[] body) {
    static Reply of(int status, String text) {
      return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(JsonNode json) {
      byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
      return new Reply(200, "application/json", body);
    }
  }

  private static final Reply DONE = Reply.json(JsonNodeFactory.instance.objectNode());

  private final LiveFeed feed;
  private final RawLog raw;
  private final BrowserApprovals approvals;
  private final ViewedConnections connections;
  private final Access access;
  private final boolean interactive;
  private final boolean hasRaw;
  private final Semaphore streams;
  private final Semaphore others;
  private final int mostStreams;
  private final AtomicInteger open;
  private final String instance = Access.random().substring(0, 8);

  /**
   * @param mostStreams how many pages there may be at once
   * @param open counts the streams that have all events
   */
  LivePages(
      LiveFeed feed,
      RawLog raw,
      BrowserApprovals approvals,
      ViewedConnections connections,
      Access access,
      boolean interactive,
      boolean hasRaw,
      int mostStreams,
      AtomicInteger open) {
    this.feed = feed;
    this.raw = raw;
    this.approvals = approvals;
    this.connections = connections;
    this.access = access;
    this.interactive = interactive;
    this.hasRaw = hasRaw;
    this.mostStreams = mostStreams;
    this.streams = new Semaphore(mostStreams);
    this.others = new Semaphore(OTHERS * mostStreams);
    this.open = open;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      secure(exchange.getResponseHeaders());
      String path = path(exchange);
      if (path.equals("events")) {
        events(exchange);
      } else if (!others.tryAcquire()) {
        send(exchange, Reply.of(503, "too many requests at once\n"));
      } else {
        try {
          send(exchange, reply(exchange, path));
        } finally {
          others.release();
        }
      }
    }
  }

  private static void secure(Headers headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
  }

  private static String path(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String context = exchange.getHttpContext().getPath();
    return path.startsWith(context) ? path.substring(context.length()) : "?";
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    boolean empty = reply.body().length == 0;
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
    if (!empty) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  private Reply reply(HttpExchange exchange, String path) throws IOException {
    Optional<String> refusal = Access.refusal(exchange);
    if (refusal.isPresent()) {
      return Reply.of(403, refusal.get() + "\n");
    }
    boolean post = exchange.getRequestMethod().equals("POST");
    if (!post && !exchange.getRequestMethod().equals("GET")) {
      return Reply.of(405, "GET and POST only\n");
    }
    Map<String, String> query = Query.of(exchange);
    if (!post && path.isEmpty() && query.containsKey("token")) {
      return enter(exchange, query.get("token"));
    }
    Optional<String> known = access.known(exchange);
    if (known.isEmpty()) {
      return Reply.of(403, STRANGER);
    }
    return post ? act(exchange, path, known.get()) : look(path, query, known.get());
  }

  private Reply enter(HttpExchange exchange, String token) {
    Optional<String> cookie = access.enter(token, exchange.getHttpContext().getPath());
    if (cookie.isEmpty()) {
      return Reply.of(403, STRANGER);
    }
    exchange.getResponseHeaders().set("Set-Cookie", cookie.get());
    // Not a redirect: that of a link on another site would come without the cookie.
    return html(ENTERED);
  }

  private static Reply html(String page) {
    return new Reply(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  private Reply look(String path, Map<String, String> query, String secret) throws IOException {
    switch (path) {
      case "":
        return html(PAGE.formatted(secret, interactive, hasRaw));
      case "page.js":
        return new Reply(200, "text/javascript; charset=utf-8", PageWriter.file(path));
      case "style.css":
        return new Reply(200, "text/css; charset=utf-8", PageWriter.file(path));
      case "text":
        return found(feed.text(number(query)));
      case "raw":
        return found(raw.text(number(query)));
      case "search":
        return Reply.json(raw.search(query.getOrDefault("words", "")));
      case "whole":
        return asked(query, request -> Reply.json(Choices.whole(request)));
      case "words":
        return asked(query, request -> Reply.of(200, Choices.stored(request)));
      default:
        return Reply.of(404, "there is no such page\n");
    }
  }

  private Reply asked(Map<String, String> query, Function<ApprovalRequest, Reply> show) {
    return approvals
        .request(query.getOrDefault("id", ""))
        .map(show)
        .orElse(Reply.of(404, "no longer asked\n"));
  }

  private static int number(Map<String, String> query) {
    String number = query.getOrDefault("n", "");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
  }

  private static Reply found(String text) {
    return text == null ? Reply.of(404, "this is no longer in memory\n") : Reply.of(200, text);
  }

  private Reply act(HttpExchange exchange, String path, String secret) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    if (!secret.equals(headers.getFirst("X-Talaria-Token"))) {
      return Reply.of(403, "the request lacks the page's token\n");
    } else if (!interactive) {
      return Reply.of(403, "this viewer is read-only\n");
    } else if (!"application/json".equals(headers.getFirst("Content-Type"))) {
      return Reply.of(415, "JSON only\n");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return Reply.of(413, "longer than " + LONGEST_BODY + " bytes\n");
    }
    try {
      return act(path, WireJson.mapper().readTree(body));
    } catch (JsonProcessingException e) {
      return Reply.of(400, "not JSON\n");
    } catch (IllegalArgumentException e) {
      return Reply.of(400, e.getMessage() + "\n");
    }
  }

  private Reply act(String path, JsonNode body) {
    String thread = body.path("thread").asText();
    String turn = body.path("turn").asText();
    String text = body.path("text").asText();
    return switch (path) {
      case "answer" -> answer(body.path("id").asText(), body);
      case "prompt" -> done(connections.prompt(thread, written(text)));
      case "steer" -> done(connections.steer(thread, turn, written(text)));
      case "interrupt" -> done(connections.interrupt(thread, turn));
      default -> Reply.of(404, "there is no such action\n");
    };
  }

  /**
   * The model reads why something was declined as if the person had typed it: Codex is told before
   * the answer, so that the model gets both at once.
   */
  private Reply answer(String id, JsonNode body) {
    String reason = body.path("choice").asText().equals("deny") ? body.path("reason").asText() : "";
    AtomicReference<CompletableFuture<JsonNode>> told =
        new AtomicReference<>(CompletableFuture.completedFuture(null));
    Consumer<ApprovalRequest> tell =
        asked ->
            told.set(
                connections.steer(asked.threadId(), asked.turnId(), "I declined that: " + reason));
    boolean counts = approvals.answer(id, body, reason.isBlank() ? asked -> {} : tell);
    return counts
        ? done(told.get())
        : Reply.of(409, "this was answered already, or is no longer asked\n");
  }

  private static String written(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("there is no text");
    }
    return text;
  }

  private static Reply done(CompletableFuture<JsonNode> call) {
    try {
      call.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return DONE;
    } catch (ExecutionException e) {
      String why = Redaction.redact(String.valueOf(e.getCause().getMessage()));
      return Reply.of(409, VisibleText.onOneLine(why, LONGEST_REASON) + "\n");
    } catch (TimeoutException e) {
      return Reply.of(504, "Codex has not answered yet\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.of(503, "the viewer ends\n");
    }
  }

  /** One stream, until the page goes away or the viewer is closed. */
  private void events(HttpExchange exchange) throws IOException {
    Optional<String> refusal = Access.refusal(exchange);
    boolean stranger = access.known(exchange).isEmpty();
    if (refusal.isPresent() || stranger || !exchange.getRequestMethod().equals("GET")) {
      send(exchange, Reply.of(403, refusal.map(why -> why + "\n").orElse(STRANGER)));
      return;
    }
    boolean ofRaw = Query.of(exchange).containsKey("raw");
    if (!streams.tryAcquire()) {
      send(exchange, Reply.of(503, "too many pages of this viewer are open\n"));
      return;
    }
    try {
      if (!ofRaw) {
        open.incrementAndGet();
      }
      stream(exchange, ofRaw ? raw::after : feed.source());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ofRaw) {
        open.decrementAndGet();
      }
      streams.release();
    }
  }

  private void stream(HttpExchange exchange, EventSource source)
      throws IOException, InterruptedException {
    String[] known =
        String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID")).split("\\.", 2);
    boolean ours = known.length == 2 && known[0].equals(instance) && known[1].matches("\\d{1,18}");
    long last = ours ? Long.parseLong(known[1]) : 0;
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    write(out, "retry: 1000\n\n");
    while (!feed.isOver()) {
      List<LiveEvent> events = source.after(last);
      StringBuilder text = new StringBuilder(events.isEmpty() ? ": still here\n\n" : "");
      for (LiveEvent event : events) {
        text.append("id: ").append(instance).append('.').append(event.number());
        text.append("\nevent: ").append(event.type());
        text.append("\ndata: ").append(event.json()).append("\n\n");
        last = event.number();
      }
      write(out, text.toString());
    }
    write(out, "event: over\ndata: {}\n\n");
  }

  /** Waits a moment, until the pages know that it is over; there are no new streams then. */
  void awaitEnd() {
    try {
      streams.tryAcquire(mostStreams, LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** What stands behind the question mark of an address. Pure functions. */
  private static final class Query {

    private Query() {}

    static Map<String, String> of(HttpExchange exchange) {
      String query = exchange.getRequestURI().getRawQuery();
      Map<String, String> values = new HashMap<>();
      for (String pair : query == null ? new String[0] : query.split("&")) {
        String[] parts = pair.split("=", 2);
        values.put(parts[0], parts.length == 2 ? decoded(parts[1]) : "");
      }
      return values;
    }

    private static String decoded(String text) {
      try {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return text; // a percent sign that stands for itself
      }
    }
  }
}
